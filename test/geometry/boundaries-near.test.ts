import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/base/random.ts';
import { boundaryRuns } from '../../src/geometry/boundaries-near.ts';
import { areaMarginM, isBoundaryWithin } from '../../src/geometry/margin.ts';
import { pointIndex } from '../../src/geometry/point-index.ts';
import type { AreaRings, Position } from '../../src/geometry/rings.ts';
import { polygonTable } from '../../src/geometry/rings.ts';
import { listsOfRuns } from '../../src/geometry/runs.ts';
import { box, closed, starRing } from './shapes.ts';

interface Answer {
  readonly found: readonly string[];
  readonly expected: readonly string[];
}

/** Pairs "point area" by the kernel and one by one. */
function nearPairs(points: readonly Position[], pointLimitM: readonly number[], areas: readonly AreaRings[], areaLimitM: readonly number[]): Answer {
  const table = polygonTable(areas);
  const index = pointIndex(Float64Array.from(points, ([x]) => x), Float64Array.from(points, ([, y]) => y));
  const { offsets, items } = listsOfRuns(index, boundaryRuns(index, Float64Array.from(pointLimitM), table, Float64Array.from(areaLimitM)));
  const found = points.flatMap((_, p) => [...items.subarray(offsets[p], offsets[p + 1])].map((area) => `${p} ${area}`));
  const expected = points.flatMap(([x, y], p) =>
    areas.flatMap((_, area) => (isBoundaryWithin(table, area, x, y, (pointLimitM[p] as number) + (areaLimitM[area] as number)) ? [`${p} ${area}`] : [])),
  );
  return { found, expected };
}

describe('boundaryRuns', () => {
  it('agrees with isBoundaryWithin for every pair, with limits of a metre to 30 km and areas of all sizes', () => {
    const random = seededRandom(60);
    const centre = (): Position => [112 + 2 * random(), 35 + 2 * random()];
    const areas: AreaRings[] = Array.from({ length: 40 }, () => {
      const at = centre();
      return [[starRing(random, at, 0.002 + 0.4 * random() ** 3, 5 + Math.floor(300 * random() ** 2)), starRing(random, at, 0.0005, 6)]];
    });
    areas.push([], [[closed([[112, 35], [114, 37], [113, 36]])]], [[box(112.5, 34, 112.50001, 38)], [box(111, 36, 115, 36.00001)]]);
    const areaLimitM = areas.map(() => 200 * random());
    const points = [...Array.from({ length: 2500 }, centre), ...areas.flat(2).flat().filter((_, k) => k % 9 === 0), [NaN, 35] as const, [112, NaN] as const];
    const pointLimitM = points.map((_, k) => [20, 100, 1000, 30_000 * random(), 0, -50, NaN][k % 7] as number);

    const { found, expected } = nearPairs(points, pointLimitM, areas, areaLimitM);
    expect(found).toEqual(expected);
    expect(found.length).toBeGreaterThan(1500);
    expect(found.length).toBeLessThan(0.2 * points.length * areas.length);
  });

  it('is strict: not at the very distance, but at the next double above', () => {
    const ring = box(112, 35, 113, 36);
    const table = polygonTable([[[ring]]]);
    const random = seededRandom(61);
    for (let k = 0; k < 50; k++) {
      const point: Position = [111.9 + 1.2 * random(), 34.9 + 1.2 * random()];
      const distanceM = Math.abs(areaMarginM(table, 0, ...point));
      const { found, expected } = nearPairs([point, point, point], [distanceM, distanceM - 0.001, distanceM + 0.001], [[[ring]]], [0]);
      expect(found).toEqual(expected);
      expect(found).not.toContain('1 0');
      expect(found).toContain('2 0');
    }
  });

  it('goes round the world where the limit or the place asks for it: near the pole, across the antimeridian, without limit', () => {
    const random = seededRandom(62);
    const areas = [[[box(170, 60, 179.999, 88)]], [[box(-180, -89.9, -170, -60)]], [[box(10, 89, 20, 89.9)]]];
    const points = Array.from({ length: 400 }, (): Position => [360 * random() - 180, (random() < 0.5 ? 1 : -1) * (55 + 35 * random())]);
    points.push([-179.9999, 70], [180, -70], [179.9999, -70], [100, 90]);
    const { found, expected } = nearPairs(points, points.map((_, k) => [50, 5000, 500_000, Infinity][k % 4] as number), areas, [10, 0, 0]);
    expect(found).toEqual(expected);
    expect(found.length).toBeGreaterThan(300);
  });
});

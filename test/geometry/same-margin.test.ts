import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/base/random.ts';
import { areaMarginM, roundableDistanceM } from '../../src/geometry/margin.ts';
import type { AreaRings, PolygonRings, Position } from '../../src/geometry/rings.ts';
import { polygonTable } from '../../src/geometry/rings.ts';
import { marginsMoved } from '../../src/geometry/same-margin.ts';
import { box, closed, starRing } from './shapes.ts';

const CENTRE: Position = [112.8, 35.6];

function moved(before: AreaRings, after: AreaRings, points: readonly Position[]): number[] {
  const numbers = Uint32Array.from(points.keys());
  return [...marginsMoved(polygonTable([before]), polygonTable([after]), numbers, Float64Array.from(points, ([x]) => x), Float64Array.from(points, ([, y]) => y))];
}

/** The lengths that are shown of points, without the side. */
function measures(area: AreaRings, points: readonly Position[]): readonly (number | null)[] {
  const table = polygonTable([area]);
  return points.flatMap(([x, y]) => [Math.abs(areaMarginM(table, 0, x, y)), roundableDistanceM(table, 0, x, y, 0.1)]);
}

/** A vertex of one of the rings put elsewhere; the first one is the last one too. */
function withVertexMoved(polygon: PolygonRings, ring: number, vertex: number, to: Position): PolygonRings {
  return polygon.map((one, r) => (r === ring ? closed(one.slice(0, -1).with(vertex, to)) : one));
}

describe('marginsMoved', () => {
  it('names every point of which a length changes by a bit, and few of which none does', { timeout: 60_000 }, () => {
    const random = seededRandom(11);
    let [named, changed, all] = [0, 0, 0];
    for (let k = 0; k < 60; k++) {
      const polygon = [starRing(random, CENTRE, 0.1, 30 + Math.floor(200 * random())), starRing(random, CENTRE, 0.02, 40)];
      const ring = k % 2;
      const corners = polygon[ring] ?? [];
      const vertex = k % 5 === 0 ? 0 : Math.floor(random() * (corners.length - 1));
      const [x, y] = corners[vertex] ?? CENTRE;
      const step = [1e-9, 1e-4, 0.01, 0.1][k % 4] as number;
      const to: Position = [x + step * (random() - 0.5), y + step * (random() - 0.5)];
      const after = withVertexMoved(polygon, ring, vertex, to);
      const reach = k % 3 === 0 ? 0.02 : 0.3;
      const points = [[x, y] as const, to, ...Array.from({ length: 150 }, (): Position => [x + reach * (random() - 0.5), y + reach * (random() - 0.5)])];
      const rows = moved([polygon], [after], points);
      const [was, is] = [measures([polygon], points), measures([after], points)];
      const differ = [...points.keys()].filter((p) => was[2 * p] !== is[2 * p] || was[2 * p + 1] !== is[2 * p + 1]);
      expect(rows).toEqual(expect.arrayContaining(differ));
      named += rows.length;
      changed += differ.length;
      all += points.length;
    }
    expect(changed).toBeGreaterThan(500);
    expect(named).toBeLessThan(0.6 * all);
  });

  it('names nobody when the outline is the same, and all when positions are more or fewer', () => {
    const points: Position[] = [CENTRE, [112.9, 35.7], [NaN, NaN]];
    const outline = [[box(112, 35, 113, 36)]];
    expect(moved(outline, [[box(112, 35, 113, 36)]], points)).toEqual([]);
    expect(moved([], [], points)).toEqual([]);
    expect(moved(outline, [], points)).toEqual([0, 1, 2]);
    expect(moved(outline, [[starRing(seededRandom(1), CENTRE, 0.1, 5)]], points)).toEqual([0, 1, 2]);
  });
});

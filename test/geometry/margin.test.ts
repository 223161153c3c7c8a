import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/base/random.ts';
import { areaContains } from '../../src/geometry/contains.ts';
import { geodesicDestination } from '../../src/geometry/geodesic.ts';
import { areaMarginM, isBoundaryWithin } from '../../src/geometry/margin.ts';
import type { PolygonRings, Position } from '../../src/geometry/rings.ts';
import { polygonTable } from '../../src/geometry/rings.ts';
import { inverseM, sampledBoundaryDistanceM } from './oracles.ts';
import { box, closed, starRing, ulpBeside } from './shapes.ts';

function margin(polygon: PolygonRings, [lng, lat]: Position): number {
  return areaMarginM(polygonTable([[polygon]]), 0, lng, lat);
}

describe('areaMarginM', () => {
  it('equals dense sampling of the boundary within a micrometre, inside and out to 100 km, at latitudes 18 to 53', () => {
    const random = seededRandom(20);
    let inside = 0;
    for (let k = 0; k < 120; k++) {
      const centre: Position = [75 + 60 * random(), 18 + 35 * random()];
      const polygon = [starRing(random, centre, [0.02, 0.2, 1][k % 3] as number, 7), starRing(random, centre, 0.002, 5)];
      const point = geodesicDestination(...centre, 360 * random(), 100_000 * random() ** 4);
      const expected = sampledBoundaryDistanceM(polygon, point);
      const actual = margin(polygon, point);
      expect(Math.abs(Math.abs(actual) - expected)).toBeLessThan(1e-6);
      expect(actual > 0).toBe(areaContains(polygonTable([[polygon]]), 0, ...point));
      if (actual > 0) inside++;
    }
    expect(inside).toBeGreaterThan(20);
    expect(inside).toBeLessThan(100);
  });

  it('stays as good for long edges and few corners', () => {
    const triangle = [closed([[110, 34], [116, 35], [113, 40]])];
    for (const point of [[113, 36], [112, 34.34], [109, 33], [113, 40.5], [115, 38], [112.5, 34.41666]] as const) {
      expect(Math.abs(Math.abs(margin(triangle, point)) - sampledBoundaryDistanceM(triangle, point, 500))).toBeLessThan(0.001);
    }
  });

  it('sees an edge along a parallel as the parallel, not as the geodesic that bows north of it', () => {
    const band = [box(110, 35, 116, 36)];
    const [, south] = [113, geodesicDestination(113, 35, 180, 1000)[1]];
    expect(margin(band, [113, south])).toBeCloseTo(-1000, 3);
    expect(margin(band, [113, geodesicDestination(113, 35, 0, 1000)[1]])).toBeCloseTo(1000, 3);
  });

  it('measures to the edge of a hole, from both sides', () => {
    const donut = [box(112, 35, 113, 36), box(112.4, 35.4, 112.6, 35.6)];
    const northward = inverseM([112.5, 35.39], [112.5, 35.4]);
    expect(margin(donut, [112.5, 35.39])).toBeCloseTo(northward, 4);
    expect(margin(donut, [112.5, 35.41])).toBeCloseTo(-inverseM([112.5, 35.4], [112.5, 35.41]), 4);
  });

  it('is 0 on edges and corners and keeps its sign one ulp beside them', () => {
    const square = [box(112, 35, 113, 36)];
    expect(margin(square, [112, 35])).toBe(0);
    expect(margin(square, [112.5, 36])).toBe(0);
    for (const [point, sign] of [
      [[112.5, ulpBeside(35, 1)], 1],
      [[112.5, ulpBeside(35, -1)], -1],
      [[ulpBeside(113, -1), 35.5], 1],
      [[ulpBeside(113, 1), 35.5], -1],
    ] as const) {
      expect(Math.sign(margin(square, point))).toBe(sign);
      expect(Math.abs(margin(square, point))).toBeLessThan(1e-7);
    }
    // Nearer to the edge than any distance in metres resolves.
    expect(margin([box(0, 0, 1, 1)], [0.5, -1e-30])).toBe(-1e-9);
    expect(margin([box(0, 0, 1, 1)], [0.5, 1e-30])).toBe(1e-9);
  });

  it('counts every ring, also where two polygons of an area meet', () => {
    const table = polygonTable([[[box(112, 35, 113, 36)], [box(113, 35, 114, 36)]]]);
    expect(areaMarginM(table, 0, 113, 35.5)).toBe(0);
    expect(areaMarginM(table, 0, 113.001, 35.5)).toBeCloseTo(inverseM([113, 35.5], [113.001, 35.5]), 4);
  });

  it('goes across the antimeridian', () => {
    const east = [box(179, 35, 179.99, 36)];
    expect(margin(east, [-179.99, 35.5])).toBeCloseTo(-inverseM([-179.99, 35.5], [179.99, 35.5]), 3);
  });

  it('is -Infinity without polygons and NaN without a place', () => {
    expect(areaMarginM(polygonTable([[]]), 0, 112, 35)).toBe(-Infinity);
    expect(margin([box(112, 35, 113, 36)], [NaN, 35])).toBeNaN();
  });

  it('does not depend on the direction or the start of the ring, nor on east and west', () => {
    const random = seededRandom(21);
    for (let k = 0; k < 30; k++) {
      const ring = starRing(random, [112, 35], 0.3, 12);
      const corners = ring.slice(1);
      const point: Position = [112 + random() - 0.5, 35 + random() - 0.5];
      const expected = margin([ring], point);
      expect(margin([[...ring].reverse()], point)).toBeCloseTo(expected, 5);
      expect(margin([closed([...corners.slice(5), ...corners.slice(0, 5)])], point)).toBeCloseTo(expected, 5);
      const mirrored = ring.map(([x, y]): Position => [-x, y]);
      expect(margin([mirrored], [-point[0], point[1]])).toBeCloseTo(expected, 5);
    }
  });
});

describe('isBoundaryWithin', () => {
  it('says the same as the margin, near and far, also a millimetre to either side of it', () => {
    const random = seededRandom(22);
    const table = polygonTable([[[starRing(random, [112.5, 35.5], 0.3, 100), starRing(random, [112.5, 35.5], 0.05, 9)]]]);
    const wrong: unknown[] = [];
    for (let k = 0; k < 300; k++) {
      const [lng, lat] = [111.5 + 2 * random(), 34.5 + 2 * random()];
      const distance = Math.abs(areaMarginM(table, 0, lng, lat));
      const lengths = [0.001, 50, 1000, 30_000, 200_000, distance, distance - 0.001, distance + 0.001, distance * 0.99, distance * 1.01];
      for (const length of lengths) {
        if (isBoundaryWithin(table, 0, lng, lat, length) !== (distance < length)) wrong.push({ lng, lat, distance, length });
      }
    }
    expect(wrong).toEqual([]);
  });

  it('says the same as the margin for far boxes: across the antimeridian, near the pole, round the world', () => {
    const table = polygonTable([[[box(170, 60, 179.9, 88)]]]);
    const random = seededRandom(23);
    const wrong: unknown[] = [];
    for (let k = 0; k < 1000; k++) {
      const [lng, lat] = [360 * random() - 180, 180 * random() - 90];
      const distance = Math.abs(areaMarginM(table, 0, lng, lat));
      for (const share of [0.3, 0.9, 0.999, 1.001, 2]) {
        if (isBoundaryWithin(table, 0, lng, lat, share * distance) !== (share > 1)) wrong.push({ lng, lat, share });
      }
    }
    expect(wrong).toEqual([]);
  });

  it('is true on the boundary for any length, and false for none, without polygons and without a place', () => {
    const table = polygonTable([[[box(112, 35, 113, 36)]], []]);
    expect(isBoundaryWithin(table, 0, 112, 35.5, 1e-6)).toBe(true);
    expect(isBoundaryWithin(table, 0, 112, 35.5, 0)).toBe(false);
    expect(isBoundaryWithin(table, 1, 112, 35.5, 1e9)).toBe(false);
    expect(isBoundaryWithin(table, 0, NaN, 35.5, 1e9)).toBe(false);
    expect(isBoundaryWithin(table, 0, 112.5, 35.5, NaN)).toBe(false);
  });
});

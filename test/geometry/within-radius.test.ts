import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/base/random.ts';
import { geodesicDestination, geodesicDistanceM } from '../../src/geometry/geodesic.ts';
import { nearestCentre, pointsWithinRadius } from '../../src/geometry/within-radius.ts';
import type { Position } from '../../src/geometry/rings.ts';
import { inverseM } from './oracles.ts';
import { ulpBeside } from './shapes.ts';

const RADIUS_M = 30_000;

function columns(points: readonly Position[]): [lng: Float64Array, lat: Float64Array] {
  return [Float64Array.from(points, ([lng]) => lng), Float64Array.from(points, ([, lat]) => lat)];
}

function reach(points: readonly Position[], centres: readonly Position[], radiiM: readonly number[]): ReturnType<typeof pointsWithinRadius> {
  return pointsWithinRadius(...columns(points), ...columns(centres), Float64Array.from(radiiM));
}

function scattered(random: () => number, count: number, west: number, south: number, size: number): Position[] {
  return Array.from({ length: count }, () => [west + size * random(), south + size * random()]);
}

describe('pointsWithinRadius', () => {
  it.each([RADIUS_M, 500])('decides 2,000 pairs at %i m ± 10 mm, latitudes 18 to 53, without an error', (radiusM) => {
    const random = seededRandom(30);
    const wrong: unknown[] = [];
    let within = 0;
    for (let k = 0; k < 2000; k++) {
      const centre: Position = [75 + 60 * random(), 18 + 35 * random()];
      // Degrees round by up to 2 nm and GeographicLib by 15 nm: no offset drawn from this seed comes that near to 0.
      const offsetM = 0.02 * random() - 0.01;
      const azimuth = 360 * random();
      const { items, distanceM } = reach([geodesicDestination(...centre, azimuth, radiusM + offsetM)], [centre], [radiusM]);
      const isRight = items.length === (offsetM <= 0 ? 1 : 0) && distanceM.every((found) => Math.abs(found - radiusM - offsetM) < 1e-7);
      if (!isRight || Math.abs(offsetM) < 1e-7) wrong.push({ centre, azimuth, offsetM, distanceM });
      within += items.length;
    }
    expect(wrong).toEqual([]);
    expect(within).toBeGreaterThan(900);
    expect(within).toBeLessThan(1100);
  });

  it('agrees with the geodesic of every one of 10,000 random pairs', () => {
    const random = seededRandom(31);
    const points = scattered(random, 500, 112, 35, 1.2);
    const centres = scattered(random, 20, 112, 35, 1.2);
    const radiiM = centres.map(() => 60_000 * random());
    const { offsets, items, distanceM } = reach(points, centres, radiiM);
    for (const [i, point] of points.entries()) {
      const expected = centres.flatMap((centre, c) => (inverseM(point, centre) <= (radiiM[c] as number) ? [c] : []));
      expect([...items.subarray(offsets[i], offsets[i + 1])]).toEqual(expected);
      const distances = [...distanceM.subarray(offsets[i], offsets[i + 1])];
      for (const [k, c] of expected.entries()) expect(Math.abs((distances[k] as number) - inverseM(point, centres[c] as Position))).toBeLessThan(0.001);
    }
    expect(items.length).toBeGreaterThan(1000);
  });

  it('counts a distance equal to the radius as within, and the next double below as not', () => {
    const [a, b]: [Position, Position] = [
      [112.85, 35.49],
      [113.1, 35.3],
    ];
    const distance = geodesicDistanceM(...a, ...b);
    expect([...reach([a], [b, b], [distance, ulpBeside(distance, -1)]).items]).toEqual([0]);
  });

  it('misses none of many points near the limit, due north and south at the equator, where a degree of latitude is shortest', () => {
    const lengths = Array.from({ length: 8000 }, (_, k) => RADIUS_M - k / 4);
    const points = lengths.map((length, k) => geodesicDestination(112, 0, k % 2 === 0 ? 0 : 180, length - 0.001));
    expect(reach(points, [[112, 0]], [RADIUS_M]).items.length).toBe(8000);
  });

  it('reaches the very point with radius 0, across the antimeridian, over the pole and round the world', () => {
    expect(reach([[112, 35]], [[112, 35]], [0]).items.length).toBe(1);
    expect(reach([[179.99, 35]], [[-179.99, 35]], [2000]).items.length).toBe(1);
    expect(reach([[0, 89.99]], [[180, 89.99]], [2300]).items.length).toBe(1);
    expect(reach([[112, 35], [-68, -35]], [[112, 35]], [Infinity]).items.length).toBe(2);
  });

  it('leaves out points, centres and radii that are not numbers, and negative radii', () => {
    const point: Position = [112, 35];
    const { offsets, items } = reach([[NaN, 35], [112, NaN], point], [[NaN, 35], [112, NaN], point, point, point], [1, 1, -1, NaN, 1]);
    expect([...offsets]).toEqual([0, 0, 0, 1]);
    expect([...items]).toEqual([4]);
  });

  it('lists the centres of a point by ascending index', () => {
    const random = seededRandom(32);
    const centres = scattered(random, 50, 112, 35, 0.1);
    const { items } = reach([[112.05, 35.05]], centres, centres.map(() => RADIUS_M));
    expect([...items]).toEqual([...centres.keys()]);
  });
});

describe('nearestCentre', () => {
  function nearest(points: readonly Position[], centres: readonly Position[], allowed?: Uint8Array): ReturnType<typeof nearestCentre> {
    return nearestCentre(...columns(points), ...columns(centres), allowed);
  }

  it('agrees with trying them all', () => {
    const random = seededRandom(33);
    const points = scattered(random, 300, 100, 20, 30);
    const centres = scattered(random, 40, 100, 20, 30);
    const allowed = Uint8Array.from(centres, () => (random() < 0.7 ? 1 : 0));
    const { index, distanceM } = nearest(points, centres, allowed);
    for (const [i, point] of points.entries()) {
      const distances = centres.map((centre, c) => (allowed[c] === 1 ? inverseM(point, centre) : Infinity));
      expect(distanceM[i]).toBeCloseTo(Math.min(...distances), 6);
      expect(index[i]).toBe(distances.indexOf(Math.min(...distances)));
    }
  });

  it('lets the geodesic decide where chord and geodesic order two centres differently', () => {
    // The same chord is a longer way north than east at 35° N: the meridian is the more curved.
    const from: Position = [112, 35];
    const north = geodesicDestination(...from, 0, 200_000.01);
    const east = geodesicDestination(...from, 90, 200_000);
    const { index, distanceM } = nearest([from], [north, east]);
    expect(index[0]).toBe(1);
    expect(distanceM[0]).toBeCloseTo(200_000, 6);
    expect(nearest([from], [geodesicDestination(...from, 0, 200_000), geodesicDestination(...from, 90, 200_000.01)]).index[0]).toBe(0);
  });

  it('is exact where thousands of points crowd along the line between two centres', () => {
    const random = seededRandom(34);
    const centres: Position[] = [[112, 35], [112.4, 35.1], [113, 34], [111, 36], ...scattered(random, 10, 114, 37, 1)];
    const points = Array.from({ length: 6000 }, (): Position => {
      const along = 0.06 * random() - 0.03;
      return [112.2 - 0.3 * along + 0.00002 * random(), 35.05 + along];
    });
    const { index } = nearest(points, centres);
    const expected = points.map((point) => {
      const distances = centres.map((centre) => inverseM(point, centre));
      return distances.indexOf(Math.min(...distances));
    });
    expect([...index]).toEqual(expected);
    expect(new Set(expected)).toEqual(new Set([0, 1]));
  });

  it('takes the lowest index of equally near ones', () => {
    expect(nearest([[112, 35]], [[113, 35], [111, 35], [112, 35.1], [112, 35.1]]).index[0]).toBe(2);
    expect(nearest([[112, 35]], [[112.5, 36], [111.5, 36]]).index[0]).toBe(0);
  });

  it('answers -1 and NaN when there is nothing to be near to', () => {
    const nothing = { index: Int32Array.of(-1), distanceM: Float64Array.of(NaN) };
    expect(nearest([[112, 35]], [])).toEqual(nothing);
    expect(nearest([[112, 35]], [[112, 36]], Uint8Array.of(0))).toEqual(nothing);
    expect(nearest([[112, 35]], [[NaN, 36]])).toEqual(nothing);
    expect(nearest([[NaN, NaN]], [[112, 36]])).toEqual(nothing);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/base/random.ts';
import { fractalZone } from '../../scripts/ledger/fractal-zone.ts';
import { boundariesNear } from '../../src/geometry/boundaries-near.ts';
import { earthCentred } from '../../src/geometry/chord.ts';
import { areaMarginM, isBoundaryWithin } from '../../src/geometry/margin.ts';
import { geodesicDistanceM } from '../../src/geometry/geodesic.ts';
import { nearCentres, isChordWithin, nearestCentreOf, shortGeodesicM } from '../../src/geometry/near-centres.ts';
import { polygonTable } from '../../src/geometry/rings.ts';
import { pointRows } from '../../src/geometry/rows.ts';

const seed = fc.integer({ min: 0, max: 1e9 });

/** Points in and around a town, some beside vertices of the zones, one without a place. */
function scatter(random: () => number, near: readonly (readonly [number, number])[], count: number): { lng: Float64Array; lat: Float64Array } {
  const lng = new Float64Array(count);
  const lat = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const [x, y] = i % 2 === 0 ? (near[Math.floor(random() * near.length)] ?? [112, 35]) : [112 + 0.2 * random(), 35 + 0.2 * random()];
    lng[i] = x + (random() - 0.5) * 2e-3;
    lat[i] = y + (random() - 0.5) * 2e-3;
  }
  lng[0] = NaN;
  lat[0] = NaN;
  return { lng, lat };
}

describe('boundariesNear', () => {
  it('finds what isBoundaryWithin finds, pair by pair, and that is |margin| < accuracy', () => {
    fc.assert(
      fc.property(seed, (start) => {
        const random = seededRandom(start);
        const zones = Array.from({ length: 6 }, () =>
          fractalZone({ lng: 112.1 + 0.1 * random(), lat: 35.1 + 0.1 * random(), radius: 0.005 + 0.03 * random(), vertices: 20 + Math.floor(200 * random()), holes: Math.floor(3 * random()) }, random),
        );
        const table = polygonTable(zones.map((zone) => [zone]));
        const { lng, lat } = scatter(random, zones.flat(2) as [number, number][], 60);
        const accuracyM = Float64Array.from(lng, () => (random() < 0.1 ? 5000 * random() : random() < 0.2 ? 0 : 150 * random()));
        const areaAccuracyM = zones.map(() => (random() < 0.5 ? 0 : 300 * random()));
        const { offsets, items } = boundariesNear(lng, lat, earthCentred(lng, lat), accuracyM, table, areaAccuracyM);
        for (const [point, x] of lng.entries()) {
          const y = lat[point] ?? NaN;
          const limit = (area: number) => (accuracyM[point] ?? 0) + (areaAccuracyM[area] ?? 0);
          const expected = [...zones.keys()].filter((area) => isBoundaryWithin(table, area, x, y, limit(area)));
          expect([...items.subarray(offsets[point], offsets[point + 1])]).toEqual(expected);
          expect([...zones.keys()].filter((area) => Math.abs(areaMarginM(table, area, x, y)) < limit(area))).toEqual(expected);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('near centres, without geodesics', () => {
  it('misses none within the radius, and its chords decide as the geodesic does', () => {
    fc.assert(
      fc.property(seed, (start) => {
        const random = seededRandom(start);
        const { lng, lat } = scatter(random, [[112, 35]], 80);
        const [centreLng, centreLat] = [Float64Array.from({ length: 12 }, () => 112 + random()), Float64Array.from({ length: 12 }, () => 35 + random())];
        const radiusM = Float64Array.from({ length: 12 }, (_, centre) => (centre === 3 ? NaN : 40_000 * random()));
        const [xyz, centreXyz] = [earthCentred(lng, lat), earthCentred(centreLng, centreLat)];
        const near = nearCentres(pointRows(lng, lat), xyz, centreLat, centreXyz, radiusM);
        const nearest = nearestCentreOf(lng, lat, xyz, [...centreLng.keys()], centreLng, centreLat, centreXyz);
        for (const [point, x] of lng.entries()) {
          const distances = [...centreLng.keys()].map((centre) => geodesicDistanceM(x, lat[point] ?? NaN, centreLng[centre] ?? NaN, centreLat[centre] ?? NaN));
          const found = [...near.items.subarray(near.offsets[point], near.offsets[point + 1])];
          const within = [...centreLng.keys()].filter((centre) => (distances[centre] ?? NaN) <= (radiusM[centre] ?? NaN));
          expect(found).toEqual(expect.arrayContaining(within));
          for (const [k, centre] of found.entries()) {
            const chordM = near.chordM[(near.offsets[point] ?? 0) + k] ?? NaN;
            const limit = radiusM[centre] ?? NaN;
            const told = isChordWithin(chordM, limit);
            if (told !== 0) expect(told === 1).toBe((distances[centre] ?? NaN) <= limit);
          }
          const least = Math.min(...distances);
          expect(nearest[point]).toBe(Number.isNaN(x) ? -1 : distances.indexOf(least));
        }
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    [30_000, 1e-7],
    [100_000, 1e-5],
    [200_000, 1e-4],
  ])('shortGeodesicM is the geodesic at up to %d m within %d m', (reachM, errorM) => {
    const random = seededRandom(5);
    for (let i = 0; i < 2000; i++) {
      const [lng, lat] = [73 + 62 * random(), 3 + 50 * random()];
      const far = (reachM / 111_000) * random();
      const [lng2, lat2] = [lng + far * (random() - 0.5), lat + far * (random() - 0.5)];
      const [a, b] = [earthCentred(Float64Array.of(lng), Float64Array.of(lat)), earthCentred(Float64Array.of(lng2), Float64Array.of(lat2))];
      expect(Math.abs(shortGeodesicM(a, 0, b, 0) - geodesicDistanceM(lng, lat, lng2, lat2))).toBeLessThan(errorM);
    }
  });
});

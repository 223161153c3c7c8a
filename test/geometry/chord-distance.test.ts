import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/base/random.ts';
import { earthCentred } from '../../src/geometry/chord.ts';
import { isChordWithin, shortGeodesicM } from '../../src/geometry/chord-distance.ts';
import { geodesicDestination, geodesicDistanceM } from '../../src/geometry/geodesic.ts';

const at = (lng: number, lat: number) => earthCentred(Float64Array.of(lng), Float64Array.of(lat));

describe('distances without a geodesic', () => {
  it.each([
    [30_000, 1e-7],
    [100_000, 1e-5],
    [200_000, 1e-4],
  ])('shortGeodesicM is the geodesic of up to %d m within %d m', (reachM, errorM) => {
    const random = seededRandom(5);
    for (let i = 0; i < 2000; i++) {
      const [lng, lat] = [73 + 62 * random(), 3 + 50 * random()];
      const [lng2, lat2] = geodesicDestination(lng, lat, 360 * random(), reachM * random());
      expect(Math.abs(shortGeodesicM(at(lng, lat), 0, at(lng2, lat2), 0) - geodesicDistanceM(lng, lat, lng2, lat2))).toBeLessThan(errorM);
    }
    expect(shortGeodesicM(at(112, 35), 0, at(112, 35), 0)).toBe(0);
  });

  it('isChordWithin never contradicts the geodesic, and is silent only in a narrow band', () => {
    const random = seededRandom(6);
    const limitM = 30_000;
    for (let i = 0; i < 2000; i++) {
      const [lng, lat] = [73 + 62 * random(), 3 + 50 * random()];
      const off = (random() - 0.5) * 0.2;
      const [lng2, lat2] = geodesicDestination(lng, lat, 360 * random(), limitM + off);
      const [a, b] = [at(lng, lat), at(lng2, lat2)];
      const told = isChordWithin(Math.hypot((a[0] ?? 0) - (b[0] ?? 0), (a[1] ?? 0) - (b[1] ?? 0), (a[2] ?? 0) - (b[2] ?? 0)), limitM);
      const within = geodesicDistanceM(lng, lat, lng2, lat2) <= limitM;
      if (told !== 0) expect(told === 1).toBe(within);
      if (Math.abs(off) > 0.03) expect(told).not.toBe(0);
    }
  });
});

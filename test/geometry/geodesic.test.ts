import { distance } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/base/random.ts';
import { metresPerRadian } from '../../src/geometry/ellipsoid.ts';
import { geodesicArrival, geodesicDestination, geodesicDistanceM } from '../../src/geometry/geodesic.ts';
import { inverseM } from './oracles.ts';

/** Vincenty's inverse formula (Survey Review 23, 1975), sharing nothing with GeographicLib; good to 0.1 mm away from antipodes. */
function vincentyM(lng1: number, lat1: number, lng2: number, lat2: number): number {
  const [a, f] = [6378137, 1 / 298.257223563];
  const b = a * (1 - f);
  const rad = Math.PI / 180;
  const l = (lng2 - lng1) * rad;
  const [u1, u2] = [Math.atan((1 - f) * Math.tan(lat1 * rad)), Math.atan((1 - f) * Math.tan(lat2 * rad))];
  let lambda = l;
  let distance = 0;
  for (let k = 0; k < 100; k++) {
    const east = Math.cos(u2) * Math.sin(lambda);
    const north = Math.cos(u1) * Math.sin(u2) - Math.sin(u1) * Math.cos(u2) * Math.cos(lambda);
    const sinSigma = Math.hypot(east, north);
    if (sinSigma === 0) return 0;
    const cosSigma = Math.sin(u1) * Math.sin(u2) + Math.cos(u1) * Math.cos(u2) * Math.cos(lambda);
    const sigma = Math.atan2(sinSigma, cosSigma);
    const sinAlpha = (Math.cos(u1) * east) / sinSigma;
    const cos2Alpha = 1 - sinAlpha ** 2;
    const cosMid = cos2Alpha === 0 ? 0 : cosSigma - (2 * Math.sin(u1) * Math.sin(u2)) / cos2Alpha;
    const c = (f / 16) * cos2Alpha * (4 + f * (4 - 3 * cos2Alpha));
    lambda = l + (1 - c) * f * sinAlpha * (sigma + c * sinSigma * (cosMid + c * cosSigma * (2 * cosMid ** 2 - 1)));
    const u = (cos2Alpha * (a * a - b * b)) / (b * b);
    const big = 1 + (u / 16384) * (4096 + u * (-768 + u * (320 - 175 * u)));
    const small = (u / 1024) * (256 + u * (-128 + u * (74 - 47 * u)));
    const correction = small * sinSigma * (cosMid + (small / 4) * (cosSigma * (2 * cosMid ** 2 - 1) - (small / 6) * cosMid * (4 * sinSigma ** 2 - 3) * (4 * cosMid ** 2 - 3)));
    distance = b * big * (sigma - correction);
  }
  return distance;
}

describe('geodesicDistanceM', () => {
  it('equals GeographicLib and, within 1 mm, Vincenty on 10,000 random pairs', () => {
    const random = seededRandom(10);
    const wrong: unknown[] = [];
    for (let k = 0; k < 10_000; k++) {
      const [lng1, lat1] = [75 + 60 * random(), 18 + 35 * random()];
      const reachDeg = k % 2 === 0 ? 0.5 : 20;
      const [lng2, lat2] = [lng1 + reachDeg * (random() - 0.5), lat1 + reachDeg * (random() - 0.5)];
      const distanceM = geodesicDistanceM(lng1, lat1, lng2, lat2);
      const agrees = distanceM === inverseM([lng1, lat1], [lng2, lat2]) && Math.abs(distanceM - vincentyM(lng1, lat1, lng2, lat2)) < 0.001;
      if (!agrees) wrong.push({ lng1, lat1, lng2, lat2, distanceM });
    }
    expect(wrong).toEqual([]);
  });

  it('is the ellipsoid, which a sphere misses by tens of metres over 30 km', () => {
    const [from, north] = [[112, 39] as const, geodesicDestination(112, 39, 0, 30_000)];
    expect(Math.abs(distance([...from], north, { units: 'meters' }) - 30_000)).toBeGreaterThan(30);
    // Half a degree of meridian is its radius of curvature in the middle times the angle.
    expect(geodesicDistanceM(112, 39, 112, 39.5)).toBeCloseTo((metresPerRadian(39.25).north * Math.PI) / 360, 2);
    expect(geodesicDistanceM(112, 0, 113, 0)).toBeCloseTo((6378137 * Math.PI) / 180, 6);
  });

  it('is symmetric, 0 at the point itself, and NaN without coordinates', () => {
    expect(geodesicDistanceM(112.85, 35.49, 113.2, 35.8)).toBe(geodesicDistanceM(113.2, 35.8, 112.85, 35.49));
    expect(geodesicDistanceM(112.85, 35.49, 112.85, 35.49)).toBe(0);
    expect(geodesicDistanceM(NaN, 35, 112, 35)).toBeNaN();
    expect(geodesicDistanceM(112, 35, 112, 95)).toBeNaN();
  });
});

describe('geodesicDestination', () => {
  it('arrives at the distance it was given', () => {
    const random = seededRandom(11);
    for (let k = 0; k < 1000; k++) {
      const [lng, lat] = [75 + 60 * random(), 18 + 35 * random()];
      const length = 100_000 * random();
      expect(Math.abs(geodesicDistanceM(lng, lat, ...geodesicDestination(lng, lat, 360 * random(), length)) - length)).toBeLessThan(1e-7);
    }
  });

  it('knows north from east', () => {
    const [east, level] = geodesicDestination(112, 35, 90, 1000);
    expect(east).toBeGreaterThan(112.01);
    expect(level).toBeCloseTo(35, 6);
    expect(geodesicDestination(112, 35, 0, 1000)[1]).toBeGreaterThan(35.009);
  });
});

describe('geodesicArrival', () => {
  it('gives the azimuth at the far end', () => {
    const { distanceM, azimuthDeg } = geodesicArrival(112, 35, 114, 35);
    expect(distanceM).toBe(geodesicDistanceM(112, 35, 114, 35));
    // Along a parallel of 2° the geodesic bows north: it leaves and arrives by half the meridians' convergence, sin 35°.
    expect(azimuthDeg - 90).toBeCloseTo(Math.sin((35 * Math.PI) / 180), 2);
  });
});

import { area as turfArea } from '@turf/turf';
import geographiclib from 'geographiclib-geodesic';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/base/random.ts';
import { geodesicAreaM2 } from '../../src/geometry/area.ts';
import type { PolygonRings, Position } from '../../src/geometry/rings.ts';
import { box, closed, starRing } from './shapes.ts';

/** GeographicLib joins positions by geodesics; with this many per edge they lie on the straight edge. */
function geographicLibAreaM2(ring: readonly Position[], perEdge: number): number {
  const polygon = geographiclib.Geodesic.WGS84.Polygon(false);
  for (const [i, [lng, lat]] of ring.slice(0, -1).entries()) {
    const [nextLng, nextLat] = ring[i + 1] as Position;
    for (let k = 0; k < perEdge; k++) polygon.AddPoint(lat + (k / perEdge) * (nextLat - lat), lng + (k / perEdge) * (nextLng - lng));
  }
  return Math.abs(polygon.Compute(false, true).area ?? NaN);
}

function turfAreaM2(polygon: PolygonRings): number {
  return turfArea({ type: 'Polygon', coordinates: polygon.map((ring) => ring.map(([x, y]) => [x, y])) });
}

describe('geodesicAreaM2', () => {
  it('is the whole ellipsoid for the whole map', () => {
    // NIMA TR8350.2: surface of WGS84, 5.100656217240886e14 m² (GeographicLib's EllipsoidArea). Edges 10° high keep the quadrature exact.
    const ladder = [...Array.from({ length: 19 }, (_, k): Position => [180, 10 * k - 90]), ...Array.from({ length: 19 }, (_, k): Position => [-180, 90 - 10 * k])];
    expect(geodesicAreaM2([closed(ladder)]) / 5.100656217240886e14).toBeCloseTo(1, 10);
  });

  it('equals the closed form of a rectangle between two parallels and two meridians', () => {
    const e = Math.sqrt((1 / 298.257223563) * (2 - 1 / 298.257223563));
    const b = 6378137 * (1 - 1 / 298.257223563);
    const zone = (lat: number): number => {
      const x = e * Math.sin((lat * Math.PI) / 180);
      return (b * b * (x / (1 - x * x) + 0.5 * Math.log((1 + x) / (1 - x)))) / (2 * e);
    };
    const expected = (Math.PI / 180) * (zone(36) - zone(35));
    expect(geodesicAreaM2([box(112, 35, 113, 36)]) / expected).toBeCloseTo(1, 12);
  });

  it('equals GeographicLib along densely placed positions to 1e-7, and Turf within 1 %', () => {
    const random = seededRandom(40);
    for (let k = 0; k < 20; k++) {
      const centre: Position = [75 + 60 * random(), 18 + 35 * random()];
      const ring = starRing(random, centre, 0.5 * random() ** 2 + 0.001, 8);
      const actual = geodesicAreaM2([ring]);
      expect(Math.abs(actual / geographicLibAreaM2(ring, 100) - 1)).toBeLessThan(1e-7);
      expect(Math.abs(actual / turfAreaM2([ring]) - 1)).toBeLessThan(0.01);
    }
  });

  it('knows a field of one hectare to a square millimetre', () => {
    const field = box(112, 35, 112.001, 35.001);
    const parts = [box(112, 35, 112.0005, 35.001), box(112.0005, 35, 112.001, 35.001)];
    const sum = parts.reduce((total, part) => total + geodesicAreaM2([part]), 0);
    expect(Math.abs(geodesicAreaM2([field]) - sum)).toBeLessThan(1e-5);
    expect(Math.abs(geodesicAreaM2([field]) - geographicLibAreaM2(field, 10))).toBeLessThan(0.01);
  });

  it('subtracts holes, whichever way rings turn', () => {
    const [outer, hole] = [box(112, 35, 113, 36), box(112.2, 35.2, 112.4, 35.4)];
    const expected = geodesicAreaM2([outer]) - geodesicAreaM2([hole]);
    for (const o of [outer, [...outer].reverse()]) {
      for (const h of [hole, [...hole].reverse()]) expect(geodesicAreaM2([o, h])).toBeCloseTo(expected, 3);
    }
    expect(expected).toBeLessThan(geodesicAreaM2([outer]));
  });

  it('is 0 for nothing', () => {
    expect(geodesicAreaM2([])).toBe(0);
  });
});

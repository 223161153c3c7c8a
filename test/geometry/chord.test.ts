import { describe, expect, it } from 'vitest';
import { chordLimits, chordSquared, earthCentred, longestGeodesicM, shortestGeodesicM, writeEarthCentred } from '../../src/geometry/chord.ts';
import { geodesicDestination } from '../../src/geometry/geodesic.ts';
import type { Position } from '../../src/geometry/rings.ts';
import { inverseM } from './oracles.ts';

function chordM(a: Position, b: Position): number {
  const xyz = earthCentred(Float64Array.of(a[0], b[0]), Float64Array.of(a[1], b[1]));
  return Math.sqrt(chordSquared(xyz, 0, xyz, 1));
}

const LATITUDES = [-90, -53, -18, 0, 1e-9, 18, 35.5, 45, 53, 89.999, 90];
const AZIMUTHS = Array.from({ length: 24 }, (_, k) => 15 * k);
const LENGTHS_M = [0, 1e-6, 0.001, 1, 100, 5000, 29_999.99, 30_000, 30_000.01, 50_000, 300_000, 2e6, 5e6, 1e7, 1.5e7, 1.9e7, 1.99e7, 1.9999e7, 2.0003e7];

describe('chord bounds', () => {
  it('hold for every latitude, azimuth and length up to the antipode', () => {
    const broken: unknown[] = [];
    for (const lat of LATITUDES) {
      for (const azimuth of AZIMUTHS) {
        for (const length of LENGTHS_M) {
          const from: Position = [112.85, lat];
          const to = geodesicDestination(...from, azimuth, length);
          const geodesicM = inverseM(from, to);
          const chord = chordM(from, to);
          // A radius just short of the geodesic must not be proven to reach, one just above not to fall short.
          const holds =
            shortestGeodesicM(chord) <= geodesicM &&
            geodesicM <= longestGeodesicM(chord) &&
            chordLimits(geodesicM - 2e-8).surelyWithin <= chord &&
            chord <= chordLimits(geodesicM + 2e-8).surelyBeyond;
          if (!holds) broken.push({ lat, azimuth, length, geodesicM, chord });
        }
      }
    }
    expect(broken).toEqual([]);
  });

  it('leave a band of 28 mm at 30 km', () => {
    const { surelyWithin, surelyBeyond } = chordLimits(30_000);
    expect(surelyBeyond - surelyWithin).toBeGreaterThan(0.027);
    expect(surelyBeyond - surelyWithin).toBeLessThan(0.029);
  });

  it('are as sharp as can be along the equatorial meridian, the most curved line there is', () => {
    const chord = chordM([0, -0.05], [0, 0.05]);
    expect(longestGeodesicM(chord) - inverseM([0, -0.05], [0, 0.05])).toBeLessThan(1e-5);
  });

  it('claim nothing beyond the largest sphere that fits the curvature', () => {
    expect(longestGeodesicM(1.28e7)).toBe(Infinity);
    expect(chordLimits(Infinity).surelyWithin).toBeLessThan(12_670_880);
    expect(chordLimits(Infinity).surelyBeyond).toBe(Infinity);
  });
});

describe('writeEarthCentred', () => {
  it.each([
    [0, 0, [6378137, 0, 0]],
    [90, 0, [0, 6378137, 0]],
    [0, 90, [0, 0, 6356752.314245179]],
    [180, 0, [-6378137, 0, 0]],
    // EPSG Guidance Note 7-2 (2019), §4.1.1, the worked example of geographic/geocentric conversions, at height 0.
    [2 + 7 / 60 + 46.38 / 3600, 53 + 48 / 60 + 33.82 / 3600, [3771793.968 - 73 * Math.cos(0.9391511) * Math.cos(0.0371639), 140253.342 - 73 * Math.cos(0.9391511) * Math.sin(0.0371639), 5124304.349 - 73 * Math.sin(0.9391511)]],
  ] as const)('puts %d, %d at its place, to the millimetre of the source', (lng, lat, expected) => {
    const xyz = new Float64Array(4);
    writeEarthCentred(xyz, 1, lng, lat);
    expect(xyz[0]).toBe(0);
    for (const k of [0, 1, 2]) expect(Math.abs((xyz[k + 1] as number) - (expected[k] as number))).toBeLessThan(0.001);
  });
});

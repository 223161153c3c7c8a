import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { geodesicDistanceM } from '../../../src/geometry/geodesic.ts';
import { bd09ToWgs84, gcj02ToWgs84, wgs84ToBd09, wgs84ToGcj02 } from '../../../src/ingest/datum/gcj02.ts';
import type { LngLat } from '../../../src/domain/place.ts';

const rounded = ([lng, lat]: LngLat) => [Number(lng.toFixed(6)), Number(lat.toFixed(6))];
const inChina = fc.tuple(fc.double({ min: 73, max: 136, noNaN: true }), fc.double({ min: 3, max: 54, noNaN: true }));

describe('GCJ-02 and BD-09', () => {
  it('gives the coordinates that are published for Tiananmen', () => {
    expect([rounded(wgs84ToGcj02([116.404, 39.915])), rounded(wgs84ToBd09([116.404, 39.915]))]).toEqual([[116.410244, 39.916404], [116.416627, 39.9227]]);
  });

  it.each([
    ['GCJ-02', wgs84ToGcj02, gcj02ToWgs84],
    ['BD-09', wgs84ToBd09, bd09ToWgs84],
  ] as const)('%s comes back to WGS84 within a millimetre everywhere in China', (_, forward, back) => {
    fc.assert(
      fc.property(inChina, ([lng, lat]) => {
        const [lng2, lat2] = back(forward([lng, lat]));
        expect(geodesicDistanceM(lng, lat, lng2, lat2)).toBeLessThan(0.001);
      }),
      { numRuns: 2000 },
    );
  });
});

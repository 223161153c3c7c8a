import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/base/random.ts';
import type { LngLat, MultiPolygon } from '../../src/domain/place.ts';
import { areaM2 } from '../../src/draft/area-m2.ts';
import { edgeLengthsM, lengthM, muOf, nearestSource, perimeterM } from '../../src/draft/measures.ts';
import { isSound } from '../../src/draft/overlay.ts';
import { circle, freehand, rectangle } from '../../src/draft/shapes.ts';
import { simplify } from '../../src/draft/simplify.ts';
import { traceAlong } from '../../src/draft/trace.ts';
import { cornersOf } from '../../src/draft/vertices.ts';
import { areaMarginM } from '../../src/geometry/margin.ts';
import { polygonTable } from '../../src/geometry/rings.ts';
import { heatSource } from '../assess/tiny.ts';
import { inverseM } from '../geometry/oracles.ts';
import { starRing } from '../geometry/shapes.ts';
import { CENTRE, randomArea } from './areas.ts';

describe('rectangle', () => {
  it('is the same from whichever corners, and none without an area', () => {
    expect(rectangle([0, 0], [2, 1])).toEqual(rectangle([2, 0], [0, 1]));
    expect([rectangle([0, 0], [0, 1]), rectangle([0, 0], [1, 0])]).toEqual([null, null]);
  });
});

describe('circle', () => {
  it('has every corner at the radius on the ground', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 100_000, noNaN: true }), (radiusM) => {
        const ring = circle(CENTRE, radiusM);
        if (!ring.ok) throw new Error('expected a circle');
        for (const at of ring.value) expect(Math.abs(inverseM(CENTRE, at) - radiusM)).toBeLessThan(1e-6);
        expect(isSound([[ring.value]])).toBe(true);
        expect(Math.abs(areaM2([[ring.value]]) / (Math.PI * radiusM * radiusM) - 1)).toBeLessThan(1.5e-3);
      }),
      { numRuns: 20 },
    );
  });

  it('needs a radius', () => {
    for (const radiusM of [0, -1, NaN, Infinity, 1e6]) expect(circle(CENTRE, radiusM)).toEqual({ ok: false, problems: [{ code: 'radius-invalid' }] });
  });
});

describe('freehand', () => {
  it('closes what was drawn and drops the tremor', () => {
    const drawn: LngLat[] = [[0, 0], [0.5, 1e-7], [1, 0], [1, 1], [0.5, 1.0000001], [0, 1]];
    expect(freehand(drawn, 1)).toEqual([[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]);
    expect(freehand([[0, 0], [1, 0]], 1)).toBeNull();
    expect(freehand([[0, 0], [1, 0], [1, 1], [0, 0]], 1)).toEqual([[0, 0], [1, 0], [1, 1], [0, 0]]);
  });
});

describe('simplify', () => {
  it('moves the boundary by no more than it is told, and says how the area changed', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.constantFrom(5, 100, 800), (seed, toleranceM) => {
        const area: MultiPolygon = [[starRing(seededRandom(seed), CENTRE, 0.1, 60)], ...randomArea(seed + 1, 30).map((polygon) => polygon.map((ring) => ring.map(([lng, lat]): LngLat => [lng + 0.5, lat])))];
        const simple = simplify(area, toleranceM);
        expect(simple.toleranceM).toBeLessThanOrEqual(toleranceM);
        expect(simple.area.map((polygon) => polygon.length)).toEqual(area.map((polygon) => polygon.length));
        expect(isSound(simple.area)).toBe(true);
        expect(simple.areaChangeM2).toBeCloseTo(areaM2(simple.area) - areaM2(area), 6);
        expect(simple.cornersAfter).toBe(simple.area.flat().reduce((sum, ring) => sum + cornersOf(ring).length, 0));
        const table = polygonTable([simple.area]);
        for (const [lng, lat] of area.flat(2)) expect(Math.abs(areaMarginM(table, 0, lng, lat))).toBeLessThanOrEqual(simple.toleranceM + 1e-6);
      }),
      { numRuns: 20 },
    );
  });

  it('leaves nothing out at a tolerance of zero, and a triangle at a huge one', () => {
    const area = randomArea(8);
    expect(simplify(area, 0).area).toEqual(area);
    expect(simplify([[starRing(seededRandom(1), CENTRE, 0.1, 20)]], 1e6).cornersAfter).toBe(3);
  });
});

describe('traceAlong', () => {
  it('goes either way round: together the two are the whole ring', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(11), fc.nat(11), fc.double({ min: 0, max: 0.99, noNaN: true }), (seed, a, b, share) => {
        const ring = starRing(seededRandom(seed), CENTRE, 0.1, 12);
        const spot = (edge: number, t: number): { edge: number; at: LngLat } => {
          const [from, to] = [ring[edge], ring[edge + 1]] as [LngLat, LngLat];
          return { edge, at: t === 0 ? from : [from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])] };
        };
        const [from, to] = [spot(a, 0), spot(b, share)];
        const ways = (['shorter', 'longer'] as const).map((way) => traceAlong(ring, from, to, way));
        for (const way of ways) expect([way[0], way.at(-1)]).toEqual([from.at, to.at]);
        const [shorter = 0, longer = 0] = ways.map(lengthM);
        expect(shorter).toBeLessThanOrEqual(longer);
        expect(Math.abs(shorter + longer - perimeterM([[ring]]))).toBeLessThan(1e-3);
        // Between the spots only corners of the ring, each as the same number.
        const inner = ways.flatMap((way) => way.slice(1, -1));
        expect(inner.every((at) => ring.includes(at))).toBe(true);
      }),
    );
  });
});

describe('measures', () => {
  it('knows 15 mu to the hectare, and lengths by geodesic', () => {
    expect(muOf(10_000)).toBe(15);
    expect(edgeLengthsM([[112, 35], [112, 36], [113, 36]])).toEqual([inverseM([112, 35], [112, 36]), inverseM([112, 36], [113, 36])]);
  });

  it('finds the nearest source', () => {
    const sources = [heatSource({ id: 'far', lngLat: [113, 36] }), heatSource({ id: 'near', lngLat: [112.9, 35.5] })];
    expect(nearestSource([112.8, 35.5], sources)).toMatchObject({ source: { id: 'near' }, distanceM: inverseM([112.8, 35.5], [112.9, 35.5]) });
    expect(nearestSource([112.8, 35.5], [])).toBeNull();
  });
});

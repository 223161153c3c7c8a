import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/base/random.ts';
import type { LngLat, MultiPolygon } from '../../src/domain/place.ts';
import { flawsOf } from '../../src/draft/flaws.ts';
import { snapTargets, snapTo } from '../../src/draft/snap.ts';
import { box, closed } from '../geometry/shapes.ts';
import { exactTurn } from '../geometry/oracles.ts';
import { places, randomArea } from './areas.ts';

describe('snapTo', () => {
  it('catches what a search of every corner and edge would', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(1000), fc.constantFrom(0.001, 0.01, 0.05), (seed, at, reach) => {
        const areas = [randomArea(seed), randomArea(seed + 1)];
        const pointer = places(at, 1)[0] as LngLat;
        const stretch = 1 / Math.cos((pointer[1] * Math.PI) / 180);
        const far = ([lng, lat]: LngLat): number => Math.hypot(lng - pointer[0], (lat - pointer[1]) * stretch);
        const corners = areas.flat(3).map(far).filter((distance) => distance <= reach);
        const edges = areas.flat(2).flatMap((ring) => ring.slice(1).map((to, i) => sampledFar(ring[i] as LngLat, to, far))).filter((distance) => distance <= reach);
        const caught = snapTo(snapTargets(areas), pointer, reach);
        if (corners.length > 0) {
          expect([caught?.kind, caught && far(caught.at)]).toEqual(['corner', Math.min(...corners)]);
          expect(caught?.ring[caught.spot.edge]).toEqual(caught?.at);
        } else if (edges.length > 0) {
          expect(caught?.kind).toBe('edge');
          expect(caught && far(caught.at)).toBeLessThanOrEqual(Math.min(...edges) + 1e-12);
        } else if (caught !== null) {
          // Samples along an edge may all miss what its nearest point just reaches.
          expect([caught.kind, far(caught.at) <= reach]).toEqual(['edge', true]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('catches nothing where there is nothing', () => {
    expect(snapTo(snapTargets([]), [0, 0], 1)).toBeNull();
  });
});

function sampledFar(from: LngLat, to: LngLat, far: (at: LngLat) => number): number {
  return Math.min(...Array.from({ length: 401 }, (_, k) => far([from[0] + (k / 400) * (to[0] - from[0]), from[1] + (k / 400) * (to[1] - from[1])])));
}

describe('flawsOf', () => {
  it('finds nothing wrong with sound areas', () => {
    for (let seed = 0; seed < 50; seed++) expect(flawsOf(randomArea(seed))).toEqual([]);
    expect(flawsOf([])).toEqual([]);
  });

  it('marks as many crossings as there are pairs of crossing edges', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.integer({ min: 4, max: 9 }), (seed, count) => {
        const random = seededRandom(seed);
        // On a grid of binary fractions, so that exact arithmetic can follow.
        const corners = Array.from({ length: count }, (): LngLat => [Math.round(random() * 1024) / 1024, Math.round(random() * 1024) / 1024]);
        const ring = closed(corners) as LngLat[];
        let pairs = 0;
        for (let i = 0; i < count; i++) {
          for (let k = i + 1; k < count; k++) {
            const [a, b, c, d] = [ring[i], ring[i + 1], ring[k], ring[k + 1]] as [LngLat, LngLat, LngLat, LngLat];
            if (exactTurn(a, b, c) * exactTurn(a, b, d) < 0 && exactTurn(c, d, a) * exactTurn(c, d, b) < 0) pairs += 1;
          }
        }
        const crossings = flawsOf([[ring]]).filter(({ code }) => code === 'ring-crosses-itself');
        expect(crossings.length).toBeGreaterThanOrEqual(pairs);
        if (pairs > 0) expect(crossings.length).toBe(pairs);
      }),
      { numRuns: 300 },
    );
  });

  it('says where', () => {
    expect(flawsOf([[[[0, 0], [2, 2], [2, 0], [0, 2], [0, 0]]]])).toEqual([{ code: 'ring-crosses-itself', polygon: 0, at: [1, 1] }]);
    expect(flawsOf([[box(0, 0, 4, 4), box(3, 1, 5, 2)]]).filter(({ code }) => code === 'rings-cross')).toHaveLength(2);
  });

  it('marks every stretch where a ring runs along itself', () => {
    // A box with two spikes, there and back on the same line.
    const spiked = closed([[0, 0], [4, 0], [4, 1], [6, 1], [4, 1], [4, 3], [6, 3], [4, 3], [4, 4], [0, 4]]) as LngLat[];
    expect(flawsOf([[spiked]]).filter(({ code }) => code === 'ring-crosses-itself').map(({ at }) => at?.[1])).toEqual([1, 3]);
  });

  it('takes parts that overlap for a flaw, parts side by side for none', () => {
    const codes = (area: MultiPolygon): string[] => flawsOf(area).map(({ code }) => code);
    expect(new Set(codes([[box(0, 0, 2, 2)], [box(1, 1, 3, 3)]]))).toEqual(new Set(['parts-overlap']));
    expect(codes([[box(0, 0, 9, 9)], [box(1, 1, 3, 3)]])).toEqual(['parts-overlap']);
    expect(codes([[box(0, 0, 2, 2)], [box(0, 0, 2, 2)]])).toEqual(['parts-overlap']);
    expect(codes([[box(0, 0, 2, 2)], [box(2, 0, 3, 2)]])).toEqual([]);
    // An island in a hole is a part of its own, not an overlap.
    expect(codes([[box(0, 0, 9, 9), box(2, 2, 7, 7)], [box(3, 3, 4, 4)]])).toEqual([]);
  });

  it('names a ring that is no ring', () => {
    expect(flawsOf([[[[0, 0], [1, 1], [0, 0]]]]).map(({ code }) => code)).toEqual(['ring-too-short']);
  });
});

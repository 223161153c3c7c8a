import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fractalZone } from '../../scripts/ledger/fractal-zone.ts';
import { seededRandom } from '../../src/base/random.ts';
import { edgesApart } from '../../src/geometry/edges-apart.ts';
import type { PolygonRings, Position } from '../../src/geometry/rings.ts';
import { segmentMeeting } from '../../src/geometry/segments.ts';
import { closed } from './shapes.ts';

/** Every pair of edges, one by one. */
function apartByPairs(polygon: PolygonRings): boolean {
  const edges = polygon.flatMap((ring, number) => {
    const own = ring.slice(1).map((to, k) => ({ number, from: ring[k] as Position, to })).filter(({ from, to }) => from[0] !== to[0] || from[1] !== to[1]);
    return own.map((edge, place) => ({ ...edge, place, count: own.length }));
  });
  return edges.every((a, i) =>
    edges.slice(i + 1).every((b) => {
      const meeting = segmentMeeting(a.from, a.to, b.from, b.to);
      const step = b.place - a.place;
      return meeting === 'apart' || (meeting === 'touch' && a.number === b.number && (step === 1 || step === a.count - 1));
    }),
  );
}

describe('edgesApart', () => {
  it('says what every pair says, of rings on a small grid, where edges run along, touch and cross', () => {
    const position = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }));
    const tally = { apart: 0, meeting: 0 };
    fc.assert(
      fc.property(fc.array(fc.array(position, { minLength: 3, maxLength: 7 }), { minLength: 1, maxLength: 2 }), (rings) => {
        const polygon = rings.map((ring) => closed(ring));
        const expected = apartByPairs(polygon);
        tally[expected ? 'apart' : 'meeting'] += 1;
        expect(edgesApart(polygon)).toBe(expected);
      }),
      { numRuns: 3000 },
    );
    expect(Math.min(tally.apart, tally.meeting)).toBeGreaterThan(50);
  });

  it('finds one crossing among many chains of edges', () => {
    const random = seededRandom(8);
    for (let round = 0; round < 40; round++) {
      const zone = fractalZone({ lng: 112, lat: 35, radius: 0.05, vertices: 150, holes: 2 }, random);
      expect(edgesApart(zone)).toBe(true);
      const at = 1 + Math.floor(random() * 100);
      const spoilt = zone.map((ring, r) => (r > 0 ? ring : ring.with(at, [112 + 0.12 * (random() - 0.5), 35 + 0.12 * (random() - 0.5)])));
      expect(edgesApart(spoilt)).toBe(apartByPairs(spoilt));
    }
  });

  it('leaves a star of long thin spikes to the sweep', () => {
    const spikes = 40_000;
    const star = Array.from({ length: 2 * spikes }, (_, k): Position => {
      const [turn, radius] = [(Math.PI * k) / spikes, k % 2 === 0 ? 1 : 0.01];
      return [112 + radius * Math.cos(turn), 35 + radius * Math.sin(turn)];
    });
    expect(edgesApart([closed(star)])).toBeNull();
  });
});

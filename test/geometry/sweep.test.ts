import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ringProblems } from '../../src/geometry/ring-problems.ts';
import type { Position } from '../../src/geometry/rings.ts';
import { segmentMeeting } from '../../src/geometry/segments.ts';
import type { SweepEdge } from '../../src/geometry/sweep.ts';
import { findContact } from '../../src/geometry/sweep.ts';
import { closed } from './shapes.ts';

interface RingEdge extends SweepEdge {
  readonly ring: number;
  readonly place: number;
  readonly count: number;
}

function ringEdges(rings: readonly (readonly Position[])[]): RingEdge[] {
  return rings.flatMap((corners, ring) => {
    const different = corners.filter(([x, y], k) => x !== corners.at(k - 1)?.[0] || y !== corners.at(k - 1)?.[1]);
    return different.map((from, place) => ({ from, to: different[(place + 1) % different.length] as Position, ring, place, count: different.length }));
  });
}

/** As for rings of a polygon: they may touch each other, but not themselves. */
function isContact(a: RingEdge, b: RingEdge): boolean {
  const meeting = segmentMeeting(a.from, a.to, b.from, b.to);
  if (meeting === 'apart') return false;
  if (a.ring !== b.ring || meeting !== 'touch') return meeting !== 'touch';
  const step = Math.abs(a.place - b.place);
  return step !== 1 && step !== a.count - 1;
}

function spikes(count: number): Position[] {
  return Array.from({ length: count }, (_, k): Position => {
    const [radius, turn] = [k % 2 === 0 ? 0.9 : 0.3, (2 * Math.PI * k) / count];
    return [112 + radius * Math.cos(turn), 35 + radius * Math.sin(turn)];
  });
}

describe('findContact', () => {
  const position = fc.tuple(fc.nat(6), fc.nat(6));
  const rings = fc.array(fc.array(position, { minLength: 3, maxLength: 5 }), { minLength: 1, maxLength: 4 });

  it('finds a contact exactly when trying every pair finds one, with ends on edges, shared vertices and level edges', { timeout: 60_000 }, () => {
    const tally = { sound: 0, touching: 0, contact: 0 };
    fc.assert(
      fc.property(rings, (corners) => {
        const edges = ringEdges(corners);
        const pairs = edges.flatMap((a, k) => edges.slice(k + 1).map((b) => [a, b] as const));
        const expected = pairs.some(([a, b]) => isContact(a, b));
        const found = findContact(edges, isContact);
        expect(found !== null).toBe(expected);
        if (found !== null) expect(isContact(...found)).toBe(true);
        const touches = pairs.some(([a, b]) => a.ring !== b.ring && segmentMeeting(a.from, a.to, b.from, b.to) === 'touch');
        tally[expected ? 'contact' : touches ? 'touching' : 'sound']++;
      }),
      { numRuns: 3000, seed: 80 },
    );
    expect(Math.min(tally.sound, tally.touching, tally.contact)).toBeGreaterThan(15);
  });
});

describe('ringProblems, for a star of 20,000 spikes,', () => {
  it('finds it sound, and finds the one crossing in it', { timeout: 60_000 }, () => {
    const star = spikes(40_000);
    expect(ringProblems([closed(star)])).toEqual([]);
    const [x, y] = star[1000] as Position;
    star[1000] = [x, y + 0.001];
    expect(ringProblems([closed(star)])).toMatchObject([{ code: 'ring-crosses-itself', ring: 0 }]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LngLat } from '../../src/domain/place.ts';
import { moveArea } from '../../src/draft/move-area.ts';
import { cornersOf, insertVertex, moveVertex, removeRing, removeVertex, ringAt } from '../../src/draft/vertices.ts';
import { randomArea } from './areas.ts';

const corner = fc.record({ seed: fc.nat(200), pick: fc.nat(1000), part: fc.constantFrom([0, 0], [0, 1], [1, 0]) }).map(({ seed, pick, part }) => {
  const area = randomArea(seed);
  const [polygon = 0, ring = 0] = part;
  return { area, place: { polygon, ring, vertex: pick % cornersOf(ringAt(area, { polygon, ring })).length } };
});
const SPOT: LngLat = [112.7, 35.4];

describe('one step on a corner', () => {
  it('keeps every ring closed, and all other corners as they were', () => {
    fc.assert(
      fc.property(corner, ({ area, place }) => {
        const moved = moveVertex(area, place, SPOT);
        for (const ring of moved.flat()) expect(ring.at(-1)).toEqual(ring[0]);
        const before = area.flat(2).filter((at) => at !== ringAt(area, place)[place.vertex]);
        const after = moved.flat(2).filter((at) => at !== SPOT);
        // The first corner closes the ring too: it counts twice.
        expect(after.length).toBe(area.flat(2).length - (place.vertex === 0 ? 2 : 1));
        expect(after.every((at) => before.includes(at))).toBe(true);
      }),
    );
  });

  it('is undone by its opposite: a corner put in and taken out, moved there and back', () => {
    fc.assert(
      fc.property(corner, ({ area, place }) => {
        expect(removeVertex(insertVertex(area, place, SPOT), place)).toEqual(area);
        const home = ringAt(area, place)[place.vertex] as LngLat;
        expect(moveVertex(moveVertex(area, place, SPOT), place, home)).toEqual(area);
      }),
    );
  });

  it('puts a corner also behind the last one', () => {
    const area = randomArea(1);
    const count = cornersOf(ringAt(area, { polygon: 0, ring: 0 })).length;
    const longer = insertVertex(area, { polygon: 0, ring: 0, vertex: count }, SPOT);
    expect(ringAt(longer, { polygon: 0, ring: 0 }).at(-2)).toEqual(SPOT);
  });

  it('takes no corner from a triangle', () => {
    const triangle = [[[[0, 0], [1, 0], [0, 1], [0, 0]]]] as const;
    expect(removeVertex(triangle, { polygon: 0, ring: 0, vertex: 1 })).toBeNull();
  });

  it('refuses a corner that is not there as our mistake', () => {
    expect(() => moveVertex(randomArea(1), { polygon: 0, ring: 0, vertex: 99 }, SPOT)).toThrow('got corner 99');
    expect(() => insertVertex(randomArea(1), { polygon: 9, ring: 0, vertex: 0 }, SPOT)).toThrow('got polygon 9');
  });
});

describe('removeRing', () => {
  it('takes out a hole, or a whole part', () => {
    const area = randomArea(3);
    expect(removeRing(area, { polygon: 0, ring: 1 })).toEqual([[area[0]?.[0]], area[1]]);
    expect(removeRing(area, { polygon: 0, ring: 0 })).toEqual([area[1]]);
  });
});

describe('moveArea', () => {
  it('carries every corner by the same degrees', () => {
    const area = randomArea(5);
    const moved = moveArea(area, [0.25, -0.125]);
    for (const [i, [lng, lat]] of area.flat(2).entries()) {
      expect(moved.flat(2)[i]).toEqual([lng + 0.25, lat - 0.125]);
    }
  });
});

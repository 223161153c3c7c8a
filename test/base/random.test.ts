import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/base/random.ts';

function take(seed: number, count: number): number[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, random);
}

describe('seededRandom', () => {
  it('repeats its sequence for a seed, on every machine', () => {
    expect(take(42, 3).map((x) => x * 2 ** 32)).toEqual([2581720956, 1925393290, 3661312704]);
    expect(take(42, 100)).toEqual(take(42, 100));
  });

  it('differs between seeds, also neighbouring ones', () => {
    expect(new Set([0, 1, 2, 3, -1].map((seed) => take(seed, 1)[0])).size).toBe(5);
  });

  it('fills [0, 1) evenly', () => {
    const numbers = take(7, 20_000);
    expect(numbers.every((x) => x >= 0 && x < 1)).toBe(true);
    const tenths = Array.from({ length: 10 }, (_, tenth) => numbers.filter((x) => Math.floor(10 * x) === tenth).length);
    // Standard deviation of each count is 42.
    for (const count of tenths) expect(Math.abs(count - 2000)).toBeLessThan(210);
  });
});

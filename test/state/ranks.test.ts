import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish } from '../../src/base/steps.ts';
import { numberRanks, orderByRank, textRanks } from '../../src/state/selectors/ranks.ts';

const byCase = (a: string, b: string): number => a.toLowerCase().localeCompare(b.toLowerCase());

describe('ranks', () => {
  it('order numbers as a stable sort does, either way, the unknown last', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.integer({ min: -4, max: 4 }), fc.double(), fc.constant(NaN), fc.constant(-0))).filter((values) => values.every((value) => Number.isNaN(value) || Number.isFinite(value))), fc.constantFrom(1 as const, -1 as const), (values, sign) => {
      const rows = Uint32Array.from(values.keys());
      const brute = [...rows].sort((a, b) => {
        const [x, y] = [values[a] ?? 0, values[b] ?? 0];
        return Number.isNaN(x) || Number.isNaN(y) ? Number(Number.isNaN(x)) - Number(Number.isNaN(y)) : sign * (x < y ? -1 : x > y ? 1 : 0);
      });
      expect([...orderByRank(rows, finish(numberRanks(Float64Array.from(values))), sign)]).toEqual(brute);
    }));
  });

  it('order texts as a stable sort does, those that sort alike as one', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.constantFrom('a', 'A', 'b', 'B', 'c'), fc.string({ maxLength: 3 }), fc.constant(null))), fc.constantFrom(1 as const, -1 as const), (values, sign) => {
      const rows = Uint32Array.from(values.keys());
      const brute = [...rows].sort((a, b) => {
        const [x, y] = [values[a] ?? null, values[b] ?? null];
        return x === null || y === null ? Number(x === null) - Number(y === null) : sign * byCase(x, y);
      });
      expect([...orderByRank(rows, finish(textRanks(values.length, (row) => values[row] ?? null, byCase)), sign)]).toEqual(brute);
    }));
  });

  it('leaves rows of one rank as they stand, and rows that are not asked for out', () => {
    const ranks = finish(numberRanks(Float64Array.of(2, 1, 2, NaN, 1)));
    expect([...orderByRank(Uint32Array.of(4, 2, 1), ranks, 1)]).toEqual([4, 1, 2]);
    expect([...orderByRank(Uint32Array.of(3, 4, 2, 0), ranks, -1)]).toEqual([2, 0, 4, 3]);
  });
});

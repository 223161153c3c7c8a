import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uniqueKeys } from '../../src/base/unique-keys.ts';

describe('uniqueKeys', () => {
  it('keeps an id that stands once', () => {
    expect(uniqueKeys(['x', 'y'])).toEqual(['x', 'y']);
  });

  it('tells repeated ids apart, also from an id that looks like a key', () => {
    expect(uniqueKeys(['x', 'x', 'x~2', 'x'])).toEqual(['x', 'x~3', 'x~2', 'x~4']);
  });

  it('comes to an end where every row of a long ledger bears one id', () => {
    const ids = Array<string>(300_000).fill('x');
    expect(uniqueKeys(ids).at(-1)).toBe('x~300000');
  });

  it('never gives one key to two facilities', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'a~2', 'a~3', 'b', '')), (ids) => {
        expect(new Set(uniqueKeys(ids)).size).toBe(ids.length);
      }),
    );
  });
});

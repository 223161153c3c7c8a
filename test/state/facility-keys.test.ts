import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { facilityKeys } from '../../src/state/facility-keys.ts';

describe('facilityKeys', () => {
  it('keeps an id that stands once', () => {
    expect(facilityKeys(['x', 'y'])).toEqual(['x', 'y']);
  });

  it('tells repeated ids apart, also from an id that looks like a key', () => {
    expect(facilityKeys(['x', 'x', 'x~2', 'x'])).toEqual(['x', 'x~3', 'x~2', 'x~4']);
  });

  it('never gives one key to two facilities', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'a~2', 'a~3', 'b', '')), (ids) => {
        expect(new Set(facilityKeys(ids)).size).toBe(ids.length);
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import type { Truth } from '../../src/base/truth.ts';
import { and, MISSING, NO, not, or, REVIEW, truthWord, YES } from '../../src/base/truth.ts';

const ALL: readonly Truth[] = [NO, MISSING, REVIEW, YES];

/** What a truth may turn out to be once everything is known. */
function outcomes(truth: Truth): readonly boolean[] {
  return truth === NO ? [false] : truth === YES ? [true] : [false, true];
}

/** The operator applied to every way the operands may turn out. */
function possible(a: Truth, b: Truth, operator: (a: boolean, b: boolean) => boolean): Set<boolean> {
  return new Set(outcomes(a).flatMap((x) => outcomes(b).map((y) => operator(x, y))));
}

describe('Kleene logic', () => {
  it.each([
    [NO, NO, NO, NO],
    [NO, MISSING, NO, MISSING],
    [NO, REVIEW, NO, REVIEW],
    [NO, YES, NO, YES],
    [MISSING, MISSING, MISSING, MISSING],
    [MISSING, REVIEW, MISSING, REVIEW],
    [MISSING, YES, MISSING, YES],
    [REVIEW, REVIEW, REVIEW, REVIEW],
    [REVIEW, YES, REVIEW, YES],
    [YES, YES, YES, YES],
  ] as const)('of %i and %i: and %i, or %i, either way round', (a, b, conjunction, disjunction) => {
    expect([and(a, b), and(b, a)]).toEqual([conjunction, conjunction]);
    expect([or(a, b), or(b, a)]).toEqual([disjunction, disjunction]);
  });

  it('is certain exactly when every way the unknowns may turn out agrees', () => {
    for (const a of ALL) {
      for (const b of ALL) {
        expect(new Set(outcomes(and(a, b)))).toEqual(possible(a, b, (x, y) => x && y));
        expect(new Set(outcomes(or(a, b)))).toEqual(possible(a, b, (x, y) => x || y));
      }
    }
  });

  it('negates certain answers and keeps the reason of uncertain ones', () => {
    expect(ALL.map(not)).toEqual([YES, MISSING, REVIEW, NO]);
    expect(ALL.map((a) => not(not(a)))).toEqual(ALL);
  });

  it('names its values', () => {
    expect(ALL.map(truthWord)).toEqual(['no', 'unknown', 'review', 'yes']);
  });
});

/**
 * Kleene's three values, with the middle one split by its reason, because a reader must do different things about them:
 * `MISSING` asks for a field, `REVIEW` asks for a judgement (too near the line, or a text that can be read two ways).
 *
 * The order makes "and" the minimum and "or" the maximum, so columns combine without branches.
 */
export const NO = 0;
export const MISSING = 1;
export const REVIEW = 2;
export const YES = 3;

export type Truth = typeof NO | typeof MISSING | typeof REVIEW | typeof YES;

export type TruthWord = 'no' | 'unknown' | 'review' | 'yes';

const WORDS = ['no', 'unknown', 'review', 'yes'] as const;

export function truthWord(truth: Truth): TruthWord {
  return WORDS[truth];
}

export function and(a: Truth, b: Truth): Truth {
  return a < b ? a : b;
}

export function or(a: Truth, b: Truth): Truth {
  return a > b ? a : b;
}

/** Certain answers swap; an uncertain one keeps its reason. */
export function not(a: Truth): Truth {
  return a === YES ? NO : a === NO ? YES : a;
}

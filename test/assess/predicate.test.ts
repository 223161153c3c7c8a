import { expect, it } from 'vitest';
import type { Frame } from '../../src/assess/frame.ts';
import { eachRow, LONGEST_FRAME, uniform, uniformTruth } from '../../src/assess/predicates/predicate.ts';
import { MISSING, NO, REVIEW, YES } from '../../src/base/truth.ts';

it('a column of one truth is as long as asked, and shared where it can be', () => {
  for (const truth of [NO, MISSING, REVIEW, YES] as const) {
    expect(uniform(truth, 3)).toEqual(Uint8Array.of(truth, truth, truth));
    expect(uniform(truth, LONGEST_FRAME).buffer).toBe(uniform(truth, 3).buffer);
    const long = uniform(truth, LONGEST_FRAME + 1);
    expect([long.length, uniformTruth(long)]).toEqual([LONGEST_FRAME + 1, truth]);
  }
});

it('the one truth of a column is none where rows differ, and NO where there are no rows', () => {
  expect([uniformTruth(Uint8Array.of(YES, YES)), uniformTruth(Uint8Array.of(YES, NO)), uniformTruth(new Uint8Array(0))]).toEqual([YES, null, NO]);
});

it('a predicate that looks at one row at a time looks at each row of its frame', () => {
  expect(eachRow({ from: 2, to: 5 } as Frame, (row) => (row === 1 ? YES : NO))).toEqual(Uint8Array.of(NO, YES, NO));
});

import type { Truth } from '../base/truth.ts';
import { MISSING, NO, not, REVIEW, YES } from '../base/truth.ts';
import type { Test } from './compile.ts';
import type { Evidence } from '../policy/evidence.ts';
import type { Frame } from './frame.ts';

/** A test with its answer for every row of a frame, and the answers below it. */
export interface Judged {
  readonly test: Test;
  readonly truths: Uint8Array;
  readonly parts: readonly Judged[];
}

/** Answers a test for all rows at once: "all" is the column-wise minimum, "any" the maximum (see `base/truth.ts`). */
export function judge(test: Test, frame: Frame): Judged {
  switch (test.op) {
    case 'leaf':
      return { test, truths: test.predicate.truths(frame), parts: [] };
    case 'not': {
      const part = judge(test.part, frame);
      return { test, truths: part.truths.map((truth) => not(truth as Truth)), parts: [part] };
    }
    case 'all':
    case 'any': {
      const parts = test.parts.map((part) => judge(part, frame));
      const truths = new Uint8Array(frame.to - frame.from).fill(test.op === 'all' ? YES : NO);
      const stronger = test.op === 'all' ? Math.min : Math.max;
      for (const part of parts) {
        for (let row = 0; row < truths.length; row++) truths[row] = stronger(truths[row] as number, part.truths[row] as number);
      }
      return { test, truths, parts };
    }
  }
}

/**
 * The evidence that carries the answer for one row: for a failed "all" the first failing part alone, for a failed "any"
 * every part, for an open question its open parts before those that hold.
 */
export function carryingEvidence(judged: Judged, frame: Frame, row: number): Evidence[] {
  const truth = judged.truths[row] as Truth;
  const having = (...wanted: readonly Truth[]) => wanted.flatMap((want) => judged.parts.filter((part) => part.truths[row] === want));
  const from = (parts: readonly Judged[]) => parts.flatMap((part) => carryingEvidence(part, frame, row));
  switch (judged.test.op) {
    case 'leaf':
      return [judged.test.predicate.evidence(frame, row, truth)];
    case 'not':
      return from(judged.parts);
    case 'all':
      return truth === NO ? from(having(NO).slice(0, 1)) : from(having(MISSING, REVIEW, YES));
    case 'any':
      return truth === NO ? from(judged.parts) : from(truth === YES ? having(YES).slice(0, 1) : having(REVIEW, MISSING));
  }
}

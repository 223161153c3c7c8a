import type { Truth } from '../base/truth.ts';
import { MISSING, NO, not, REVIEW, YES } from '../base/truth.ts';
import type { Test } from './compile.ts';
import type { Evidence } from '../policy/evidence.ts';
import type { Frame } from './frame.ts';
import type { Predicate } from './predicates/predicate.ts';
import { uniform, uniformTruth } from './predicates/predicate.ts';

/** A test with its answer for every row of a frame, and the answers below it. */
export interface Judged {
  readonly test: Test;
  readonly truths: Uint8Array;
  /** The one truth of all rows; `null` when they differ. */
  readonly only: Truth | null;
  /** Those that were judged: once all rows are decided, the parts that follow are not looked at, unless the frame is thorough. */
  readonly parts: readonly Judged[];
}

/**
 * Answers a test for all rows at once: "all" is the column-wise minimum, "any" the maximum (see `base/truth.ts`). A test
 * that several rules share is answered once per frame.
 */
export function judge(test: Test, frame: Frame): Judged {
  let known = answers.get(frame.answers);
  if (known === undefined) answers.set(frame.answers, (known = new Map<Test, Judged>()));
  let judged = known.get(test);
  if (judged === undefined) known.set(test, (judged = judgeAnew(test, frame)));
  return judged;
}

const answers = new WeakMap<object, Map<Test, Judged>>();

function judgeAnew(test: Test, frame: Frame): Judged {
  switch (test.op) {
    case 'leaf':
      return answer(test, test.predicate.truths(frame), []);
    case 'not': {
      const part = judge(test.part, frame);
      return answer(test, part.truths.map((truth) => not(truth as Truth)), [part]);
    }
    case 'all':
      return combine(test, test.parts, frame, YES, NO);
    case 'any':
      return combine(test, test.parts, frame, NO, YES);
  }
}

function answer(test: Test, truths: Uint8Array, parts: readonly Judged[]): Judged {
  return { test, truths, only: uniformTruth(truths), parts };
}

/** @param neutral changes nothing; @param final decides a row whatever follows. */
function combine(test: Test, tests: readonly Test[], frame: Frame, neutral: Truth, final: Truth): Judged {
  const parts: Judged[] = [];
  let so: Judged | null = null;
  let own: Uint8Array | null = null;
  for (const next of tests) {
    const part = judge(next, frame);
    parts.push(part);
    if (part.only === neutral) continue;
    if (part.only === final && !frame.thorough) return answer(test, part.truths, parts);
    if (so === null) {
      so = part;
      continue;
    }
    own ??= so.truths.slice();
    const decided = final === NO ? least(own, part.truths) : most(own, part.truths);
    if (decided && !frame.thorough) break;
  }
  return answer(test, own ?? so?.truths ?? uniform(neutral, frame.to - frame.from), parts);
}

/** Lowers `so` to `other` where that is less; says whether every row is NO now. */
function least(so: Uint8Array, other: Uint8Array): boolean {
  let any = 0;
  for (let row = 0; row < so.length; row++) {
    const [a, b] = [so[row] as number, other[row] as number];
    const truth = a < b ? a : b;
    so[row] = truth;
    any |= truth;
  }
  return any === NO;
}

/** Raises `so` to `other` where that is more; says whether every row is YES now. */
function most(so: Uint8Array, other: Uint8Array): boolean {
  let all: number = YES;
  for (let row = 0; row < so.length; row++) {
    const [a, b] = [so[row] as number, other[row] as number];
    const truth = a > b ? a : b;
    so[row] = truth;
    all &= truth;
  }
  return all === YES;
}

/** Hears of a test and its truth; `true` ends the visit. */
export type LeafVisitor = (predicate: Predicate, truth: Truth, frame: Frame) => boolean;

/**
 * The tests that carry the answer for one row: for a failed "all" the first failing part alone, for a failed "any" every
 * part, for an open question its open parts before those that hold. Says whether the visitor ended it.
 */
export function visitCarrying({ test, truths, parts }: Judged, frame: Frame, row: number, visit: LeafVisitor): boolean {
  const truth = truths[row] as Truth;
  switch (test.op) {
    case 'leaf':
      return visit(test.predicate, truth, frame);
    case 'not':
      return visitParts(parts, frame, row, visit, null);
    case 'all':
      if (truth === NO) return visitFirst(parts, frame, row, visit, NO);
      return visitParts(parts, frame, row, visit, MISSING) || visitParts(parts, frame, row, visit, REVIEW) || visitParts(parts, frame, row, visit, YES);
    case 'any':
      if (truth === NO) return visitParts(parts, frame, row, visit, null);
      if (truth === YES) return visitFirst(parts, frame, row, visit, YES);
      return visitParts(parts, frame, row, visit, REVIEW) || visitParts(parts, frame, row, visit, MISSING);
  }
}

/** The parts with this truth, or all of them. */
function visitParts(parts: readonly Judged[], frame: Frame, row: number, visit: LeafVisitor, wanted: Truth | null): boolean {
  for (const part of parts) if ((wanted === null || part.truths[row] === wanted) && visitCarrying(part, frame, row, visit)) return true;
  return false;
}

function visitFirst(parts: readonly Judged[], frame: Frame, row: number, visit: LeafVisitor, wanted: Truth): boolean {
  const carrier = parts.find(({ truths }) => truths[row] === wanted);
  return visitCarrying(carrier as Judged, frame, row, visit);
}

/** The evidence of what `visitCarrying` finds, in full. */
export function carryingEvidence(judged: Judged, frame: Frame, row: number): Evidence[] {
  const found: Evidence[] = [];
  visitCarrying(judged, frame, row, (predicate, truth) => {
    found.push(predicate.evidence(frame, row, truth));
    return false;
  });
  return found;
}

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
  if (known === undefined) answers.set(frame.answers, (known = new Map()));
  let judged = known.get(test);
  if (judged === undefined) known.set(test, (judged = judgeAnew(test, frame)));
  return judged;
}

const answers = new WeakMap<object, Map<Test, Judged>>();

function judgeAnew(test: Test, frame: Frame): Judged {
  switch (test.op) {
    case 'leaf': {
      const truths = test.predicate.truths(frame);
      return { test, truths, only: uniformTruth(truths), parts: [] };
    }
    case 'not': {
      const part = judge(test.part, frame);
      return { test, truths: part.truths.map((truth) => not(truth as Truth)), only: part.only === null ? null : not(part.only), parts: [part] };
    }
    case 'all':
      return combine(test, test.parts, frame, YES, NO);
    case 'any':
      return combine(test, test.parts, frame, NO, YES);
  }
}

/** @param neutral changes nothing; @param final decides a row whatever follows. */
function combine(test: Test, tests: readonly Test[], frame: Frame, neutral: Truth, final: Truth): Judged {
  const parts: Judged[] = [];
  let so: Judged | null = null;
  let own: Uint8Array | null = null;
  let decided = false;
  for (const next of tests) {
    const part = judge(next, frame);
    parts.push(part);
    if (part.only === neutral) continue;
    if (part.only === final && !frame.thorough) return { test, truths: part.truths, only: final, parts };
    if (so === null) {
      so = part;
      continue;
    }
    own ??= so.truths.slice();
    decided = final === NO ? least(own, part.truths) : most(own, part.truths);
    if (decided && !frame.thorough) break;
  }
  const truths: Uint8Array = own ?? so?.truths ?? uniform(neutral, frame.to - frame.from);
  return { test, truths, only: own === null ? (so === null ? neutral : so.only) : uniformTruth(truths), parts };
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

/** A test that carries an answer, with its own truth. */
export interface Leaf {
  readonly predicate: Predicate;
  readonly truth: Truth;
}

/**
 * The tests that carry the answer for one row: for a failed "all" the first failing part alone, for a failed "any" every
 * part, for an open question its open parts before those that hold.
 */
export function carryingLeaves(judged: Judged, row: number): Leaf[] {
  const leaves: Leaf[] = [];
  carry(judged, row, leaves);
  return leaves;
}

function carry({ test, truths, parts }: Judged, row: number, leaves: Leaf[]): void {
  const truth = truths[row] as Truth;
  switch (test.op) {
    case 'leaf':
      leaves.push({ predicate: test.predicate, truth });
      return;
    case 'not':
      carryParts(parts, row, leaves, null);
      return;
    case 'all':
      if (truth === NO) carryFirst(parts, row, leaves, NO);
      else {
        if (truth === MISSING) carryParts(parts, row, leaves, MISSING);
        carryParts(parts, row, leaves, REVIEW);
        carryParts(parts, row, leaves, YES);
      }
      return;
    case 'any':
      if (truth === NO) carryParts(parts, row, leaves, null);
      else if (truth === YES) carryFirst(parts, row, leaves, YES);
      else {
        carryParts(parts, row, leaves, REVIEW);
        carryParts(parts, row, leaves, MISSING);
      }
  }
}

/** The parts with this truth, or all of them. */
function carryParts(parts: readonly Judged[], row: number, leaves: Leaf[], wanted: Truth | null): void {
  for (const part of parts) if (wanted === null || part.truths[row] === wanted) carry(part, row, leaves);
}

function carryFirst(parts: readonly Judged[], row: number, leaves: Leaf[], wanted: Truth): void {
  const first = parts.find(({ truths }) => truths[row] === wanted);
  if (first !== undefined) carry(first, row, leaves);
}

/** What `carryingLeaves` found, in full. */
export function carryingEvidence(judged: Judged, frame: Frame, row: number): Evidence[] {
  return carryingLeaves(judged, row).map(({ predicate, truth }) => predicate.evidence(frame, row, truth));
}

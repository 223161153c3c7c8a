import type { Truth } from '../../base/truth.ts';
import { NO, YES } from '../../base/truth.ts';
import type { Evidence } from '../../policy/evidence.ts';
import type { Frame } from '../frame.ts';

/**
 * One test that a condition can ask for. Its truths are a column over the frame; what stands behind one of them is
 * decoded row by row when somebody asks; margin and missing fields alone come without building the rest.
 */
export interface Predicate {
  /** The truth for each row of the frame; not to be written to. */
  readonly truths: (frame: Frame) => Uint8Array;
  /** What was found for one row, and what it was held against. */
  readonly evidence: (frame: Frame, row: number, truth: Truth) => Evidence;
  /** The evidence's `marginM` for printing: the same when rounded to 0.1 m, and good to a tenth of a millimetre below 10 m; absent where the test is no measurement. */
  readonly quickMarginM?: (frame: Frame, row: number, truth: Truth) => number | null;
  /** The evidence's `missing`. */
  readonly missing: (frame: Frame, row: number, truth: Truth) => readonly string[];
}

export const NOTHING_MISSING: readonly string[] = [];

/** Longest frame that the engine judges at once: enough to keep loops long, few enough to keep columns in the cache. */
export const LONGEST_FRAME = 8192;

const UNIFORM = Array.from({ length: YES + 1 }, (_, truth) => new Uint8Array(LONGEST_FRAME).fill(truth));

/** A column of one truth, shared by all who ask. */
export function uniform(truth: Truth, rows: number): Uint8Array {
  const column = UNIFORM[truth];
  return column !== undefined && rows <= column.length ? column.subarray(0, rows) : new Uint8Array(rows).fill(truth);
}

/** The one truth of a whole column, `null` when rows differ. An empty column is NO. */
export function uniformTruth(truths: Uint8Array): Truth | null {
  const first = truths[0];
  if (first === undefined) return NO;
  for (let row = 1; row < truths.length; row++) if (truths[row] !== first) return null;
  return first as Truth;
}

/** A predicate that looks at one row at a time. */
export function eachRow(frame: Frame, truthOf: (row: number) => Truth): Uint8Array {
  const truths = new Uint8Array(frame.to - frame.from);
  for (let row = 0; row < truths.length; row++) truths[row] = truthOf(row);
  return truths;
}

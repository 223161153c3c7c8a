import type { Truth } from '../../base/truth.ts';
import type { Evidence } from '../../policy/evidence.ts';
import type { Frame } from '../frame.ts';

/** One test that a condition can ask for. */
export interface Predicate {
  /** The truth for each row of the frame, as a column. */
  readonly truths: (frame: Frame) => Uint8Array;
  /** What was found for one row, and what it was held against. */
  readonly evidence: (frame: Frame, row: number, truth: Truth) => Evidence;
}

/** A predicate that looks at one row at a time. */
export function eachRow(frame: Frame, truthOf: (row: number) => Truth): Uint8Array {
  const truths = new Uint8Array(frame.to - frame.from);
  for (let row = 0; row < truths.length; row++) truths[row] = truthOf(row);
  return truths;
}

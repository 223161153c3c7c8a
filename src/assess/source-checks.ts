import type { Truth } from '../base/truth.ts';
import { not } from '../base/truth.ts';
import type { Evidence } from '../policy/evidence.ts';
import type { Frame } from './frame.ts';
import type { Judged } from './judge.ts';

/** One condition on a heat source, held against one source. `outcome` is towards counting: an inverted test is inverted here. */
export interface SourceCheck {
  /** The source set, or the requirement of the source's own city, that sets the condition. */
  readonly from: { readonly pack: string; readonly id: string; readonly article: string; readonly kind: 'set' | 'requirement' };
  /** Counted from 1 where the text gives several ways to qualify, of which one is enough; else `null`. */
  readonly alternative: number | null;
  readonly outcome: Truth;
  readonly evidence: Evidence;
}

/** Every test of a judged condition for one row, those that hold and those that do not matter included. */
export function everyCheck(judged: Judged, frame: Frame, row: number, from: SourceCheck['from']): readonly SourceCheck[] {
  return leaves(judged, frame, row, false, null).map((leaf) => ({ from, ...leaf }));
}

function leaves({ test, truths, parts }: Judged, frame: Frame, row: number, inverted: boolean, alternative: number | null): readonly Omit<SourceCheck, 'from'>[] {
  const truth = truths[row] as Truth;
  switch (test.op) {
    case 'leaf':
      return [{ alternative, outcome: inverted ? not(truth) : truth, evidence: test.predicate.evidence(frame, row, truth) }];
    case 'not':
      return parts.flatMap((part) => leaves(part, frame, row, !inverted, alternative));
    case 'all':
      return parts.flatMap((part) => leaves(part, frame, row, inverted, alternative));
    case 'any': {
      const ways = parts.length > 1 && alternative === null && !inverted;
      return parts.flatMap((part, way) => leaves(part, frame, row, inverted, ways ? way + 1 : alternative));
    }
  }
}

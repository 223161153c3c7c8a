import type { Truth } from '../base/truth.ts';
import { not } from '../base/truth.ts';
import type { Frame, SourceCheck } from './frame.ts';
import type { Judged } from './judge.ts';

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

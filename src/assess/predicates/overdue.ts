import { truthWord } from '../../base/truth.ts';
import type { Frame, LateDemands } from '../frame.ts';
import type { Predicate } from './predicate.ts';

/** Another demand on the facility is past its own day and not done. */
export const overduePredicate: Predicate = {
  truths: (frame) => lateOf(frame).truths,
  evidence: (frame, row, truth) => {
    const late = lateOf(frame);
    const demand = late.demandAt(row);
    return {
      test: 'overdue',
      rule: demand?.rule.id ?? null,
      document: demand?.pack.shortTitle ?? null,
      article: demand?.rule.article ?? null,
      day: demand?.day ?? null,
      truth: truthWord(truth),
      missing: late.missingAt(row),
    };
  },
  missing: (frame, row) => lateOf(frame).missingAt(row),
};

function lateOf({ late }: Frame): LateDemands {
  if (late === null) throw new Error('overduePredicate: got a frame without late demands, expected the other rules to be judged first');
  return late;
}

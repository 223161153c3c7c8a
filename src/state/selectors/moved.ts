import type { Verdict } from '../../assess/assessment.ts';
import { verdictOf } from '../../assess/verdict.ts';
import { memoiseLast } from '../memoise.ts';
import type { Answer, Run, Session } from '../session.ts';

/** A facility whose verdict is not what it was. */
export interface MovedVerdict {
  readonly index: number;
  readonly from: Verdict;
  readonly to: Verdict;
}

/** The verdicts that the last change of day, policy or reading moved; `null` when there is nothing to compare. */
export function movedOf(session: Session): readonly MovedVerdict[] | null {
  return compare(session.run);
}

const compare = memoiseLast((run: Run): readonly MovedVerdict[] | null => {
  if (run.kind !== 'done' || run.before === null || run.before.question.city !== run.answer.question.city) return null;
  return movedBetween(run.before, run.answer);
});

/** What is demanded, what may be, how sure that is and by when: a change of any of these is a move. */
function movedBetween(before: Answer, after: Answer): readonly MovedVerdict[] {
  const moved: MovedVerdict[] = [];
  for (let index = 0; index < after.assessment.count; index += 1) {
    const [from, to] = [verdictOf(before.assessment, index), verdictOf(after.assessment, index)];
    const same = from.duty === to.duty && from.possibleDuty === to.possibleDuty && from.certainty === to.certainty && from.deadline === to.deadline && from.overdue === to.overdue;
    if (!same) moved.push({ index, from, to });
  }
  return moved;
}

/** The readings that differ between the last two answers: what the reader has just switched. */
export function switchedReadings({ run }: Session): readonly string[] {
  if (run.kind !== 'done' || run.before === null) return [];
  const [before, after] = [run.before.question.choices, run.answer.question.choices];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((id) => before[id] !== after[id]);
}

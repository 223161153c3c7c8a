import type { Verdict } from '../../assess/assessment.ts';
import { verdictOf } from '../../assess/verdict.ts';
import { memoiseLast } from '../memoise.ts';
import type { Answer, Run, Session } from '../session.ts';

/** A facility whose verdict is not what it was. */
export interface MovedVerdict {
  readonly facility: number;
  readonly before: Verdict;
  readonly after: Verdict;
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
  for (let facility = 0; facility < after.assessment.count; facility += 1) {
    const [was, is] = [verdictOf(before.assessment, facility), verdictOf(after.assessment, facility)];
    const same = was.duty === is.duty && was.possibleDuty === is.possibleDuty && was.certainty === is.certainty && was.deadline === is.deadline && was.overdue === is.overdue;
    if (!same) moved.push({ facility, before: was, after: is });
  }
  return moved;
}

/** The readings that differ between the last two answers: what the reader has just switched. */
export function switchedReadings({ run }: Session): readonly string[] {
  if (run.kind !== 'done' || run.before === null) return [];
  const [before, after] = [run.before.question.choices, run.answer.question.choices];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((id) => before[id] !== after[id]);
}

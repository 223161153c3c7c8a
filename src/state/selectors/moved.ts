import type { MovedVerdict } from '../../assess/moved-verdicts.ts';
import { movedVerdicts } from '../../assess/moved-verdicts.ts';
import { memoiseLast } from '../memoise.ts';
import type { Run, Session } from '../session.ts';

/** The verdicts that the last change of day, policy or reading moved; `null` when there is nothing to compare. */
export function movedOf(session: Session): readonly MovedVerdict[] | null {
  return compare(session.run);
}

const compare = memoiseLast((run: Run): readonly MovedVerdict[] | null =>
  run.kind !== 'done' || run.before === null || run.before.question.city !== run.answer.question.city ? null : movedVerdicts(run.before.assessment, run.answer.assessment),
);

/** The readings that differ between the last two answers: what the reader has just switched. */
export const switchedReadings = memoiseLast((run: Run): readonly string[] => {
  if (run.kind !== 'done' || run.before === null) return [];
  const [before, after] = [run.before.question.choices, run.answer.question.choices];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((id) => before[id] !== after[id]);
});

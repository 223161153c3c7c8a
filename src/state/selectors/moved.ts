import { memoiseLast } from '../memoise.ts';
import type { Run, Session } from '../session.ts';

/** How many verdicts the last change of day, policy or reading moved; `null` when there is nothing to compare. */
export function movedOf(session: Session): number | null {
  return countMoved(session.run);
}

const countMoved = memoiseLast((run: Run): number | null => {
  if (run.kind !== 'done' || run.before === null || run.before.question.city !== run.answer.question.city) return null;
  const now = run.answer.assessment;
  const then = run.before.assessment;
  let moved = 0;
  for (let i = 0; i < now.count; i += 1) {
    if (now.duty[i] !== then.duty[i] || now.possibleDuty[i] !== then.possibleDuty[i] || now.certainty[i] !== then.certainty[i]) moved += 1;
  }
  return moved;
});

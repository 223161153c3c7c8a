import type { Steps } from '../../base/steps.ts';
import type { MovedVerdict } from '../../assess/moved-verdicts.ts';
import { movedVerdictSteps } from '../../assess/moved-verdicts.ts';
import { memoiseLast, memoiseSteps } from '../memoise.ts';
import type { Answer, Run, Session } from '../session.ts';

/** The verdicts that the last change of day, policy or reading moved; `null` when there is nothing to compare. */
export function movedOf({ run }: Session): readonly MovedVerdict[] | null {
  return run.kind === 'done' ? movedBetween(run.before, run.answer) : null;
}

export const movedBetween = memoiseSteps(function* (before: Answer | null, answer: Answer): Steps<readonly MovedVerdict[] | null> {
  return before === null || before.question.city !== answer.question.city ? null : yield* movedVerdictSteps(before.assessment, answer.assessment);
});

/** The readings that differ between the last two answers: what the reader has just switched. */
export const switchedReadings = memoiseLast((run: Run): readonly string[] => {
  if (run.kind !== 'done' || run.before === null) return [];
  const [before, after] = [run.before.question.choices, run.answer.question.choices];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((id) => before[id] !== after[id]);
});

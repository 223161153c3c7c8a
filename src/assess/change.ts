import type { Verdict } from './assessment.ts';

/** What became of a facility; the first that holds. */
export const CHANGES = [
  /** Nothing was or could be demanded of it; now something is or may be. */
  'newlyAffected',
  'released',
  /** What is surely demanded, or what the city means to do about it. */
  'dutyChanged',
  'deadlineMoved',
  /** What may be demanded beyond that, or why it is not certain. */
  'certaintyChanged',
  'unchanged',
] as const;
export type Change = (typeof CHANGES)[number];

/** A facility that is not in the data has nothing demanded of it. */
export function changeOf(was: Verdict | null, is: Verdict | null): Change {
  const [wasAffected, isAffected] = [was !== null && was.possibleDuty !== 'none', is !== null && is.possibleDuty !== 'none'];
  if (was === null || is === null || wasAffected !== isAffected) {
    if (wasAffected === isAffected) return 'unchanged';
    return isAffected ? 'newlyAffected' : 'released';
  }
  if (was.duty !== is.duty) return 'dutyChanged';
  if (was.deadline !== is.deadline || was.deadlineOrigin !== is.deadlineOrigin) return 'deadlineMoved';
  return was.possibleDuty === is.possibleDuty && was.certainty === is.certainty ? 'unchanged' : 'certaintyChanged';
}

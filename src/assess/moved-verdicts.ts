import { type Steps, STRETCH, finish } from '../base/steps.ts';
import type { Assessment, Verdict } from './assessment.ts';
import { verdictOf } from './verdict.ts';

/** A facility whose verdict is not what it was. */
export interface MovedVerdict {
  readonly facility: number;
  readonly before: Verdict;
  readonly after: Verdict;
}

/**
 * Whose verdict a change of day, law or reading has moved, in the order of the ledger. A deadline that is only further
 * away or newly overdue counts: it is part of the verdict.
 *
 * @throws when the two are not of the same number of facilities, and so not of one ledger.
 */
export function movedVerdicts(before: Assessment, after: Assessment): readonly MovedVerdict[] {
  return finish(movedVerdictSteps(before, after));
}

/** The same in short stretches. */
export function* movedVerdictSteps(before: Assessment, after: Assessment): Steps<readonly MovedVerdict[]> {
  if (before.count !== after.count) throw new Error(`movedVerdicts: got assessments of ${before.count} and ${after.count} facilities, expected one ledger`);
  const moved: MovedVerdict[] = [];
  for (let facility = 0; facility < after.count; facility++) {
    const [was, is] = [verdictOf(before, facility), verdictOf(after, facility)];
    if (PARTS.some((part) => was[part] !== is[part])) moved.push({ facility, before: was, after: is });
    if (facility % STRETCH === 0) yield facility / after.count;
  }
  return moved;
}

const PARTS = ['duty', 'possibleDuty', 'certainty', 'deadline', 'deadlineOrigin', 'overdue'] as const satisfies readonly (keyof Verdict)[];

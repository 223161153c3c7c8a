import type { Duty } from '../policy/duty.ts';
import { DUTIES, dutyRank } from '../policy/duty.ts';
import type { Assessment, Certainty, Verdict } from './assessment.ts';
import { CERTAINTIES } from './assessment.ts';

const NONE = dutyRank('none');

export function verdictOf(assessment: Assessment, facility: number): Verdict {
  const deadline = assessment.rules[assessment.deadlineRule[facility] as number]?.rule.deadline;
  return {
    duty: DUTIES[assessment.duty[facility] as number] as Duty,
    possibleDuty: DUTIES[assessment.possibleDuty[facility] as number] as Duty,
    certainty: CERTAINTIES[assessment.certainty[facility] as number] as Certainty,
    deadline: deadline?.day ?? null,
    deadlineOrigin: deadline?.origin ?? 'none',
    overdue: assessment.overdue[facility] === 1,
  };
}

/** Something is demanded of the facility, or may be. */
export function isAffected(assessment: Assessment, facility: number): boolean {
  return assessment.possibleDuty[facility] !== NONE;
}

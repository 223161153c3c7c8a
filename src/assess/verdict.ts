import type { Duty } from '../policy/duty.ts';
import { DUTIES, dutyRank } from '../policy/duty.ts';
import type { Rule } from '../policy/rule.ts';
import type { Assessment, BoundRule, Certainty, Verdict } from './assessment.ts';
import { CERTAINTIES, OUTCOMES } from './assessment.ts';

/** The verdict's parts as the assessment stores them. */
export interface RankedVerdict {
  /** Index into `DUTIES`: the strongest that surely applies. */
  readonly sure: number;
  /** Index into `DUTIES`: the strongest that is possible. */
  readonly possible: number;
  readonly certainty: Certainty;
  /** Index of the rule whose deadline counts, or -1. */
  readonly deadlineRule: number;
}

const NONE = dutyRank('none');

/**
 * The strongest duty that surely applies; beside it the strongest that may apply, with the reason why it is open. The
 * deadline is the earliest that any rule states for the sure duty.
 *
 * @param outcomeOf index into `OUTCOMES` of rule r.
 */
export function weighOutcomes(rules: readonly BoundRule[], outcomeOf: (rule: number) => number): RankedVerdict {
  let sure = NONE;
  let open = NONE;
  let reason: Exclude<Certainty, 'certain'> = 'unknown';
  for (const [r, { rule }] of rules.entries()) {
    const outcome = OUTCOMES[outcomeOf(r)];
    const rank = demandRank(rule);
    if (outcome === 'applies') sure = Math.min(sure, rank);
    if (outcome !== 'review' && outcome !== 'unknown') continue;
    // Of two that are open, a judgement that is due says more than a fact that is missing.
    if (rank < open || (rank === open && outcome === 'review')) reason = outcome;
    open = Math.min(open, rank);
  }
  return { sure, possible: Math.min(sure, open), certainty: open < sure ? reason : 'certain', deadlineRule: earliestDeadline(rules, sure, outcomeOf) };
}

/** A hold demands nothing itself. */
function demandRank(rule: Rule): number {
  return rule.duty === 'hold' ? NONE : dutyRank(rule.duty);
}

function earliestDeadline(rules: readonly BoundRule[], duty: number, outcomeOf: (rule: number) => number): number {
  let earliest = -1;
  if (duty === NONE) return earliest;
  for (const [r, { rule }] of rules.entries()) {
    if (OUTCOMES[outcomeOf(r)] !== 'applies' || dutyRank(rule.duty) !== duty || rule.deadline.day === null) continue;
    if (earliest === -1 || isSooner(rule, rules[earliest]?.rule)) earliest = r;
  }
  return earliest;
}

/** Of two demands due on one day the one that states it itself comes first, whatever the order of the documents. */
function isSooner({ deadline }: Rule, than: Rule | undefined): boolean {
  const [day, other] = [deadline.day ?? '', than?.deadline.day ?? ''];
  return day < other || (day === other && deadline.origin === 'stated' && than?.deadline.origin !== 'stated');
}

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

import { dutyRank } from '../policy/duty.ts';
import type { Rule } from '../policy/rule.ts';
import { CERTAINTIES, OPEN_OR_SURE, OUTCOME_INDEX } from './assessment.ts';
import { openRows } from './open-rows.ts';

/** A rule with its outcomes for a range of facilities. */
export interface WeighedRule {
  readonly ready: { readonly open: { readonly rule: Rule } };
  readonly outcomes: Uint8Array;
  /** Which outcomes there may be, one bit each. */
  readonly said: number;
}

/** The verdicts of a range of facilities, as the assessment stores them. */
export interface VerdictColumns {
  readonly duty: Uint8Array;
  readonly possibleDuty: Uint8Array;
  readonly certainty: Uint8Array;
  readonly deadlineRule: Int16Array;
}

const NONE = dutyRank('none');
const CERTAIN = CERTAINTIES.indexOf('certain');
const REVIEW = CERTAINTIES.indexOf('review');
const UNKNOWN = CERTAINTIES.indexOf('unknown');
/** Certainty by outcome, for a duty that becomes the strongest possible. */
const CERTAINTY_OF = new Uint8Array(Object.keys(OUTCOME_INDEX).length).fill(CERTAIN);
CERTAINTY_OF[OUTCOME_INDEX.review] = REVIEW;
CERTAINTY_OF[OUTCOME_INDEX.unknown] = UNKNOWN;

/**
 * The strongest duty that surely applies; beside it the strongest that may apply, with the reason why it is open. The
 * deadline is the earliest that any rule states for the sure duty. Columns in, columns out, rule by rule.
 */
export function weigh(applied: readonly WeighedRule[], { duty, possibleDuty, certainty, deadlineRule }: VerdictColumns): void {
  duty.fill(NONE);
  possibleDuty.fill(NONE);
  certainty.fill(CERTAIN);
  deadlineRule.fill(-1);
  for (const { ready, outcomes, said } of applied) {
    if ((said & OPEN_OR_SURE) === 0) continue;
    const rank = demandRank(ready.open.rule);
    for (const row of openRows(outcomes)) {
      const outcome = outcomes[row] as number;
      if (outcome < OUTCOME_INDEX.unknown) continue;
      if (outcome === OUTCOME_INDEX.applies && rank < (duty[row] as number)) duty[row] = rank;
      if (rank < (possibleDuty[row] as number)) {
        possibleDuty[row] = rank;
        certainty[row] = CERTAINTY_OF[outcome] as number;
      } else if (rank === possibleDuty[row] && outcome === OUTCOME_INDEX.review) certainty[row] = REVIEW;
    }
  }
  for (let row = 0; row < duty.length; row++) if (duty[row] === possibleDuty[row]) certainty[row] = CERTAIN;
  dateDuties(applied, duty, deadlineRule);
}

/** A hold demands nothing itself. */
function demandRank(rule: Rule): number {
  return rule.duty === 'hold' ? NONE : dutyRank(rule.duty);
}

function dateDuties(applied: readonly WeighedRule[], duty: Uint8Array, deadlineRule: Int16Array): void {
  for (const { r, outcomes, rank } of soonestFirst(applied)) {
    for (const row of openRows(outcomes)) {
      if (deadlineRule[row] === -1 && outcomes[row] === OUTCOME_INDEX.applies && duty[row] === rank) deadlineRule[row] = r;
    }
  }
}

/**
 * The rules that demand something by a day, by that day. Of two that are due on one day the one that states it itself
 * comes first, whatever the order of the documents.
 */
function soonestFirst(applied: readonly WeighedRule[]) {
  return applied
    .flatMap(({ ready: { open: { rule } }, outcomes, said }, r) => {
      const { day, origin } = rule.deadline;
      if (day === null || rule.duty === 'none' || (said & (1 << OUTCOME_INDEX.applies)) === 0) return [];
      return [{ r, outcomes, rank: dutyRank(rule.duty), due: `${day} ${origin === 'stated' ? 'first' : 'then'}` }];
    })
    .sort((a, b) => a.due.localeCompare(b.due));
}

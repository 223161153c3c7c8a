import type { Truth } from '../base/truth.ts';
import { and, MISSING, NO, or, REVIEW, YES } from '../base/truth.ts';
import { STATUSES } from '../domain/facility.ts';
import type { IsoDay } from '../domain/place.ts';
import type { FlagField } from '../policy/condition.ts';
import { fieldsOf } from '../policy/conditions.ts';
import type { Duty } from '../policy/duty.ts';
import type { Rule } from '../policy/rule.ts';
import { FLAG_FIELDS } from '../policy/condition.ts';
import { OUTCOMES } from './assessment.ts';
import { FLAG_TRUE, FLAG_UNKNOWN } from './columns.ts';
import type { Frame, LateDemands } from './frame.ts';
import type { Judged } from './judge.ts';
import { carryingEvidence } from './judge.ts';
import { eachRow } from './predicates/predicate.ts';
import type { OpenRule } from './rule-book.ts';

/** A rule that has been held against the rows. */
interface JudgedRule {
  readonly ready: { readonly open: OpenRule };
  readonly demand: Judged;
  readonly outcomes: Uint8Array;
}

/** A demand whose day is past. */
interface DueRule extends JudgedRule {
  readonly day: IsoDay;
  /** What shows it as done. */
  readonly flag: FlagField | null;
}

const CLOSED = STATUSES.indexOf('closed') + 1;

const SHOWN_BY: Readonly<Partial<Record<Duty, FlagField>>> = { monitor: 'monitored', retrofit: 'ultraLowEmission' };

/** Which of the demands already judged are past their own day and not done, as far as the ledger shows. */
export function lateDemands(applied: readonly JudgedRule[], frame: Frame): LateDemands {
  const due = applied.flatMap((one) => dueRule(one, frame.book.asOf)).sort((a, b) => a.day.localeCompare(b.day));
  const truthOf = (one: DueRule, row: number): Truth => and(DEMANDED[one.outcomes[row] as number] as Truth, stillOpen(one, frame, row));
  const truths = eachRow(frame, (row) => due.reduce<Truth>((so, one) => or(so, truthOf(one, row)), NO));
  const carrier = (row: number) => (truths[row] === NO ? undefined : due.find((one) => truthOf(one, row) === truths[row]));
  return {
    truths,
    demandAt: (row) => {
      const found = carrier(row);
      return found === undefined ? null : { ...found.ready.open, day: found.day };
    },
    missingAt: (row) => {
      const found = carrier(row);
      if (found === undefined) return [];
      return [...new Set([...carryingEvidence(found.demand, frame, row).flatMap(({ missing }) => missing), ...lacking(found, frame, row)])];
    },
  };
}

function dueRule(one: JudgedRule, asOf: IsoDay): readonly DueRule[] {
  const { rule } = one.ready.open;
  const { day } = rule.deadline;
  return rule.duty === 'hold' || rule.duty === 'none' || day === null || day >= asOf ? [] : [{ ...one, day, flag: flagOf(rule) }];
}

const TRUTH_OF = { unbound: NO, outside: NO, exempt: NO, unknown: MISSING, review: REVIEW, applies: YES } as const;

/** Whether the thing is demanded at all, by the outcome of its rule. */
const DEMANDED = OUTCOMES.map((outcome) => TRUTH_OF[outcome]);

/**
 * Whether the ledger shows the demand as still to be done. A closed facility owes nothing more. A rule that asks for a
 * flag applies only while that flag shows it undone; an inspection leaves no trace in a ledger, so it is never surely late.
 */
function stillOpen(due: DueRule, frame: Frame, row: number): Truth {
  const { columns, from } = frame;
  if (columns.words.status[from + row] === CLOSED || (due.flag !== null && columns.flags[due.flag][from + row] === FLAG_TRUE)) return NO;
  if (lacking(due, frame, row).length > 0) return MISSING;
  return due.ready.open.rule.duty === 'inspect' ? REVIEW : YES;
}

/** Facts without which nobody knows whether it is done. */
function lacking({ flag }: DueRule, { columns, from }: Frame, row: number): readonly string[] {
  return [...(columns.words.status[from + row] === 0 ? ['status'] : []), ...(flag !== null && columns.flags[flag][from + row] === FLAG_UNKNOWN ? [flag] : [])];
}

/** The flag that shows the demand as done, where the rule does not ask for one itself. */
function flagOf(rule: Rule): FlagField | null {
  const asks = fieldsOf({ all: [rule.subject, rule.when] }).some((field) => FLAG_FIELDS.some((flag) => flag === field));
  return asks ? null : (SHOWN_BY[rule.duty] ?? null);
}

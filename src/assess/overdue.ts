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
import type { OpenRule } from './rule-book.ts';

/** A rule that has been held against the rows. */
interface JudgedRule {
  readonly ready: { readonly open: OpenRule };
  readonly demand: Judged;
  readonly outcomes: Uint8Array;
}

const CLOSED = STATUSES.indexOf('closed') + 1;

const SHOWN_BY: Readonly<Partial<Record<Duty, FlagField>>> = { monitor: 'monitored', retrofit: 'ultraLowEmission' };

/** Which of the demands already judged are past their own day and not done, as far as the ledger shows. */
export function lateDemands(applied: readonly JudgedRule[], frame: Frame): LateDemands {
  const { asOf } = frame.book;
  const due = applied
    .filter(({ ready: { open: { rule } } }) => rule.duty !== 'hold' && rule.duty !== 'none' && (rule.deadline.day ?? asOf) < asOf)
    .sort((a, b) => dayOf(a).localeCompare(dayOf(b)));
  const truthOf = (one: JudgedRule, row: number): Truth => and(demanded(one, row), stillOpen(one.ready.open.rule, frame, row));

  const truths = new Uint8Array(frame.to - frame.from);
  for (let row = 0; row < truths.length; row++) truths[row] = due.reduce<Truth>((so, one) => or(so, truthOf(one, row)), NO);
  const carrier = (row: number) => (truths[row] === NO ? undefined : due.find((one) => truthOf(one, row) === truths[row]));
  return {
    truths,
    demandAt: (row) => {
      const found = carrier(row);
      return found === undefined ? null : { ...found.ready.open, day: dayOf(found) };
    },
    missingAt: (row) => {
      const found = carrier(row);
      if (found === undefined) return [];
      return [...new Set([...carryingEvidence(found.demand, frame, row).flatMap(({ missing }) => missing), ...lacking(found.ready.open.rule, frame, row)])];
    },
  };
}

function dayOf({ ready }: JudgedRule): IsoDay {
  return ready.open.rule.deadline.day ?? '';
}

const DEMANDED = { unbound: NO, outside: NO, exempt: NO, unknown: MISSING, review: REVIEW, applies: YES } as const;

function demanded({ outcomes }: JudgedRule, row: number): Truth {
  return DEMANDED[OUTCOMES[outcomes[row] as number] ?? 'unbound'];
}

/**
 * Whether the ledger shows the demand as still to be done. A closed facility owes nothing more. A rule that asks for a
 * flag applies only while that flag shows it undone; an inspection leaves no trace in a ledger, so it is never surely late.
 */
function stillOpen(rule: Rule, frame: Frame, row: number): Truth {
  const { columns, from } = frame;
  const flag = flagOf(rule);
  if (columns.words.status[from + row] === CLOSED || (flag !== null && columns.flags[flag][from + row] === FLAG_TRUE)) return NO;
  if (lacking(rule, frame, row).length > 0) return MISSING;
  return rule.duty === 'inspect' ? REVIEW : YES;
}

/** Facts without which nobody knows whether it is done. */
function lacking(rule: Rule, { columns, from }: Frame, row: number): readonly string[] {
  const flag = flagOf(rule);
  return [...(columns.words.status[from + row] === 0 ? ['status'] : []), ...(flag !== null && columns.flags[flag][from + row] === FLAG_UNKNOWN ? [flag] : [])];
}

const shownFlags = new WeakMap<Rule, { readonly flag: FlagField | null }>();

/** The flag that shows the demand as done, where the rule does not ask for one itself; worked out once a rule. */
function flagOf(rule: Rule): FlagField | null {
  let known = shownFlags.get(rule);
  if (known === undefined) {
    const asks = fieldsOf({ all: [rule.subject, rule.when] }).some((field) => FLAG_FIELDS.some((flag) => flag === field));
    shownFlags.set(rule, (known = { flag: asks ? null : (SHOWN_BY[rule.duty] ?? null) }));
  }
  return known.flag;
}

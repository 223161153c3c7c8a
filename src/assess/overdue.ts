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

/** The flag that shows a demand as done, for rules that do not ask for one themselves. */
const SHOWN_BY: Readonly<Partial<Record<Duty, FlagField>>> = { monitor: 'monitored', retrofit: 'ultraLowEmission' };

/** Which of the demands already judged are past their own day and not done, as far as the ledger shows. */
export function lateDemands(applied: readonly JudgedRule[], frame: Frame): LateDemands {
  const due = applied
    .filter(({ ready: { open: { rule } } }) => rule.duty !== 'hold' && rule.duty !== 'none' && rule.deadline.day !== null && rule.deadline.day < frame.book.asOf)
    .sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0));
  const truthOf = (one: JudgedRule, row: number): Truth => and(demanded(one, row), openStill(one.ready.open.rule, frame, row).truth);

  function carrier(row: number): JudgedRule | undefined {
    const truth = truths[row];
    return truth === NO ? undefined : due.find((one) => truthOf(one, row) === truth);
  }

  const truths = new Uint8Array(frame.to - frame.from);
  for (let row = 0; row < truths.length; row++) truths[row] = due.reduce<Truth>((so, one) => or(so, truthOf(one, row)), NO);
  return {
    truths,
    demandAt: (row) => {
      const found = carrier(row);
      return found === undefined ? null : { ...found.ready.open, day: dayOf(found) };
    },
    missingAt: (row) => {
      const found = carrier(row);
      if (found === undefined || truths[row] === YES) return [];
      const open = demanded(found, row) === YES ? [] : carryingEvidence(found.demand, frame, row).flatMap((evidence) => evidence.missing);
      return [...new Set([...open, ...openStill(found.ready.open.rule, frame, row).missing])];
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
function openStill(rule: Rule, { columns, from }: Frame, row: number): { readonly truth: Truth; readonly missing: readonly string[] } {
  const status = columns.words.status[from + row];
  if (status === CLOSED) return { truth: NO, missing: [] };
  const shown = shownBy(rule);
  const flag = shown === undefined ? null : columns.flags[shown][from + row];
  if (shown !== undefined && flag === FLAG_TRUE) return { truth: NO, missing: [] };
  const missing = [...(status === 0 ? ['status'] : []), ...(shown !== undefined && flag === FLAG_UNKNOWN ? [shown] : [])];
  if (missing.length > 0) return { truth: MISSING, missing };
  return { truth: rule.duty === 'inspect' ? REVIEW : YES, missing: [] };
}

const shownFlags = new WeakMap<Rule, { readonly flag: FlagField | undefined }>();

/** The flag that shows the rule's demand as done, unless the rule asks for one itself; worked out once a rule. */
function shownBy(rule: Rule): FlagField | undefined {
  let known = shownFlags.get(rule);
  if (known === undefined) {
    const asks = fieldsOf({ all: [rule.subject, rule.when] }).some((field) => FLAG_FIELDS.some((flag) => flag === field));
    shownFlags.set(rule, (known = { flag: asks ? undefined : SHOWN_BY[rule.duty] }));
  }
  return known.flag;
}

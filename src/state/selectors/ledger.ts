import type { BoundRule, Verdict } from '../../assess/assessment.ts';
import { CERTAINTIES, OUTCOMES, OUTCOME_INDEX } from '../../assess/assessment.ts';
import { differingRows } from '../../assess/differing-rows.ts';
import { verdictOf } from '../../assess/verdict.ts';
import { part, type Steps, STRETCH } from '../../base/steps.ts';
import { uniqueKeySteps } from '../../base/unique-keys.ts';
import type { Facility } from '../../domain/facility.ts';
import { DUTIES } from '../../policy/duty.ts';
import { UNKNOWN } from '../filters.ts';
import { memoiseSteps } from '../memoise.ts';
import type { Answer, Session } from '../session.ts';

/** One facility with its verdict: a row of the table, a mark on the map. */
export interface LedgerRow {
  readonly index: number;
  readonly key: string;
  readonly facility: Facility;
  readonly verdict: Verdict;
  /** GB/T 2260 code of the division that the facility surely lies in, or `UNKNOWN`. */
  readonly county: string;
  /** The rule behind the strongest duty that applies or, failing one, that may apply. */
  readonly rule: BoundRule | null;
  /** Distance to the nearest heat source that surely is eligible, m; `null` when there is none or no position. */
  readonly nearestEligibleM: number | null;
}

export interface Ledger {
  readonly answer: Answer;
  /** In the order of the project, so that `rows[i].index === i`. */
  readonly rows: readonly LedgerRow[];
  readonly indexByKey: ReadonlyMap<string, number>;
  /** Names this state of the rows, without holding on to them. */
  readonly state: object;
  /** Which rows differ from those of an earlier state, ascending; `null` when all were made anew. */
  readonly patch: { readonly of: object; readonly rows: Uint32Array } | null;
}

/** The answer now on show: to an outline in hand, else to the work. */
export function answerOf({ live, run }: Session): Answer | null {
  return live ?? run.answer;
}

/** The facilities with the verdicts now on show; `null` before the first answer. */
export function ledgerOf(session: Session): Ledger | null {
  const answer = answerOf(session);
  return answer && openLedger(answer);
}

let opened: Ledger | null = null;

/** While an outline is dragged, one answer after another differs from the last in a few rows: only these are made anew. */
export const openLedger = memoiseSteps(function* (answer: Answer): Steps<Ledger> {
  opened = (opened === null ? null : patchedLedger(opened, answer)) ?? (yield* freshLedger(answer));
  return opened;
});

function* freshLedger(answer: Answer): Steps<Ledger> {
  const { facilities } = answer.question.city.project;
  const { keys, indexByKey } = yield* keysOf.steps(facilities);
  const rowOf = rowsOf(answer);
  const rows: LedgerRow[] = [];
  for (const [index, facility] of facilities.entries()) {
    rows.push(rowOf(index, facility, keys[index] ?? facility.id));
    if (index % STRETCH === 0) yield 0.5 + (0.5 * index) / facilities.length;
  }
  return { answer, rows, indexByKey, state: {}, patch: null };
}

function patchedLedger(before: Ledger, answer: Answer): Ledger | null {
  if (before.answer.question.city.project.facilities !== answer.question.city.project.facilities) return null;
  const changed = differingRows(before.answer.assessment, answer.assessment);
  if (changed === null) return null;
  const rowOf = rowsOf(answer);
  const rows = changed.length === 0 ? before.rows : [...before.rows];
  for (const index of changed) {
    const { facility, key } = before.rows[index] as LedgerRow;
    (rows as LedgerRow[])[index] = rowOf(index, facility, key);
  }
  return { ...before, answer, rows, state: {}, patch: { of: before.state, rows: changed } };
}

function rowsOf(answer: Answer): (index: number, facility: Facility, key: string) => LedgerRow {
  const ruleOf = decidingRules(answer);
  const verdict = sharedVerdicts(answer);
  const county = sharedCounties();
  const { division, nearestEligible, nearestEligibleDistanceM } = answer.assessment;
  return (index, facility, key) => ({
    index,
    key,
    facility,
    verdict: verdict(index),
    county: county(division[index] ?? 0),
    rule: ruleOf(index),
    nearestEligibleM: (nearestEligible[index] ?? -1) < 0 ? null : (nearestEligibleDistanceM[index] ?? null),
  });
}

const keysOf = memoiseSteps(function* (facilities: readonly Facility[]): Steps<Pick<Ledger, 'indexByKey'> & { readonly keys: readonly string[] }> {
  const keys = yield* part(uniqueKeySteps(facilities.map(({ id }) => id)), 0, 0.3);
  const indexByKey = new Map<string, number>();
  for (const [index, key] of keys.entries()) {
    indexByKey.set(key, index);
    if (index % STRETCH === 0) yield 0.3 + (0.2 * index) / keys.length;
  }
  return { keys, indexByKey };
});

/** Of a hundred thousand facilities many share a verdict: each different one is one object. */
function sharedVerdicts({ assessment }: Answer): (index: number) => Verdict {
  const known = new Map<number, Verdict>();
  const { rules, duty, possibleDuty, certainty, overdue, deadlineRule } = assessment;
  return (index) => {
    const weighed = ((duty[index] ?? 0) * DUTIES.length + (possibleDuty[index] ?? 0)) * CERTAINTIES.length + (certainty[index] ?? 0);
    const key = (weighed * 2 + (overdue[index] ?? 0)) * (rules.length + 1) + (deadlineRule[index] ?? -1) + 1;
    let verdict = known.get(key);
    if (verdict === undefined) known.set(key, (verdict = verdictOf(assessment, index)));
    return verdict;
  };
}

function sharedCounties(): (division: number) => string {
  const known = new Map([[0, UNKNOWN]]);
  return (division) => {
    let county = known.get(division);
    if (county === undefined) known.set(division, (county = String(division)));
    return county;
  };
}

/** The rule whose deadline counts stands first; else the first, in the order of the documents, that carries the duty. */
function decidingRules({ assessment: { rules, count, outcomes, duty, possibleDuty, deadlineRule } }: Answer): (index: number) => BoundRule | null {
  const byDuty = DUTIES.map((one) => rules.flatMap(({ rule }, r) => (rule.duty === one ? [r] : [])));
  const first = (index: number, carried: number, outcome: number): BoundRule | null => {
    for (const r of byDuty[carried] ?? []) if (outcomes[r * count + index] === outcome) return rules[r] ?? null;
    return null;
  };
  return (index) => {
    const [sure, may] = [duty[index] ?? 0, possibleDuty[index] ?? 0];
    const dated = rules[deadlineRule[index] ?? -1];
    if (dated?.rule.duty === DUTIES[sure]) return dated ?? null;
    return first(index, sure, OUTCOME_INDEX.applies) ?? first(index, may, OUTCOME_INDEX.review) ?? first(index, may, OUTCOME_INDEX.unknown);
  };
}

/** Whether rule number `rule` of the assessment surely applies to the facility, may apply, or neither. */
export function bindingOf({ assessment }: Answer, rule: number, index: number): 'applies' | 'may' | null {
  const outcome = OUTCOMES[assessment.outcomes[rule * assessment.count + index] ?? 0];
  if (outcome === 'applies') return 'applies';
  return outcome === 'review' || outcome === 'unknown' ? 'may' : null;
}

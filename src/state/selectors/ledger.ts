import type { BoundRule, Verdict } from '../../assess/assessment.ts';
import { OUTCOMES } from '../../assess/assessment.ts';
import { differingRows } from '../../assess/differing-rows.ts';
import { verdictOf } from '../../assess/verdict.ts';
import { uniqueKeys } from '../../base/unique-keys.ts';
import type { Facility } from '../../domain/facility.ts';
import { UNKNOWN } from '../filters.ts';
import { memoiseLast } from '../memoise.ts';
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
  /** What a text filter looks through, normalised. */
  readonly searchable: string;
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
const openLedger = memoiseLast((answer: Answer): Ledger => {
  const patched = opened === null ? null : patchedLedger(opened, answer);
  opened = patched ?? freshLedger(answer);
  return opened;
});

function freshLedger(answer: Answer): Ledger {
  const { facilities } = answer.question.city.project;
  const { keys, indexByKey } = keysOf(facilities);
  const rows = facilities.map((facility, index) => rowOf(answer, index, { facility, key: keys[index] ?? facility.id, searchable: searchableOf(facility) }));
  return { answer, rows, indexByKey, state: {}, patch: null };
}

function patchedLedger(before: Ledger, answer: Answer): Ledger | null {
  if (before.answer.question.city.project.facilities !== answer.question.city.project.facilities) return null;
  const changed = differingRows(before.answer.assessment, answer.assessment);
  if (changed === null) return null;
  const rows = changed.length === 0 ? before.rows : [...before.rows];
  for (const index of changed) (rows as LedgerRow[])[index] = rowOf(answer, index, before.rows[index] as LedgerRow);
  return { ...before, answer, rows, state: {}, patch: { of: before.state, rows: changed } };
}

function rowOf(answer: Answer, index: number, { facility, key, searchable }: Pick<LedgerRow, 'facility' | 'key' | 'searchable'>): LedgerRow {
  const { assessment } = answer;
  const verdict = verdictOf(assessment, index);
  const nearest = assessment.nearestEligible[index] ?? -1;
  return {
    index,
    key,
    facility,
    verdict,
    county: countyOf(assessment.division[index] ?? 0),
    rule: decidingRule(answer, index, verdict),
    nearestEligibleM: nearest < 0 ? null : (assessment.nearestEligibleDistanceM[index] ?? null),
    searchable,
  };
}

const keysOf = memoiseLast((facilities: readonly Facility[]) => {
  const keys = uniqueKeys(facilities.map(({ id }) => id));
  return { keys, indexByKey: new Map(keys.map((key, index) => [key, index])) };
});

function searchableOf({ id, name, enterprise, creditCode }: Facility): string {
  return normalised([id, name, enterprise ?? '', creditCode ?? ''].join('\n'));
}

/** Full-width letters and digits as plain ones, capitals as small: how people search. */
export function normalised(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}

function countyOf(division: number): string {
  return division === 0 ? UNKNOWN : String(division);
}

/** The rule whose deadline counts stands first; else the first, in the order of the documents, that carries the duty. */
function decidingRule({ assessment }: Answer, index: number, { duty, possibleDuty }: Verdict): BoundRule | null {
  const dated = assessment.rules[assessment.deadlineRule[index] ?? -1];
  if (dated?.rule.duty === duty) return dated;
  return ruleOf('applies', duty) ?? ruleOf('review', possibleDuty) ?? ruleOf('unknown', possibleDuty);

  function ruleOf(outcome: 'applies' | 'review' | 'unknown', carried: string): BoundRule | null {
    const code = OUTCOMES.indexOf(outcome);
    return (
      assessment.rules.find((bound, rule) => bound.rule.duty === carried && assessment.outcomes[rule * assessment.count + index] === code) ?? null
    );
  }
}

/** Whether rule number `rule` of the assessment surely applies to the facility, may apply, or neither. */
export function bindingOf({ assessment }: Answer, rule: number, index: number): 'applies' | 'may' | null {
  const outcome = OUTCOMES[assessment.outcomes[rule * assessment.count + index] ?? 0];
  if (outcome === 'applies') return 'applies';
  return outcome === 'review' || outcome === 'unknown' ? 'may' : null;
}

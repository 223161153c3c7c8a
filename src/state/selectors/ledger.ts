import type { BoundRule, Verdict } from '../../assess/assessment.ts';
import { OUTCOMES } from '../../assess/assessment.ts';
import { verdictOf } from '../../assess/verdict.ts';
import { uniqueKeys } from '../../base/unique-keys.ts';
import type { Facility } from '../../domain/facility.ts';
import type { Project } from '../../domain/project.ts';
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

const openLedger = memoiseLast((answer: Answer): Ledger => {
  const { project } = answer.question.city;
  const keys = keysOf(project);
  const rows = project.facilities.map((facility, index): LedgerRow => {
    const verdict = verdictOf(answer.assessment, index);
    const nearest = answer.assessment.nearestEligible[index] ?? -1;
    return {
      index,
      key: keys[index] ?? facility.id,
      facility,
      verdict,
      county: countyOf(answer.assessment.division[index] ?? 0),
      rule: decidingRule(answer, index, verdict),
      nearestEligibleM: nearest < 0 ? null : (answer.assessment.nearestEligibleDistanceM[index] ?? null),
      searchable: normalised([facility.id, facility.name, facility.enterprise ?? '', facility.creditCode ?? ''].join('\n')),
    };
  });
  return { answer, rows, indexByKey: new Map(keys.map((key, index) => [key, index])) };
});

const keysOf = memoiseLast((project: Project) => uniqueKeys(project.facilities.map(({ id }) => id)));

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

import type { Certainty } from '../../assess/assessment.ts';
import { OUTCOME_INDEX } from '../../assess/assessment.ts';
import type { Duty } from '../../policy/duty.ts';
import type { Filters } from '../filters.ts';
import { UNKNOWN, isFiltered, isScoped } from '../filters.ts';
import { memoiseLast } from '../memoise.ts';
import type { Session } from '../session.ts';
import type { Ledger, LedgerRow } from './ledger.ts';
import { bindingOf, ledgerOf, normalised, searchableOf } from './ledger.ts';
import type { MutableTally, Tally } from './tally.ts';
import { addTo, newTally } from './tally.ts';

/**
 * Everything that the page counts, from one pass over the rows, so that no two numbers on it can disagree. A list of
 * choices (by duty, by county …) counts the rows that pass all *other* filters: what choosing an entry would show.
 */
export interface Overview {
  readonly total: Tally;
  /** Indices of the rows that pass every filter, in the order of the project. */
  readonly shown: readonly number[];
  readonly shownTally: Tally;
  readonly filtered: boolean;
  /** True when the counts by verdict speak of a part of the ledger only. */
  readonly scoped: boolean;
  readonly byDuty: ReadonlyMap<Duty, Tally>;
  /** Of those that must close: past their deadline; already closed according to the ledger. */
  readonly overdueClosing: Tally;
  readonly closedAlready: Tally;
  /** By the stronger duty that is only possible. */
  readonly byPossible: ReadonlyMap<Duty, Tally>;
  /** Indices of the rows that may have to close, though it is not sure. */
  readonly mayClose: readonly number[];
  readonly byCertainty: ReadonlyMap<Certainty, Tally>;
  readonly byCounty: ReadonlyMap<string, Tally>;
  /** Of those in `byCounty`, the ones that surely must close. */
  readonly closingByCounty: ReadonlyMap<string, Tally>;
  readonly byFuel: ReadonlyMap<string, Tally>;
  /** Facilities per rule id to which it surely applies. */
  readonly byRule: ReadonlyMap<string, Tally>;
  /** Facilities per rule id to which it only may apply. */
  readonly byMayRule: ReadonlyMap<string, Tally>;
  readonly unlocated: Tally;
}

export function overviewOf(session: Session): Overview | null {
  const ledger = ledgerOf(session);
  return ledger && count(ledger, session.view.filters);
}

/** One bit a filter: set where a row fails it. */
const VERDICT = 1;
const CERTAINTY = 2;
const COUNTY = 4;
const FUEL = 8;
const RULE = 16;
const TEXT = 32;
const UNLOCATED = 64;
const PICKED = 128;

const count = memoiseLast((ledger: Ledger, filters: Filters): Overview => {
  const fails = failing(ledger, filters);
  const shown: number[] = [];
  const total = newTally();
  const shownTally = newTally();
  const unlocated = newTally();
  const overdueClosing = newTally();
  const closedAlready = newTally();
  const byDuty = new Map<Duty, MutableTally>();
  const byPossible = new Map<Duty, MutableTally>();
  const mayClose: number[] = [];
  const byCertainty = new Map<Certainty, MutableTally>();
  const byCounty = new Map<string, MutableTally>();
  const closingByCounty = new Map<string, MutableTally>();
  const byFuel = new Map<string, MutableTally>();
  const asked = new Uint8Array(ledger.rows.length);
  for (const row of ledger.rows) {
    const { facility, verdict } = row;
    const failed = fails(row);
    addTo(total, facility);
    if (failed === 0) {
      shown.push(row.index);
      addTo(shownTally, facility);
    }
    if ((failed & ~VERDICT) === 0) {
      addTo(entry(byDuty, verdict.duty), facility);
      if (verdict.duty === 'close' && verdict.overdue) addTo(overdueClosing, facility);
      if (verdict.duty === 'close' && facility.status === 'closed') addTo(closedAlready, facility);
      if (verdict.possibleDuty !== verdict.duty) {
        addTo(entry(byPossible, verdict.possibleDuty), facility);
        if (verdict.possibleDuty === 'close') mayClose.push(row.index);
      }
    }
    if ((failed & ~CERTAINTY) === 0) addTo(entry(byCertainty, verdict.certainty), facility);
    if ((failed & ~COUNTY) === 0) {
      addTo(entry(byCounty, row.county), facility);
      if (verdict.duty === 'close') addTo(entry(closingByCounty, row.county), facility);
    }
    if ((failed & ~FUEL) === 0) addTo(entry(byFuel, facility.fuel ?? UNKNOWN), facility);
    if ((failed & ~UNLOCATED) === 0 && facility.lngLat === null) addTo(unlocated, facility);
    if ((failed & ~RULE) === 0) asked[row.index] = 1;
  }
  const { byRule, byMayRule } = countByRule(ledger, asked);
  return {
    total,
    shown,
    shownTally,
    filtered: isFiltered(filters),
    scoped: isScoped(filters),
    byDuty,
    overdueClosing,
    closedAlready,
    byPossible,
    mayClose,
    byCertainty,
    byCounty,
    closingByCounty,
    byFuel,
    byRule,
    byMayRule,
    unlocated,
  };
});

/** Rule by rule, so that outcomes are read in a row. @param asked 1 for the rows that count. */
function countByRule({ rows, answer: { assessment } }: Ledger, asked: Uint8Array): Pick<Overview, 'byRule' | 'byMayRule'> {
  const byRule = new Map<string, MutableTally>();
  const byMayRule = new Map<string, MutableTally>();
  for (const [r, { rule }] of assessment.rules.entries()) {
    const outcomes = assessment.outcomes.subarray(r * assessment.count, (r + 1) * assessment.count);
    for (let index = 0; index < rows.length; index += 1) {
      const outcome = outcomes[index] ?? 0;
      const row = outcome < OUTCOME_INDEX.unknown || asked[index] === 0 ? undefined : rows[index];
      if (row !== undefined) addTo(entry(outcome === OUTCOME_INDEX.applies ? byRule : byMayRule, rule.id), row.facility);
    }
  }
  return { byRule, byMayRule };
}

function failing({ answer }: Ledger, filters: Filters): (row: LedgerRow) => number {
  const duties = new Set(filters.duties);
  const possible = new Set(filters.possible);
  const anyVerdict = duties.size + possible.size === 0;
  const certainties = new Set(filters.certainties);
  const counties = new Set(filters.counties);
  const fuels = new Set<string>(filters.fuels);
  const anyRule = filters.rule === null && filters.mayRule === null;
  const numbersOf = (id: string | null) => answer.assessment.rules.flatMap(({ rule }, i) => (rule.id === id ? [i] : []));
  const [rules, mayRules] = [numbersOf(filters.rule), numbersOf(filters.mayRule)];
  const picked = filters.picked === null ? null : new Set(filters.picked.indices);
  const words = normalised(filters.text).split(/\s+/).filter(Boolean);
  return ({ index, facility, verdict, county }) =>
    (anyVerdict || duties.has(verdict.duty) || (verdict.possibleDuty !== verdict.duty && possible.has(verdict.possibleDuty)) ? 0 : VERDICT) |
    (certainties.size === 0 || certainties.has(verdict.certainty) ? 0 : CERTAINTY) |
    (counties.size === 0 || counties.has(county) ? 0 : COUNTY) |
    (fuels.size === 0 || fuels.has(facility.fuel ?? UNKNOWN) ? 0 : FUEL) |
    (anyRule || rules.some((rule) => bindingOf(answer, rule, index) === 'applies') || mayRules.some((rule) => bindingOf(answer, rule, index) === 'may') ? 0 : RULE) |
    (picked === null || picked.has(index) ? 0 : PICKED) |
    (words.every((word) => searchableOf(facility).includes(word)) ? 0 : TEXT) |
    (!filters.unlocated || facility.lngLat === null ? 0 : UNLOCATED);
}

function entry<Key>(map: Map<Key, MutableTally>, key: Key): MutableTally {
  let tally = map.get(key);
  if (tally === undefined) map.set(key, (tally = newTally()));
  return tally;
}

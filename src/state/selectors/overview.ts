import type { Assessment, Certainty } from '../../assess/assessment.ts';
import { OUTCOME_INDEX } from '../../assess/assessment.ts';
import { type Steps, STRETCH } from '../../base/steps.ts';
import type { Facility } from '../../domain/facility.ts';
import type { Duty } from '../../policy/duty.ts';
import type { Filters } from '../filters.ts';
import { UNKNOWN, isFiltered, isScoped } from '../filters.ts';
import { memoiseLast, memoiseSteps } from '../memoise.ts';
import type { Session } from '../session.ts';
import type { Ledger, LedgerRow } from './ledger.ts';
import { bindingOf, ledgerOf } from './ledger.ts';
import { normalised, searchTextsOf } from './search-texts.ts';
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
  return ledger && countOf(ledger, session.view.filters);
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

/** The last count and what it was made of, so that the next can start from it. */
let counted: Counted | null = null;

interface Counted {
  readonly ledger: Ledger;
  readonly filters: Filters;
  readonly sums: Sums;
  readonly lists: Pick<Overview, 'shown' | 'mayClose'>;
}

export const countOf = memoiseSteps(function* (ledger: Ledger, filters: Filters): Steps<Overview> {
  const before = counted;
  const isPatch = before !== null && ledger.patch?.of === before.ledger.state && filters === before.filters;
  counted = isPatch ? patchedCount(before, ledger, ledger.patch.rows) : yield* freshCount(ledger, filters);
  return { ...counted.sums.groups, ...counted.lists, filtered: isFiltered(filters), scoped: isScoped(filters) };
});

function* freshCount(ledger: Ledger, filters: Filters): Steps<Counted> {
  const sums = newSums(ledger.rows.length);
  const fails = failing(ledger, filters);
  const asked = new Uint8Array(ledger.rows.length);
  for (const row of ledger.rows) {
    const failed = fails(row);
    addRow(sums, row, failed, 1);
    if ((failed & ~RULE) === 0) asked[row.index] = 1;
    if (row.index % STRETCH === 0) yield (0.5 * row.index) / ledger.rows.length;
  }
  yield* countByRule(sums.groups, ledger, asked);
  return { ledger, filters, sums, lists: { shown: indicesOf(sums.isShown), mayClose: indicesOf(sums.mayClose) } };
}

/** Takes out what the rows were and puts in what they are; the marks of the last count are written over. */
function patchedCount(before: Counted, ledger: Ledger, rows: Uint32Array): Counted {
  const { filters } = before;
  const sums = { ...before.sums, groups: copied(before.sums.groups) };
  const [was, is] = [failing(before.ledger, filters), failing(ledger, filters)];
  let [isShownMoved, isCloseMoved] = [false, false];
  for (const index of rows) {
    const [old, fresh] = [before.ledger.rows[index], ledger.rows[index]];
    if (old === undefined || fresh === undefined) continue;
    const [wasShown, mightClose] = [sums.isShown[index], sums.mayClose[index]];
    const [failedBefore, fails] = [was(old), is(fresh)];
    addRow(sums, old, failedBefore, -1);
    addRow(sums, fresh, fails, 1);
    addRules(sums.groups, old, before.ledger, failedBefore, -1);
    addRules(sums.groups, fresh, ledger, fails, 1);
    isShownMoved ||= sums.isShown[index] !== wasShown;
    isCloseMoved ||= sums.mayClose[index] !== mightClose;
  }
  const lists = {
    shown: isShownMoved ? indicesOf(sums.isShown) : before.lists.shown,
    mayClose: isCloseMoved ? indicesOf(sums.mayClose) : before.lists.mayClose,
  };
  return { ledger, filters, sums, lists };
}

type Groups = Omit<Overview, 'shown' | 'mayClose' | 'filtered' | 'scoped'>;
type MutableGroups = { readonly [Key in keyof Groups]: Groups[Key] extends ReadonlyMap<infer Name, Tally> ? Map<Name, MutableTally> : MutableTally };

interface Sums {
  readonly groups: MutableGroups;
  /** One byte a row. */
  readonly isShown: Uint8Array;
  readonly mayClose: Uint8Array;
}

function newSums(count: number): Sums {
  return {
    groups: {
      total: newTally(), shownTally: newTally(), unlocated: newTally(), overdueClosing: newTally(), closedAlready: newTally(),
      byDuty: new Map(), byPossible: new Map(), byCertainty: new Map(), byCounty: new Map(), closingByCounty: new Map(), byFuel: new Map(), byRule: new Map(), byMayRule: new Map(),
    },
    isShown: new Uint8Array(count),
    mayClose: new Uint8Array(count),
  };
}

/** Counts that have been handed out stay as they are. */
function copied(groups: MutableGroups): MutableGroups {
  const entries = Object.entries(groups).map(([name, group]) => [name, group instanceof Map ? new Map([...group].map(([key, tally]) => [key, { ...tally }])) : { ...group }]);
  return Object.fromEntries(entries) as MutableGroups;
}

/** Puts one row into every sum that it belongs to but those by rule, or with `sign` -1 takes it out. */
function addRow({ groups, isShown, mayClose }: Sums, { index, facility, verdict, county }: LedgerRow, failed: number, sign: 1 | -1): void {
  addTo(groups.total, facility, sign);
  if (failed === 0) {
    isShown[index] = sign === 1 ? 1 : 0;
    addTo(groups.shownTally, facility, sign);
  }
  if ((failed & ~VERDICT) === 0) {
    addUnder(groups.byDuty, verdict.duty, facility, sign);
    if (verdict.duty === 'close' && verdict.overdue) addTo(groups.overdueClosing, facility, sign);
    if (verdict.duty === 'close' && facility.status === 'closed') addTo(groups.closedAlready, facility, sign);
    if (verdict.possibleDuty !== verdict.duty) {
      addUnder(groups.byPossible, verdict.possibleDuty, facility, sign);
      if (verdict.possibleDuty === 'close') mayClose[index] = sign === 1 ? 1 : 0;
    }
  }
  if ((failed & ~CERTAINTY) === 0) addUnder(groups.byCertainty, verdict.certainty, facility, sign);
  if ((failed & ~COUNTY) === 0) {
    addUnder(groups.byCounty, county, facility, sign);
    if (verdict.duty === 'close') addUnder(groups.closingByCounty, county, facility, sign);
  }
  if ((failed & ~FUEL) === 0) addUnder(groups.byFuel, facility.fuel ?? UNKNOWN, facility, sign);
  if ((failed & ~UNLOCATED) === 0 && facility.lngLat === null) addTo(groups.unlocated, facility, sign);
}

function addRules({ byRule, byMayRule }: MutableGroups, { index, facility }: LedgerRow, { answer }: Ledger, failed: number, sign: 1 | -1): void {
  if ((failed & ~RULE) !== 0) return;
  for (const [i, { rule }] of answer.assessment.rules.entries()) {
    const binding = bindingOf(answer, i, index);
    if (binding !== null) addUnder(binding === 'applies' ? byRule : byMayRule, rule.id, facility, sign);
  }
}

/** All rows: rule by rule. @param asked 1 for the rows that count. */
function* countByRule({ byRule, byMayRule }: MutableGroups, { answer: { assessment, question } }: Ledger, asked: Uint8Array): Steps<void> {
  const { units, tph } = sizesOf(question.city.project.facilities);
  const binding = yield* bindingOutcomes.steps(assessment);
  for (const [r, { rule }] of assessment.rules.entries()) {
    for (const [map, rows] of [[byRule, binding[r]?.sure], [byMayRule, binding[r]?.may]] as const) {
      const tally = newTally();
      for (const index of rows ?? []) {
        if (asked[index] === 0) continue;
        const [count, each] = [units[index] as number, tph[index] as number];
        tally.count += count;
        if (Number.isNaN(each)) tally.unknownTph += count;
        else tally.tph += each * count;
      }
      if (tally.count > 0) map.set(rule.id, tally);
    }
    yield 0.5 + (0.5 * r) / assessment.rules.length;
  }
}

/** The rows that each rule binds, or may: most outcomes are neither, and filters ask again and again. */
const bindingOutcomes = memoiseSteps(function* ({ rules, outcomes, count }: Assessment): Steps<readonly { readonly sure: Uint32Array; readonly may: Uint32Array }[]> {
  const binding: { readonly sure: Uint32Array; readonly may: Uint32Array }[] = [];
  const [sure, may] = [new Uint32Array(count), new Uint32Array(count)];
  for (const r of rules.keys()) {
    let [sures, mays] = [0, 0];
    for (let index = 0; index < count; index++) {
      const outcome = outcomes[r * count + index] as number;
      if (outcome === OUTCOME_INDEX.applies) sure[sures++] = index;
      else if (outcome >= OUTCOME_INDEX.unknown) may[mays++] = index;
    }
    binding.push({ sure: sure.slice(0, sures), may: may.slice(0, mays) });
    yield r / rules.length;
  }
  return binding;
});

/** What a tally adds up, as columns: a rule after the other reads them. Unknown capacity is NaN. */
const sizesOf = memoiseLast((facilities: readonly Facility[]) => ({
  units: Float64Array.from(facilities, ({ count }) => count),
  tph: Float64Array.from(facilities, ({ capacityTph }) => capacityTph ?? NaN),
}));

/** A group that nobody is in is no group. */
function addUnder<Key>(map: Map<Key, MutableTally>, key: Key, facility: Facility, sign: 1 | -1): void {
  let tally = map.get(key);
  if (tally === undefined) map.set(key, (tally = newTally()));
  addTo(tally, facility, sign);
  if (tally.count === 0) map.delete(key);
}

function indicesOf(marks: Uint8Array): readonly number[] {
  const indices: number[] = [];
  for (let index = 0; index < marks.length; index++) if (marks[index] === 1) indices.push(index);
  return indices;
}

function failing({ answer }: Pick<Ledger, 'answer'>, filters: Filters): (row: LedgerRow) => number {
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
  const texts = words.length === 0 ? [] : searchTextsOf(answer.question.city.project.facilities);
  return ({ index, facility, verdict, county }) =>
    (anyVerdict || duties.has(verdict.duty) || (verdict.possibleDuty !== verdict.duty && possible.has(verdict.possibleDuty)) ? 0 : VERDICT) |
    (certainties.size === 0 || certainties.has(verdict.certainty) ? 0 : CERTAINTY) |
    (counties.size === 0 || counties.has(county) ? 0 : COUNTY) |
    (fuels.size === 0 || fuels.has(facility.fuel ?? UNKNOWN) ? 0 : FUEL) |
    (anyRule || rules.some((rule) => bindingOf(answer, rule, index) === 'applies') || mayRules.some((rule) => bindingOf(answer, rule, index) === 'may') ? 0 : RULE) |
    (picked === null || picked.has(index) ? 0 : PICKED) |
    (words.every((word) => texts[index]?.includes(word) === true) ? 0 : TEXT) |
    (!filters.unlocated || facility.lngLat === null ? 0 : UNLOCATED);
}

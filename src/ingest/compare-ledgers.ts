import { finish, part, STRETCH, type Steps } from '../base/steps.ts';
import type { Facility } from '../domain/facility.ts';
import { geodesicDistanceM } from '../geometry/geodesic.ts';

/** The facts of a facility that a newer ledger can change; where it was read and what was noticed are none. */
const FACTS = [
  'id', 'name', 'enterprise', 'creditCode', 'kind', 'fuel', 'use', 'status', 'count', 'capacityTph', 'unitMW', 'divisionCode', 'park', 'lngLat', 'locationAccuracyM',
  'cleanHeating', 'ultraLowEmission', 'monitored', 'dedicatedBiomass', 'bagFilter', 'outdated', 'fixedBedIntermittent', 'performanceGrade', 'stackM', 'hearthM', 'synthetic',
] as const satisfies readonly (keyof Facility)[];

export type Fact = (typeof FACTS)[number];

export interface Change {
  readonly fact: Fact;
  readonly before: Facility[Fact];
  readonly after: Facility[Fact];
}

/** What tells that two records are one facility. */
export type Likeness = 'id' | 'name-and-firm' | 'name-and-place';

/** A facility of both ledgers, by its numbers in the old and the new one. */
export interface Pair {
  readonly before: number;
  readonly after: number;
  readonly by: Likeness;
  /** Empty where nothing has changed. */
  readonly changes: readonly Change[];
}

/** Each facility of either ledger stands in exactly one list, by its number in its own. */
export interface LedgerDifference {
  readonly added: readonly number[];
  readonly missing: readonly number[];
  readonly changed: readonly Pair[];
  readonly same: readonly Pair[];
}

/** Two records of one name so far apart are two facilities, or the place has been corrected: then their firm must tell. */
const NEAR_M = 200;

/** Ids that only count rows say nothing across two files. */
export const ROW_NUMBER = /^#\d+(?:-\d+)?$/u;

/** A number as every list has it, such as a 序号, also of one unit of a row that was split: it says nothing where the records contradict it. */
const LISTED_NUMBER = /^#?\d{1,5}(?:-\d{1,5})?[#\u53f7]?$/u;

/**
 * What a newer ledger changes. Records are the same facility by their id, else by name and firm (code or name of it), else by
 * name and place; a likeness that fits several records pairs none of them, since nothing tells which is which. A bare number
 * is an id as long as firm, name and place don't speak against it: the first boilers of two lists are not one boiler.
 */
export function compareLedgers(before: readonly Facility[], after: readonly Facility[]): LedgerDifference {
  return finish(comparingLedgers(before, after));
}

/** The same in short stretches. */
export function* comparingLedgers(before: readonly Facility[], after: readonly Facility[]): Steps<LedgerDifference> {
  const pairs: Pair[] = [];
  const [oldLeft, newLeft] = [new Set(before.keys()), new Set(after.keys())];
  const match = function* (by: Likeness, keyOf: (facility: Facility) => string | null): Steps<void> {
    const olds = yield* onlyByKey(before, oldLeft, keyOf);
    const news = yield* onlyByKey(after, newLeft, keyOf, olds);
    let looked = 0;
    for (const [key, old] of olds) {
      if (++looked % STRETCH === 0) yield looked / olds.size;
      const young = news.get(key);
      if (old === null || young === undefined || young === null) continue;
      const [a, b] = [before[old], after[young]];
      if (a === undefined || b === undefined || !bearsOut(by, a, b)) continue;
      pairs.push({ before: old, after: young, by, changes: changesOf(a, b) });
      oldLeft.delete(old);
      newLeft.delete(young);
    }
  };
  yield* part(match('id', ({ id }) => (ROW_NUMBER.test(id) ? null : id)), 0, 0.4);
  yield* part(match('name-and-firm', ({ name, creditCode, enterprise }) => (creditCode === null && enterprise === null ? null : JSON.stringify([name, creditCode ?? enterprise]))), 0.4, 0.8);
  yield* part(match('name-and-place', ({ name, lngLat }) => (lngLat === null ? null : name)), 0.8, 1);
  const ordered = pairs.sort((a, b) => a.after - b.after);
  return {
    added: [...newLeft],
    missing: [...oldLeft],
    changed: ordered.filter(({ changes }) => changes.length > 0),
    same: ordered.filter(({ changes }) => changes.length === 0),
  };
}

/** The one facility under each key, of those in `among`; `null` where several have it. */
function* onlyByKey(facilities: readonly Facility[], left: ReadonlySet<number>, keyOf: (facility: Facility) => string | null, among?: ReadonlyMap<string, unknown>): Steps<ReadonlyMap<string, number | null>> {
  const found = new Map<string, number | null>();
  let looked = 0;
  for (const index of left) {
    if (++looked % STRETCH === 0) yield looked / left.size;
    const facility = facilities[index];
    const key = facility === undefined ? null : keyOf(facility);
    if (key !== null && among?.has(key) !== false) found.set(key, found.has(key) ? null : index);
  }
  return found;
}

/** Whether two records under one key may be one facility. */
function bearsOut(by: Likeness, a: Facility, b: Facility): boolean {
  switch (by) {
    case 'id':
      return !LISTED_NUMBER.test(a.id) || !contradict(a, b);
    case 'name-and-firm':
      return true;
    case 'name-and-place':
      return areNear(a, b);
  }
}

/** Whether two records name different firms, or where that can't be told bear different names. */
function contradict(a: Facility, b: Facility): boolean {
  if (a.name === b.name && areNear(a, b)) return false;
  const firms = [[a.creditCode, b.creditCode], [a.enterprise, b.enterprise]].filter((pair) => !pair.includes(null));
  if (firms.length > 0) return firms.every(([one, other]) => one !== other);
  return saysName(a) && saysName(b) && a.name !== b.name;
}

/** Whether its name is its own, and not its firm's or its id, which stand in for one. */
export function saysName({ id, name, enterprise }: Facility): boolean {
  return name !== enterprise && name !== id;
}

function areNear(a: Facility, b: Facility): boolean {
  return a.lngLat !== null && b.lngLat !== null && geodesicDistanceM(a.lngLat[0], a.lngLat[1], b.lngLat[0], b.lngLat[1]) <= NEAR_M;
}

/** The facts in which two records differ. */
export function changesOf(before: Facility, after: Facility): readonly Change[] {
  return FACTS.flatMap((fact) => (isSame(before[fact], after[fact]) ? [] : [{ fact, before: before[fact], after: after[fact] }]));
}

function isSame(a: Facility[Fact], b: Facility[Fact]): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  return a[0] === b[0] && a[1] === b[1];
}

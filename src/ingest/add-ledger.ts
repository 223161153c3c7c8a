import { part, STRETCH, type Steps } from '../base/steps.ts';
import type { Facility } from '../domain/facility.ts';
import type { Rejected } from '../domain/issue.ts';
import { changesOf, comparingLedgers, ROW_NUMBER, saysName, type LedgerDifference, type Pair } from './compare-ledgers.ts';
import { problem } from './problem.ts';

/** What becomes of facilities that a ledger which is added has and the present one too: brought up to date, there twice, or left as they are. */
export const DOUBLES = ['update', 'add', 'leave'] as const;
export type Doubles = (typeof DOUBLES)[number];

export interface AddedLedger {
  /** Those of the present ledger in their order, then those that are new. */
  readonly facilities: readonly Facility[];
  /** `changes` are what an update makes of each, whatever was chosen; nothing is missing from a ledger that is added to. */
  readonly difference: LedgerDifference;
}

/** A ledger with another added to it, in short stretches. */
export function* addLedger(before: readonly Facility[], after: readonly Facility[], doubles: Doubles): Steps<AddedLedger> {
  const { added, changed, same } = yield* part(comparingLedgers(before, after), 0, 0.5);
  const made = [...before];
  const pairs: Pair[] = [];
  const found = [...changed, ...same];
  for (const [k, pair] of found.entries()) {
    if (k % STRETCH === 0) yield 0.5 + (0.5 * k) / found.length;
    const [old, young] = [before[pair.before], after[pair.after]];
    if (old === undefined || young === undefined) continue;
    const result = updated(old, young);
    if (doubles === 'update') made[pair.before] = result;
    pairs.push({ ...pair, changes: changesOf(old, result) });
  }
  const joining = doubles === 'add' ? after : added.flatMap((index) => after[index] ?? []);
  for (const facility of joining) made.push(facility);
  pairs.sort((a, b) => a.after - b.after);
  const difference = { added, missing: [], changed: pairs.filter(({ changes }) => changes.length > 0), same: pairs.filter(({ changes }) => changes.length === 0) };
  return { facilities: made, difference };
}

/** The rows of a file of which nothing joins, since all their facilities stand already. */
export function rowsLeft(after: readonly Facility[], { changed, same }: LedgerDifference): readonly Rejected[] {
  const left = new Set([...changed, ...same].map((pair) => pair.after));
  const joining = new Set(after.flatMap(({ source }, index) => (left.has(index) ? [] : [source.row])));
  const rows = new Map<number, Rejected>();
  for (const index of left) {
    const facility = after[index];
    if (facility === undefined || joining.has(facility.source.row)) continue;
    const { name, source, original } = facility;
    rows.set(source.row, { ...source, original, ...problem('stands-already', { value: name }) });
  }
  return [...rows.values()].sort((a, b) => a.row - b.row);
}

/**
 * A facility with what a newer record says of it. What that leaves blank, or only names by default, stays as it was: a sheet
 * with two columns does not wipe out the others. Sizes go together, and so do a position and its accuracy.
 */
function updated(old: Facility, young: Facility): Facility {
  const saysSize = young.capacityTph !== null || young.unitMW !== null || young.count !== 1;
  const isMoved = young.lngLat !== null && (young.lngLat[0] !== old.lngLat?.[0] || young.lngLat[1] !== old.lngLat[1]);
  const lngLat = young.lngLat ?? old.lngLat;
  const later = <Fact extends keyof Facility>(fact: Fact): Facility[Fact] => young[fact] ?? old[fact];
  return {
    id: ROW_NUMBER.test(young.id) ? old.id : young.id,
    name: saysName(young) ? young.name : old.name,
    enterprise: later('enterprise'),
    creditCode: later('creditCode'),
    kind: later('kind'),
    fuel: later('fuel'),
    use: later('use'),
    status: later('status'),
    count: saysSize ? young.count : old.count,
    capacityTph: later('capacityTph'),
    unitMW: later('unitMW'),
    divisionCode: later('divisionCode'),
    park: later('park'),
    lngLat,
    locationAccuracyM: isMoved ? young.locationAccuracyM : later('locationAccuracyM'),
    cleanHeating: later('cleanHeating'),
    ultraLowEmission: later('ultraLowEmission'),
    monitored: later('monitored'),
    dedicatedBiomass: later('dedicatedBiomass'),
    bagFilter: later('bagFilter'),
    outdated: later('outdated'),
    fixedBedIntermittent: later('fixedBedIntermittent'),
    performanceGrade: later('performanceGrade'),
    stackM: later('stackM'),
    hearthM: later('hearthM'),
    // Of a record that was made up, some facts still are.
    synthetic: old.synthetic || young.synthetic,
    source: young.source,
    original: { ...old.original, ...young.original },
    issues: [...old.issues.filter(({ column }) => column === undefined || !Object.hasOwn(young.original, column)), ...young.issues].filter(
      ({ code }, k, all) => (code !== 'no-location' || lngLat === null) && all.findIndex((other) => other.code === code && other.column === all[k]?.column) === k,
    ),
  };
}

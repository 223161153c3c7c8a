import type { Facility, Fuel } from '../domain/facility.ts';
import type { Duty } from '../policy/duty.ts';
import { DUTIES } from '../policy/duty.ts';
import type { Rule } from '../policy/rule.ts';
import type { Assessment } from './assessment.ts';
import { OUTCOME_INDEX } from './assessment.ts';

/** Units (a group row counts each of its own) and their steam; what has no known capacity is counted apart. */
export interface Tally {
  readonly count: number;
  readonly tph: number;
  readonly unknownTph: number;
}

export interface Summary {
  readonly total: Tally;
  readonly byDuty: Readonly<Record<Duty, Tally>>;
  /** Facilities that may have to do more than they surely must, by the duty that is possible. */
  readonly possible: Readonly<Record<Duty, Tally>>;
  /** By GB/T 2260 code; '' where the place is unknown. */
  readonly byCounty: ReadonlyMap<string, Tally>;
  readonly byFuel: ReadonlyMap<Fuel | null, Tally>;
  /** By the departments responsible for the rules that make the verdict; a facility counts once for each of them. */
  readonly byDepartment: ReadonlyMap<string, Tally>;
}

export const EMPTY: Tally = { count: 0, tph: 0, unknownTph: 0 };

/** The totals that hang on the verdict alone. */
export type DutyTotals = Pick<Summary, 'total' | 'byDuty' | 'possible'>;

/** A tally while it is being added up. */
type Count = { -readonly [Key in keyof Tally]: Tally[Key] };

/** Totals by verdict over the given facilities (all of them by default). */
export function totalsByDuty(assessment: Assessment, facilities: readonly Facility[], indices: Iterable<number> = facilities.keys()): DutyTotals {
  const { totals, add: addPart } = openTotals();
  addPart(assessment, facilities, indices);
  return totals;
}

/** Totals that are added up part by part: to the last digit those of the whole. */
export function openTotals(): { readonly totals: DutyTotals; readonly add: (assessment: Assessment, facilities: readonly Facility[], indices?: Iterable<number>) => void } {
  const totals = { total: { ...EMPTY }, byDuty: emptyByDuty(), possible: emptyByDuty() };
  return {
    totals,
    add: (assessment, facilities, indices = facilities.keys()) => {
      for (const index of indices) addVerdict(totals, assessment, facilities, index);
    },
  };
}

/** Totals over the given facilities (all of them by default). Each grouping but departments sums to the total. */
export function summarise(assessment: Assessment, facilities: readonly Facility[], indices: Iterable<number> = facilities.keys()): Summary {
  const totals = { total: { ...EMPTY }, byDuty: emptyByDuty(), possible: emptyByDuty() };
  const byCounty = new Map<string, Count>();
  const byFuel = new Map<Fuel | null, Count>();
  const byDepartment = new Map<string, Count>();
  const departmentsOf = departments(assessment);
  for (const index of indices) {
    const facility = addVerdict(totals, assessment, facilities, index);
    const county = assessment.division[index] === 0 ? '' : String(assessment.division[index]);
    addTo(countOf(byCounty, county), facility);
    addTo(countOf(byFuel, facility.fuel), facility);
    for (const department of departmentsOf(index)) addTo(countOf(byDepartment, department), facility);
  }
  return { ...totals, byCounty, byFuel, byDepartment };
}

function addVerdict({ total, byDuty, possible }: { readonly total: Count; readonly byDuty: Record<Duty, Count>; readonly possible: Record<Duty, Count> }, assessment: Assessment, facilities: readonly Facility[], index: number): Facility {
  const facility = facilities[index];
  if (facility === undefined) throw new Error(`summarise: got facility ${index}, expected less than ${facilities.length}`);
  const duty = DUTIES[assessment.duty[index] as number] as Duty;
  const may = DUTIES[assessment.possibleDuty[index] as number] as Duty;
  addTo(total, facility);
  addTo(byDuty[duty], facility);
  if (may !== duty) addTo(possible[may], facility);
  return facility;
}

function emptyByDuty(): Record<Duty, Count> {
  return Object.fromEntries(DUTIES.map((duty) => [duty, { ...EMPTY }])) as Record<Duty, Count>;
}

function countOf<Key>(counts: Map<Key, Count>, key: Key): Count {
  let count = counts.get(key);
  if (count === undefined) counts.set(key, (count = { ...EMPTY }));
  return count;
}

function addTo(tally: Count, { count, capacityTph }: Facility): void {
  tally.count += count;
  tally.tph += (capacityTph ?? 0) * count;
  tally.unknownTph += capacityTph === null ? count : 0;
}

export function add(tally: Tally, { count, capacityTph }: Facility): Tally {
  return {
    count: tally.count + count,
    tph: tally.tph + (capacityTph ?? 0) * count,
    unknownTph: tally.unknownTph + (capacityTph === null ? count : 0),
  };
}

/** Who must act on the verdict of each facility, by the rules that apply with its own duty: leading departments first. */
export function departments({ rules, duty, outcomes, count }: Assessment): (facility: number) => readonly string[] {
  const byDuty = DUTIES.map((one) => rules.flatMap(({ rule }, r) => (rule.duty === one ? [r] : [])));
  const known = new Map<string, readonly string[]>();
  return (facility) => {
    const deciding = (byDuty[duty[facility] as number] ?? []).filter((r) => outcomes[r * count + facility] === OUTCOME_INDEX.applies);
    const key = deciding.join();
    let found = known.get(key);
    if (found === undefined) known.set(key, (found = responsibleFor(deciding.flatMap((r) => rules[r]?.rule ?? []))));
    return found;
  };
}

function responsibleFor(rules: readonly Rule[]): readonly string[] {
  return [...new Set(rules.flatMap(({ departments: { lead, share } }) => [...lead, ...share]))];
}

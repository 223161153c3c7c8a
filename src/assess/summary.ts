import type { Facility, Fuel } from '../domain/facility.ts';
import type { Duty } from '../policy/duty.ts';
import { DUTIES } from '../policy/duty.ts';
import type { Assessment } from './assessment.ts';
import { OUTCOMES } from './assessment.ts';

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

/** Totals over the given facilities (all of them by default). Each grouping but departments sums to the total. */
export function summarise(assessment: Assessment, facilities: readonly Facility[], indices: Iterable<number> = facilities.keys()): Summary {
  const byDuty = emptyByDuty();
  const possible = emptyByDuty();
  const byCounty = new Map<string, Tally>();
  const byFuel = new Map<Fuel | null, Tally>();
  const byDepartment = new Map<string, Tally>();
  let total = EMPTY;
  for (const index of indices) {
    const facility = facilities[index];
    if (facility === undefined) throw new Error(`summarise: got facility ${index}, expected less than ${facilities.length}`);
    const plus = (tally: Tally | undefined) => add(tally ?? EMPTY, facility);
    const duty = DUTIES[assessment.duty[index] as number] as Duty;
    const may = DUTIES[assessment.possibleDuty[index] as number] as Duty;
    const county = assessment.division[index] === 0 ? '' : String(assessment.division[index]);
    total = plus(total);
    byDuty[duty] = plus(byDuty[duty]);
    if (may !== duty) possible[may] = plus(possible[may]);
    byCounty.set(county, plus(byCounty.get(county)));
    byFuel.set(facility.fuel, plus(byFuel.get(facility.fuel)));
    for (const department of departmentsOf(assessment, index)) byDepartment.set(department, plus(byDepartment.get(department)));
  }
  return { total, byDuty, possible, byCounty, byFuel, byDepartment };
}

function emptyByDuty(): Record<Duty, Tally> {
  return Object.fromEntries(DUTIES.map((duty) => [duty, EMPTY])) as Record<Duty, Tally>;
}

export function add(tally: Tally, { count, capacityTph }: Facility): Tally {
  return {
    count: tally.count + count,
    tph: tally.tph + (capacityTph ?? 0) * count,
    unknownTph: tally.unknownTph + (capacityTph === null ? count : 0),
  };
}

/** Indices of the rules that make the verdict: those that apply with the verdict's own duty. */
export function decidingRules(assessment: Assessment, facility: number): readonly number[] {
  const duty = DUTIES[assessment.duty[facility] as number];
  return assessment.rules.flatMap(({ rule }, r) =>
    rule.duty === duty && OUTCOMES[assessment.outcomes[r * assessment.count + facility] as number] === 'applies' ? [r] : [],
  );
}

/** Who must act on the verdict: leading departments first. */
export function departmentsOf(assessment: Assessment, facility: number): readonly string[] {
  const departments = decidingRules(assessment, facility).flatMap((r) => {
    const rule = assessment.rules[r]?.rule;
    return rule === undefined ? [] : [...rule.departments.lead, ...rule.departments.share];
  });
  return [...new Set(departments)];
}

import type { Facility, Fuel } from '../domain/facility.ts';
import type { Project } from '../domain/project.ts';
import type { Assessment } from './assessment.ts';
import type { Change } from './change.ts';
import { CHANGES } from './change.ts';
import type { ComparedFacility, Comparison } from './compare.ts';
import type { Tally } from './summary.ts';
import { EMPTY, add } from './summary.ts';
import { isAffected } from './verdict.ts';

/** How many facilities, and how much steam, each change concerns; and how many are affected on either side. */
export interface ChangeTotals {
  readonly byChange: Readonly<Record<Change, Tally>>;
  readonly affectedBefore: Tally;
  readonly affectedAfter: Tally;
}

export interface ComparisonTotals {
  readonly all: ChangeTotals;
  /** By GB/T 2260 code; '' where the place is unknown. */
  readonly byCounty: ReadonlyMap<string, ChangeTotals>;
  readonly byFuel: ReadonlyMap<Fuel | null, ChangeTotals>;
}

const NOTHING: ChangeTotals = {
  byChange: Object.fromEntries(CHANGES.map((change) => [change, EMPTY])) as Record<Change, Tally>,
  affectedBefore: EMPTY,
  affectedAfter: EMPTY,
};

/**
 * Totals of a comparison. Each facility counts as the later world has it, one that is gone as the earlier had it. In
 * units, for one set of data: affected after = affected before + newly affected − released, in every group.
 */
export function totalsOf({ before, after, facilities }: Comparison, dataBefore: Project, dataAfter: Project): ComparisonTotals {
  let all = NOTHING;
  const byCounty = new Map<string, ChangeTotals>();
  const byFuel = new Map<Fuel | null, ChangeTotals>();
  for (const compared of facilities) {
    const known = compared.after === null ? sideOf(dataBefore, before, compared.before) : sideOf(dataAfter, after, compared.after);
    if (known === null) throw new Error(`totalsOf: got facility ${compared.key} in neither world`);
    const { facility, county } = known;
    const and = (totals: ChangeTotals | undefined): ChangeTotals => withFacility(totals ?? NOTHING, compared, facility, { before, after });
    all = and(all);
    byCounty.set(county, and(byCounty.get(county)));
    byFuel.set(facility.fuel, and(byFuel.get(facility.fuel)));
  }
  return { all, byCounty, byFuel };
}

function sideOf({ facilities }: Project, assessment: Assessment, index: number | null): { facility: Facility; county: string } | null {
  const facility = facilities[index ?? -1];
  if (index === null || facility === undefined) return null;
  return { facility, county: assessment.division[index] === 0 ? '' : String(assessment.division[index]) };
}

function withFacility(totals: ChangeTotals, compared: ComparedFacility, facility: Facility, answers: { before: Assessment; after: Assessment }): ChangeTotals {
  const was = compared.before !== null && isAffected(answers.before, compared.before);
  const is = compared.after !== null && isAffected(answers.after, compared.after);
  return {
    byChange: { ...totals.byChange, [compared.change]: add(totals.byChange[compared.change], facility) },
    affectedBefore: was ? add(totals.affectedBefore, facility) : totals.affectedBefore,
    affectedAfter: is ? add(totals.affectedAfter, facility) : totals.affectedAfter,
  };
}

import type { Facility } from '../domain/facility.ts';

/** Group rows ("2台35蒸吨") as records of one unit each, numbered behind the id of the row. Their source stays the one row. */
export function splitGroups(facilities: readonly Facility[]): readonly Facility[] {
  return facilities.flatMap((facility) =>
    facility.count === 1 ? facility : Array.from({ length: facility.count }, (_, k) => ({ ...facility, id: `${facility.id}-${k + 1}`, count: 1 })),
  );
}

import type { Result } from '../base/result.ts';
import { ok } from '../base/result.ts';
import type { MultiPolygon } from '../domain/place.ts';
import type { DraftProblem } from './draft-problem.ts';
import { areaM2 } from './area-m2.ts';
import { subtractAll } from './overlay.ts';

/** What one set of areas covers that the other does not, m². */
export interface AreaChange {
  readonly gainedM2: number;
  readonly lostM2: number;
  readonly gained: MultiPolygon;
  readonly lost: MultiPolygon;
}

/**
 * Compares what two sets of areas cover together; areas may overlap within a set. Gained minus lost is the difference of
 * the two covers. Areas that are in both sets (the same object) can be neither gained nor lost.
 */
export function areaChange(before: readonly MultiPolygon[], after: readonly MultiPolygon[]): Result<AreaChange, DraftProblem> {
  const gained = beyond(after.filter((area) => !before.includes(area)), before);
  if (!gained.ok) return gained;
  const lost = beyond(before.filter((area) => !after.includes(area)), after);
  if (!lost.ok) return lost;
  return ok({ gained: gained.value, lost: lost.value, gainedM2: areaM2(gained.value), lostM2: areaM2(lost.value) });
}

/** Nothing left is an answer here. */
function beyond(areas: readonly MultiPolygon[], covered: readonly MultiPolygon[]): Result<MultiPolygon, DraftProblem> {
  const rest = subtractAll(areas, covered);
  return rest.ok || rest.problems.some(({ code }) => code !== 'nothing-left') ? rest : ok([]);
}

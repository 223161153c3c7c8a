import type { Result } from '../base/result.ts';
import { failed, ok } from '../base/result.ts';
import type { MultiPolygon } from '../domain/place.ts';
import type { DraftProblem } from './draft-problem.ts';
import { areaM2 } from './area-m2.ts';
import { subtract, unite } from './overlay.ts';

/** What one set of areas covers that the other does not, m². */
export interface AreaChange {
  readonly gainedM2: number;
  readonly lostM2: number;
  readonly gained: MultiPolygon;
  readonly lost: MultiPolygon;
}

/** Compares what two sets of areas cover together; areas may overlap within a set. Gained minus lost is the difference of the two covers. */
export function areaChange(before: readonly MultiPolygon[], after: readonly MultiPolygon[]): Result<AreaChange, DraftProblem> {
  const [was, is] = [cover(before), cover(after)];
  if (!was.ok) return was;
  if (!is.ok) return is;
  const [gained, lost] = [without(is.value, was.value), without(was.value, is.value)];
  if (!gained.ok) return gained;
  if (!lost.ok) return lost;
  return ok({ gained: gained.value, lost: lost.value, gainedM2: areaM2(gained.value), lostM2: areaM2(lost.value) });
}

/** Nothing left is an answer here. */
function cover(areas: readonly MultiPolygon[]): Result<MultiPolygon, DraftProblem> {
  const real = areas.filter((area) => area.length > 0);
  return real.length === 0 ? ok([]) : unite(real);
}

function without(area: MultiPolygon, taken: MultiPolygon): Result<MultiPolygon, DraftProblem> {
  if (area.length === 0) return ok([]);
  const rest = subtract(area, taken);
  if (rest.ok || rest.problems.some(({ code }) => code !== 'nothing-left')) return rest.ok ? rest : failed(rest.problems);
  return ok([]);
}

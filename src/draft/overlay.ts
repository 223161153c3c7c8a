import { difference, intersection, union } from 'polyclip-ts';
import { failed, ok, type Result } from '../base/result.ts';
import type { LngLat, MultiPolygon } from '../domain/place.ts';
import { preventsUse, ringProblems } from '../geometry/ring-problems.ts';
import { areaM2 } from './area-m2.ts';
import type { DraftProblem } from './draft-problem.ts';

/*
 * Boolean operations on areas. polyclip-ts keeps crossings as exact numbers and rounds them once, to the nearest double
 * (about 1e-14 of a degree, a nanometre), so that areas add up to 1e-3 m². It is slow for it: two outlines of 1,000
 * corners that cross everywhere take seconds. Fine for a step that a person asks for, not for every move of a pointer.
 */

export type Overlaid = Result<MultiPolygon, DraftProblem>;

/** Everything that lies in at least one of the areas. */
export function unite(areas: readonly MultiPolygon[]): Overlaid {
  const [first, ...others] = areas.filter((area) => area.length > 0);
  if (first === undefined) return failed([{ code: 'nothing-left' }]);
  return overlaid([first, ...others], () => union(writable(first), ...others.map(writable)), 'nothing-left');
}

/** What lies in `area` and not in `taken`. */
export function subtract(area: MultiPolygon, taken: MultiPolygon): Overlaid {
  if (taken.length === 0) return ok(area);
  return overlaid([area, taken], () => difference(writable(area), writable(taken)), 'nothing-left');
}

/**
 * What lies in some of `areas` and in none of `taken`, worked out in one go, so that nothing is rounded on the way. What
 * rounding leaves of two boundaries that run along each other is no ground: it is left out.
 */
export function subtractAll(areas: readonly MultiPolygon[], taken: readonly MultiPolygon[]): Overlaid {
  const [from, off] = [areas.flat(), taken.flat()];
  if (from.length === 0) return failed([{ code: 'nothing-left' }]);
  return overlaid([from, off], () => difference(writable(from), writable(off)).filter((polygon) => isSound([polygon]) || areaM2([polygon]) > ROUNDING_M2), 'nothing-left');
}

/** Far above what rounding makes of a county's boundary, far below any ground that somebody could mean. */
const ROUNDING_M2 = 0.01;

/** What lies in both. */
export function intersect(a: MultiPolygon, b: MultiPolygon): Overlaid {
  return overlaid([a, b], () => intersection(writable(a), writable(b)), 'no-overlap');
}

export function isSound(area: MultiPolygon): boolean {
  return area.every((polygon) => !ringProblems(polygon).some(preventsUse));
}

/** An unsound ring has no inside to speak of, so it is refused rather than filled in some way. */
function overlaid(areas: readonly MultiPolygon[], work: () => MultiPolygon, whenEmpty: DraftProblem['code']): Overlaid {
  if (!areas.every(isSound)) return failed([{ code: 'shape-unsound' }]);
  const outcome = work();
  if (outcome.length === 0) return failed([{ code: whenEmpty }]);
  return isSound(outcome) ? ok(outcome) : failed([{ code: 'outcome-unsound' }]);
}

/** The library's types ask for lists that it may write to; it does not. */
function writable(area: MultiPolygon): [number, number][][][] {
  return area.map((polygon) => polygon.map((ring) => ring.map(([lng, lat]: LngLat): [number, number] => [lng, lat])));
}

import { failed, ok, type Result } from '../base/result.ts';
import type { LngLat, Ring } from '../domain/place.ts';
import { geodesicCircle } from '../geometry/circle-outline.ts';
import type { DraftProblem } from './draft-problem.ts';
import { simpleLine } from './simplify.ts';
import { LEAST_CORNERS, ringOf } from './vertices.ts';

/** The rectangle of two opposite corners, its sides along meridians and parallels; `null` when it would have no area. */
export function rectangle(a: LngLat, b: LngLat): Ring | null {
  if (a[0] === b[0] || a[1] === b[1]) return null;
  const [west, east] = [Math.min(a[0], b[0]), Math.max(a[0], b[0])];
  const [south, north] = [Math.min(a[1], b[1]), Math.max(a[1], b[1])];
  return ringOf([[west, south], [east, south], [east, north], [west, north]]);
}

/** At 96 corners the edges run at most 0.05 % of the radius inside the true circle. */
const CIRCLE_CORNERS = 96;
/** A larger circle is no zone of a city; and up to here no circle over China comes near a pole or the antimeridian. */
const MOST_RADIUS_M = 500_000;

/** A circle by its radius on the ground: every corner lies at that geodesic distance from the centre. From here on it is a boundary like any other. */
export function circle([lng, lat]: LngLat, radiusM: number): Result<Ring, DraftProblem> {
  if (!(radiusM > 0 && radiusM <= MOST_RADIUS_M)) return failed([{ code: 'radius-invalid' }]);
  return ok(geodesicCircle(lng, lat, radiusM, CIRCLE_CORNERS));
}

/** A line drawn by hand as a ring, without the corners that shift it by less than `toleranceM`; `null` when too little was drawn. */
export function freehand(line: readonly LngLat[], toleranceM: number): Ring | null {
  const corners = simpleLine(line, toleranceM).filter((at, i, all) => !isSame(at, all[(i + 1) % all.length]));
  return corners.length < LEAST_CORNERS ? null : ringOf(corners);
}

function isSame(a: LngLat, b: LngLat | undefined): boolean {
  return b !== undefined && a[0] === b[0] && a[1] === b[1];
}

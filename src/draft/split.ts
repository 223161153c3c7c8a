import { failed, ok, type Result } from '../base/result.ts';
import type { LngLat, MultiPolygon, Polygon, Ring } from '../domain/place.ts';
import { areaContains } from '../geometry/contains.ts';
import { polygonTable } from '../geometry/rings.ts';
import { segmentMeeting } from '../geometry/segments.ts';
import type { DraftProblem } from './draft-problem.ts';
import { intersect, isSound, subtract } from './overlay.ts';
import { ringOf } from './vertices.ts';

/** What lies left and right of the line, as one walks it. Parts that the line does not meet stay on the left. */
export interface Halves {
  readonly left: MultiPolygon;
  readonly right: MultiPolygon;
}

/**
 * Divides an area by a line, which runs on straight beyond both its ends: so a line need not be drawn past the boundary,
 * and one that ends inside divides all the same. Only those parts are divided that the drawn line itself meets.
 */
export function splitArea(area: MultiPolygon, line: readonly LngLat[]): Result<Halves, DraftProblem> {
  if (!isSound(area)) return failed([{ code: 'shape-unsound' }]);
  const side = leftSide(area, line);
  if (side === null) return failed([{ code: 'line-crosses-itself' }]);

  const left: Polygon[] = [];
  const right: Polygon[] = [];
  for (const polygon of area) {
    const onLeft = meets(polygon, line) ? intersect([polygon], [[side]]) : failed([]);
    const onRight = onLeft.ok ? subtract([polygon], [[side]]) : failed([]);
    if (onLeft.ok && onRight.ok) {
      left.push(...onLeft.value);
      right.push(...onRight.value);
      continue;
    }
    const unsound = [onLeft, onRight].some((half) => !half.ok && half.problems[0]?.code === 'outcome-unsound');
    if (unsound) return failed([{ code: 'outcome-unsound' }]);
    left.push(polygon);
  }
  return right.length === 0 ? failed([{ code: 'line-does-not-divide' }]) : ok({ left, right });
}

/** Corners of the arc that closes the left side, far outside the area. */
const ARC_STEP = Math.PI / 6;

/** Everything left of the line, out to a circle well beyond the area; `null` when the line, continued, meets itself. */
function leftSide(area: MultiPolygon, line: readonly LngLat[]): Ring | null {
  const path = line.filter((at, i) => i === 0 || at[0] !== line[i - 1]?.[0] || at[1] !== line[i - 1]?.[1]);
  const [first, second] = path;
  const [last, beforeLast] = [path.at(-1), path.at(-2)];
  if (first === undefined || second === undefined || last === undefined || beforeLast === undefined) return null;

  const places = [...area.flat(2), ...path];
  const [lngs, lats] = [places.map(([lng]) => lng), places.map(([, lat]) => lat)];
  const [west, east, south, north] = [least(lngs), most(lngs), least(lats), most(lats)];
  const centre: LngLat = [(west + east) / 2, (south + north) / 2];
  const radius = 2 * Math.hypot(east - west, north - south);
  const start = beyond(second, first, centre, radius);
  const end = beyond(beforeLast, last, centre, radius);
  const angle = ([lng, lat]: LngLat): number => Math.atan2(lat - centre[1], lng - centre[0]);
  // Walking on anticlockwise from the end to the start keeps what is left of the line inside.
  const turn = (angle(start) - angle(end) + 4 * Math.PI) % (2 * Math.PI);
  const steps = Math.ceil(turn / ARC_STEP);
  const arc = Array.from({ length: Math.max(0, steps - 1) }, (_, k): LngLat => {
    const at = angle(end) + (turn * (k + 1)) / steps;
    return [centre[0] + radius * Math.cos(at), centre[1] + radius * Math.sin(at)];
  });
  const ring = ringOf([start, ...path, end, ...arc]);
  return isSound([[ring]]) ? ring : null;
}

/** Where the way from `from` through `to` leaves the circle. */
function beyond(from: LngLat, to: LngLat, [lng, lat]: LngLat, radius: number): LngLat {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const [ux, uy] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
  const [px, py] = [to[0] - lng, to[1] - lat];
  const along = px * ux + py * uy;
  const way = -along + Math.sqrt(along * along + radius * radius - px * px - py * py);
  return [to[0] + way * ux, to[1] + way * uy];
}

function meets(polygon: Polygon, line: readonly LngLat[]): boolean {
  const table = polygonTable([[polygon]]);
  if (line.some(([lng, lat]) => areaContains(table, 0, lng, lat))) return true;
  return line.slice(1).some((to, i) => {
    const from = line[i] ?? to;
    if (from[0] === to[0] && from[1] === to[1]) return false;
    return polygon.some((ring) => ring.slice(1).some((end, k) => isLong(ring[k], end) && segmentMeeting(from, to, ring[k] ?? end, end) !== 'apart'));
  });
}

function isLong(from: LngLat | undefined, to: LngLat): boolean {
  return from !== undefined && (from[0] !== to[0] || from[1] !== to[1]);
}

/** `Math.min` with a list of more than some 100,000 arguments overflows the stack. */
function least(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b), Infinity);
}

function most(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b), -Infinity);
}

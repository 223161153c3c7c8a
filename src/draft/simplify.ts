import type { LngLat, MultiPolygon, Ring } from '../domain/place.ts';
import { metresPerRadian, RADIANS } from '../geometry/ellipsoid.ts';
import { isSound } from './overlay.ts';
import { areaM2 } from './area-m2.ts';
import { LEAST_CORNERS, cornersOf, ringOf } from './vertices.ts';

export interface Simplified {
  readonly area: MultiPolygon;
  /** The tolerance that was kept: the one asked for, or a smaller one where that would have made edges cross. */
  readonly toleranceM: number;
  readonly cornersBefore: number;
  readonly cornersAfter: number;
  /** m², after minus before. */
  readonly areaChangeM2: number;
}

/** Halvings of the tolerance before the area is left as it is. */
const TRIES = 12;

/**
 * Leaves out corners so that no point of the old boundary is farther than `toleranceM` from the new one (Douglas–Peucker).
 * Every ring stays, with three corners at least; where rings would come to cross, a smaller tolerance is used and said.
 */
export function simplify(area: MultiPolygon, toleranceM: number): Simplified {
  let tolerance = toleranceM;
  for (let attempt = 0; attempt < TRIES && tolerance > 0; attempt++, tolerance /= 2) {
    const kept = tolerance;
    const simpler = area.map((polygon) => polygon.map((ring) => simpleRing(ring, kept)));
    if (isSound(simpler)) return outcome(area, simpler, kept);
  }
  return outcome(area, area, 0);
}

/** The corners of a line that stay; its ends always do. */
export function simpleLine(line: readonly LngLat[], toleranceM: number): LngLat[] {
  if (line.length < 3) return [...line];
  const keep = new Uint8Array(line.length);
  keep[0] = keep[line.length - 1] = 1;
  const plane = planeOf(line);
  const open: [number, number][] = [[0, line.length - 1]];
  for (let span = open.pop(); span !== undefined; span = open.pop()) {
    const [from, to] = span;
    const farthest = farthestFrom(plane, from, to);
    if (farthest.distanceM <= toleranceM) continue;
    keep[farthest.at] = 1;
    open.push([from, farthest.at], [farthest.at, to]);
  }
  return line.filter((_, i) => keep[i] === 1);
}

function outcome(before: MultiPolygon, after: MultiPolygon, toleranceM: number): Simplified {
  const count = (area: MultiPolygon): number => area.flat().reduce((sum, ring) => sum + ring.length - 1, 0);
  return { area: after, toleranceM, cornersBefore: count(before), cornersAfter: count(after), areaChangeM2: areaM2(after) - areaM2(before) };
}

/** Simplified as two lines between its first corner and the corner farthest from it; never to less than a triangle. */
function simpleRing(ring: Ring, toleranceM: number): Ring {
  const corners = cornersOf(ring);
  if (corners.length <= LEAST_CORNERS) return ring;
  const plane = planeOf(ring);
  const far = corners.reduce((best, _, i) => (apart(plane, 0, i) > apart(plane, 0, best) ? i : best), 0);
  const simple = [...simpleLine(ring.slice(0, far + 1), toleranceM).slice(0, -1), ...simpleLine(ring.slice(far), toleranceM).slice(0, -1)];
  return simple.length >= LEAST_CORNERS ? ringOf(simple) : triangleOf(ring, plane, far);
}

/** The two ends and the corner farthest from the line between them. */
function triangleOf(ring: Ring, plane: Float64Array, far: number): Ring {
  const sides = [farthestFrom(plane, 0, far), farthestFrom(plane, far, ring.length - 1)];
  const third = sides.reduce((a, b) => (a.distanceM >= b.distanceM ? a : b)).at;
  return ringOf(ring.filter((_, i) => i === 0 || i === third || i === far));
}

/**
 * Metres east and north, two numbers a position. Degrees are taken at their longest within the line, so that distances
 * come out a little too large (0.02 % over 10 km at 35° N), never too small.
 */
function planeOf(line: readonly LngLat[]): Float64Array {
  let [south, north] = [Infinity, -Infinity];
  for (const [, lat] of line) [south, north] = [Math.min(south, lat), Math.max(north, lat)];
  const widest = south <= 0 && north >= 0 ? 0 : Math.min(Math.abs(south), Math.abs(north));
  const tallest = Math.max(Math.abs(south), Math.abs(north));
  const east = metresPerRadian(widest).east * RADIANS;
  const northward = metresPerRadian(tallest).north * RADIANS;
  const [lng0, lat0] = line[0] ?? [0, 0];
  return Float64Array.from(line.flatMap(([lng, lat]) => [(lng - lng0) * east, (lat - lat0) * northward]));
}

function apart(plane: Float64Array, a: number, b: number): number {
  return Math.hypot((plane[2 * a] ?? 0) - (plane[2 * b] ?? 0), (plane[2 * a + 1] ?? 0) - (plane[2 * b + 1] ?? 0));
}

function farthestFrom(plane: Float64Array, from: number, to: number): { at: number; distanceM: number } {
  const [ax, ay] = [plane[2 * from] ?? 0, plane[2 * from + 1] ?? 0];
  const [dx, dy] = [(plane[2 * to] ?? 0) - ax, (plane[2 * to + 1] ?? 0) - ay];
  const squared = dx * dx + dy * dy;
  let best = { at: from, distanceM: -1 };
  for (let i = from + 1; i < to; i++) {
    const [px, py] = [(plane[2 * i] ?? 0) - ax, (plane[2 * i + 1] ?? 0) - ay];
    const along = squared > 0 ? Math.min(Math.max((px * dx + py * dy) / squared, 0), 1) : 0;
    const distanceM = Math.hypot(px - along * dx, py - along * dy);
    if (distanceM > best.distanceM) best = { at: i, distanceM };
  }
  return best;
}

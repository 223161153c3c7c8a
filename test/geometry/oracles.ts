import geographiclib from 'geographiclib-geodesic';
import { orient2d } from 'robust-predicates';
import type { AreaRings, PolygonRings, Position } from '../../src/geometry/rings.ts';

const { WGS84 } = geographiclib.Geodesic;

/** Slow answers that share no code with src/geometry. */

export function inverseM(a: Position, b: Position): number {
  return WGS84.Inverse(a[1], a[0], b[1], b[0]).s12 ?? NaN;
}

/** A double as a whole number of 2^-100: exact for every coordinate used in tests, and throws for a finer one. */
function exact(x: number): bigint {
  return BigInt(x * 2 ** 100);
}

/** Sign of the turn a → b → c in exact arithmetic: +1 left, -1 right, 0 straight. */
export function exactTurn(a: Position, b: Position, c: Position): number {
  const product =
    (exact(b[0]) - exact(a[0])) * (exact(c[1]) - exact(a[1])) - (exact(b[1]) - exact(a[1])) * (exact(c[0]) - exact(a[0]));
  return product > 0n ? 1 : product < 0n ? -1 : 0;
}

function isOnSegment(p: Position, a: Position, b: Position): boolean {
  const within = (axis: 0 | 1): boolean => Math.min(a[axis], b[axis]) <= p[axis] && p[axis] <= Math.max(a[axis], b[axis]);
  return exactTurn(a, b, p) === 0 && within(0) && within(1);
}

/** -1 outside, 0 on an edge, 1 inside, by a ray to the south in exact arithmetic (the kernel sends its ray east). */
export function exactRingSide(ring: readonly Position[], p: Position): number {
  let inside = false;
  for (const [i, a] of ring.slice(0, -1).entries()) {
    const b = ring[i + 1] as Position;
    if (isOnSegment(p, a, b)) return 0;
    const [west, east] = a[0] < b[0] ? [a, b] : [b, a];
    if (west[0] <= p[0] && p[0] < east[0] && exactTurn(west, east, p) > 0) inside = !inside;
  }
  return inside ? 1 : -1;
}

/** The closed set: in the outer ring or on it, and in the interior of no hole. */
export function exactPolygonContains([outer = [], ...holes]: PolygonRings, p: Position): boolean {
  return exactRingSide(outer, p) >= 0 && holes.every((hole) => exactRingSide(hole, p) <= 0);
}

/** Rings of polygons as flat numbers, for a plain scan of every edge. */
export type FlatArea = readonly (readonly Float64Array[])[];

export function flatArea(area: AreaRings): FlatArea {
  return area.map((rings) => rings.map((ring) => Float64Array.from(ring.flat())));
}

/** The closed set by a ray to the south and Shewchuk's predicate: quick enough for millions of pairs, as exact as `exactRingSide`. */
export function plainContains(area: FlatArea, x: number, y: number): boolean {
  let inAny = false;
  for (const [outer, ...holes] of area) {
    const side = outer === undefined ? -1 : plainRingSide(outer, x, y);
    const inHoles = holes.map((hole) => plainRingSide(hole, x, y));
    if (side === 0 || inHoles.includes(0)) return true;
    if (side === 1 && !inHoles.includes(1)) inAny = true;
  }
  return inAny;
}

export function plainRingSide(ring: Float64Array, x: number, y: number): number {
  let inside = false;
  for (let k = 0; k + 3 < ring.length; k += 2) {
    const x1 = ring[k] as number;
    const x2 = ring[k + 2] as number;
    if ((x1 < x && x2 < x) || (x1 > x && x2 > x)) continue;
    const y1 = ring[k + 1] as number;
    const y2 = ring[k + 3] as number;
    const turn = orient2d(x1, y1, x2, y2, x, y);
    if (turn === 0 && Math.min(y1, y2) <= y && y <= Math.max(y1, y2)) return 0;
    // The edge passes below when the point lies to its left, seen eastwards; robust-predicates is negative there.
    if (x1 <= x && x < x2 ? turn < 0 : x2 <= x && x < x1 && turn > 0) inside = !inside;
  }
  return inside ? 1 : -1;
}

/** Geodesic distance to the nearest point of a polygon's edges: dense samples, then golden sections around the best of each edge. */
export function sampledBoundaryDistanceM(polygon: PolygonRings, p: Position, samples = 60): number {
  let least = Infinity;
  for (const ring of polygon) {
    for (const [i, a] of ring.slice(0, -1).entries()) least = Math.min(least, sampledEdgeDistanceM(a, ring[i + 1] as Position, p, samples));
  }
  return least;
}

function sampledEdgeDistanceM(a: Position, b: Position, p: Position, samples: number): number {
  const at = (t: number): number => inverseM(p, [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]);
  const distances = Array.from({ length: samples + 1 }, (_, k) => at(k / samples));
  const best = distances.indexOf(Math.min(...distances));
  const golden = (Math.sqrt(5) - 1) / 2;
  let [from, to] = [Math.max(best - 1, 0) / samples, Math.min(best + 1, samples) / samples];
  while (to - from > 1e-9) {
    const low = to - golden * (to - from);
    const high = from + golden * (to - from);
    if (at(low) < at(high)) to = high;
    else from = low;
  }
  return Math.min(at((from + to) / 2), ...distances);
}

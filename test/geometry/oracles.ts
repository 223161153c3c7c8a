import geographiclib from 'geographiclib-geodesic';
import type { PolygonRings, Position } from '../../src/geometry/rings.ts';

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

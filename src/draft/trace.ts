import type { LngLat, Ring } from '../domain/place.ts';
import { lengthM } from './measures.ts';
import { cornersOf } from './vertices.ts';

/** A place on a ring: on the edge that starts at corner `edge`, at `at` (which may be that corner itself). */
export interface RingSpot {
  readonly edge: number;
  readonly at: LngLat;
}

/**
 * The way along a ring from one spot to another, both ends included, over the ring's own corners: a boundary traced so
 * shares them exactly. `shorter` by true length; `longer` is the other way round. From a spot to itself the shorter way
 * is the spot alone and the longer the whole ring.
 */
export function traceAlong(ring: Ring, from: RingSpot, to: RingSpot, way: 'shorter' | 'longer'): LngLat[] {
  const isHere = from.edge === to.edge && progress(ring, from) === progress(ring, to);
  const forward = isHere ? [from.at] : walk(ring, from, to);
  const backward = walk(ring, to, from).reverse();
  const isForwardShorter = lengthM(forward) <= lengthM(backward);
  return isForwardShorter === (way === 'shorter') ? forward : backward;
}

/** In the order of the ring's corners. */
function walk(ring: Ring, from: RingSpot, to: RingSpot): LngLat[] {
  const corners = cornersOf(ring);
  const path: LngLat[] = [from.at];
  const isAhead = from.edge === to.edge && progress(ring, to) > progress(ring, from);
  if (!isAhead) {
    let edge = from.edge;
    do {
      edge = (edge + 1) % corners.length;
      path.push(corners[edge] as LngLat);
    } while (edge !== to.edge);
  }
  path.push(to.at);
  return path.filter((at, i) => i === 0 || at[0] !== path[i - 1]?.[0] || at[1] !== path[i - 1]?.[1]);
}

/** How far along its edge a spot lies, in degrees: only to tell two spots of one edge apart. */
function progress(ring: Ring, { edge, at }: RingSpot): number {
  const [lng, lat] = ring[edge] ?? at;
  return Math.hypot(at[0] - lng, at[1] - lat);
}

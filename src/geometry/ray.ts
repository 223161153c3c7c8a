import { orient2d } from 'robust-predicates';
import type { AreaTable } from './rings.ts';
import { CHAIN_EDGES } from './rings.ts';

/*
 * Inside and outside, exactly: a level ray from the point and the parity of the edges it crosses. Comparisons of
 * coordinates are exact; the one computed quantity, the side of an edge, comes from Shewchuk's adaptive orientation
 * test, which falls back on exact arithmetic when its error bound leaves the sign open. No tolerance anywhere. (Its one
 * limit, underflow, needs points closer than 1e-150 degrees.)
 */

export const MISSES = 0;
export const CROSSES = 1;
/** The point itself lies on the edge. */
export const TOUCHES = 2;

/** Does the ray from the point to the west cross the edge? An edge owns its lower end, not its upper one, so that a vertex counts once. */
export function rayMeetsEdge(coords: Float64Array, edge: number, x: number, y: number): number {
  const y1 = coords[2 * edge + 1] as number;
  const y2 = coords[2 * edge + 3] as number;
  if (y1 > y === y2 > y) {
    // Both ends above, or none: only a vertex at the point or a level edge through it can touch.
    if (y1 !== y && y2 !== y) return MISSES;
    const x1 = coords[2 * edge] as number;
    const x2 = coords[2 * edge + 2] as number;
    if (y1 === y && (x1 === x || (y2 === y && x1 < x !== x2 < x))) return TOUCHES;
    return y2 === y && x2 === x ? TOUCHES : MISSES;
  }
  const x1 = coords[2 * edge] as number;
  const x2 = coords[2 * edge + 2] as number;
  if (x1 < x && x2 < x) return CROSSES;
  if (x1 > x && x2 > x) return MISSES;
  const turn = orient2d(x1, y1, x2, y2, x, y);
  if (turn === 0) return TOUCHES;
  // robust-predicates is negative when the three points turn left.
  return turn < 0 === y2 > y1 ? MISSES : CROSSES;
}

/** Does the level line at a latitude pass between the edges' two ends? The same rule at vertices as for a ray. */
export function straddles(coords: Float64Array, fromPosition: number, toPosition: number, y: number): boolean {
  return (coords[2 * fromPosition + 1] as number) > y !== (coords[2 * toPosition + 1] as number) > y;
}

/**
 * The meetings of the ray with consecutive edges of one ring: the parity of its crossings (CROSSES when odd), or TOUCHES.
 * Chains that surely miss the ray, or lie wholly to the west of the point so that only their ends count, are not opened.
 */
export function rayMeetsRun({ coords, ringStart, chainStart, chainBoxes }: AreaTable, ring: number, edge: number, endEdge: number, x: number, y: number): number {
  const firstEdge = ringStart[ring] as number;
  let chain = (chainStart[ring] as number) + Math.floor((edge - firstEdge) / CHAIN_EDGES);
  let chainEnd = firstEdge + CHAIN_EDGES * (chain + 1 - (chainStart[ring] as number));
  let crossings = MISSES;
  for (let from = edge; from < endEdge; from = chainEnd, chain++, chainEnd += CHAIN_EDGES) {
    if ((chainBoxes[4 * chain] as number) > x || (chainBoxes[4 * chain + 1] as number) > y || (chainBoxes[4 * chain + 3] as number) < y) continue;
    const to = chainEnd < endEdge ? chainEnd : endEdge;
    if ((chainBoxes[4 * chain + 2] as number) < x) {
      if (straddles(coords, from, to, y)) crossings ^= CROSSES;
      continue;
    }
    for (let e = from; e < to; e++) {
      const meeting = rayMeetsEdge(coords, e, x, y);
      if (meeting === TOUCHES) return TOUCHES;
      crossings ^= meeting;
    }
  }
  return crossings;
}

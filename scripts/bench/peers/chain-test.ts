import { orient2d } from 'robust-predicates';
import type { AreaRings } from '../../../src/geometry/rings.ts';

/*
 * The exact test that a careful programmer would put behind an index: edges in chains of eight, chains in groups of
 * eight, each with a box, so that most are passed over; the side of an edge by a robust predicate. On the edge is inside.
 */

const WIDTH = 8;

interface Chains {
  /** x, y of the positions of a ring. */
  readonly at: Float64Array;
  /** West, south, east, north of each chain, and of each group of chains. */
  readonly chains: Float64Array;
  readonly groups: Float64Array;
}

/** Polygons of rings; the first ring of each is the outer one. */
export type ChainedArea = readonly (readonly Chains[])[];

export function chained(area: AreaRings): ChainedArea {
  return area.map((rings) =>
    rings.map((ring) => {
      const at = Float64Array.from(ring.flat());
      return { at, chains: boxes(at, WIDTH), groups: boxes(at, WIDTH * WIDTH) };
    }),
  );
}

function boxes(at: Float64Array, edges: number): Float64Array {
  const last = at.length / 2 - 1;
  const list: number[] = [];
  for (let from = 0; from < last; from += edges) {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let p = from; p <= Math.min(from + edges, last); p++) {
      west = Math.min(west, at[2 * p] as number);
      east = Math.max(east, at[2 * p] as number);
      south = Math.min(south, at[2 * p + 1] as number);
      north = Math.max(north, at[2 * p + 1] as number);
    }
    list.push(west, south, east, north);
  }
  return Float64Array.from(list);
}

export function chainedContains(area: ChainedArea, x: number, y: number): boolean {
  for (const rings of area) {
    let inside = false;
    for (let ring = 0; ring < rings.length; ring++) {
      const side = sideOf(rings[ring] as Chains, x, y);
      if (side === 0) return true;
      if (ring === 0 && side < 0) break;
      inside = ring === 0 || (inside && side < 0);
    }
    if (inside) return true;
  }
  return false;
}

/** -1 outside, 0 on an edge, 1 inside, by a ray to the east. */
function sideOf({ at, chains, groups }: Chains, x: number, y: number): number {
  const last = at.length / 2 - 1;
  let inside = false;
  for (let group = 0; 4 * group < groups.length; group++) {
    if (isPassed(groups, group, x, y)) continue;
    const endChain = Math.min((group + 1) * WIDTH, chains.length / 4);
    for (let chain = group * WIDTH; chain < endChain; chain++) {
      if (isPassed(chains, chain, x, y)) continue;
      const end = Math.min((chain + 1) * WIDTH, last);
      for (let e = chain * WIDTH; e < end; e++) {
        const y1 = at[2 * e + 1] as number;
        const y2 = at[2 * e + 3] as number;
        if ((y1 < y && y2 < y) || (y1 > y && y2 > y)) continue;
        const x1 = at[2 * e] as number;
        const x2 = at[2 * e + 2] as number;
        if (x1 < x && x2 < x) continue;
        const turn = orient2d(x1, y1, x2, y2, x, y);
        if (turn === 0 && Math.min(x1, x2) <= x) return 0;
        if (y1 > y !== y2 > y && turn < 0 === y2 > y1) inside = !inside;
      }
    }
  }
  return inside ? 1 : -1;
}

function isPassed(boxes: Float64Array, box: number, x: number, y: number): boolean {
  return (boxes[4 * box + 2] as number) < x || (boxes[4 * box + 1] as number) > y || (boxes[4 * box + 3] as number) < y;
}

import { orient2d } from 'robust-predicates';
import type { PolygonRings, Position } from './rings.ts';
import { segmentMeeting } from './segments.ts';

/** Edges of one ring that follow each other, looked at together. */
const CHAIN_EDGES = 16;

/** Pairs looked at, for each edge: an outline drawn from nature has a few. */
const MOST_PAIRS = 16;

/**
 * Whether the edges of a polygon meet nowhere but where each ends and the next of its ring begins: then no ring crosses or
 * touches itself or another. Exact, and quick for sound polygons; what is found wrong is for `ringProblems` to name. Rings
 * must be closed and of finite numbers; edges without length are passed over.
 *
 * Chains of edges whose boxes meet are compared edge by edge. O(n) chains, swept from west to east.
 *
 * @returns `null` when so many boxes meet, as in a star of long thin spikes, that the answer would take long.
 */
export function edgesApart(polygon: PolygonRings): boolean | null {
  const edges = layEdges(polygon);
  const chains = cutChains(edges);
  const work = { patience: MOST_PAIRS * (edges.ringStart.at(-1) as number) };
  for (let i = 0; i < chains.order.length; i++) {
    const a = chains.order[i] as number;
    const east = chains.boxes[4 * a + 2] as number;
    for (let j = i; j < chains.order.length; j++) {
      const b = chains.order[j] as number;
      if ((chains.boxes[4 * b] as number) > east) break;
      if (!boxesMeet(chains.boxes, a, chains.boxes, b)) continue;
      if (!chainsApart(edges, chains, Math.min(a, b), Math.max(a, b), work)) return false;
      if (work.patience < 0) return null;
    }
  }
  return true;
}

/** Edges of positive length, in the order of the rings. */
interface Edges {
  /** x, y of the start and of the end. */
  readonly ends: Float64Array;
  /** West, south, east, north. */
  readonly boxes: Float64Array;
  readonly ring: Uint32Array;
  /** First edge of each ring, then the number of edges. */
  readonly ringStart: Uint32Array;
}

function layEdges(polygon: PolygonRings): Edges {
  const most = polygon.reduce((sum, ring) => sum + ring.length, 0);
  const ends = new Float64Array(4 * most);
  const boxes = new Float64Array(4 * most);
  const ringOf = new Uint32Array(most);
  const ringStart = new Uint32Array(polygon.length + 1);
  let count = 0;
  for (const [number, ring] of polygon.entries()) {
    for (let k = 1; k < ring.length; k++) {
      const from = ring[k - 1] as Position;
      const to = ring[k] as Position;
      const x1 = from[0];
      const y1 = from[1];
      const x2 = to[0];
      const y2 = to[1];
      if (x1 === x2 && y1 === y2) continue;
      ends[4 * count] = x1;
      ends[4 * count + 1] = y1;
      ends[4 * count + 2] = x2;
      ends[4 * count + 3] = y2;
      boxes[4 * count] = x1 < x2 ? x1 : x2;
      boxes[4 * count + 1] = y1 < y2 ? y1 : y2;
      boxes[4 * count + 2] = x1 < x2 ? x2 : x1;
      boxes[4 * count + 3] = y1 < y2 ? y2 : y1;
      ringOf[count] = number;
      count++;
    }
    ringStart[number + 1] = count;
  }
  return { ends, boxes, ring: ringOf, ringStart };
}

interface Chains {
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly boxes: Float64Array;
  /** From west to east. */
  readonly order: Uint32Array;
}

function cutChains({ boxes, ringStart }: Edges): Chains {
  const from: number[] = [];
  const to: number[] = [];
  for (let ring = 0; ring + 1 < ringStart.length; ring++) {
    const end = ringStart[ring + 1] as number;
    for (let edge = ringStart[ring] as number; edge < end; edge += CHAIN_EDGES) {
      from.push(edge);
      to.push(Math.min(edge + CHAIN_EDGES, end));
    }
  }
  const own = new Float64Array(4 * from.length);
  for (let chain = 0; chain < from.length; chain++) {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let at = 4 * (from[chain] as number); at < 4 * (to[chain] as number); at += 4) {
      west = Math.min(west, boxes[at] as number);
      south = Math.min(south, boxes[at + 1] as number);
      east = Math.max(east, boxes[at + 2] as number);
      north = Math.max(north, boxes[at + 3] as number);
    }
    own[4 * chain] = west;
    own[4 * chain + 1] = south;
    own[4 * chain + 2] = east;
    own[4 * chain + 3] = north;
  }
  const order = Uint32Array.from(from.keys()).sort((a, b) => (own[4 * a] as number) - (own[4 * b] as number));
  return { from: Uint32Array.from(from), to: Uint32Array.from(to), boxes: own, order };
}

function boxesMeet(a: Float64Array, i: number, b: Float64Array, j: number): boolean {
  return (
    (a[4 * i] as number) <= (b[4 * j + 2] as number) &&
    (b[4 * j] as number) <= (a[4 * i + 2] as number) &&
    (a[4 * i + 1] as number) <= (b[4 * j + 3] as number) &&
    (b[4 * j + 1] as number) <= (a[4 * i + 3] as number)
  );
}

/** @param a a chain not after `b`, which may be the same. */
function chainsApart(edges: Edges, { from, to, boxes }: Chains, a: number, b: number, work: { patience: number }): boolean {
  for (let one = from[a] as number; one < (to[a] as number); one++) {
    if (!boxesMeet(edges.boxes, one, boxes, b)) continue;
    for (let other = a === b ? one + 1 : (from[b] as number); other < (to[b] as number); other++) {
      if (!boxesMeet(edges.boxes, one, edges.boxes, other)) continue;
      work.patience--;
      if (!pairApart(edges, one, other)) return false;
    }
  }
  return true;
}

/** Whether two edges meet nowhere, or follow each other and meet in the vertex between them alone. */
function pairApart({ ends, ring, ringStart }: Edges, one: number, other: number): boolean {
  const number = ring[one] as number;
  if (number === ring[other]) {
    if (other === one + 1) return turns(ends, one, other);
    if (one === ringStart[number] && other + 1 === ringStart[number + 1]) return turns(ends, other, one);
  }
  return segmentMeeting(start(ends, one), end(ends, one), start(ends, other), end(ends, other)) === 'apart';
}

/** Two edges that follow each other and are not on one line share that vertex and nothing else. */
function turns(ends: Float64Array, one: number, next: number): boolean {
  const x1 = ends[4 * one] as number;
  const y1 = ends[4 * one + 1] as number;
  const x2 = ends[4 * one + 2] as number;
  const y2 = ends[4 * one + 3] as number;
  const x3 = ends[4 * next + 2] as number;
  const y3 = ends[4 * next + 3] as number;
  // To run back along its line it must turn round in each coordinate in which the first edge runs, and stand still in the other.
  if ((x2 > x1 ? x3 >= x2 : x2 < x1 ? x3 <= x2 : x3 !== x2) || (y2 > y1 ? y3 >= y2 : y2 < y1 ? y3 <= y2 : y3 !== y2)) return true;
  return orient2d(x1, y1, x2, y2, x3, y3) !== 0 || segmentMeeting([x1, y1], [x2, y2], [x2, y2], [x3, y3]) === 'touch';
}

function start(ends: Float64Array, edge: number): Position {
  return [ends[4 * edge] as number, ends[4 * edge + 1] as number];
}

function end(ends: Float64Array, edge: number): Position {
  return [ends[4 * edge + 2] as number, ends[4 * edge + 3] as number];
}

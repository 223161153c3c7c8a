import type { Position } from './rings.ts';
import { side } from './segments.ts';

/*
 * A line sweeps over the edges from west to east (at equal longitude from south to north). The edges that it crosses are
 * kept in order from south to north, which holds until two of them cross; so two edges that cross, or run along each
 * other, are neighbours in that order or meet in an end before it happens (Shamos & Hoey, Geometric intersection
 * problems, 1976). Signs are exact, so neither long thin edges nor shared ends lead it astray.
 *
 * Time grows with n log n, but for moving the tail of the order, 4 bytes an edge: it matters only from a million edges.
 */

export interface SweepEdge {
  readonly from: Position;
  readonly to: Position;
}

/**
 * A pair of edges, the earlier first, that `isContact` calls one, or `null` when there is none in all. Edges have a length, and those of a ring
 * follow each other. `isContact` must hold for all that cross or run along each other, and may for edges of one ring that
 * touch; edges of different rings that touch may pass. Finds some pair, not a certain one.
 */
export function findContact<Edge extends SweepEdge>(edges: readonly Edge[], isContact: (a: Edge, b: Edge) => boolean): readonly [Edge, Edge] | null {
  const { west, east } = ends(edges);
  const starts = [...edges.keys()].sort((a, b) => compare(west[a] as Position, west[b] as Position));
  const stops = [...edges.keys()].sort((a, b) => compare(east[a] as Position, east[b] as Position));
  const order = { edges: new Uint32Array(edges.length), length: 0 };
  const pair = (a: number | undefined, b: number | undefined): readonly [Edge, Edge] | null => {
    if (a === undefined || b === undefined) return null;
    const [one, other] = [edges[Math.min(a, b)] as Edge, edges[Math.max(a, b)] as Edge];
    return isContact(one, other) ? [one, other] : null;
  };

  for (let [start, stop] = [0, 0]; stop < stops.length; ) {
    const nextStart = west[starts[start] ?? -1];
    const nextStop = east[stops[stop] as number] as Position;
    const here = nextStart !== undefined && compare(nextStart, nextStop) < 0 ? nextStart : nextStop;
    const starting: number[] = [];
    for (; start < starts.length && compare(west[starts[start] as number] as Position, here) === 0; start++) starting.push(starts[start] as number);
    const ending: number[] = [];
    for (; stop < stops.length && compare(east[stops[stop] as number] as Position, here) === 0; stop++) ending.push(stops[stop] as number);

    const low = firstNotBelow(order, west, east, here);
    let high = low;
    const passing: number[] = [];
    for (; high < order.length && side(...through(order.edges[high] as number), here) === 0; high++) {
      const edge = order.edges[high] as number;
      if (compare(east[edge] as Position, here) !== 0) passing.push(edge);
    }
    const meeting = contactHere(passing, [...ending, ...starting].sort((a, b) => a - b), pair);
    if (meeting !== null) return meeting;

    const onward = [...passing, ...starting].sort((a, b) => side(here, east[a] as Position, east[b] as Position));
    for (let k = 1; k < onward.length; k++) {
      const contact = side(here, east[onward[k - 1] as number] as Position, east[onward[k] as number] as Position) === 0 ? pair(onward[k - 1], onward[k]) : null;
      if (contact !== null) return contact;
    }
    splice(order, low, high, onward);
    const south = low > 0 ? order.edges[low - 1] : undefined;
    const north = low + onward.length < order.length ? order.edges[low + onward.length] : undefined;
    const contact = onward.length === 0 ? pair(south, north) : (pair(south, onward[0]) ?? pair(onward.at(-1), north));
    if (contact !== null) return contact;
  }
  return null;

  function through(edge: number): [Position, Position] {
    return [west[edge] as Position, east[edge] as Position];
  }
}

/**
 * Pairs among edges that end or start in one place, ascending, and with those that pass it. Many rings may share a vertex;
 * the edges of one stand together, so a ring that comes twice shows within four.
 */
function contactHere<Pair>(passing: readonly number[], ends: readonly number[], pair: (a: number, b: number) => Pair | null): Pair | null {
  const [first, second] = passing;
  if (first !== undefined && second !== undefined) return pair(first, second);
  for (const [k, end] of ends.entries()) {
    const found = first === undefined ? null : pair(first, end);
    if (found !== null) return found;
    for (const other of ends.slice(k + 1, k + 4)) {
      const contact = pair(end, other);
      if (contact !== null) return contact;
    }
  }
  return null;
}

function compare(a: Position, b: Position): number {
  return a[0] - b[0] || a[1] - b[1];
}

function ends(edges: readonly SweepEdge[]): { west: Position[]; east: Position[] } {
  const isEastward = edges.map(({ from, to }) => compare(from, to) < 0);
  return {
    west: edges.map(({ from, to }, k) => (isEastward[k] === true ? from : to)),
    east: edges.map(({ from, to }, k) => (isEastward[k] === true ? to : from)),
  };
}

interface Order {
  readonly edges: Uint32Array;
  length: number;
}

/** The place in the order of the first edge that a position does not lie north of. */
function firstNotBelow({ edges, length }: Order, west: readonly Position[], east: readonly Position[], here: Position): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const edge = edges[middle] as number;
    // `side` is negative to the left, which is north of an edge that runs east.
    if (side(west[edge] as Position, east[edge] as Position, here) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function splice(order: Order, low: number, high: number, edges: readonly number[]): void {
  order.edges.copyWithin(low + edges.length, high, order.length);
  order.edges.set(edges, low);
  order.length += edges.length - (high - low);
}

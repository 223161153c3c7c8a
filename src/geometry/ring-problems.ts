import Flatbush from 'flatbush';
import { INSIDE, ON_EDGE, pointsInAreas, ringSide } from './contains.ts';
import { edgesApart } from './edges-apart.ts';
import { CROSSES, rayMeetsEdge } from './ray.ts';
import type { AreaTable, PolygonRings, Position } from './rings.ts';
import { areaTable } from './rings.ts';
import { meetingPoint, segmentMeeting, side } from './segments.ts';
import { findContact } from './sweep.ts';

/**
 * What is wrong with one ring. Rings, positions and edges count from 0; ring 0 is the outer one; edge `n` runs from
 * position `n` to the next.
 */
export type RingProblem =
  /** The polygon has no ring at all. */
  | { readonly code: 'ring-missing'; readonly ring: 0 }
  | { readonly code: 'ring-too-short'; readonly ring: number; readonly positions: number }
  | { readonly code: 'ring-not-closed'; readonly ring: number; readonly first: Position; readonly last: Position }
  | { readonly code: 'coordinate-not-finite'; readonly ring: number; readonly position: number; readonly lng: number; readonly lat: number }
  | { readonly code: 'coordinate-out-of-range'; readonly ring: number; readonly position: number; readonly lng: number; readonly lat: number }
  /** An edge turns more than 180° of longitude: RFC 7946 §3.1.9 wants such a polygon cut in two. */
  | { readonly code: 'ring-crosses-antimeridian'; readonly ring: number; readonly edge: number }
  /** A position is given twice running. Harmless: the edge between has no length. */
  | { readonly code: 'ring-repeats-position'; readonly ring: number; readonly position: number; readonly lng: number; readonly lat: number }
  /** All positions lie on one line. */
  | { readonly code: 'ring-without-area'; readonly ring: number }
  /** Two edges cross, or run along each other. */
  | ({ readonly code: 'ring-crosses-itself'; readonly ring: number } & EdgePair)
  /** Two edges that do not follow each other meet in a vertex, where the ring may or may not change sides. */
  | ({ readonly code: 'ring-touches-itself'; readonly ring: number } & EdgePair)
  /** An edge of a ring crosses or runs along an edge of another (`otherRing`). */
  | ({ readonly code: 'rings-cross'; readonly ring: number; readonly otherRing: number } & EdgePair)
  /** A position of a hole lies outside the outer ring. */
  | { readonly code: 'hole-outside-outer'; readonly ring: number; readonly position: number; readonly lng: number; readonly lat: number }
  /** A hole lies in another hole (`otherRing`): an island, which must be a polygon of its own. */
  | { readonly code: 'hole-inside-hole'; readonly ring: number; readonly otherRing: number };

interface EdgePair {
  readonly edge: number;
  readonly otherEdge: number;
  readonly lng: number;
  readonly lat: number;
}

/** A repeated position changes no answer; with any other problem it is not certain which area was meant. */
export function preventsUse(problem: RingProblem): boolean {
  return problem.code !== 'ring-repeats-position';
}

/**
 * Everything wrong with a polygon, in the order of its rings; empty when it is sound. Exact, whichever way the rings turn.
 * How rings lie is only looked at once each is closed, long enough and within range. Of crossings, the first of each
 * ring and of each pair of rings is named, and no touch beside a crossing: one mistake can cause thousands. Of a large
 * polygon with long edges, too many to look at every pair, one at least is named, not always the first.
 */
export function ringProblems(polygon: PolygonRings): RingProblem[] {
  if (polygon.length === 0) return [{ code: 'ring-missing', ring: 0 }];
  const problems = polygon.flatMap(structureProblems);
  if (problems.some(preventsUse)) return problems;

  const flat = polygon.flatMap((ring, number) => (isOnOneLine(ring) ? [number] : []));
  if (flat.length > 0) return [...problems, ...flat.map((ring) => ({ code: 'ring-without-area', ring }) as const)];
  const isApart = edgesApart(polygon) === true;
  const meetings = isApart ? [] : edgeProblems(polygon);
  return [...problems, ...meetings, ...nestingProblems(polygon, meetings, isApart)];
}

function structureProblems(ring: readonly Position[], number: number): RingProblem[] {
  const problems: RingProblem[] = [];
  const first = ring[0];
  const last = ring.at(-1);
  if (ring.length < 4) problems.push({ code: 'ring-too-short', ring: number, positions: ring.length });
  if (first !== undefined && last !== undefined && !isSame(first, last)) problems.push({ code: 'ring-not-closed', ring: number, first, last });
  for (let position = 0; position < ring.length; position++) {
    const at = ring[position] as Position;
    const next = ring[position + 1];
    const lng = at[0];
    const lat = at[1];
    if (!Number.isFinite(lng) || !Number.isFinite(lat)) {
      problems.push({ code: 'coordinate-not-finite', ring: number, position, lng, lat });
    } else if (Math.abs(lng) > 180 || Math.abs(lat) > 90) {
      problems.push({ code: 'coordinate-out-of-range', ring: number, position, lng, lat });
    } else if (next !== undefined && Math.abs(next[0] - lng) > 180 && Math.abs(next[0]) <= 180) {
      problems.push({ code: 'ring-crosses-antimeridian', ring: number, edge: position });
    } else if (next !== undefined && isSame(next, at)) {
      problems.push({ code: 'ring-repeats-position', ring: number, position: position + 1, lng, lat });
    }
  }
  return problems;
}

function isSame(a: Position, b: Position): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

function isOnOneLine(ring: readonly Position[]): boolean {
  const [a] = ring;
  const b = ring.find((position) => a !== undefined && !isSame(position, a));
  return a === undefined || b === undefined || ring.every((position) => side(a, b, position) === 0);
}

interface Edge {
  readonly ring: number;
  readonly edge: number;
  readonly from: Position;
  readonly to: Position;
  /** Place among the ring's edges of positive length, and how many those are. */
  readonly place: number;
  readonly ringEdges: number;
}

function edgesOf(ring: readonly Position[], number: number): Edge[] {
  const edges = ring.slice(1).map((to, edge) => ({ ring: number, edge, from: ring[edge] ?? to, to }));
  const long = edges.filter(({ from, to }) => !isSame(from, to));
  return long.map((edge, place) => ({ ...edge, place, ringEdges: long.length }));
}

/** So many pairs of edges with overlapping boxes take about half a second; an ordinary polygon has a few for each edge. */
const MOST_PAIRS = 1_000_000;

function edgeProblems(polygon: PolygonRings): RingProblem[] {
  const edges = polygon.flatMap(edgesOf);
  const contact = findContact(edges, (a, b) => pairProblem(a, b) !== null);
  if (contact === null) return [];
  const problems = new Map<string, RingProblem>();
  const note = (problem: RingProblem): void => {
    const key = [problem.code, problem.ring, 'otherRing' in problem ? problem.otherRing : problem.ring].join();
    if (!problems.has(key)) problems.set(key, problem);
  };
  eachPair(edges, (a, b) => {
    const problem = pairProblem(a, b);
    if (problem !== null) note(problem);
  });
  const known = pairProblem(...contact);
  if (known !== null) note(known);
  const crosses = (ring: number): boolean => problems.has(['ring-crosses-itself', ring, ring].join());
  return [...problems.values()].filter(({ code, ring }) => code !== 'ring-touches-itself' || !crosses(ring));
}

/** Pairs of edges whose boxes overlap, in their order, up to `MOST_PAIRS`. */
function eachPair(edges: readonly Edge[], look: (a: Edge, b: Edge) => void): void {
  const index = new Flatbush(edges.length);
  for (const { from, to } of edges) {
    index.add(Math.min(from[0], to[0]), Math.min(from[1], to[1]), Math.max(from[0], to[0]), Math.max(from[1], to[1]));
  }
  index.finish();
  let pairs = 0;
  for (const [number, edge] of edges.entries()) {
    const { from, to } = edge;
    const [west, east] = [Math.min(from[0], to[0]), Math.max(from[0], to[0])];
    const [south, north] = [Math.min(from[1], to[1]), Math.max(from[1], to[1])];
    const later = index.search(west, south, east, north, (other) => other > number);
    pairs += later.length;
    if (pairs > MOST_PAIRS) return;
    for (const other of later.sort((a, b) => a - b)) look(edge, edges[other] as Edge);
  }
}

function pairProblem(a: Edge, b: Edge): RingProblem | null {
  const meeting = segmentMeeting(a.from, a.to, b.from, b.to);
  if (meeting === 'apart') return null;
  const [lng, lat] = meetingPoint(a.from, a.to, b.from, b.to);
  const pair = { ring: a.ring, edge: a.edge, otherEdge: b.edge, lng, lat };
  if (a.ring !== b.ring) {
    // Rings of a polygon may touch in single points (OGC 06-103r4 §6.1.11.1).
    return meeting === 'touch' ? null : { code: 'rings-cross', ...pair, otherRing: b.ring };
  }
  if (meeting !== 'touch') return { code: 'ring-crosses-itself', ...pair };
  const step = b.place - a.place;
  return step === 1 || step === a.ringEdges - 1 ? null : { code: 'ring-touches-itself', ...pair };
}

/** @param isApart whether rings are known to meet nowhere: then a hole lies as its first position does. */
function nestingProblems(polygon: PolygonRings, meetings: readonly RingProblem[], isApart: boolean): RingProblem[] {
  const [outer, ...holes] = polygon;
  if (outer === undefined || holes.length === 0) return [];
  const ringsCross = meetings.some(({ code }) => code === 'rings-cross');
  const firstOutside = isApart && holes.length * outer.length <= MOST_RAYS ? outsideAsFirst(outer, holes) : outsideOf(outer, holes);
  const table = areaTable(holes.length > 1 ? holes.map((ring) => [[ring]]) : []);
  return holes.flatMap((ring, i): RingProblem[] => {
    const hole = i + 1;
    const position = firstOutside(i);
    const outside = ring[position];
    if (outside !== undefined) return [{ code: 'hole-outside-outer', ring: hole, position, lng: outside[0], lat: outside[1] }];
    if (ringsCross) return [];
    const around = holes.findIndex((_, other) => other !== i && isRingInside(table, i, other, ring));
    return around === -1 ? [] : [{ code: 'hole-inside-hole', ring: hole, otherRing: around + 1 }];
  });
}

/** Edges that the rays of all holes may meet; beyond that it pays to sort their positions. */
const MOST_RAYS = 10_000_000;

/** The first position of a hole, by its place among the holes, that lies outside the outer ring; -1 where none does. */
type FirstOutside = (hole: number) => number;

/** For rings that meet nowhere. */
function outsideAsFirst(outer: PolygonRings[number], holes: PolygonRings): FirstOutside {
  const coords = new Float64Array(2 * outer.length);
  for (let k = 0; k < outer.length; k++) {
    const position = outer[k] as Position;
    coords[2 * k] = position[0];
    coords[2 * k + 1] = position[1];
  }
  const isInside = ([lng, lat]: Position): boolean => {
    let crossings = 0;
    for (let edge = 0; edge + 1 < outer.length; edge++) crossings ^= rayMeetsEdge(coords, edge, lng, lat);
    return crossings === CROSSES;
  };
  const sides = holes.map(([first]) => first === undefined || isInside(first));
  return (hole) => (sides[hole] === true ? -1 : 0);
}

/** Looked up for all positions at once. */
function outsideOf(outer: PolygonRings[number], holes: PolygonRings): FirstOutside {
  const positions = holes.flat();
  const [lng, lat] = [new Float64Array(positions.length), new Float64Array(positions.length)];
  for (let k = 0; k < positions.length; k++) [lng[k], lat[k]] = positions[k] as Position;
  const { offsets } = pointsInAreas(lng, lat, areaTable([[[outer]]]));
  const starts = [0];
  for (const ring of holes) starts.push((starts.at(-1) as number) + ring.length);
  return (hole) => {
    const start = starts[hole] as number;
    return (holes[hole] ?? []).findIndex((_, p) => offsets[start + p] === offsets[start + p + 1]);
  };
}

/** For rings that do not cross: the first position off the other ring tells for all. @param table of one ring an area. */
function isRingInside(table: AreaTable, ring: number, other: number, positions: readonly Position[]): boolean {
  const { boxes } = table;
  const isBoxInside = [0, 1].every((k) => (boxes[4 * ring + k] as number) >= (boxes[4 * other + k] as number)) && [2, 3].every((k) => (boxes[4 * ring + k] as number) <= (boxes[4 * other + k] as number));
  if (!isBoxInside) return false;
  for (const [lng, lat] of positions) {
    const where = ringSide(table, other, lng, lat);
    if (where !== ON_EDGE) return where === INSIDE;
  }
  return false;
}

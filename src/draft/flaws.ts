import type { LngLat, MultiPolygon } from '../domain/place.ts';
import { OUTSIDE, areaSide } from '../geometry/contains.ts';
import type { RingProblem } from '../geometry/ring-problems.ts';
import { preventsUse, ringProblems } from '../geometry/ring-problems.ts';
import { polygonTable } from '../geometry/rings.ts';
import { meetingPoint, segmentMeeting } from '../geometry/segments.ts';

/** What keeps an area from being used; `at` says where, as far as it has a place. */
export interface Flaw {
  readonly code: RingProblem['code'] | 'parts-overlap';
  readonly polygon: number;
  readonly at: LngLat | null;
}

/**
 * Everything wrong with an area. `ringProblems` names the first crossing of each ring; here every crossing is named, so
 * that each can be marked where it happens. Parts of one area must not overlap: their areas would count twice.
 */
export function flawsOf(area: MultiPolygon): readonly Flaw[] {
  const found = known.get(area) ?? findFlaws(area);
  known.set(area, found);
  return found;
}

/** An outline in hand is asked about at every move by map, panel and question alike. */
const known = new WeakMap<MultiPolygon, readonly Flaw[]>();

function findFlaws(area: MultiPolygon): readonly Flaw[] {
  const own = area.flatMap((polygon, p) => ringProblems(polygon).filter(preventsUse).map((problem) => flawOf(problem, p)));
  if (own.some(({ code }) => !MEETINGS.has(code))) return own;
  // A part by itself has been looked through; only parts can still cross each other.
  if (own.length === 0 && area.length < 2) return own;
  const crossings = crossingsOf(area);
  if (crossings.length > 0) return [...crossings, ...own.filter(({ code, at }) => !CROSSINGS.has(code) && at !== null)];
  return own.length > 0 ? own : insideOthers(area);
}

const CROSSINGS: ReadonlySet<Flaw['code']> = new Set<Flaw['code']>(['ring-crosses-itself', 'rings-cross', 'parts-overlap']);
/** What is only found once rings are closed, long enough and within range. */
const MEETINGS: ReadonlySet<Flaw['code']> = new Set<Flaw['code']>([...CROSSINGS, 'ring-touches-itself', 'hole-outside-outer', 'hole-inside-hole']);

function flawOf(problem: RingProblem, polygon: number): Flaw {
  return { code: problem.code, polygon, at: 'lng' in problem ? [problem.lng, problem.lat] : null };
}

interface Edge {
  readonly polygon: number;
  readonly ring: number;
  readonly from: LngLat;
  readonly to: LngLat;
  readonly west: number;
  readonly east: number;
}

/** Marks beyond this many say no more. */
const MOST_MARKS = 200;

/** Every place where edges cross or run along each other: a sweep from west to east. */
function crossingsOf(area: MultiPolygon): readonly Flaw[] {
  const edges = area.flatMap((polygon, p) => polygon.flatMap((ring, r) => ring.slice(1).flatMap((to, i) => edgeOf(p, r, ring[i] ?? to, to))));
  edges.sort((a, b) => a.west - b.west);
  const found: Flaw[] = [];
  for (const [i, a] of edges.entries()) {
    for (let k = i + 1; k < edges.length; k++) {
      const b = edges[k] as Edge;
      if (b.west > a.east) break;
      if (Math.max(a.from[1], a.to[1]) < Math.min(b.from[1], b.to[1]) || Math.max(b.from[1], b.to[1]) < Math.min(a.from[1], a.to[1])) continue;
      const meeting = segmentMeeting(a.from, a.to, b.from, b.to);
      if (meeting !== 'cross' && meeting !== 'overlap') continue;
      // Parts that share a stretch of boundary lie side by side, unless one lies in the other.
      if (a.polygon !== b.polygon && meeting === 'overlap') continue;
      const code = a.polygon !== b.polygon ? 'parts-overlap' : a.ring === b.ring ? 'ring-crosses-itself' : 'rings-cross';
      found.push({ code, polygon: a.polygon, at: meetingPoint(a.from, a.to, b.from, b.to) });
      if (found.length === MOST_MARKS) return found;
    }
  }
  return found;
}

function edgeOf(polygon: number, ring: number, from: LngLat, to: LngLat): Edge[] {
  if (from[0] === to[0] && from[1] === to[1]) return [];
  return [{ polygon, ring, from, to, west: Math.min(from[0], to[0]), east: Math.max(from[0], to[0]) }];
}

/** For parts whose edges do not cross: a part that lies in another. */
function insideOthers(area: MultiPolygon): readonly Flaw[] {
  if (area.length < 2) return [];
  const table = polygonTable(area.map((polygon) => [polygon]));
  return area.flatMap((polygon, p): Flaw[] => {
    const corners = polygon[0] ?? [];
    const around = area.findIndex((_, other) => {
      if (other === p) return false;
      const sides = corners.map(([lng, lat]) => areaSide(table, other, lng, lat));
      // On the other's edge all round is the same outline twice; each pair is named once.
      return sides.every((side) => side !== OUTSIDE) && (sides.some((side) => side > 0) || (other < p && isSameOutline(corners, area[other]?.[0] ?? [])));
    });
    return around === -1 ? [] : [{ code: 'parts-overlap', polygon: p, at: corners[0] ?? null }];
  });
}

function isSameOutline(a: readonly LngLat[], b: readonly LngLat[]): boolean {
  const keys = new Set(b.map((at) => at.join()));
  return a.every((at) => keys.has(at.join()));
}

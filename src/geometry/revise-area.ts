import { areaRunsInRows } from './area-runs.ts';
import { firstRowReaching } from './edge-rows.ts';
import type { PointIndex } from './point-index.ts';
import type { PolygonTable } from './rings.ts';
import type { Runs } from './runs.ts';
import { addRun, emptyRuns, finishedRuns } from './runs.ts';

/** What an edit of one area does to the points in it. */
export interface Revision {
  /** The points of the area afterwards, as by `areaRuns` with the new shape. */
  readonly members: Runs;
  /** Numbers of the points that came in and went out, in the order of their positions. */
  readonly entered: Uint32Array;
  readonly left: Uint32Array;
}

/**
 * Answers an edited area from its members before. A row's answer depends only on the edges that reach into it, and those
 * of a row between no two changed edges are the same; so only the rows that a changed edge reaches are answered again,
 * as in a full run.
 *
 * @param before a table whose first area is the one edited, and `after` likewise.
 * @param members of the area as it was: runs of `index`.
 */
export function reviseArea(index: PointIndex, before: PolygonTable, after: PolygonTable, members: Runs): Revision {
  const changed = changedLatitudes(before, after);
  if (changed === null) return { members, entered: new Uint32Array(0), left: new Uint32Array(0) };
  const fromRow = firstRowReaching(index.north, changed.south);
  const toRow = Math.max(fromRow, firstRowReaching(index.south, changed.north, true));
  const holder = members.holder[0] ?? 0;
  const from = index.rowStart[fromRow] as number;
  const to = index.rowStart[toRow] as number;
  const old = runsBetween(members, from, to);
  const fresh = areaRunsInRows(index, after, 0, fromRow, toRow);
  const joined = emptyRuns();
  for (const part of [runsBetween(members, 0, from), fresh, runsBetween(members, to, index.point.length)]) {
    for (let run = 0; run < part.from.length; run++) addRun(joined, holder, part.from[run] as number, part.to[run] as number);
  }
  return { members: finishedRuns(joined), entered: pointsOnlyIn(index, fresh, old), left: pointsOnlyIn(index, old, fresh) };
}

/**
 * The latitudes that the changed edges reach, over and beyond what they have in common. Rings are compared place by
 * place: an edge that is the same in both, at the same distance from the start or from the end of its ring, is unchanged.
 * Where rings or polygons are more or fewer, all of both areas is taken as changed.
 */
function changedLatitudes(before: PolygonTable, after: PolygonTable): { south: number; north: number } | null {
  const reach = { south: Infinity, north: -Infinity };
  if (!isSameList(before.polygonStart, after.polygonStart)) {
    for (const { coords } of [before, after]) extend(reach, coords, 0, coords.length / 2 - 1);
    return reach.south <= reach.north ? reach : null;
  }
  for (let ring = 0; ring + 1 < before.ringStart.length; ring++) extendByRing(reach, before, after, ring);
  return reach.south <= reach.north ? reach : null;
}

function isSameList(a: Uint32Array, b: Uint32Array): boolean {
  return a.length === b.length && a.every((value, k) => value === b[k]);
}

function extendByRing(reach: { south: number; north: number }, before: PolygonTable, after: PolygonTable, ring: number): void {
  const a = before.ringStart[ring] as number;
  const b = after.ringStart[ring] as number;
  const aLast = (before.ringStart[ring + 1] as number) - 1;
  const bLast = (after.ringStart[ring + 1] as number) - 1;
  const shorter = Math.min(aLast - a, bLast - b);
  let same = 0;
  while (same <= shorter && isSamePosition(before.coords, a + same, after.coords, b + same)) same++;
  if (same > shorter && aLast - a === bLast - b) return;
  let sameAtEnd = 0;
  while (sameAtEnd <= shorter - same && isSamePosition(before.coords, aLast - sameAtEnd, after.coords, bLast - sameAtEnd)) sameAtEnd++;
  // From the last position in common before the change to the first one after it.
  extend(reach, before.coords, Math.max(a, a + same - 1), Math.min(aLast, aLast - sameAtEnd + 1));
  extend(reach, after.coords, Math.max(b, b + same - 1), Math.min(bLast, bLast - sameAtEnd + 1));
}

function isSamePosition(a: Float64Array, i: number, b: Float64Array, j: number): boolean {
  return a[2 * i] === b[2 * j] && a[2 * i + 1] === b[2 * j + 1];
}

function extend(reach: { south: number; north: number }, coords: Float64Array, from: number, to: number): void {
  for (let p = from; p <= to; p++) {
    const lat = coords[2 * p + 1] as number;
    if (lat < reach.south) reach.south = lat;
    if (lat > reach.north) reach.north = lat;
  }
}

/** The runs within two positions, cut to them. */
function runsBetween({ holder, from, to }: Runs, start: number, end: number): Runs {
  const part = emptyRuns();
  for (let run = 0; run < from.length; run++) {
    const first = Math.max(from[run] as number, start);
    const last = Math.min(to[run] as number, end);
    if (first < last) addRun(part, holder[run] as number, first, last);
  }
  return finishedRuns(part);
}

/** The points in some runs and not in others. */
function pointsOnlyIn(index: PointIndex, these: Runs, others: Runs): Uint32Array {
  const only: number[] = [];
  let other = 0;
  for (let run = 0; run < these.from.length; run++) {
    const end = these.to[run] as number;
    let k = these.from[run] as number;
    while (k < end) {
      while (other < others.to.length && (others.to[other] as number) <= k) other++;
      const otherFrom = others.from[other] ?? end;
      for (; k < Math.min(end, otherFrom); k++) only.push(index.point[k] as number);
      k = Math.max(k, Math.min(end, others.to[other] ?? end));
    }
  }
  return Uint32Array.from(only);
}

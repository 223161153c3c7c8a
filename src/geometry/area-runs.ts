import type { EdgeRows, RowEntries } from './edge-rows.ts';
import { emptyEdgeRows, layEdges, NO_WIDTH, rowsOfArea, takeRow } from './edge-rows.ts';
import type { Nesting } from './nesting.ts';
import { crossRing, outsideAll } from './nesting.ts';
import type { PointIndex } from './point-index.ts';
import { firstAtLeast, firstBeyond } from './position-search.ts';
import { CROSSES, MISSES, rayMeetsRun, straddles, TOUCHES } from './ray.ts';
import type { AreaTable } from './rings.ts';
import type { RunList, Runs } from './runs.ts';
import { addRun, emptyRuns, finishedRuns } from './runs.ts';

/*
 * Row by row: the entries of a row (edge-rows.ts) whose intervals overlap form a cluster. No edge passes between two
 * clusters anywhere in the row, so that whole region lies on one side of the area, and one look at its southern border
 * answers for all its points. The points inside a cluster are tested one by one, but only against the cluster's edges:
 * along the ray to the west they reach the region before the cluster, which is answered already.
 */

/** Which areas contain which points, boundary included; the same answer as `areaContains` for every pair. */
export function areaRuns(index: PointIndex, table: AreaTable): Runs {
  const work = startWork(index, table);
  for (let area = 0; area + 1 < table.areaStart.length; area++) {
    const { from, to } = rowsOfArea(index, table, area, NO_WIDTH);
    runsOfRows(work, area, from, to);
  }
  return finishedRuns(work.runs);
}

/** The runs of one area in some rows. */
export function areaRunsInRows(index: PointIndex, table: AreaTable, area: number, from: number, to: number): Runs {
  const work = startWork(index, table);
  runsOfRows(work, area, from, to);
  return finishedRuns(work.runs);
}

interface Work {
  readonly index: PointIndex;
  readonly table: AreaTable;
  readonly rows: EdgeRows;
  readonly nesting: Nesting;
  readonly runs: RunList;
  /** Rings crossed on the way to a point, to be crossed back. */
  readonly crossed: number[];
}

function startWork(index: PointIndex, table: AreaTable): Work {
  return { index, table, rows: emptyEdgeRows(), nesting: outsideAll(table), runs: emptyRuns(), crossed: [] };
}

function runsOfRows(work: Work, area: number, from: number, to: number): void {
  const { index, table, rows } = work;
  for (let start = from; start < to; start = rows.endRow) {
    layEdges(rows, index, table, area, NO_WIDTH, start, to);
    for (let row = start; row < rows.endRow; row++) runsOfRow(work, area, row, takeRow(rows, row));
  }
}

function runsOfRow(work: Work, area: number, row: number, entries: RowEntries): void {
  const { index, table, nesting, runs } = work;
  const { lng, lat, rowStart } = index;
  const end = rowStart[row + 1] as number;
  const south = index.south[row] as number;
  let position = rowStart[row] as number;
  let entry = 0;
  while (entry < entries.count && position < end) {
    const west = entries.west[entry] as number;
    let east = entries.east[entry] as number;
    let endEntry = entry + 1;
    for (; endEntry < entries.count && (entries.west[endEntry] as number) <= east; endEntry++) {
      if ((entries.east[endEntry] as number) > east) east = entries.east[endEntry] as number;
    }
    const inDoubt = firstAtLeast(lng, position, end, west);
    if (nesting.polygons > 0 && inDoubt > position) addRun(runs, area, position, inDoubt);
    position = firstBeyond(lng, inDoubt, end, east);
    for (let k = inDoubt; k < position; k++) {
      if (isInside(work, entries, entry, endEntry, lng[k] as number, lat[k] as number)) addRun(runs, area, k, k + 1);
    }
    for (; entry < endEntry; entry++) crossEntry(table, nesting, entries, entry, south);
  }
  // Every ring closes, so all that was entered is left again east of the last point.
  for (; entry < entries.count; entry++) crossEntry(table, nesting, entries, entry, south);
}

function crossEntry({ coords }: AreaTable, nesting: Nesting, { edge, endEdge, ring }: RowEntries, entry: number, y: number): void {
  if (straddles(coords, edge[entry] as number, endEdge[entry] as number, y)) crossRing(nesting, ring[entry] as number);
}

/** A point between the entries `from` and `to` of a cluster; `nesting` is that of the region before it, also afterwards. */
function isInside({ table, nesting, crossed }: Work, entries: RowEntries, from: number, to: number, x: number, y: number): boolean {
  const { west, east, edge, endEdge, ring } = entries;
  let touches = false;
  for (let entry = from; entry < to && (west[entry] as number) <= x && !touches; entry++) {
    const first = edge[entry] as number;
    const end = endEdge[entry] as number;
    let meeting = MISSES;
    if ((east[entry] as number) >= x) meeting = rayMeetsRun(table, ring[entry] as number, first, end, x, y);
    else if (straddles(table.coords, first, end, y)) meeting = CROSSES;
    if (meeting === TOUCHES) touches = true;
    if (meeting !== CROSSES) continue;
    crossRing(nesting, ring[entry] as number);
    crossed.push(ring[entry] as number);
  }
  const inside = touches || nesting.polygons > 0;
  for (let ring = crossed.pop(); ring !== undefined; ring = crossed.pop()) crossRing(nesting, ring);
  return inside;
}

import { writeEarthCentred } from './chord.ts';
import type { EdgeRows, RowEntries, Width } from './edge-rows.ts';
import { emptyEdgeRows, layEdges, rowsOfArea, takeRow } from './edge-rows.ts';
import { latitudeReachDeg, metresPerRadian, RADIANS } from './ellipsoid.ts';
import type { Lists } from './lists.ts';
import { isAnyEdgeWithin, isBoundaryWithin } from './margin.ts';
import type { PointIndex } from './point-index.ts';
import { firstAtLeast, firstBeyond } from './position-search.ts';
import type { PolygonTable } from './rings.ts';
import type { RunList, Runs } from './runs.ts';
import { addRun, emptyRuns, finishedRuns, listsOfRuns } from './runs.ts';

/*
 * Edges are widened by the greatest length that is asked for; the points of a row outside the widened intervals
 * (edge-rows.ts) are surely farther than that from every edge. Each of the others asks its own length of the few edges
 * whose intervals it lies in.
 */

/**
 * Which areas have a boundary nearer to which points than `pointLimitM[point] + areaLimitM[area]`, strictly; the same
 * answer as `isBoundaryWithin` for every pair. An area's runs stand together, but those of different limit classes in turn.
 */
export function boundaryRuns(index: PointIndex, pointLimitM: Float64Array, table: PolygonTable, areaLimitM: Float64Array): Runs {
  const { limitM, classes } = limitsOf(index, pointLimitM);
  const work: Work = { index, limitM, table, rows: emptyEdgeRows(), xyz: new Float64Array(3), runs: emptyRuns() };
  for (let area = 0; area + 1 < table.areaStart.length; area++) {
    const areaLimit = areaLimitM[area] as number;
    for (const { above, upTo } of classes) if (upTo + areaLimit > 0) runsOfArea(work, area, { above, upTo, areaLimit });
  }
  return finishedRuns(work.runs);
}

/** For each point the areas of `boundaryRuns`, ascending. */
export function boundariesNear(index: PointIndex, pointLimitM: Float64Array, table: PolygonTable, areaLimitM: Float64Array): Lists {
  return listsOfRuns(index, boundaryRuns(index, pointLimitM, table, areaLimitM));
}

interface Limits {
  readonly of: Float64Array;
  /** By position. */
  readonly limitM: Float64Array;
  readonly classes: readonly LimitClass[];
}

/** The last limits that were asked of an index: one zone after another is asked of the same points. */
const known = new WeakMap<PointIndex, Limits>();

/** @param pointLimitM not to be written to any more. */
function limitsOf(index: PointIndex, pointLimitM: Float64Array): Limits {
  const last = known.get(index);
  if (last?.of === pointLimitM) return last;
  const limitM = Float64Array.from(index.point, (point) => pointLimitM[point] as number);
  const limits = { of: pointLimitM, limitM, classes: limitClasses(limitM) };
  known.set(index, limits);
  return limits;
}

/** Points whose limit is above one length and up to another. */
interface LimitClass {
  readonly above: number;
  readonly upTo: number;
}

/** Sampled for the usual limit. */
const SAMPLES = 1000;

/** Few points may be far less certain than the rest: asked apart, they do not widen the edges for all. */
function limitClasses(limitM: Float64Array): readonly LimitClass[] {
  const step = Math.max(1, Math.floor(limitM.length / SAMPLES));
  const sample = Float64Array.from({ length: Math.floor(limitM.length / step) }, (_, k) => limitM[k * step] as number).sort();
  const usual = Math.max(sample[sample.length >> 1] ?? 0, 1);
  const tops = [2 * usual, 16 * usual, Infinity];
  return tops.flatMap((top, n): LimitClass[] => {
    const above = tops[n - 1] ?? -Infinity;
    let upTo = -Infinity;
    for (const limit of limitM) if (limit > upTo && limit > above && limit <= top) upTo = limit;
    return upTo > -Infinity ? [{ above, upTo }] : [];
  });
}

/** What is asked of an area in one go. */
interface Question extends LimitClass {
  readonly areaLimit: number;
}

interface Work {
  readonly index: PointIndex;
  /** By position. */
  readonly limitM: Float64Array;
  readonly table: PolygonTable;
  readonly rows: EdgeRows;
  readonly xyz: Float64Array;
  readonly runs: RunList;
}

function runsOfArea(work: Work, area: number, question: Question): void {
  const { index, table, rows } = work;
  const width = widthOf(table, area, question.upTo + question.areaLimit);
  if (width === null) {
    lookAtAll(work, area, question);
    return;
  }
  const { from, to } = rowsOfArea(index, table, area, width);
  for (let start = from; start < to; start = rows.endRow) {
    layEdges(rows, index, table, area, width, start, to);
    for (let row = start; row < rows.endRow; row++) runsOfRow(work, area, question, row, takeRow(rows, row));
  }
}

/**
 * How many degrees a length reaches from anywhere in the area: in latitude as in ellipsoid.ts; in longitude because the
 * chord to a meridian's half-plane, less than 90° away, is p sin(angle), where p, the distance from the axis, is least at
 * the highest latitude in reach. `null` near a pole, or where it reaches across the antimeridian.
 */
function widthOf({ boxes }: PolygonTable, area: number, lengthM: number): Width | null {
  const west = boxes[4 * area] as number;
  const south = boxes[4 * area + 1] as number;
  const east = boxes[4 * area + 2] as number;
  const north = boxes[4 * area + 3] as number;
  if (!(west <= east)) return { lng: 0, lat: 0 };
  const lat = latitudeReachDeg(lengthM);
  const highest = Math.max(Math.abs(south), Math.abs(north)) + lat;
  const sine = highest < 90 ? (lengthM * (1 + 1e-9)) / metresPerRadian(highest).east : 1;
  if (sine >= 1) return null;
  const lng = Math.asin(sine) / RADIANS + 1e-12;
  return west - lng >= -180 && east + lng <= 180 ? { lng, lat } : null;
}

/** NaN for a point of another class. */
function lengthAskedM({ above, upTo, areaLimit }: Question, limitM: number): number {
  return limitM > above && limitM <= upTo ? limitM + areaLimit : NaN;
}

function lookAtAll({ index, limitM, table, runs }: Work, area: number, question: Question): void {
  for (let k = 0; k < limitM.length; k++) {
    if (isBoundaryWithin(table, area, index.lng[k] as number, index.lat[k] as number, lengthAskedM(question, limitM[k] as number))) addRun(runs, area, k, k + 1);
  }
}

function runsOfRow(work: Work, area: number, question: Question, row: number, entries: RowEntries): void {
  const { lng, rowStart } = work.index;
  const end = rowStart[row + 1] as number;
  let position = rowStart[row] as number;
  let entry = 0;
  while (entry < entries.count && position < end) {
    const west = entries.west[entry] as number;
    let east = entries.east[entry] as number;
    let endEntry = entry + 1;
    for (; endEntry < entries.count && (entries.west[endEntry] as number) <= east; endEntry++) {
      if ((entries.east[endEntry] as number) > east) east = entries.east[endEntry] as number;
    }
    const from = firstAtLeast(lng, position, end, west);
    position = firstBeyond(lng, from, end, east);
    for (let k = from; k < position; k++) if (isNear(work, entries, entry, endEntry, k, question)) addRun(work.runs, area, k, k + 1);
    entry = endEntry;
  }
}

function isNear({ index, limitM, table, xyz }: Work, entries: RowEntries, from: number, to: number, k: number, question: Question): boolean {
  const lng = index.lng[k] as number;
  const lat = index.lat[k] as number;
  const distanceM = lengthAskedM(question, limitM[k] as number);
  if (!(distanceM > 0)) return false;
  writeEarthCentred(xyz, 0, lng, lat);
  for (let entry = from; entry < to && (entries.west[entry] as number) <= lng; entry++) {
    if ((entries.east[entry] as number) < lng) continue;
    if (isAnyEdgeWithin(table, entries.edge[entry] as number, entries.endEdge[entry] as number, lng, lat, xyz, distanceM)) return true;
  }
  return false;
}

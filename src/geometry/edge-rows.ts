import type { PointIndex } from './point-index.ts';
import type { AreaTable } from './rings.ts';
import { CHAIN_EDGES } from './rings.ts';

/*
 * The edges of one area, laid into the rows of a point index. An entry is a run of consecutive edges (a chain, or one
 * edge of a chain that passes many rows) with an interval of longitudes; no point of the row outside that interval
 * lies on the run, or, when edges are widened, within the width of it.
 *
 * In a row from latitude s to n a single edge takes only the part between its crossings with s and n, which are
 * interpolated as x1 + t·dx. With u = 2^-53: t = (y - y1) / dy errs by at most 3u of itself and is at most 1 + 3u; the
 * product and dx add 2u, the sum u of its size. So the error stays below 7u (|x1| + |x2|), and the interval is widened
 * by 16u of that. Where it is not clipped, it is exact.
 */
const INTERPOLATION_ERROR = 16 * 2 ** -53;

/** Entries of consecutive rows, linked by row; and, copied out of it, one row's entries by ascending west end. */
export interface EdgeRows {
  firstRow: number;
  endRow: number;
  /** By row - firstRow: its latest entry, or -1; by entry: the one before, or -1. */
  head: Int32Array;
  before: Int32Array;
  count: number;
  west: Float64Array;
  east: Float64Array;
  /** First edge, the edge after the last, and the ring. */
  edge: Uint32Array;
  endEdge: Uint32Array;
  ring: Uint32Array;
  row: RowEntries;
}

export interface RowEntries {
  count: number;
  west: Float64Array;
  east: Float64Array;
  edge: Uint32Array;
  endEdge: Uint32Array;
  ring: Uint32Array;
}

/** Scratch that is used again from area to area. */
export function emptyEdgeRows(): EdgeRows {
  return { firstRow: 0, endRow: 0, head: new Int32Array(0), before: new Int32Array(0), count: 0, ...entryArrays(0), row: { count: 0, ...entryArrays(0) } };
}

function entryArrays(length: number): Omit<RowEntries, 'count'> {
  return {
    west: new Float64Array(length),
    east: new Float64Array(length),
    edge: new Uint32Array(length),
    endEdge: new Uint32Array(length),
    ring: new Uint32Array(length),
  };
}

/** By how much edges are widened, degrees. */
export interface Width {
  readonly lng: number;
  readonly lat: number;
}

export const NO_WIDTH: Width = { lng: 0, lat: 0 };

/** The rows that an area reaches into, from the first to the one after the last. */
export function rowsOfArea(index: PointIndex, table: AreaTable, area: number, width: Width): { from: number; to: number } {
  const south = (table.boxes[4 * area + 1] as number) - width.lat;
  const north = (table.boxes[4 * area + 3] as number) + width.lat;
  const from = firstRowReaching(index.north, south);
  return { from, to: Math.max(from, firstRowReaching(index.south, north, true)) };
}

/** The first row whose value is at least `limit` (or beyond it); values ascend. */
export function firstRowReaching(values: Float64Array, limit: number, beyond = false): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const value = values[middle] as number;
    if (value < limit || (beyond && value === limit)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Room for this many entries; an area whose long edges would need more is taken in bands of rows. */
const LEAST_ROOM = 1 << 12;

/**
 * Lays the area's edges into rows from `from` on; the result tells at which row it had to stop (`endRow`). One row always
 * fits, since no row gets more entries than the area has edges.
 */
export function layEdges(rows: EdgeRows, index: PointIndex, table: AreaTable, area: number, width: Width, from: number, to: number): void {
  makeRoom(rows, table, area, to - from);
  for (let end = to; ; end = from + Math.max(1, (end - from) >> 1)) {
    rows.firstRow = from;
    rows.endRow = end;
    rows.count = 0;
    rows.head.fill(-1, 0, end - from);
    if (layInto(rows, index, table, area, width)) return;
  }
}

function makeRoom(rows: EdgeRows, table: AreaTable, area: number, rowCount: number): void {
  if (rows.head.length < rowCount) rows.head = new Int32Array(rowCount);
  const firstRing = table.polygonStart[table.areaStart[area] as number] as number;
  const endRing = table.polygonStart[table.areaStart[area + 1] as number] as number;
  const edges = (table.ringStart[endRing] as number) - (table.ringStart[firstRing] as number);
  const room = Math.max(2 * edges, LEAST_ROOM);
  if (rows.before.length >= room) return;
  rows.before = new Int32Array(room);
  Object.assign(rows, entryArrays(room));
  rows.row = { count: 0, ...entryArrays(room) };
}

/** A chain that reaches into no more rows is laid into each as a whole: cheaper than to look at its edges. */
const MOST_ROWS_AS_ONE = 4;

function layInto(rows: EdgeRows, index: PointIndex, table: AreaTable, area: number, width: Width): boolean {
  const { chainBoxes, chainStart, ringStart } = table;
  const endRing = table.polygonStart[table.areaStart[area + 1] as number] as number;
  const { firstRow, endRow } = rows;
  const { south, north } = index;
  let hint = firstRow;
  for (let ring = table.polygonStart[table.areaStart[area] as number] as number; ring < endRing; ring++) {
    const lastEdge = (ringStart[ring + 1] as number) - 1;
    const endChain = chainStart[ring + 1] as number;
    let edge = ringStart[ring] as number;
    for (let chain = chainStart[ring] as number; chain < endChain; chain++, edge += CHAIN_EDGES) {
      const low = (chainBoxes[4 * chain + 1] as number) - width.lat;
      const high = (chainBoxes[4 * chain + 3] as number) + width.lat;
      // Chains follow each other, so the row is found by a few steps from the last one.
      while (hint > firstRow && (north[hint - 1] as number) >= low) hint--;
      while (hint < endRow && (north[hint] as number) < low) hint++;
      if (hint >= endRow || (south[hint] as number) > high) continue;
      const endEdge = Math.min(edge + CHAIN_EDGES, lastEdge);
      const beyond = Math.min(hint + MOST_ROWS_AS_ONE, endRow);
      if (beyond === endRow || (south[beyond] as number) > high) {
        const west = (chainBoxes[4 * chain] as number) - width.lng;
        const east = (chainBoxes[4 * chain + 2] as number) + width.lng;
        for (let row = hint; row < beyond && (south[row] as number) <= high; row++) {
          if (!addEntry(rows, row, west, east, edge, endEdge, ring)) return false;
        }
      } else if (!layEachEdge(rows, index, table.coords, width, edge, endEdge, ring, hint)) return false;
    }
  }
  return true;
}

function layEachEdge(rows: EdgeRows, { south, north }: PointIndex, coords: Float64Array, width: Width, from: number, to: number, ring: number, start: number): boolean {
  const { firstRow, endRow } = rows;
  let hint = start;
  for (let edge = from; edge < to; edge++) {
    const x1 = coords[2 * edge] as number;
    const y1 = coords[2 * edge + 1] as number;
    const x2 = coords[2 * edge + 2] as number;
    const y2 = coords[2 * edge + 3] as number;
    const low = Math.min(y1, y2) - width.lat;
    const high = Math.max(y1, y2) + width.lat;
    while (hint > firstRow && (north[hint - 1] as number) >= low) hint--;
    while (hint < endRow && (north[hint] as number) < low) hint++;
    const rounding = INTERPOLATION_ERROR * (Math.abs(x1) + Math.abs(x2));
    for (let row = hint; row < endRow && (south[row] as number) <= high; row++) {
      let west = Math.min(x1, x2);
      let east = Math.max(x1, x2);
      const rowLow = (south[row] as number) - width.lat;
      const rowHigh = (north[row] as number) + width.lat;
      if (y1 !== y2 && (Math.min(y1, y2) < rowLow || Math.max(y1, y2) > rowHigh)) {
        const a = longitudeAt(x1, y1, x2, y2, rowLow);
        const b = longitudeAt(x1, y1, x2, y2, rowHigh);
        west = Math.max(west, Math.min(a, b) - rounding);
        east = Math.min(east, Math.max(a, b) + rounding);
      }
      if (!addEntry(rows, row, west - width.lng, east + width.lng, edge, edge + 1, ring)) return false;
    }
  }
  return true;
}

/** Where the edge, which is not level, crosses a latitude; its nearer end where it does not reach it. */
function longitudeAt(x1: number, y1: number, x2: number, y2: number, lat: number): number {
  const t = (lat - y1) / (y2 - y1);
  return t <= 0 ? x1 : t >= 1 ? x2 : x1 + t * (x2 - x1);
}

/** Edges that follow on from the row's latest entry join it: they share a vertex, so no interval comes between them. */
function addEntry(rows: EdgeRows, row: number, west: number, east: number, edge: number, endEdge: number, ring: number): boolean {
  const latest = rows.head[row - rows.firstRow] as number;
  if (latest !== -1 && rows.endEdge[latest] === edge) {
    if (west < (rows.west[latest] as number)) rows.west[latest] = west;
    if (east > (rows.east[latest] as number)) rows.east[latest] = east;
    rows.endEdge[latest] = endEdge;
    return true;
  }
  const entry = rows.count;
  if (entry === rows.before.length) return false;
  rows.before[entry] = latest;
  rows.head[row - rows.firstRow] = entry;
  rows.west[entry] = west;
  rows.east[entry] = east;
  rows.edge[entry] = edge;
  rows.endEdge[entry] = endEdge;
  rows.ring[entry] = ring;
  rows.count++;
  return true;
}

/** More entries than this are sorted by comparison before they are inserted. */
const FEW = 48;

/** Copies one row's entries to `rows.row`, by ascending west end. */
export function takeRow(rows: EdgeRows, row: number): RowEntries {
  const sorted = rows.row;
  sorted.count = 0;
  for (let entry = rows.head[row - rows.firstRow] as number; entry !== -1; entry = rows.before[entry] as number) {
    insertEntry(sorted, rows, entry);
    if (sorted.count > FEW) {
      takeManyEntries(rows, row);
      break;
    }
  }
  return sorted;
}

function takeManyEntries(rows: EdgeRows, row: number): void {
  const entries: number[] = [];
  for (let entry = rows.head[row - rows.firstRow] as number; entry !== -1; entry = rows.before[entry] as number) entries.push(entry);
  entries.sort((a, b) => (rows.west[a] as number) - (rows.west[b] as number));
  rows.row.count = 0;
  for (const entry of entries) insertEntry(rows.row, rows, entry);
}

function insertEntry(sorted: RowEntries, rows: EdgeRows, entry: number): void {
  const west = rows.west[entry] as number;
  let at = sorted.count;
  for (; at > 0 && (sorted.west[at - 1] as number) > west; at--) {
    sorted.west[at] = sorted.west[at - 1] as number;
    sorted.east[at] = sorted.east[at - 1] as number;
    sorted.edge[at] = sorted.edge[at - 1] as number;
    sorted.endEdge[at] = sorted.endEdge[at - 1] as number;
    sorted.ring[at] = sorted.ring[at - 1] as number;
  }
  sorted.west[at] = west;
  sorted.east[at] = rows.east[entry] as number;
  sorted.edge[at] = rows.edge[entry] as number;
  sorted.endEdge[at] = rows.endEdge[entry] as number;
  sorted.ring[at] = rows.ring[entry] as number;
  sorted.count++;
}

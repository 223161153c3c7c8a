import type { Lists } from './lists.ts';
import { listsByKey } from './lists.ts';

/**
 * Latitude cut into rows of equal height. `rowOf` never decreases with latitude, also in floating point, so whatever
 * reaches from latitude a to b is found in the rows from `rowOf(a)` to `rowOf(b)`: exact without any tolerance.
 */
export interface Rows {
  readonly south: number;
  readonly perDegree: number;
  readonly count: number;
}

export function rowsOver(south: number, north: number, count: number): Rows {
  const height = north - south;
  return height > 0 && count > 1 ? { south, perDegree: count / height, count } : { south, perDegree: 0, count: 1 };
}

/** Latitudes beyond the ends belong to the first or the last row. */
export function rowOf(rows: Rows, lat: number): number {
  const row = Math.floor((lat - rows.south) * rows.perDegree);
  return row > 0 ? Math.min(row, rows.count - 1) : 0;
}

/** Points by row of latitude, about two in each; points without coordinates are in none. */
export interface PointRows extends Lists {
  readonly rows: Rows;
}

export function pointRows(lng: Float64Array, lat: Float64Array): PointRows {
  let [south, north] = [Infinity, -Infinity];
  for (const value of lat) {
    if (value < south) south = value;
    if (value > north) north = value;
  }
  const rows = rowsOver(south, north, lat.length >> 1);
  const keys = Int32Array.from(lat, (value, i) => (Number.isNaN(value) || Number.isNaN(lng[i] as number) ? -1 : rowOf(rows, value)));
  return { rows, ...listsByKey(keys, rows.count) };
}

/** Where in `points.items` those between two latitudes lie; the ends may hold some that are just beyond. */
export function rowRange(points: PointRows, south: number, north: number): { from: number; to: number } {
  return {
    from: points.offsets[rowOf(points.rows, south)] as number,
    to: points.offsets[rowOf(points.rows, north) + 1] as number,
  };
}

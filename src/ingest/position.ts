import type { LngLat } from '../domain/place.ts';
import { fold } from './columns/fold.ts';
import type { Column, Columns } from './columns/match-columns.ts';
import { gridOf, SHIFTED_UNCERTAINTY_M, type Crs } from './datum/crs.ts';
import { isProjected, toWgs84 } from './datum/to-wgs84.ts';
import { angleOfParts, MAX_LAT, MAX_LNG, parseCoordinate, splitPair, type Axis } from './degrees.ts';
import { pointCells } from './points-table.ts';
import { problem, type Problem } from './problem.ts';
import { blame, cellOf, disagreement, entriesOf, entryOf, type Entry, type Row } from './row.ts';

export type PositionField = 'lon' | 'lat' | 'lngLat' | 'lonDeg' | 'lonMin' | 'lonSec' | 'latDeg' | 'latMin' | 'latSec';

/** Two numbers as they stand in the file, of whatever system: under the longitude (or X) and under the latitude (or Y). */
export type RawPosition = readonly [x: number, y: number];

/** One coordinate as written, and the cell it was written in. */
interface Written {
  readonly entry: Entry;
  readonly text: string;
}

/** The position, WGS84; `null` when there is none, and when it can't be right (then the row has a fault). */
export function positionOf<Field extends string>(row: Row<Field | PositionField>): LngLat | null {
  const raw = rawPositionOf(row);
  return raw === null ? null : settled(row, row.isSwapped ? [raw[1], raw[0]] : raw, row.crs);
}

/** The accuracy of a position that was converted, m: a shifted datum adds its own doubt. */
export function accuracyIn<M extends number | null>(crs: Crs, accuracyM: M): M | number {
  return accuracyM !== null && (crs === 'gcj02' || crs === 'bd09') ? Math.max(accuracyM, SHIFTED_UNCERTAINTY_M) : accuracyM;
}

const DIGIT_0 = 0x30;
const POINT = 0x2e;
/** Digits that a whole number holds exactly; the quotient of two such numbers is the nearest to the decimal, as `Number` gives it. */
const MOST_DIGITS = 15;
const POWERS_OF_TEN = Array.from({ length: MOST_DIGITS + 1 }, (_, k) => 10 ** k);

/** The number of a cell that is nothing but digits and a point, as nearly every cell of a coordinate is; else NaN. */
function plainDegrees(cell: string): number {
  if (cell.length > MOST_DIGITS + 1) return NaN;
  let [digits, pointAt] = [0, -1];
  for (let k = 0; k < cell.length; k += 1) {
    const code = cell.charCodeAt(k);
    if (code === POINT && pointAt < 0 && k > 0) pointAt = k;
    else if (code >= DIGIT_0 && code <= DIGIT_0 + 9) digits = digits * 10 + (code - DIGIT_0);
    else return NaN;
  }
  const decimals = pointAt < 0 ? 0 : cell.length - 1 - pointAt;
  return decimals === 0 ? NaN : digits / (POWERS_OF_TEN[decimals] ?? NaN);
}

/** Reads the numbers of a position; for a table with one plain column of each, the quick way. */
export function rawPositionReader<Field extends string>(columns: Columns<Field | PositionField>, isGeoJson: boolean): (row: Row<Field | PositionField>) => RawPosition | null {
  const [lon, otherLon] = columns.get('lon') ?? [];
  const [lat, otherLat] = columns.get('lat') ?? [];
  const isPlain = lon !== undefined && lat !== undefined && otherLon === undefined && otherLat === undefined && lon.rank === lat.rank;
  if (!isPlain || isGeoJson || columns.has('lonDeg')) return rawPositionOf;
  return (row) => {
    const x = plainDegrees(row.cells[lon.index] ?? '');
    const y = plainDegrees(row.cells[lat.index] ?? '');
    return !Number.isNaN(x) && !Number.isNaN(y) ? [x, y] : rawPositionOf(row);
  };
}

export function rawPositionOf<Field extends string>(row: Row<Field | PositionField>): RawPosition | null {
  const pair = pairOfPoint(row) ?? pairOfParts(row) ?? pairOf(row);
  if (pair === null) return null;
  const x = numberIn(row, pair[0], 'lng');
  if (x === null) return null;
  const y = numberIn(row, pair[1], 'lat');
  return y === null ? null : [x, y];
}

function numberIn(row: Row<PositionField>, { entry, text }: Written, axis: Axis): number | null {
  const read = parseCoordinate(cellOf(entry).column, text, axis);
  return typeof read === 'number' ? read : blame(row, entry, read);
}

/** The numbers of a row in a known system as WGS84; else the row is blamed on the cell that can't be right. */
export function settled<Field extends string>(row: Row<Field | PositionField>, [x, y]: RawPosition, crs: Crs): LngLat | null {
  if (x === 0 && y === 0) return [0, 0];
  const misplaced = whyNot(crs, x, y);
  if (misplaced === null) return toWgs84(crs, x, y);
  const pair = pairOfPoint(row) ?? pairOfParts(row) ?? pairOf(row);
  const written = pair?.[misplaced.axis === 'lng' ? 0 : 1];
  if (written === undefined) throw new Error(`settled: got a position (${x}, ${y}) from a row without coordinates`);
  return blame(row, written.entry, misplaced.because(cellOf(written.entry)));
}

/** Whether two numbers can't be a position of a system. */
export function isMisplaced(crs: Crs, x: number, y: number): boolean {
  return whyNot(crs, x, y) !== null;
}

interface Misplaced {
  readonly axis: Axis;
  readonly because: (cell: { readonly column: string; readonly value: string }) => Problem;
}

/** Why two numbers can't be a position of a system. */
function whyNot(crs: Crs, x: number, y: number): Misplaced | null {
  if (gridOf(crs) !== null) {
    const isOff = toWgs84(crs, x, y) === null;
    return isOff ? { axis: 'lng', because: (cell) => problem('coordinate-not-of-grid', { ...cell, crs }) } : null;
  }
  if (isProjected(x)) return { axis: 'lng', because: (cell) => problem('coordinate-projected', cell) };
  if (isProjected(y)) return { axis: 'lat', because: (cell) => problem('coordinate-projected', cell) };
  if (Math.abs(y) > MAX_LAT && Math.abs(y) <= MAX_LNG && Math.abs(x) <= MAX_LAT) {
    return { axis: 'lat', because: (cell) => problem('coordinates-swapped', cell) };
  }
  if (Math.abs(x) > MAX_LNG) return { axis: 'lng', because: (cell) => problem('coordinate-out-of-range', { ...cell, limit: MAX_LNG }) };
  return Math.abs(y) > MAX_LAT ? { axis: 'lat', because: (cell) => problem('coordinate-out-of-range', { ...cell, limit: MAX_LAT }) } : null;
}

/** What a fault calls the cell of a coordinate that stands in no column. */
const GEOMETRY: Column = { index: -1, header: 'geometry', rank: 0, quantity: null, unit: null, unitAssumed: false };

/** Longitude and latitude from the feature's own point, which goes before any column. */
function pairOfPoint({ feature }: Row<string>): readonly [Written, Written] | null {
  const cells = feature === null ? null : pointCells(feature.geometry);
  if (cells === null) return null;
  const [lng, lat] = cells.map((value) => ({ entry: { column: GEOMETRY, value }, text: value }));
  return lng === undefined || lat === undefined ? null : [lng, lat];
}

/** Degrees, minutes and seconds in columns of their own. */
function pairOfParts(row: Row<PositionField>): readonly [Written, Written] | null {
  if (!row.columns.has('lonDeg') || !row.columns.has('latDeg')) return null;
  const lng = partsOf(row, ['lonDeg', 'lonMin', 'lonSec']);
  const lat = partsOf(row, ['latDeg', 'latMin', 'latSec']);
  return lng === null || lat === null ? null : [lng, lat];
}

function partsOf(row: Row<PositionField>, [degrees, minutes, seconds]: readonly [PositionField, PositionField, PositionField]): Written | null {
  const entry = entryOf(row, degrees);
  if (entry === null) return null;
  const part = (field: PositionField): string | null => entryOf(row, field)?.value ?? null;
  return { entry, text: angleOfParts(entry.value, part(minutes), part(seconds)) };
}

/** Longitude and latitude, from two columns or from one that holds both. */
function pairOf(row: Row<PositionField>): readonly [Written, Written] | null {
  const faultsBefore = row.faults.length;
  const lng = agreed(row, 'lon');
  const lat = agreed(row, 'lat');
  if (row.faults.length > faultsBefore) return null;
  // A longitude and the Y of a grid are no pair: both must stand in columns of one rank.
  if (lng !== null && lat !== null && lng.column.rank === lat.column.rank) {
    return [{ entry: lng, text: lng.value }, { entry: lat, text: lat.value }];
  }
  const both = entryOf(row, 'lngLat');
  if (both !== null) {
    const parts = splitPair(both.value);
    if (parts !== null) return [{ entry: both, text: parts[0] }, { entry: both, text: parts[1] }];
    const why = parseCoordinate(both.column.header, both.value, 'lng');
    return blame(row, both, typeof why === 'number' ? problem('coordinate-unreadable', cellOf(both)) : why);
  }
  // Some write the pair into the first of two columns.
  const pair = lng !== null && lat === null ? splitPair(lng.value) : null;
  if (lng !== null && pair !== null) return [{ entry: lng, text: pair[0] }, { entry: lng, text: pair[1] }];
  if (lng !== null && (lat === null || lng.column.rank < lat.column.rank)) {
    return blame(row, lng, problem('coordinate-incomplete', { ...cellOf(lng), missing: 'lat' }));
  }
  if (lat !== null) return blame(row, lat, problem('coordinate-incomplete', { ...cellOf(lat), missing: 'lon' }));
  return null;
}

function agreed(row: Row<PositionField>, field: PositionField): Entry | null {
  const [first, ...others] = entriesOf(row, field);
  if (first === undefined) return null;
  const other = others.find(({ value }) => fold(value) !== fold(first.value));
  return other === undefined ? first : blame(row, first, disagreement(first, other));
}

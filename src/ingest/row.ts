import type { Issue } from '../domain/issue.ts';
import type { LngLat } from '../domain/place.ts';
import { fold, saysNothing } from './columns/fold.ts';
import type { Column, Columns } from './columns/match-columns.ts';
import { sameUnit, toStandard, type Unit } from './columns/units.ts';
import type { Vocabulary } from './columns/words.ts';
import { MAX_LAT, MAX_LNG, parseDegrees, splitPair } from './degrees.ts';
import type { Feature } from './geojson.ts';
import { parseNumber, parseQuantity } from './numbers.ts';
import { pointCells } from './points-table.ts';
import { cellIssue, problem, type Problem } from './problem.ts';
import type { TableRecord } from './read-table.ts';

/** Why a row must be set aside, and the cell that is to blame. */
export interface Fault extends Problem {
  readonly column?: string;
  readonly value?: string;
}

/**
 * One record being read. The rule throughout: a blank cell is unknown; a *word* that can't be read is unknown too, with an
 * issue; a *number* that can't be read sets the whole row aside, since nothing tells what else is wrong with it.
 */
export interface Row<Field extends string> {
  readonly number: number;
  readonly file: string;
  readonly original: Readonly<Record<string, string>>;
  readonly cells: readonly string[];
  /** The GeoJSON feature that the record is, else `null`. */
  readonly feature: Feature | null;
  readonly columns: Columns<Field>;
  readonly issues: Issue[];
  readonly faults: Fault[];
}

export function openRow<Field extends string>(file: string, columns: Columns<Field>, record: TableRecord): Row<Field> {
  const { row, cells, original, feature = null } = record;
  return { number: row, file, original, cells, feature, columns, issues: [], faults: [] };
}

/** A filled cell, trimmed, with the column it stands in. */
export interface Entry {
  readonly column: Column;
  readonly value: string;
}

/** The filled cells of a field in the best rank with one; several only when several columns mean the same. */
export function entriesOf<Field extends string>(row: Row<Field>, field: Field): readonly Entry[] {
  const entries: Entry[] = [];
  for (const column of row.columns.get(field) ?? []) {
    if (entries[0] !== undefined && entries[0].column.rank !== column.rank) break;
    const value = (row.cells[column.index] ?? '').trim();
    if (!saysNothing(value)) entries.push({ column, value });
  }
  return entries;
}

/** The first filled cell of a field. */
export function entryOf<Field extends string>(row: Row<Field>, field: Field): Entry | null {
  return entriesOf(row, field)[0] ?? null;
}

export function textOf<Field extends string>(row: Row<Field>, field: Field): string | null {
  return entryOf(row, field)?.value ?? null;
}

/** The record's own id, else that of its GeoJSON feature, which stands beside the properties (RFC 7946 §3.2). */
export function idOf<Field extends string>(row: Row<Field | 'id'>): string | null {
  return textOf(row, 'id') ?? row.feature?.id ?? null;
}

/** Sets the row aside because of a cell. */
export function blame(row: Row<string>, { column, value }: Entry, because: Problem): null {
  row.faults.push({ ...because, column: column.header, value });
  return null;
}

export function note(row: Row<string>, column: string, because: Problem): null {
  row.issues.push(cellIssue(column, because));
  return null;
}

export const cellOf = ({ column, value }: Entry) => ({ column: column.header, value });

/** A word of a closed list; an unknown word, or two columns that contradict each other, is unknown with an issue. */
export function wordOf<Field extends string, Word>(row: Row<Field>, field: Field, vocabulary: Vocabulary<Word>): Word | null {
  const [first, ...others] = entriesOf(row, field);
  if (first === undefined) return null;
  const word = vocabulary(first.value);
  if (word === null) return note(row, first.column.header, problem('word-unreadable', cellOf(first)));
  const other = others.find(({ value }) => vocabulary(value) !== word);
  return other === undefined ? word : note(row, first.column.header, disagreement(first, other));
}

interface NumberKind {
  readonly unreadable: 'number-unreadable' | 'capacity-unreadable';
  readonly negative: 'number-negative' | 'capacity-negative';
  /** The part of the cell that is the number. */
  readonly partOf: (cell: string) => string;
}

const ANY_NUMBER: NumberKind = { unreadable: 'number-unreadable', negative: 'number-negative', partOf: (cell) => cell };

/** A number of at least 0 in the field's standard unit. */
export function numberOf<Field extends string>(row: Row<Field>, field: Field, kind: NumberKind = ANY_NUMBER): number | null {
  let chosen: { readonly entry: Entry; readonly number: number; readonly unit: Unit | null } | null = null;
  for (const entry of entriesOf(row, field)) {
    const read = readNumber(entry, kind.partOf(entry.value));
    if (read === null) return blame(row, entry, problem(kind.unreadable, cellOf(entry)));
    if ('code' in read) return blame(row, entry, read);
    if (read.number < 0) return blame(row, entry, problem(kind.negative, cellOf(entry)));
    if (chosen === null) chosen = { entry, ...read };
    // Nominal sizes in two units never convert exactly (58 MW is sold as 80 t/h): only like is held against like.
    else if (sameScale(chosen.unit, read.unit) && chosen.number !== read.number) {
      return blame(row, chosen.entry, disagreement(chosen.entry, entry));
    }
  }
  return chosen?.number ?? null;
}

function sameScale(a: Unit | null, b: Unit | null): boolean {
  return a === null || b === null ? a === b : sameUnit(a, b);
}

function readNumber({ column, value }: Entry, part: string): { readonly number: number; readonly unit: Unit | null } | Problem | null {
  const { quantity, unit } = column;
  if (quantity === null || unit === null) {
    const number = parseNumber(part);
    return number === null ? null : { number, unit: null };
  }
  const read = parseQuantity(part, quantity);
  if (read === null) return null;
  if (read.unit !== null && !column.unitAssumed && !sameUnit(read.unit, unit)) {
    return problem('unit-conflict', { column: column.header, value, unit: unit.name });
  }
  const counts = read.unit ?? unit;
  return { number: toStandard(read.value, counts), unit: counts };
}

type PositionField = 'lon' | 'lat' | 'lngLat';

/** One coordinate as written, and the cell it was written in. */
interface Degrees {
  readonly entry: Entry;
  readonly text: string;
}

/** The position, WGS84; `null` when there is none, and when it can't be right (then the row has a fault). */
export function positionOf<Field extends string>(row: Row<Field | PositionField>): LngLat | null {
  const pair = pairOfPoint(row) ?? pairOf(row);
  if (pair === null) return null;
  const [lngCell, latCell] = [cellOf(pair[0].entry), cellOf(pair[1].entry)];
  const lng = parseDegrees(lngCell.column, pair[0].text, 'lng');
  if (typeof lng !== 'number') return blame(row, pair[0].entry, lng);
  const lat = parseDegrees(latCell.column, pair[1].text, 'lat');
  if (typeof lat !== 'number') return blame(row, pair[1].entry, lat);

  if (Math.abs(lat) > MAX_LAT && Math.abs(lat) <= MAX_LNG && Math.abs(lng) <= MAX_LAT) {
    return blame(row, pair[1].entry, problem('coordinates-swapped', latCell));
  }
  if (Math.abs(lng) > MAX_LNG) return blame(row, pair[0].entry, problem('coordinate-out-of-range', { ...lngCell, limit: MAX_LNG }));
  if (Math.abs(lat) > MAX_LAT) return blame(row, pair[1].entry, problem('coordinate-out-of-range', { ...latCell, limit: MAX_LAT }));
  return [lng, lat];
}

/** What a fault calls the cell of a coordinate that stands in no column. */
const GEOMETRY: Column = { index: -1, header: 'geometry', rank: 0, quantity: null, unit: null, unitAssumed: false };

/** Longitude and latitude from the feature's own point, which goes before any column. */
function pairOfPoint({ feature }: Row<string>): readonly [Degrees, Degrees] | null {
  const cells = feature === null ? null : pointCells(feature.geometry);
  if (cells === null) return null;
  const [lng, lat] = cells.map((value) => ({ entry: { column: GEOMETRY, value }, text: value }));
  return lng === undefined || lat === undefined ? null : [lng, lat];
}

/** Longitude and latitude, from two columns or from one that holds both. */
function pairOf(row: Row<PositionField>): readonly [Degrees, Degrees] | null {
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
    const why = parseDegrees(both.column.header, both.value, 'lng');
    return blame(row, both, typeof why === 'number' ? problem('coordinate-unreadable', cellOf(both)) : why);
  }
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

export function disagreement(first: Entry, other: Entry): Problem {
  return problem('columns-disagree', { ...cellOf(first), other: other.column.header, otherValue: other.value });
}

const DIVISION_CODE = /^\d{6}(?:\d{3}|\d{6})?$/u;

/** A code without the ".0" that a spreadsheet hangs on to a number. */
export function codeDigits(cell: string): string {
  return fold(cell).replace(/\.0+$/u, '');
}

/** GB/T 2260, six digits; a township's nine or twelve are cut to its county's. */
export function divisionCodeOf<Field extends string>(row: Row<Field | 'divisionCode'>): string | null {
  const entry = entryOf(row, 'divisionCode');
  if (entry === null) return null;
  const code = codeDigits(entry.value);
  if (DIVISION_CODE.test(code)) return code.slice(0, 6);
  return note(row, entry.column.header, problem('division-code-unreadable', cellOf(entry)));
}

/** 9.11405E+17: what a spreadsheet leaves of an eighteen-digit code. Two different firms look alike in it. */
const POWER_OF_TEN = /^\d(?:\.\d+)?e\+?\d+$/iu;

export function creditCodeOf<Field extends string>(row: Row<Field | 'creditCode'>): string | null {
  const entry = entryOf(row, 'creditCode');
  if (entry === null) return null;
  const code = fold(entry.value).toUpperCase();
  if (!POWER_OF_TEN.test(code)) return code;
  return note(row, entry.column.header, problem('credit-code-damaged', cellOf(entry)));
}

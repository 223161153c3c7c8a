import type { Issue } from '../domain/issue.ts';
import type { LngLat } from '../domain/place.ts';
import { fold, saysNothing } from './columns/fold.ts';
import { sameUnit, toStandard, type Unit } from './columns/units.ts';
import type { Vocabulary } from './columns/words.ts';
import { MAX_LAT, MAX_LNG, parseDegrees, splitPair } from './degrees.ts';
import { parseNumber, parseQuantity } from './numbers.ts';
import { cellIssue, problem, type Problem } from './problem.ts';
import type { TableRecord } from './read-table.ts';
import type { Column, Columns } from './sheet.ts';

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
  readonly columns: Columns<Field>;
  readonly issues: Issue[];
  readonly faults: Fault[];
}

export function openRow<Field extends string>(
  { file, columns }: { readonly file: string; readonly columns: Columns<Field> },
  { row, cells }: TableRecord,
  original: Readonly<Record<string, string>>,
): Row<Field> {
  return { number: row, file, original, cells, columns, issues: [], faults: [] };
}

/** A filled cell, trimmed, with the column it stands in. */
export interface Entry {
  readonly column: Column;
  readonly value: string;
}

/** The filled cells of a field; several only when several columns mean the same. */
function entriesOf<Field extends string>(row: Row<Field>, field: Field): readonly Entry[] {
  const entries: Entry[] = [];
  for (const column of row.columns.get(field) ?? []) {
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

/** Sets the row aside because of a cell. */
export function blame(row: Row<string>, { column, value }: Entry, because: Problem): null {
  row.faults.push({ ...because, column: column.header, value });
  return null;
}

export function note(row: Row<string>, column: string, because: Problem): null {
  row.issues.push(cellIssue(column, because));
  return null;
}

const cellOf = ({ column, value }: Entry) => ({ column: column.header, value });

/** A word of a closed list; an unknown word, or two columns that contradict each other, is unknown with an issue. */
export function wordOf<Field extends string, Word>(row: Row<Field>, field: Field, vocabulary: Vocabulary<Word>): Word | null {
  const [first, ...others] = entriesOf(row, field);
  if (first === undefined) return null;
  const word = vocabulary(first.value);
  if (word === null) return note(row, first.column.header, problem('word-unreadable', cellOf(first)));
  const other = others.find(({ value }) => vocabulary(value) !== word);
  return other === undefined ? word : note(row, first.column.header, disagreement(first, other));
}

interface Limits {
  readonly unreadable: 'number-unreadable' | 'capacity-unreadable';
  readonly negative: 'number-negative' | 'capacity-negative';
}

const ANY_NUMBER: Limits = { unreadable: 'number-unreadable', negative: 'number-negative' };

/** A number of at least 0 in the field's standard unit. */
export function numberOf<Field extends string>(row: Row<Field>, field: Field, limits: Limits = ANY_NUMBER): number | null {
  let chosen: { readonly entry: Entry; readonly number: number; readonly unit: Unit | null } | null = null;
  for (const entry of entriesOf(row, field)) {
    const read = readNumber(entry);
    if (read === null) return blame(row, entry, problem(limits.unreadable, cellOf(entry)));
    if ('code' in read) return blame(row, entry, read);
    if (read.number < 0) return blame(row, entry, problem(limits.negative, cellOf(entry)));
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

function readNumber({ column, value }: Entry): { readonly number: number; readonly unit: Unit | null } | Problem | null {
  const { quantity, unit } = column;
  if (quantity === undefined || unit === null) {
    const number = parseNumber(value);
    return number === null ? null : { number, unit: null };
  }
  const read = parseQuantity(value, quantity);
  if (read === null) return null;
  if (read.unit !== null && !column.unitAssumed && !sameUnit(read.unit, unit)) {
    return problem('unit-conflict', { column: column.header, value, unit: unit.name });
  }
  const counts = read.unit ?? unit;
  return { number: toStandard(read.value, counts), unit: counts };
}

type PositionField = 'lon' | 'lat' | 'lngLat';

/** The position, WGS84; `null` when there is none, and when it can't be right (then the row has a fault). */
export function positionOf<Field extends string>(row: Row<Field | PositionField>): LngLat | null {
  const pair = pairOf(row);
  if (pair === null) return null;
  const [lng, lat] = [readDegrees(row, pair[0]), readDegrees(row, pair[1])];
  if (lng === null || lat === null) return null;
  if (Math.abs(lat) > MAX_LAT && Math.abs(lat) <= MAX_LNG && Math.abs(lng) <= MAX_LAT) {
    return blame(row, pair[1], problem('coordinates-swapped', cellOf(pair[1])));
  }
  if (Math.abs(lng) > MAX_LNG) return blame(row, pair[0], problem('coordinate-out-of-range', { ...cellOf(pair[0]), limit: MAX_LNG }));
  if (Math.abs(lat) > MAX_LAT) return blame(row, pair[1], problem('coordinate-out-of-range', { ...cellOf(pair[1]), limit: MAX_LAT }));
  return [lng, lat];
}

/** The cells of longitude and latitude, from two columns or from one that holds both. */
function pairOf(row: Row<PositionField>): readonly [Entry, Entry] | null {
  const lng = agreed(row, 'lon');
  const lat = agreed(row, 'lat');
  if (row.faults.length > 0) return null;
  if (lng !== null && lat !== null) return [lng, lat];
  const both = entryOf(row, 'lngLat');
  if (both !== null) {
    const parts = splitPair(both.value);
    if (parts !== null) return [{ ...both, value: parts[0] }, { ...both, value: parts[1] }];
    const why = parseDegrees(both.column.header, both.value);
    return blame(row, both, typeof why === 'number' ? problem('coordinate-unreadable', cellOf(both)) : why);
  }
  if (lng !== null) return blame(row, lng, problem('coordinate-incomplete', { ...cellOf(lng), missing: 'lat' }));
  if (lat !== null) return blame(row, lat, problem('coordinate-incomplete', { ...cellOf(lat), missing: 'lon' }));
  return null;
}

function agreed(row: Row<PositionField>, field: PositionField): Entry | null {
  const [first, ...others] = entriesOf(row, field);
  if (first === undefined) return null;
  const other = others.find(({ value }) => fold(value) !== fold(first.value));
  return other === undefined ? first : blame(row, first, disagreement(first, other));
}

function readDegrees(row: Row<string>, entry: Entry): number | null {
  const read = parseDegrees(entry.column.header, entry.value);
  return typeof read === 'number' ? read : blame(row, entry, read);
}

function disagreement(first: Entry, other: Entry): Problem {
  return problem('columns-disagree', { ...cellOf(first), other: other.column.header, otherValue: other.value });
}


import type { Issue } from '../domain/issue.ts';
import { fold, saysNothing } from './columns/fold.ts';
import type { Column, Columns } from './columns/match-columns.ts';
import { sameUnit, toStandard, type Unit } from './columns/units.ts';
import type { Vocabulary } from './columns/words.ts';
import type { Crs } from './datum/crs.ts';
import type { Feature } from './geojson.ts';
import type { CellKind } from './grid.ts';
import { parseNumber, parseQuantity } from './numbers.ts';
import { originalOf } from './original.ts';
import { cellIssue, problem, type Problem } from './problem.ts';
import type { TableRecord } from './table.ts';

/** Why a row must be set aside, and the cell that is to blame. */
export interface Fault extends Problem {
  readonly column?: string;
  readonly value?: string;
}

/**
 * One record being read. The rule throughout: a blank cell is unknown; a *word* that can't be read is unknown too, with an
 * issue; a *number* that can't be read sets the whole row aside, since nothing tells what else is wrong with it.
 *
 * A sheet has one row object, which `turnTo` moves from record to record; keep nothing of it but what it lists.
 */
export interface Row<Field extends string> {
  readonly file: string;
  readonly sheet: string | null;
  readonly columns: Columns<Field>;
  /** Names of the columns, for the originals. */
  readonly keys: readonly string[];
  /** What the coordinates are given in. */
  readonly crs: Crs;
  /** Latitude stands where longitude is expected, in all of the file. */
  readonly isSwapped: boolean;
  number: number;
  cells: string[];
  own: Readonly<Record<string, string>> | null;
  /** The GeoJSON feature that the record is, else `null`. */
  feature: Feature | null;
  /** Columns whose cell a merged area filled in. */
  merged: readonly number[];
  issues: Issue[];
  faults: Fault[];
}

const NONE: readonly number[] = [];

export interface RowFrame<Field extends string> {
  readonly file: string;
  readonly sheet?: string | null;
  readonly columns: Columns<Field>;
  readonly keys: readonly string[];
  readonly crs: Crs;
  readonly isSwapped?: boolean;
}

export function openRow<Field extends string>({ file, sheet = null, columns, keys, crs, isSwapped = false }: RowFrame<Field>): Row<Field> {
  return { file, sheet, columns, keys, crs, isSwapped, number: 0, cells: [], own: null, feature: null, merged: NONE, issues: [], faults: [] };
}

export function turnTo(row: Row<string>, record: TableRecord): void {
  row.number = record.row;
  row.cells = record.cells;
  row.own = record.original ?? null;
  row.feature = record.feature ?? null;
  row.merged = record.merged ?? NONE;
  if (row.issues.length > 0) row.issues = [];
  if (row.faults.length > 0) row.faults = [];
  if (record.kinds?.includes('error') === true) blankErrors(row, record.kinds);
}

/** #REF! and its like say nothing: unknown, with an issue; the original keeps what stood there. */
function blankErrors(row: Row<string>, kinds: readonly CellKind[]): void {
  row.own ??= originalOf(row.keys, row.cells);
  row.cells = row.cells.map((cell, index) => {
    if (kinds[index] !== 'error') return cell;
    const column = row.keys[index] ?? '';
    row.issues.push(cellIssue(column, problem('cell-in-error', { column, value: cell })));
    return '';
  });
}

/** The record as it came: every cell by its header. */
export function originalIn({ own, keys, cells }: Row<string>): Readonly<Record<string, string>> {
  return own ?? originalOf(keys, cells);
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
  for (const column of row.columns.get(field) ?? []) {
    const value = (row.cells[column.index] ?? '').trim();
    if (!saysNothing(value)) return { column, value };
  }
  return null;
}

export function textOf<Field extends string>(row: Row<Field>, field: Field): string | null {
  const columns = row.columns.get(field);
  if (columns === undefined) return null;
  for (const { index } of columns) {
    const value = (row.cells[index] ?? '').trim();
    if (!saysNothing(value)) return value;
  }
  return null;
}

/** The record's own id, else that of its GeoJSON feature, which stands beside the properties (RFC 7946 §3.2). */
export function idOf<Field extends string>(row: Row<Field | 'id'>): string | null {
  return textOf(row, 'id') ?? row.feature?.id ?? null;
}

/** Sets the row aside because of a cell. */
export function blame(row: Row<string>, { column, value }: Entry, because: Problem): null {
  row.faults.push({ ...because, column: column.header, value: shown(value) });
  return null;
}

export function note(row: Row<string>, column: string, because: Problem): null {
  row.issues.push(cellIssue(column, because));
  return null;
}

/** Of a cell that holds a whole document, a sentence shows the beginning. */
const MOST_SHOWN = 200;

export const shown = (value: string): string => (value.length > MOST_SHOWN ? `${value.slice(0, MOST_SHOWN)}…` : value);

export const cellOf = ({ column, value }: Entry) => ({ column: column.header, value: shown(value) });

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

export function disagreement(first: Entry, other: Entry): Problem {
  return problem('columns-disagree', { ...cellOf(first), other: other.column.header, otherValue: other.value });
}

const DIVISION_CODE = /^\d{6}(?:\d{3}|\d{6})?$/u;

/** A code without the ".0" that a spreadsheet hangs on to a number. */
export function codeDigits(cell: string): string {
  return fold(cell).replace(/\.0+$/u, '');
}

/** GB/T 2260, six digits; a township's nine or twelve are cut to its county's. `null` where the cell is no such code. */
export function divisionCodeIn(cell: string): string | null {
  const code = codeDigits(cell);
  return DIVISION_CODE.test(code) ? code.slice(0, 6) : null;
}

/** The same of the column of codes; a cell that is none is noted. */
export function divisionCodeOf<Field extends string>(row: Row<Field | 'divisionCode'>): string | null {
  const entry = entryOf(row, 'divisionCode');
  if (entry === null) return null;
  return divisionCodeIn(entry.value) ?? note(row, entry.column.header, problem('division-code-unreadable', cellOf(entry)));
}

/** 9.11405E+17: what a spreadsheet leaves of an eighteen-digit code. Two different firms look alike in it. */
const POWER_OF_TEN = /^\d(?:\.\d+)?e\+?\d+$/iu;

/** 统一社会信用代码 as written; one that a spreadsheet has rounded is unknown. */
export function creditCodeOf<Field extends string>(row: Row<Field | 'creditCode'>): string | null {
  const entry = entryOf(row, 'creditCode');
  if (entry === null) return null;
  const code = fold(entry.value).toUpperCase();
  if (!POWER_OF_TEN.test(code)) return code;
  return note(row, entry.column.header, problem('credit-code-damaged', cellOf(entry)));
}

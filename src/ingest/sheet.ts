import { failed, ok, type Result } from '../base/result.ts';
import type { Message, Rejected } from '../domain/issue.ts';
import type { InputFile } from '../domain/project.ts';
import { matchHeader, otherDatum, type FieldSpec, type HeaderMatch } from './columns/headers.ts';
import { unitNames, type Unit } from './columns/units.ts';
import { isTotal } from './columns/words.ts';
import { decodeUtf8 } from './decode.ts';
import { originalOf } from './original.ts';
import { pointsTable } from './points-table.ts';
import { message, problem, type Problem } from './problem.ts';
import { isBlankRecord, readTable, type Table, type TableRecord } from './read-table.ts';
import { reading, unusable, type Reading } from './reading.ts';
import { openRow, textOf, type Row } from './row.ts';
import type { SourceFile } from './source-file.ts';

/** A column that gives a field. */
export interface Column {
  readonly index: number;
  /** As written. */
  readonly header: string;
  readonly unit: Unit | null;
  readonly unitAssumed: boolean;
  readonly quantity: FieldSpec<string>['quantity'];
}

export type Columns<Field extends string> = ReadonlyMap<Field, readonly Column[]>;

/** A table whose columns are understood. */
export interface Sheet<Field extends string> {
  readonly file: string;
  readonly table: Table;
  readonly columns: Columns<Field>;
  readonly messages: readonly Message[];
}

/** Decodes a CSV or GeoJSON file of points and finds its columns. The problems say why nothing in it can be read. */
export function openSheet<Field extends string>(
  source: SourceFile,
  specs: readonly FieldSpec<Field>[],
): Result<Sheet<Field>, Message> {
  const file = source.name;
  const decoded = decodeUtf8(source);
  if (!decoded.ok) return decoded;
  const { text } = decoded.value;
  const table = /^\s*[{[]/u.test(text) ? pointsTable(file, text) : csvTable(file, text);
  return table.ok ? understand(file, table.value, specs) : table;
}

function csvTable(file: string, text: string): Result<Table, Message> {
  const table = readTable(file, text);
  return table === null ? failed([message('error', 'table-without-header', { file })]) : ok(table);
}

interface Found<Field extends string> {
  readonly index: number;
  readonly header: string;
  readonly match: HeaderMatch<Field>;
}

function understand<Field extends string>(file: string, table: Table, specs: readonly FieldSpec<Field>[]): Result<Sheet<Field>, Message> {
  const messages: Message[] = [...table.messages];
  const found: Found<Field>[] = [];
  const unknown: string[] = [];
  for (const [index, header] of table.header.entries()) {
    const match = matchHeader(header, specs);
    if (match === null) {
      if (header.trim() !== '') unknown.push(header);
    } else if ('unknownUnit' in match) {
      const known = match.spec.quantity === undefined ? '' : unitNames(match.spec.quantity).join(', ');
      messages.push(message('warning', 'unit-unknown', { file, column: header, unit: match.unknownUnit, known }));
    } else {
      found.push({ index, header, match });
      if (match.unitAssumed) messages.push(message('warning', 'unit-assumed', { file, column: header, unit: match.unit?.name ?? '' }));
    }
  }

  const misplaced = found.find(({ header, match }) => POSITION.has(match.spec.field) && otherDatum(header) !== null);
  if (misplaced !== undefined) {
    return failed([message('error', 'crs-unsupported', { file, crs: otherDatum(misplaced.header) ?? '' })]);
  }
  if (found.length === 0) {
    const headers = listed(unknown);
    const expected = listed(specs.flatMap(({ names: [[first = ''] = []] }) => first));
    return failed([message('error', 'table-without-known-column', { file, headers, expected })]);
  }
  if (unknown.length > 0) messages.push(message('info', 'columns-unknown', { file, headers: listed(unknown) }));

  const columns = new Map<Field, readonly Column[]>();
  for (const { field } of specs) {
    const candidates = found.filter(({ match }) => match.spec.field === field);
    const [best] = candidates.toSorted((a, b) => a.match.rank - b.match.rank);
    if (best === undefined) continue;
    for (const { header, match } of candidates) {
      if (match.rank !== best.match.rank) {
        messages.push(message('info', 'column-passed-over', { file, used: best.header, unused: header }));
      }
    }
    columns.set(field, candidates.filter(({ match }) => match.rank === best.match.rank).map(toColumn));
  }
  return ok({ file, table, columns, messages });
}

const POSITION: ReadonlySet<string> = new Set(['lon', 'lat', 'lngLat']);
const MOST_LISTED = 20;

function listed(names: readonly string[]): string {
  return names.length > MOST_LISTED ? `${names.slice(0, MOST_LISTED).join(', ')}, …` : names.join(', ');
}

function toColumn({ index, header, match }: Found<string>): Column {
  return { index, header, unit: match.unit, unitAssumed: match.unitAssumed, quantity: match.spec.quantity };
}

/**
 * Reads every record of a sheet. `build` reads one row; where a cell can't be read it notes the fault on the row and goes
 * on, and the row is set aside with its first fault. `build` gives `null` only for such rows.
 */
export function readSheet<Field extends string, T>(
  source: SourceFile,
  kind: InputFile['kind'],
  sheet: Sheet<Field>,
  build: (row: Row<Field>) => T | null,
): Reading<T> {
  const { file, table } = sheet;
  const accepted: T[] = [];
  const quarantine: Rejected[] = [];
  const ignored: Rejected[] = [];
  for (const record of table.records) {
    const original = originalOf(table.keys, record.cells);
    const place = { file, row: record.row, original };
    const row = openRow(sheet, record, original);
    const noRecord = record.problem === undefined ? whyNoRecord(sheet, record, row) : null;
    if (noRecord !== null) {
      ignored.push({ ...place, ...noRecord });
      continue;
    }
    if (record.problem !== undefined) {
      quarantine.push({ ...place, ...record.problem });
      continue;
    }
    const value = build(row);
    const [fault] = row.faults;
    if (fault !== undefined) quarantine.push({ ...place, ...fault });
    else if (value === null) throw new Error(`readSheet ${file} row ${record.row}: got no value and no fault, expected one of them`);
    else accepted.push(value);
  }

  const rows = table.records.length;
  const messages = [...sheet.messages];
  if (rows === 0) messages.push(message('warning', 'file-without-rows', { file }));
  else if (accepted.length === 0) messages.push(message('warning', 'no-row-accepted', { file, rows }));
  return reading(source, kind, rows, { accepted, quarantine, ignored, messages });
}

/** Opens and reads in one go, for tables that need nothing from their header but its columns. */
export function readWholeSheet<Field extends string, T>(
  source: SourceFile,
  kind: InputFile['kind'],
  specs: readonly FieldSpec<Field>[],
  build: (row: Row<Field>) => T | null,
): Reading<T> {
  const sheet = openSheet(source, specs);
  return sheet.ok ? readSheet(source, kind, sheet.value, build) : unusable(source, kind, sheet.problems);
}

/** Rows of a table that are no record of anything. */
function whyNoRecord<Field extends string>({ table, columns }: Sheet<Field>, { cells }: TableRecord, row: Row<Field>): Problem | null {
  if (isBlankRecord(cells)) return problem('row-blank', {});
  if (table.header.every((name, i) => name === cells[i])) return problem('row-repeats-header', {});
  const total = cells.find((cell) => cell.trim() !== '');
  if (total !== undefined && isTotal(total)) return problem('row-of-totals', { value: total.trim() });
  const says = [...columns.keys()].some((field) => !IDENTITY.has(field) && textOf(row, field) !== null);
  return says ? null : problem('row-without-content', {});
}

/** Pre-numbered blank rows say nothing by their number. */
const IDENTITY: ReadonlySet<string> = new Set(['id', 'synthetic']);

import type { Rejected } from '../domain/issue.ts';
import type { InputFile } from '../domain/project.ts';
import type { FieldSpec } from './columns/headers.ts';
import { isTotal } from './columns/words.ts';
import { message, problem, type Problem } from './problem.ts';
import { hasPlace, pointCells, POINTS_ONLY } from './points-table.ts';
import { tableWitnesses } from './place-witnesses.ts';
import type { PlaceOptions } from './read-options.ts';
import { isBlankRecord } from './read-table.ts';
import { reading, unusable, type Reading } from './reading.ts';
import { openRow, originalIn, textOf, turnTo, type Row } from './row.ts';
import { settleCrs } from './settle-crs.ts';
import { openSheetSteps, type Sheet } from './sheet.ts';
import type { SourceFile } from './source-file.ts';
import { finish, STRETCH, type Steps } from '../base/steps.ts';

/** What became of the records of a sheet, each in exactly one list. */
export interface Sorted<T> {
  readonly rows: number;
  readonly accepted: T[];
  readonly quarantine: Rejected[];
  readonly ignored: Rejected[];
}

/**
 * Reads every record of a sheet. `build` reads one row; where a cell can't be read it notes the fault on the row and goes
 * on, and the row is set aside with its first fault. It gives `null` only for such rows. `note` hears of each that is accepted.
 */
export function* sortRecords<Field extends string, T>(sheet: Sheet<Field>, build: (row: Row<Field>) => T | null, note?: () => void): Steps<Sorted<T>> {
  const accepted: T[] = [];
  const rest = yield* passRecords(sheet, build, (value) => {
    accepted.push(value);
    note?.();
  });
  return { ...rest, accepted };
}

/** The same for more records than can be held: each that is accepted is passed on. */
export function* passRecords<Field extends string, T>(
  sheet: Sheet<Field>,
  build: (row: Row<Field>) => T | null,
  accept: (value: T) => void,
): Steps<Pick<Sorted<T>, 'rows' | 'quarantine' | 'ignored'>> {
  const { file, table, columns } = sheet;
  const quarantine: Rejected[] = [];
  const ignored: Rejected[] = [];
  const row = openRow({ file, sheet: table.sheet, columns, keys: table.keys, crs: sheet.given ?? sheet.stated ?? 'wgs84', isSwapped: sheet.isSwapped ?? false });
  const whyNone = recordTest(sheet);
  let rows = 0;
  for (const record of table.records) {
    rows += 1;
    if (rows % (STRETCH / 4) === 0) yield table.share();
    turnTo(row, record);
    const because = record.problem ?? null;
    const noRecord = because === null ? whyNone(row) : null;
    if (because !== null) quarantine.push({ ...placeOf(row), ...because });
    else if (noRecord !== null) ignored.push({ ...placeOf(row), ...noRecord });
    else {
      const value = build(row);
      const [fault] = row.faults;
      if (fault !== undefined) quarantine.push({ ...placeOf(row), ...fault });
      else if (value === null) throw new Error(`passRecords ${file}, row ${record.row}: got neither value nor fault, expected one of them`);
      else accept(value);
    }
  }
  return { rows, quarantine, ignored };
}

/**
 * Where a row stands, with its cells as they were. The point of a feature stands in no cell: it joins them under names that
 * are read again, else a row put right would come back without its place.
 */
export function placeOf(row: Row<string>): Pick<Rejected, 'file' | 'sheet' | 'row' | 'original'> {
  const point = row.feature === null ? null : pointCells(row.feature.geometry);
  const original = point === null ? originalIn(row) : { ...originalIn(row), lon: point[0], lat: point[1] };
  return { file: row.file, ...(row.sheet === null ? {} : { sheet: row.sheet }), row: row.number, original };
}

/** A reading of what was sorted, with what is to be said when little of it can be used. @param passedOn accepted and not held. */
export function sheetReading<T>(source: SourceFile, kind: InputFile['kind'], sheet: Sheet<string>, sorted: Sorted<T>, passedOn = 0): Reading<T> {
  const { file, mapping, encoding } = sheet;
  const { rows, accepted, quarantine, ignored } = sorted;
  const messages = [...sheet.messages];
  if (rows === 0) messages.push(message('warning', 'file-without-rows', { file }));
  else if (accepted.length + passedOn === 0) messages.push(message('warning', 'no-row-accepted', { file, rows }));
  const nature = { encoding, crs: sheet.given ?? sheet.stated ?? 'wgs84' };
  return { ...reading(source, kind, rows, { accepted, quarantine, ignored, messages, passedOn }, nature), mapping };
}

/** Opens and reads in one go, for tables without positions that need nothing from their header but its columns. */
export function readWholeSheet<Field extends string, T>(
  source: SourceFile,
  kind: InputFile['kind'],
  specs: readonly FieldSpec<Field>[],
  build: (row: Row<Field>) => T | null,
): Reading<T> {
  const sheet = finish(openSheetSteps(source, specs, POINTS_ONLY));
  if (!sheet.ok) return unusable(source, kind, sheet.problems);
  return sheetReading(source, kind, sheet.value, finish(sortRecords(sheet.value, build)));
}

/** Opens and reads a table of places; like facilities, they are read when the system of all their positions is known, or it is asked. */
export function readPlaceSheet<Field extends string, T>(
  source: SourceFile,
  kind: InputFile['kind'],
  specs: readonly FieldSpec<Field>[],
  build: (row: Row<Field>) => T | null,
  types: readonly string[],
  options: PlaceOptions,
): Reading<T> {
  const opened = finish(openSheetSteps(source, specs, types, options));
  if (!opened.ok) return unusable(source, kind, opened.problems);
  const sheet = opened.value;
  const settled = settleCrs(sheet.file, tableWitnesses(sheet, options), sheet, options);
  if (settled.kind === 'asked') return { ...unusable<T>(source, kind, settled.messages), mapping: sheet.mapping, question: settled.question };
  const { finding, messages } = settled;
  const placed = { ...sheet, given: finding.crs, isSwapped: finding.isSwapped };
  const read = sheetReading(source, kind, placed, finish(sortRecords(placed, build)));
  return { ...read, messages: [...read.messages, ...messages], crs: finding };
}

/** Where a line of totals says so. */
const NAMING: ReadonlySet<string> = new Set(['id', 'name', 'enterprise', 'county']);
/** A pre-numbered but empty row, or one with nothing but a remark, is no record of anything. */
const NO_CONTENT: ReadonlySet<string> = new Set(['id', 'synthetic', 'note', 'source']);

/** Tells rows that are no record, and why. */
function recordTest({ table: { header }, columns }: Sheet<string>): (row: Row<string>) => Problem | null {
  const fields = [...columns.keys()];
  const content = fields.filter((field) => !NO_CONTENT.has(field));
  const naming = fields.filter((field) => NAMING.has(field)).flatMap((field) => (columns.get(field) ?? []).map(({ index }) => index));
  return (row) => {
    const { cells, feature } = row;
    const isPlaced = feature !== null && hasPlace(feature);
    if (isBlankRecord(cells) && !isPlaced) return problem('row-blank', {});
    if (!isPlaced && cells[0] === header[0] && header.every((name, i) => name === cells[i])) return problem('row-repeats-header', {});

    const total = totalIn(row, naming);
    if (total !== null) return problem('row-of-totals', { value: total });

    const hasContent = isPlaced || content.some((field) => textOf(row, field) !== null);
    return hasContent ? null : problem('row-without-content', {});
  };
}

function totalIn({ cells }: Row<string>, naming: readonly number[]): string | null {
  for (const cell of cells) {
    if (cell === '' || cell.trim() === '') continue;
    if (isTotal(cell)) return cell.trim();
    break;
  }
  for (const index of naming) {
    const cell = cells[index] ?? '';
    if (cell !== '' && isTotal(cell)) return cell.trim();
  }
  return null;
}

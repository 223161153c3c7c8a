import type { Rejected } from '../domain/issue.ts';
import type { InputFile } from '../domain/project.ts';
import type { FieldSpec } from './columns/headers.ts';
import { isTotal } from './columns/words.ts';
import { message, problem, type Problem } from './problem.ts';
import { hasPlace, POINTS_ONLY } from './points-table.ts';
import { isBlankRecord } from './read-table.ts';
import { reading, unusable, type Reading } from './reading.ts';
import { openRow, textOf, type Row } from './row.ts';
import { openSheet, type Sheet } from './sheet.ts';
import type { SourceFile } from './source-file.ts';

/**
 * Reads every record of a sheet. `build` reads one row; where a cell can't be read it notes the fault on the row and goes
 * on, and the row is set aside with its first fault. It gives `null` only for such rows.
 */
export function readSheet<Field extends string, T>(
  source: SourceFile,
  kind: InputFile['kind'],
  sheet: Sheet<Field>,
  build: (row: Row<Field>) => T | null,
): Reading<T> {
  const { file, table, columns } = sheet;
  const accepted: T[] = [];
  const quarantine: Rejected[] = [];
  const ignored: Rejected[] = [];
  for (const record of table.records) {
    const place = { file, row: record.row, original: record.original };
    if (record.problem !== undefined) {
      quarantine.push({ ...place, ...record.problem });
      continue;
    }
    const row = openRow(file, columns, record);
    const noRecord = whyNoRecord(table.header, row);
    if (noRecord !== null) {
      ignored.push({ ...place, ...noRecord });
      continue;
    }
    const value = build(row);
    const [fault] = row.faults;
    if (fault !== undefined) quarantine.push({ ...place, ...fault });
    else if (value === null) throw new Error(`readSheet ${file}, row ${record.row}: got neither value nor fault, expected one of them`);
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
  types: readonly string[] = POINTS_ONLY,
): Reading<T> {
  const sheet = openSheet(source, specs, types);
  return sheet.ok ? readSheet(source, kind, sheet.value, build) : unusable(source, kind, sheet.problems);
}

/** Where a line of totals says so. */
const NAMING: ReadonlySet<string> = new Set(['id', 'name', 'enterprise', 'county']);
/** A pre-numbered but empty row, or one with nothing but a remark, is no record of anything. */
const NO_CONTENT: ReadonlySet<string> = new Set(['id', 'synthetic', 'note', 'source']);

function whyNoRecord(header: readonly string[], row: Row<string>): Problem | null {
  const { cells, columns, feature } = row;
  const isPlaced = feature !== null && hasPlace(feature);
  if (isBlankRecord(cells) && !isPlaced) return problem('row-blank', {});
  if (!isPlaced && header.every((name, i) => name === cells[i])) return problem('row-repeats-header', {});

  const fields = [...columns.keys()];
  const names = fields.flatMap((field) => (NAMING.has(field) ? (textOf(row, field) ?? []) : []));
  const total = [cells.find((cell) => cell.trim() !== '') ?? '', ...names].find(isTotal);
  if (total !== undefined) return problem('row-of-totals', { value: total.trim() });

  const hasContent = isPlaced || fields.some((field) => !NO_CONTENT.has(field) && textOf(row, field) !== null);
  return hasContent ? null : problem('row-without-content', {});
}

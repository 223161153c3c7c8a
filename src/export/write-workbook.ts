import { Zip, ZipDeflate } from 'fflate';
import { failed, ok, type Result } from '../base/result.ts';
import { columnLetters } from '../ingest/files/xlsx-cells.ts';
import { finish } from '../base/steps.ts';
import type { Cell } from './csv-text.ts';
import { cellLength, cellXml, MAX_CELL_CHARS, STYLE } from './workbook-cells.ts';
import { sheetFrame, workbookParts } from './workbook-parts.ts';

export interface SheetToWrite {
  readonly name: string;
  /** Written first, in bold, and kept in sight; `null` for a sheet without one. */
  readonly header: readonly string[] | null;
  readonly rows: Iterable<readonly Cell[]>;
}

/** What does not fit into the format. Rows count from 1 after the header. */
export type WorkbookLimit =
  | { readonly code: 'rows'; readonly limit: number }
  | { readonly code: 'cell-length'; readonly sheet: string; readonly row: number; readonly column: number; readonly length: number; readonly limit: number };

/** Excel's specifications and limits, the header among them. */
export const MAX_ROWS = 1_048_576;
/** Rows that are looked at for the widths of their columns. */
const SAMPLE_ROWS = 100;
const [MIN_WIDTH, MAX_WIDTH] = [8, 40];
/** Characters gathered before they are packed. */
const BATCH_CHARS = 1 << 16;
/** Packing harder takes twice as long for a tenth less. */
const LEVEL = 4;

/**
 * A workbook as pieces of one file. Memory holds the packed file and one batch of rows; the same input gives the same bytes,
 * as no clock is read. Nothing is cut to fit: what is too much for the format comes back as a limit, and no file.
 */
export function writeWorkbook(sheets: readonly SheetToWrite[]): Result<readonly Uint8Array[], WorkbookLimit> {
  return finish(writeWorkbookSteps(sheets));
}

/** Work in stretches of some 10 ms; whoever drives it decides what happens in between. */
export type WritingSteps<T> = Generator<undefined, T, void>;

/** The same in short stretches. */
export function* writeWorkbookSteps(sheets: readonly SheetToWrite[]): WritingSteps<Result<readonly Uint8Array[], WorkbookLimit>> {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error !== null) throw error;
    pieces.push(piece);
  });
  const encoder = new TextEncoder();
  const openPart = (name: string) => {
    const part = new ZipDeflate(name, { level: LEVEL });
    // A day by the machine's own clock face, which is how archives write it: the same bytes in every time zone.
    part.mtime = new Date(1980, 0, 1);
    zip.add(part);
    return (xml: string, isLast: boolean) => part.push(encoder.encode(xml), isLast);
  };
  for (const [name, xml] of workbookParts(sheets.map((sheet) => sheet.name))) openPart(name)(xml, true);
  for (const [i, sheet] of sheets.entries()) {
    const limit = yield* writeSheet(sheet, openPart(`xl/worksheets/sheet${i + 1}.xml`));
    if (limit !== null) return failed([limit]);
  }
  zip.end();
  return ok(pieces);
}

function* writeSheet({ name, header, rows }: SheetToWrite, write: (xml: string, isLast: boolean) => void): WritingSteps<WorkbookLimit | null> {
  const iterator = rows[Symbol.iterator]();
  const sample: (readonly Cell[])[] = [];
  for (let next = iterator.next(); next.done !== true; next = iterator.next()) {
    sample.push(next.value);
    if (sample.length >= SAMPLE_ROWS) break;
  }
  const width = sample.reduce((widest, row) => Math.max(widest, row.length), header?.length ?? 1);
  const widths = Array.from({ length: width }, (_, column) => widthOf([header?.[column] ?? '', ...sample.map((row) => row[column] ?? null)]));
  const letters = Array.from({ length: width }, (_, column) => columnLetters(column));
  const frame = sheetFrame(widths, header !== null, letters.at(-1) ?? 'A');

  let batch = frame.head;
  let count = 0;
  const add = (cells: readonly Cell[], style: number): WorkbookLimit | null => {
    count += 1;
    if (count > MAX_ROWS) return { code: 'rows', limit: MAX_ROWS };
    const row = header === null ? count : count - 1;
    let xml = '';
    for (const [column, cell] of cells.entries()) {
      const length = cellLength(cell);
      if (length > MAX_CELL_CHARS) return { code: 'cell-length', sheet: name, row, column, length, limit: MAX_CELL_CHARS };
      xml += cellXml(cell, `${letters[column] ?? columnLetters(column)}${count}`, style);
    }
    batch += `<row r="${count}">${xml}</row>`;
    return null;
  };

  const headerLimit = header === null ? null : add(header, STYLE.heading);
  if (headerLimit !== null) return headerLimit;
  for (const row of sample) {
    const limit = add(row, STYLE.plain);
    if (limit !== null) return limit;
  }
  for (let next = iterator.next(); next.done !== true; next = iterator.next()) {
    const limit = add(next.value, STYLE.plain);
    if (limit !== null) return limit;
    if (batch.length < BATCH_CHARS) continue;
    write(batch, false);
    batch = '';
    yield;
  }
  write(batch + frame.foot(count), true);
  return null;
}

/** Wide enough for most cells; Chinese characters take two places. */
function widthOf(cells: readonly Cell[]): number {
  const places = (cell: Cell): number => {
    const text = typeof cell === 'object' ? (cell?.day ?? '') : String(cell);
    return Array.from(text.slice(0, MAX_WIDTH)).reduce((sum, char) => sum + (char > '\u2E7F' ? 2 : 1), 0);
  };
  return Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, ...cells.map((cell) => places(cell) + 2)));
}

import { failed, ok, type Result } from '../base/result.ts';
import type { Message } from '../domain/issue.ts';
import { DELIMITERS, openCutter, openSharing } from './csv-cutter.ts';
import type { Grid } from './grid.ts';
import { findHeaderRows, HEAD_LINES, type HeaderRows, type IsHeader } from './header-rows.ts';
import { message, problem, type Problem } from './problem.ts';
import type { Table, TableRecord } from './table.ts';
import { openWindow, type TextPieces } from './text-pieces.ts';

/** Far beyond any ledger; a sheet of a workbook can't hold more than 16,384. */
const MOST_COLUMNS = 2000;
/** The most that a cell of a workbook holds: what is longer could not be given back. */
const LONGEST_CELL = 32_767;

/** The first lines of a text, cut at one delimiter. */
interface Head {
  readonly delimiter: string;
  readonly rows: HeaderRows;
  /** Where in the text the line behind the header begins. */
  readonly bodyAt: number;
  /** Cells of its widest line, also where that is too wide to be used. */
  readonly width: number;
  readonly isBroken: boolean;
  readonly known: number;
  /** More text behind could change it. */
  readonly runsOut: boolean;
}

/**
 * CSV text to records, none lost: each line of the text ends up in exactly one record. `isHeader` knows a header when it
 * sees one: it tells the delimiter and the header below titles. Fails when there is no header.
 */
export function readTable(file: string, source: TextPieces, isHeader: IsHeader): Result<Table, Message> {
  const head = headOf(source, isHeader);
  if (head === null || head.isBroken) return failed([message('error', 'table-without-header', { file })]);
  const { delimiter, rows, bodyAt } = head;
  const { header, titles } = rows;
  if (header.length > MOST_COLUMNS) return failed([tooWide(file, head.width)]);
  const { keys, messages } = uniqueKeys(file, header);
  const width = header.length;
  let passed = bodyAt;

  function* records(): Generator<TableRecord> {
    const sharing = openSharing();
    const turn = openWindow(source);
    let { text, isLast } = turn(0);
    let at = bodyAt;
    while (at > text.length) ({ text, isLast } = turn(0));
    let cutter = openCutter(text, delimiter, sharing);
    passed = bodyAt;
    for (let row = 1; passed < source.length; ) {
      const { cells, broken, next, runsOut } = cutter.cut(at, width);
      if (runsOut && !isLast) {
        ({ text, isLast } = turn(at));
        at = 0;
        cutter = openCutter(text, delimiter, sharing);
        continue;
      }
      const length = next - at;
      [at, passed] = [next, passed + length];
      const fault = broken ? problem('quote-unbalanced', {}) : (cells.length === width ? null : misfit(cells, width));
      const tooLong = length > LONGEST_CELL ? longCell(cells, keys) : null;
      const because = fault ?? tooLong;
      yield because === null ? { row, cells } : { row, cells, problem: because };
      row += 1;
    }
  }

  const share = (): number => (source.length === 0 ? 1 : passed / source.length);
  const said = [...saysTitles(file, titles), ...messages];
  return ok({ sheet: null, header, keys, isGeoJson: false, records: { [Symbol.iterator]: records }, share, messages: said });
}

/** A sheet of a workbook as a table; fails when it is blank. */
export function gridTable(file: string, { sheet, lines }: Grid, isHeader: IsHeader): Result<Table, Message> {
  const heads = lines.slice(0, HEAD_LINES);
  const widest = Math.max(0, ...heads.map(({ cells }) => cells.length));
  const rows = findHeaderRows(heads.map((line) => ({ ...line, cells: padded(line.cells, widest) })), isHeader);
  if (rows === null) return failed([message('error', 'table-without-header', { file })]);
  const last = rows.header.findLastIndex((name) => name.trim() !== '');
  const header = rows.header.slice(0, last + 1);
  if (header.length > MOST_COLUMNS) return failed([tooWide(file, header.length)]);
  const { keys, messages } = uniqueKeys(file, header);
  let passed = 0;

  function* records(): Generator<TableRecord> {
    for (passed = rows?.next ?? 0; passed < lines.length; passed += 1) {
      const { cells, merged, kinds } = lines[passed] ?? { cells: [] };
      const filled = padded(cells, header.length);
      const because = misfit(filled, header.length) ?? longCell(filled, keys);
      yield {
        row: passed - (rows?.next ?? 0) + 1,
        cells: filled,
        ...(merged === undefined || merged.length === 0 ? {} : { merged }),
        ...(kinds === undefined ? {} : { kinds }),
        ...(because === null ? {} : { problem: because }),
      };
    }
  }

  const share = (): number => passed / lines.length;
  const said = [...saysTitles(file, rows.titles), ...messages];
  return ok({ sheet, header, keys, isGeoJson: false, records: { [Symbol.iterator]: records }, share, messages: said });
}

/**
 * The delimiter is the one whose header names most known columns, else the one that gives most columns: data may hold any
 * number of commas. Of a long text only as much is looked at as settles it, each time twice as much.
 */
function headOf(source: TextPieces, isHeader: IsHeader): Head | null {
  const turn = openWindow(source);
  for (let window = turn(0); ; ) {
    const found = headIn(window.text, source, isHeader);
    if (window.isLast || found?.runsOut === false) return found;
    const enough = 2 * window.text.length;
    do window = turn(0);
    while (!window.isLast && window.text.length < enough);
  }
}

function headIn(text: string, source: TextPieces, isHeader: IsHeader): Head | null {
  let best: Head | null = null;
  let runsOut = false;
  for (const delimiter of DELIMITERS) {
    if (delimiter !== ',' && !source.has(delimiter)) continue;
    const head = headAt(text, delimiter, isHeader);
    if (head === null) return null;
    runsOut ||= head.runsOut;
    const more = best === null ? 1 : head.known - best.known || head.rows.header.length - best.rows.header.length;
    if (more > 0) best = head;
  }
  return best === null ? null : { ...best, runsOut };
}

function headAt(text: string, delimiter: string, isHeader: IsHeader): Head | null {
  const cutter = openCutter(text, delimiter);
  const cuts: { readonly cells: readonly string[]; readonly broken: boolean; readonly next: number }[] = [];
  let [filled, runsOut] = [0, false];
  for (let at = 0; at < text.length && filled < HEAD_LINES; ) {
    const cut = cutter.cut(at, null);
    at = cut.next;
    runsOut ||= cut.runsOut;
    // Blank lines are no part of a heading, however many there are.
    if (filled > 0 || !isBlankRecord(cut.cells)) filled += 1;
    if (filled > 0) cuts.push(cut);
  }
  // Of a line that is too wide to be used, only as much as shows that.
  const rows = findHeaderRows(cuts.map(({ cells }) => ({ cells: cells.slice(0, MOST_COLUMNS + 1) })), isHeader);
  if (rows === null) return null;
  const used = cuts.slice(rows.at, rows.next);
  const known = rows.header.filter(isHeader).length;
  const width = Math.max(...used.map(({ cells }) => cells.length));
  return { delimiter, rows, known, width, bodyAt: used.at(-1)?.next ?? text.length, isBroken: used.some(({ broken }) => broken), runsOut };
}

function padded(cells: readonly string[], width: number): string[] {
  return cells.length >= width ? [...cells] : [...cells, ...Array<string>(width - cells.length).fill('')];
}

function misfit(cells: readonly string[], expected: number): Problem | null {
  const found = cells.length;
  if (found > expected && cells.slice(expected).some((cell) => cell.trim() !== '')) return problem('cells-too-many', { found, expected });
  return found < expected && !isBlankRecord(cells) ? problem('cells-too-few', { found, expected }) : null;
}

function longCell(cells: readonly string[], keys: readonly string[]): Problem | null {
  const at = cells.findIndex((cell) => cell.length > LONGEST_CELL);
  return at < 0 ? null : problem('cell-too-long', { column: keys[at] ?? '', length: cells[at]?.length ?? 0, limit: LONGEST_CELL });
}

function tooWide(file: string, columns: number): Message {
  return message('error', 'columns-too-many', { file, columns, limit: MOST_COLUMNS });
}

function saysTitles(file: string, titles: readonly string[]): readonly Message[] {
  return titles.map((title) => message('info', 'title-skipped', { file, title }));
}

export function isBlankRecord(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell !== '' && cell.trim() !== '') return false;
  return true;
}

/** Gives every column a name of its own, so that no cell is lost among the exported originals: a second "容量" is "容量#2", a blank third header "#3". */
export function uniqueKeys(file: string, header: readonly string[]): { readonly keys: readonly string[]; readonly messages: readonly Message[] } {
  const taken = new Set(header);
  const seen = new Set<string>();
  const messages: Message[] = [];
  const keys = header.map((name, index) => {
    const position = index + 1;
    const isBlank = name.trim() === '';
    if (!isBlank && !seen.has(name)) {
      seen.add(name);
      return name;
    }
    const renamed = freeName(isBlank ? `#${position}` : `${name}#2`, taken);
    taken.add(renamed);
    messages.push(
      isBlank
        ? message('info', 'header-blank', { file, position, renamed })
        : message('warning', 'header-repeated', { file, header: name, renamed }),
    );
    return renamed;
  });
  return { keys, messages };
}

function freeName(wish: string, taken: ReadonlySet<string>): string {
  const [stem = '', number = '2'] = wish.split(/#(?=\d+$)/u);
  let name = wish;
  for (let n = Number(number); taken.has(name); n += 1) name = `${stem}#${n}`;
  return name;
}

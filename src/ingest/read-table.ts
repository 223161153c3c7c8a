import Papa from 'papaparse';
import type { Message } from '../domain/issue.ts';
import type { Feature } from './geojson.ts';
import { originalOf } from './original.ts';
import { problem, message, type Problem } from './problem.ts';

export interface TableRecord {
  /** Counted from 1 after the header; blank lines count, so that the number can be found in a spreadsheet. */
  readonly row: number;
  readonly cells: readonly string[];
  /** The record as it came, by the header. */
  readonly original: Readonly<Record<string, string>>;
  /** Where the record comes from, when it is no line of a table. */
  readonly feature?: Feature;
  /** Set when the cells can't be told apart or aligned with the header: such a record must not be read. */
  readonly problem?: Problem;
}

export interface Table {
  /** As written in the file. */
  readonly header: readonly string[];
  /** Whether positions come from geometries, not from columns. */
  readonly isGeoJson: boolean;
  readonly records: readonly TableRecord[];
  readonly messages: readonly Message[];
}

const DELIMITERS = [',', '\t', ';', '|'] as const;
/** A quoted cell may run over lines, but a lone quote must not swallow the rest of the file. */
const MAX_LINES_PER_RECORD = 64;
/** Lines of a heading above the header: the title, the office that fills it in, the day. */
const MOST_TITLES = 5;

/**
 * CSV text to records, none lost: each line of the file ends up in exactly one record.
 *
 * Records are cut line by line, and papaparse reads each on its own. Handing it the whole file would let one lone quote
 * swallow every row up to the next quote, often without an error. So a line whose quotes don't pair is joined with the
 * following ones only as long as that gives one sound record; otherwise that line alone is bad, and reading resumes after it.
 * `isHeader` knows a header when it sees one: titles above it are passed over. Returns `null` when there is no header.
 */
export function readTable(file: string, text: string, isHeader: (cells: readonly string[]) => boolean): Table | null {
  const lines = linesOf(text);
  const first = filledLine(lines, 0);
  if (first < 0) return null;
  const { at: headAt, titles } = findHeader(lines, first, isHeader);
  const delimiter = guessDelimiter(lines[headAt]?.text ?? '');
  const head = cutRecord(lines, headAt, delimiter, null);
  if (head.broken) return null;
  const header = head.cells;
  const { keys, messages } = uniqueKeys(file, header);

  const records: TableRecord[] = [];
  for (let at = head.next; at < lines.length; ) {
    const cut = cutRecord(lines, at, delimiter, header.length);
    at = cut.next;
    records.push(toRecord(records.length + 1, cut, keys));
  }
  const passedOver = titles.map((title) => message('info', 'title-skipped', { file, title }));
  return { header, isGeoJson: false, records, messages: [...passedOver, ...messages] };
}

/** A line and the break behind it, "" at the end of the file. */
interface Line {
  readonly text: string;
  readonly end: string;
}

function linesOf(text: string): readonly Line[] {
  // Split with a group: line, break, line, break …, line.
  const parts = text.split(/(\r\n|\n|\r)/u);
  const lines: Line[] = [];
  for (let i = 0; i < parts.length; i += 2) lines.push({ text: parts[i] ?? '', end: parts[i + 1] ?? '' });
  // The end of the last line is no further line.
  if (lines.at(-1)?.text === '') lines.pop();
  return lines;
}

function filledLine(lines: readonly Line[], from: number): number {
  return lines.findIndex(({ text }, at) => at >= from && text.trim() !== '');
}

/** The header is the first filled line, unless that is a title: one filled cell that names no column, above a line that does. */
function findHeader(
  lines: readonly Line[],
  first: number,
  isHeader: (cells: readonly string[]) => boolean,
): { readonly at: number; readonly titles: readonly string[] } {
  const titles: string[] = [];
  for (let at = first; at >= 0 && titles.length <= MOST_TITLES; ) {
    const { cells, broken, next } = cutRecord(lines, at, guessDelimiter(lines[at]?.text ?? ''), null);
    const [title = '', ...more] = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
    const names = isHeader(cells);
    if (names && more.length > 0) return { at, titles };
    if (names || broken || more.length > 0) break;
    titles.push(title);
    at = filledLine(lines, next);
  }
  return { at: first, titles: [] };
}

interface Cut {
  readonly cells: readonly string[];
  readonly broken: boolean;
  /** The line after the record. */
  readonly next: number;
}

/** The record that starts at line `at`; `columns` is `null` for the header itself. */
function cutRecord(lines: readonly Line[], at: number, delimiter: string, columns: number | null): Cut {
  const line = lines[at]?.text ?? '';
  if (!line.includes('"')) return { cells: line.split(delimiter), broken: false, next: at + 1 };

  let text = line;
  for (let next = at + 1; ; next += 1) {
    const cells = hasPairedQuotes(text) || next === at + 1 ? parseRecord(text, delimiter) : null;
    if (cells !== null && !swallows(lines.slice(at, next), delimiter, columns)) {
      return { cells: withOwnBreaks(cells, lines.slice(at, next)), broken: false, next };
    }
    if (cells !== null || next >= lines.length || next - at >= MAX_LINES_PER_RECORD) break;
    text += `\n${lines[next]?.text ?? ''}`;
  }
  return { cells: line.split(delimiter), broken: true, next: at + 1 };
}

/** Whether what looks like one record over several lines is really whole records caught between two lone quotes. */
function swallows(lines: readonly Line[], delimiter: string, columns: number | null): boolean {
  return lines.length > 1 && columns !== null && columns > 1 && lines.every(({ text }) => text.split(delimiter).length === columns);
}

/** Gives cells that were joined with "\n" the line breaks that stood in the file: one for each line but the last. */
function withOwnBreaks(cells: readonly string[], lines: readonly Line[]): readonly string[] {
  if (lines.every(({ end }) => end === '\n')) return cells;
  let at = 0;
  return cells.map((cell) => cell.replace(/\n/gu, () => lines[at++]?.end ?? '\n'));
}

function hasPairedQuotes(text: string): boolean {
  return (text.split('"').length - 1) % 2 === 0;
}

function parseRecord(text: string, delimiter: string): readonly string[] | null {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: '\n' });
  const [cells] = data;
  return data.length === 1 && cells !== undefined && errors.length === 0 ? cells : null;
}

/** The one that gives most columns, by the header alone: data may hold any number of commas. */
function guessDelimiter(header: string): string {
  const columns = DELIMITERS.map((delimiter) => header.split(delimiter).length);
  return DELIMITERS[columns.indexOf(Math.max(...columns))] ?? ',';
}

function toRecord(row: number, { cells, broken }: Cut, keys: readonly string[]): TableRecord {
  const record = { row, cells, original: originalOf(keys, cells) };
  if (broken) return { ...record, problem: problem('quote-unbalanced', {}) };
  const [found, expected] = [cells.length, keys.length];
  if (found > expected && cells.slice(expected).some((cell) => cell.trim() !== '')) {
    return { ...record, problem: problem('cells-too-many', { found, expected }) };
  }
  if (found < expected && !isBlankRecord(cells)) {
    return { ...record, problem: problem('cells-too-few', { found, expected }) };
  }
  return record;
}

export function isBlankRecord(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** Gives every column a name of its own, so that no cell is lost among the exported originals: a second "容量" is "容量#2", a blank third header "#3". */
function uniqueKeys(file: string, header: readonly string[]): { readonly keys: readonly string[]; readonly messages: readonly Message[] } {
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

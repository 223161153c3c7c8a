import Papa from 'papaparse';
import { problem, message, type Problem } from './problem.ts';
import type { Message } from '../domain/issue.ts';

export interface TableRecord {
  /** Counted from 1 after the header; blank lines count, so that the number can be found in a spreadsheet. */
  readonly row: number;
  readonly cells: readonly string[];
  /** Set when the cells can't be told apart or aligned with the header: such a record must not be read. */
  readonly problem?: Problem;
  /** The geometry of a GeoJSON feature that is no point, where the table takes such. */
  readonly geometry?: unknown;
}

export interface Table {
  /** As written in the file. */
  readonly header: readonly string[];
  /** The same made unique: a second "容量" is "容量#2", a blank third header "#3". */
  readonly keys: readonly string[];
  readonly records: readonly TableRecord[];
  readonly messages: readonly Message[];
}

const DELIMITERS = [',', '\t', ';', '|'] as const;
/** A quoted cell may run over lines, but a lone quote must not swallow the rest of the file. */
const MAX_LINES_PER_RECORD = 64;

/**
 * CSV text to records, none lost: each line of the file ends up in exactly one record.
 *
 * Records are cut line by line, and papaparse reads each on its own. Handing it the whole file would let one lone quote
 * swallow every row up to the next quote, often without an error. So a line whose quotes don't pair is joined with the
 * following ones only as long as that gives one sound record; otherwise that line alone is bad, and reading resumes after it.
 * Line breaks inside a cell come out as "\n". Returns `null` when there is no header.
 */
export function readTable(file: string, text: string): Table | null {
  const lines = text.split(/\r\n|\n|\r/u);
  // The end of the last line is no further line.
  if (lines.at(-1) === '') lines.pop();

  const first = lines.findIndex((line) => line.trim() !== '');
  if (first < 0) return null;
  const delimiter = guessDelimiter(lines[first] ?? '');
  const head = cutRecord(lines, first, delimiter, null);
  if (head.broken) return null;
  const header = head.cells;
  const { keys, messages } = uniqueKeys(file, header);

  const records: TableRecord[] = [];
  for (let at = head.next; at < lines.length; ) {
    const cut = cutRecord(lines, at, delimiter, header.length);
    at = cut.next;
    records.push(toRecord(records.length + 1, cut, header.length));
  }
  return { header, keys, records, messages };
}

interface Cut {
  readonly cells: readonly string[];
  readonly broken: boolean;
  /** The line after the record. */
  readonly next: number;
}

/** The record that starts at line `at`; `columns` is `null` for the header itself. */
function cutRecord(lines: readonly string[], at: number, delimiter: string, columns: number | null): Cut {
  const line = lines[at] ?? '';
  if (!line.includes('"')) return { cells: line.split(delimiter), broken: false, next: at + 1 };

  let text = line;
  for (let next = at + 1; ; next += 1) {
    const cells = hasPairedQuotes(text) || next === at + 1 ? parseRecord(text, delimiter) : null;
    if (cells !== null && !swallows(lines.slice(at, next), delimiter, columns)) return { cells, broken: false, next };
    if (cells !== null || next >= lines.length || next - at >= MAX_LINES_PER_RECORD) break;
    text += `\n${lines[next] ?? ''}`;
  }
  return { cells: line.split(delimiter), broken: true, next: at + 1 };
}

/** Whether what looks like one record over several lines is really whole records caught between two lone quotes. */
function swallows(lines: readonly string[], delimiter: string, columns: number | null): boolean {
  return lines.length > 1 && columns !== null && columns > 1 && lines.every((line) => line.split(delimiter).length === columns);
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

function toRecord(row: number, { cells, broken }: Cut, columns: number): TableRecord {
  if (broken) return { row, cells, problem: problem('quote-unbalanced', {}) };
  const found = cells.length;
  if (found > columns && cells.slice(columns).some((cell) => cell.trim() !== '')) {
    return { row, cells, problem: problem('cells-too-many', { found, expected: columns }) };
  }
  if (found < columns && !isBlankRecord(cells)) {
    return { row, cells, problem: problem('cells-too-few', { found, expected: columns }) };
  }
  return { row, cells };
}

export function isBlankRecord(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** Gives every column a name of its own, so that no cell is lost among the exported originals. */
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

/** What stands between cells: the usual signs, and their full-width forms. */
export const DELIMITERS = [',', '\t', ';', '|', '\uff0c', '\uff1b'] as const;
/** A quoted cell may run over lines, but a lone quote must not swallow the rest of the file. */
const MAX_LINES_PER_RECORD = 64;

export interface Cut {
  readonly cells: string[];
  /** The quotes don't pair: the line is cut at every delimiter, and nothing in it can be trusted. */
  readonly broken: boolean;
  /** Where the next record begins. */
  readonly next: number;
  /** It reaches the end of the text: more text behind could change it. */
  readonly runsOut: boolean;
}

export interface CsvCutter {
  /** The record that begins at `at`, which is the start of a line and not the end of the text. `columns` is `null` for the header itself. */
  readonly cut: (at: number, columns: number | null) => Cut;
}

const LINE_END = /\r\n|\n|\r/gu;

/**
 * Cuts CSV (RFC 4180) record by record, each line of the text in exactly one record. A cell that begins with a quote runs to
 * its closing quote; where that gives no sound record, the line alone is bad and reading resumes after it, so a lone quote
 * costs one line and not the rest of the file. Lines without a quote, nearly all, are split and done.
 *
 * @param shared of the texts before this one, where a long text comes in pieces.
 */
export function openCutter(text: string, delimiter: string, shared: Sharing = openSharing()): CsvCutter {
  // The next of each sign at or behind the last place asked for; looked up again only when passed.
  let [lf, cr, quote] = [-1, -1, -1];
  /** Whether the last quoted cell has quotes within. */
  let isDoubled = false;
  /** Whether the last quote that was opened is never closed. */
  let isUnclosed = false;
  const delimiterCode = delimiter.charCodeAt(0);
  const nextOf = (sign: string, at: number): number => {
    const found = text.indexOf(sign, at);
    return found < 0 ? text.length : found;
  };

  function cut(at: number, columns: number | null): Cut {
    if (lf < at) lf = nextOf('\n', at);
    if (cr < at) cr = nextOf('\r', at);
    if (quote < at) quote = nextOf('"', at);
    const stop = Math.min(lf, cr);
    const next = Math.min((stop === cr && lf === cr + 1 ? lf : stop) + 1, text.length);
    if (quote >= stop) return { cells: cutPlain(at, stop), broken: false, next, runsOut: next >= text.length };
    const cells: string[] = [];
    const end = cutQuoted(at, cells);
    const isSound = end >= 0 && (end <= next || (!isTooLong(at, end) && !swallows(at, end, columns)));
    const runsOut = Math.max(end, next) >= text.length || (end < 0 && isUnclosed && !isTooLong(at, text.length));
    return isSound ? { cells, broken: false, next: Math.max(end, next), runsOut } : { cells: cutPlain(at, stop), broken: true, next, runsOut };
  }

  /** A line without understanding quotes: nearly all lines have none. */
  function cutPlain(at: number, stop: number): string[] {
    const cells: string[] = [];
    let from = at;
    for (let here = at; here < stop; here += 1) {
      if (text.charCodeAt(here) !== delimiterCode) continue;
      cells.push(shared(text, cells.length, from, here));
      from = here + 1;
    }
    cells.push(shared(text, cells.length, from, stop));
    return cells;
  }

  /** Fills `cells` with the record at `at`, quotes understood; the start of the next one, or -1 when it is not sound. */
  function cutQuoted(at: number, cells: string[]): number {
    let from = at;
    for (;;) {
      let end: number;
      if (text.charCodeAt(from) === 0x22) {
        const close = closingQuote(from + 1);
        if (close < 0) return -1;
        cells.push(isDoubled ? ownSlice(text, from + 1, close).replaceAll('""', '"') : shared(text, cells.length, from + 1, close));
        end = close + 1;
        // Blanks between a closing quote and the delimiter say nothing.
        while (text[end] === ' ') end += 1;
      } else {
        end = from;
        for (let code = text.charCodeAt(end); code !== delimiterCode && code !== 10 && code !== 13 && end < text.length; code = text.charCodeAt(end)) end += 1;
        cells.push(shared(text, cells.length, from, end));
      }
      if (end >= text.length) return text.length;
      const sign = text[end];
      if (sign === '\n') return end + 1;
      if (sign === '\r') return text[end + 1] === '\n' ? end + 2 : end + 1;
      if (sign !== delimiter) return -1;
      from = end + 1;
    }
  }

  function closingQuote(from: number): number {
    [isDoubled, isUnclosed] = [false, false];
    for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
      if (text.charCodeAt(at + 1) !== 0x22) return at;
      isDoubled = true;
    }
    isUnclosed = true;
    return -1;
  }

  function isTooLong(at: number, end: number): boolean {
    let lines = 0;
    for (let k = nextOf('\n', at); k < end; k = nextOf('\n', k + 1)) if ((lines += 1) > MAX_LINES_PER_RECORD) return true;
    return false;
  }

  /** Whether what looks like one record over several lines is really whole records caught between two lone quotes. */
  function swallows(at: number, end: number, columns: number | null): boolean {
    if (columns === null || columns < 2) return false;
    const lines = text.slice(at, end).replace(/(?:\r\n|\n|\r)$/u, '').split(LINE_END);
    return lines.every((line) => line.split(delimiter).length === columns);
  }

  return { cut };
}

/** Columns that texts are remembered for, texts a column, and the longest of them. */
const MOST_SHARED = 200;
const SLOTS = 64;
const LONGEST_SHARED = 24;
/** A column that has found so few of its first cells again is one of ids or numbers. */
const TRIAL = 512;
const LEAST_FOUND = TRIAL / 8;

/** A slice of a text, for a cell of a column. */
type Sharing = (text: string, column: number, from: number, to: number) => string;

/**
 * Slices of a text by column. A column of a few words gives the same string for the same word, found by comparing in place:
 * that is cheaper than making a new one, and a million rows hold each word once.
 */
export function openSharing(): Sharing {
  const words: ((string | undefined)[] | null)[] = [];
  const tries: number[] = [];
  const finds: number[] = [];
  return (text, column, from, to) => {
    const length = to - from;
    if (length === 0) return '';
    if (column >= words.length && column < MOST_SHARED) words.push(Array<string | undefined>(SLOTS));
    const known = words[column] ?? null;
    if (known === null || length > LONGEST_SHARED) return ownSlice(text, from, to);
    const slot = (length + 31 * text.charCodeAt(from) + 17 * text.charCodeAt(to - 1) + 7 * text.charCodeAt(from + (length >> 1))) & (SLOTS - 1);
    const word = known[slot];
    const tried = (tries[column] ?? 0) + 1;
    tries[column] = tried;
    if (word !== undefined && word.length === length && text.startsWith(word, from)) {
      finds[column] = (finds[column] ?? 0) + 1;
      return word;
    }
    if (tried === TRIAL && (finds[column] ?? 0) < LEAST_FOUND) words[column] = null;
    const cell = ownSlice(text, from, to);
    known[slot] = cell;
    return cell;
  };
}

/** From this length on V8 makes a slice a view, which keeps the whole text in memory. */
const LEAST_VIEW = 13;

/** A slice that owns its letters: of a long text no cell keeps the rest alive. */
function ownSlice(text: string, from: number, to: number): string {
  const slice = text.slice(from, to);
  return slice.length < LEAST_VIEW ? slice : ` ${slice}`.slice(1);
}

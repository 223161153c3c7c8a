import { isAnglePart, isCaption, withoutGroupWord } from './columns/header-rows-words.ts';
import { isUnit } from './columns/units.ts';
import type { GridLine } from './grid.ts';

/** Whether a cell is a header that some field goes by. */
export type IsHeader = (cell: string) => boolean;

export interface HeaderRows {
  /** The line of the header, and the one behind it (two lines on where the header has two rows). */
  readonly at: number;
  readonly next: number;
  readonly header: readonly string[];
  readonly titles: readonly string[];
}

/** Lines of a heading above the header: the title, the office that fills it in, the day. */
const MOST_TITLES = 5;
/** How far down a header may stand: titles, the blank lines between them, and its own two rows. */
export const HEAD_LINES = 24;

const filled = (cells: readonly string[]): readonly string[] => [...new Set(cells.map((cell) => cell.trim()).filter((cell) => cell !== ''))];

/**
 * The header among the first lines of a table: the first filled line, unless that is a title or a caption above a line that
 * names columns. `null` when all lines are blank.
 */
export function findHeaderRows(lines: readonly GridLine[], isHeader: IsHeader): HeaderRows | null {
  const first = lines.findIndex(({ cells }) => filled(cells).length > 0);
  if (first < 0) return null;
  const titles: string[] = [];
  for (const [at, { cells }] of lines.entries()) {
    if (at < first) continue;
    const texts = filled(cells);
    if (texts.length === 0) continue;
    const names = texts.some(isHeader);
    if (names && texts.length > 1) return withSecondRow(lines, at, titles, isHeader);
    if (names || (texts.length > 1 && !texts.every(isCaption)) || titles.length >= MOST_TITLES) break;
    titles.push(texts.join(' '));
  }
  return withSecondRow(lines, first, [], isHeader);
}

function withSecondRow(lines: readonly GridLine[], at: number, titles: readonly string[], isHeader: IsHeader): HeaderRows {
  const header = (lines[at]?.cells ?? []).map((cell) => cell);
  const joined = joinedRows(lines[at], lines[at + 1], isHeader);
  return joined === null ? { at, next: at + 1, header, titles } : { at, next: at + 2, header: joined, titles };
}

/**
 * Two header rows as one: a group's name stands once, over several columns, with their names below it, and a column's own
 * name stands in both rows, or above a blank; or the second row holds units. `null` when the second line is none of this.
 */
function joinedRows(top: GridLine | undefined, below: GridLine | undefined, isHeader: IsHeader): readonly string[] | null {
  if (top === undefined || below === undefined || below.cells.length > top.cells.length) return null;
  const upper = top.cells.map((cell) => cell.trim());
  const lower = below.cells.map((cell) => cell.trim());
  const isSame = (k: number): boolean => lower[k] === '' || lower[k] === upper[k];
  const width = Math.max(upper.length, lower.length);
  const named = [...Array(width).keys()].filter((k) => !isSame(k) && lower[k] !== undefined);
  if (named.length === 0) return null;
  const isPart = (cell: string): boolean => isAnglePart(cell) || isUnit(cell);
  const isGroup = (k: number): boolean => (upper[k] ?? '') === '' || top.merged?.includes(k) === true || top.merged?.includes(k + 1) === true || upper[k + 1] === '';
  const isSub = (k: number): boolean => isPart(lower[k] ?? '') || (isGroup(k) && !/^[\d.+-]+$/u.test(lower[k] ?? ''));
  if (!named.every(isSub)) return null;

  let group = '';
  const joined = [...Array(width).keys()].map((k) => {
    if ((upper[k] ?? '') !== '') group = upper[k] ?? '';
    const [over, under] = [(upper[k] ?? '') === '' && (lower[k] ?? '') !== '' ? group : (upper[k] ?? ''), lower[k] ?? ''];
    if (under === '' || under === over) return over;
    if (isPart(under)) return `${over}(${under.replace(/^[((]|[))]$/gu, '')})`;
    const names = [`${over}${under}`, `${withoutGroupWord(over)}${under}`, under];
    return names.find(isHeader) ?? `${over}-${under}`;
  });
  // A merged name stands in several columns and is one name.
  const count = (cells: readonly string[]): number => new Set(cells.filter(isHeader)).size;
  // A row of units adds no name, but must leave all that were known.
  const isRowOfUnits = named.length > 1 && named.every((k) => isPart(lower[k] ?? ''));
  return count(joined) > count(upper) || (isRowOfUnits && count(joined) >= count(upper)) ? joined : null;
}

import type { Cell } from './csv-text.ts';
import { textCell } from './cell.ts';

/** Places of the cell formats in the style sheet of `workbook-parts.ts`. */
export const STYLE = { plain: 0, heading: 1, day: 2, guarded: 3 } as const;

/** Of a cell's text (Excel's specifications and limits). */
export const MAX_CELL_CHARS = 32_767;

const MS_PER_DAY = 86_400_000;
/** Excel counts from 1899-12-31 and has a 29 February 1900, so that its days are sure from March 1900 on. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const FIRST_SURE_DAY = 61;

/** A cell as XML; nothing for a blank one. Numbers and days are numbers, all else is text, and no cell holds a formula. */
export function cellXml(cell: Cell, reference: string, style: number = STYLE.plain): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? `<c r="${reference}"><v>${cell}</v></c>` : '';
  if (typeof cell === 'string') return textXml(cell, reference, style);
  if (cell.day === null) return '';
  const serial = (Date.parse(`${cell.day}T00:00:00Z`) - DAY_ZERO) / MS_PER_DAY;
  return serial >= FIRST_SURE_DAY ? `<c r="${reference}" s="${STYLE.day}"><v>${serial}</v></c>` : textXml(cell.day, reference, style);
}

function textXml(text: string, reference: string, style: number): string {
  // What a spreadsheet would run, round or re-date on the next edit is marked as text for good.
  const format = style === STYLE.plain && textCell(text) !== text ? STYLE.guarded : style;
  const styled = format === STYLE.plain ? '' : ` s="${format}"`;
  const space = /^\s|\s$|[\n\t]| {2}/u.test(text) ? ' xml:space="preserve"' : '';
  return `<c r="${reference}"${styled} t="inlineStr"><is><t${space}>${escaped(text)}</t></is></c>`;
}

const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for XML; what XML can't hold is written as `_x0000_` (ECMA-376-1 §22.4.2.4), and so is text that looks like that. */
export function escaped(text: string): string {
  return text
    .replace(/_(?=x[\da-f]{4}_)/giu, '_x005F_')
    .replace(/[&<>"]/gu, (char) => MARKUP[char] ?? '')
    .replace(/[\0-\x08\x0B-\x1F\uFFFE\uFFFF]|\p{Surrogate}/gu, (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
}

/** How long the text of a cell is, as the limit counts it. */
export function cellLength(cell: Cell): number {
  return typeof cell === 'string' ? cell.length : 0;
}

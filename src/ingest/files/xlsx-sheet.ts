import { failed, ok, type Result } from '../../base/result.ts';
import type { CellKind, GridLine } from '../grid.ts';
import type { Steps } from '../../base/steps.ts';
import type { FileFault } from './file-fault.ts';
import type { Zip } from './safe-zip.ts';
import { scanXml } from './scan-xml.ts';
import { cellName, cellPosition, columnNumber } from './xlsx-cells.ts';
import { dayOfSerial } from './xlsx-days.ts';
import { expandMerged, type CellRange } from './xlsx-merged.ts';
import type { XlsxSheetPart } from './xlsx-parts.ts';
import { unescaped } from './xlsx-text.ts';
import { xmlAttributes } from './xml-scan.ts';

/** What all sheets of a workbook share. */
export interface XlsxContext {
  readonly zip: Zip;
  readonly strings: readonly string[];
  readonly dayStyles: readonly boolean[];
  readonly from1904: boolean;
}

export interface XlsxSheet {
  readonly lines: readonly GridLine[];
  readonly remarks: readonly FileFault[];
}

/** XFD, the last column of Excel. */
const MAX_COLUMNS = 16_384;
/** 100,000 rows of 15 columns are 1.5 million. Counted as the rectangle of each row, which is what memory holds. */
const MAX_CELLS = 10_000_000;
/** More blank rows than this mean a cell that was filled by mistake far below. */
const MAX_GAP = 10_000;
const MAX_RANGES = 1_000_000;
const MAX_EXACT_DIGITS = 15;

/** A cell's attributes as nearly all programs write them. */
const PLAIN_CELL = /^ r="([A-Z]{1,3})(\d{1,7})"(?: s="(\d{1,9})")?(?: t="(\w{1,20})")? ?$/u;
/** A number that is its own shortest form, as most are. */
const PLAIN_NUMBER = /^(?:0|-?[1-9]\d{0,6}|-?(?:0|[1-9]\d{0,6})\.\d{0,6}[1-9])$/u;

const BLANK_LINE: GridLine = { cells: [] };

/**
 * The lines of a sheet from the top, blank ones too; blank ones behind the last filled one are left out. What the file
 * claims of its dimensions is never looked at.
 */
export function* readXlsxSheet({ zip, strings, dayStyles, from1904 }: XlsxContext, { name: sheet, entry }: XlsxSheetPart): Steps<Result<XlsxSheet, FileFault>> {
  const lines: GridLine[] = [];
  const ranges: CellRange[] = [];
  const notes = { hidden: 0, errors: openNote(), digits: openNote(), formulas: openNote() };
  let fault: FileFault | null = null;
  let cellCount = 0;

  let rowNumber = 0;
  let rowHidden = false;
  let cells: string[] = [];
  let kinds: CellKind[] = [];
  let filled = false;

  let column = -1;
  let [type, style] = ['', 0];
  let hasFormula = false;
  let inValue = false;
  let parts: string[] = [];
  let inAid = false;

  const here = (): string => cellName(column, rowNumber);
  const stop = (found: FileFault): void => {
    fault ??= found;
  };

  function openRow(attributes: string): void {
    const read = xmlAttributes(attributes);
    const stated = read.get('r');
    const next = stated === undefined ? rowNumber + 1 : Number(stated);
    if (!Number.isSafeInteger(next) || next <= rowNumber) stop({ code: 'sheet-cell-misplaced', sheet, cell: `A${stated ?? next}` });
    rowNumber = next;
    rowHidden = /^(?:1|true)$/u.test(read.get('hidden') ?? '');
    [cells, kinds, column, filled] = [[], [], -1, false];
  }

  function closeRow(): void {
    if (!filled) return;
    const gap = rowNumber - 1 - lines.length;
    if (gap > MAX_GAP) stop({ code: 'sheet-cell-stray', sheet, cell: cellName(kinds.findIndex((kind) => kind !== 'blank'), rowNumber), gap });
    else for (let k = 0; k < gap; k++) lines.push(BLANK_LINE);
    cellCount += cells.length;
    if (cellCount > MAX_CELLS) stop({ code: 'sheet-too-many-cells', sheet, limit: MAX_CELLS });
    if (rowHidden) notes.hidden += 1;
    lines.push({ cells, kinds });
  }

  function openCell(attributes: string): void {
    const plain = PLAIN_CELL.exec(attributes);
    if (plain !== null) {
      const [, letters = '', digits = ''] = plain;
      [style, type] = [Number(plain[3] ?? 0), plain[4] ?? 'n'];
      moveTo(columnNumber(letters), Number(digits), letters + digits);
    } else {
      const read = xmlAttributes(attributes);
      [style, type] = [Number(read.get('s') ?? 0), read.get('t') ?? 'n'];
      const reference = read.get('r');
      const at = reference === undefined ? { column: column + 1, row: rowNumber } : cellPosition(reference);
      moveTo(at?.column ?? -1, at?.row ?? 0, reference ?? '');
    }
    [parts, hasFormula] = [[], false];
  }

  function moveTo(next: number, row: number, reference: string): void {
    if (row !== rowNumber || next <= column) stop({ code: 'sheet-cell-misplaced', sheet, cell: reference });
    else if (next >= MAX_COLUMNS) stop({ code: 'sheet-too-wide', sheet, cell: reference, limit: MAX_COLUMNS });
    column = next;
  }

  function closeCell(): void {
    const raw = parts.length === 1 ? (parts[0] ?? '') : parts.join('');
    if (hasFormula && raw === '' && type !== 'str') note(notes.formulas, here(), '');
    const [text, kind] = valueOf(raw);
    if (text.trim() === '') return;
    while (cells.length < column) {
      cells.push('');
      kinds.push('blank');
    }
    cells.push(text);
    kinds.push(kind);
    filled = true;
  }

  function valueOf(raw: string): readonly [string, CellKind] {
    switch (type) {
      case 's':
        return [raw.trim() === '' ? '' : (strings[Number(raw)] ?? ''), 'text'];
      case 'str':
      case 'inlineStr':
        return [unescaped(raw), 'text'];
      case 'b':
        return [raw.trim() === '' ? '' : raw.trim() === '1' ? 'TRUE' : 'FALSE', 'boolean'];
      case 'e':
        if (raw !== '') note(notes.errors, here(), raw);
        return [raw, 'error'];
      case 'd':
        return [raw.replace(/T00:00:00(?:\.0+)?Z?$/u, ''), 'date'];
      default:
        return numberOf(raw.trim());
    }
  }

  function numberOf(raw: string): readonly [string, CellKind] {
    const value = Number(raw);
    if (raw === '' || !Number.isFinite(value)) return [raw, 'text'];
    const isDay = dayStyles[style] === true;
    if (!isDay && PLAIN_NUMBER.test(raw)) return [raw, 'number'];
    const day = isDay ? dayOfSerial(value, from1904) : null;
    if (day !== null) return [day, 'date'];
    if (Number.isInteger(value) && Math.abs(value) >= 10 ** MAX_EXACT_DIGITS) note(notes.digits, here(), '');
    return [String(value), 'number'];
  }

  const scanFault = yield* scanXml(zip, entry, {
    open: (name, attributes) => {
      if (fault !== null) return;
      if (name === 'c') openCell(attributes);
      else if (name === 'v' || (name === 't' && !inAid)) inValue = true;
      else if (name === 'row') openRow(attributes);
      else if (name === 'f') hasFormula = true;
      else if (name === 'rPh') inAid = true;
      else if (name === 'mergeCell') {
        ranges.push(...rangeOf(xmlAttributes(attributes).get('ref') ?? ''));
        if (ranges.length > MAX_RANGES) stop({ code: 'too-many-items', entry: entry.name, limit: MAX_RANGES });
      }
    },
    close: (name) => {
      if (fault !== null) return;
      if (name === 'c') closeCell();
      else if (name === 'v' || name === 't') inValue = false;
      else if (name === 'row') closeRow();
      else if (name === 'rPh') inAid = false;
    },
    text: (text) => {
      if (inValue) parts.push(text);
    },
    done: () => fault !== null,
  });
  fault ??= scanFault;
  if (fault !== null) return failed([fault]);
  const merged = expandMerged(lines, ranges, MAX_CELLS - cellCount);
  if (merged === null) return failed([{ code: 'sheet-too-many-cells', sheet, limit: MAX_CELLS }]);
  return ok({ lines: merged, remarks: remarksOf(sheet, notes) });
}

interface Note {
  count: number;
  cell: string;
  value: string;
}

function openNote(): Note {
  return { count: 0, cell: '', value: '' };
}

function note(notes: Note, cell: string, value: string): void {
  if (notes.count === 0) Object.assign(notes, { cell, value });
  notes.count += 1;
}

function rangeOf(reference: string): readonly CellRange[] {
  const [from, to] = reference.split(':').map(cellPosition);
  if (from === undefined || to === undefined || from === null || to === null) return [];
  return to.row >= from.row && to.column >= from.column ? [{ from, to }] : [];
}

function remarksOf(sheet: string, notes: { readonly hidden: number; readonly errors: Note; readonly digits: Note; readonly formulas: Note }): readonly FileFault[] {
  const { hidden, errors, digits, formulas } = notes;
  const remarks: FileFault[] = [];
  if (hidden > 0) remarks.push({ code: 'sheet-rows-hidden', sheet, count: hidden });
  if (errors.count > 0) remarks.push({ code: 'sheet-cells-in-error', sheet, cell: errors.cell, value: errors.value, count: errors.count });
  if (digits.count > 0) remarks.push({ code: 'sheet-digits-lost', sheet, cell: digits.cell, count: digits.count });
  if (formulas.count > 0) remarks.push({ code: 'sheet-formula-without-value', sheet, cell: formulas.cell, count: formulas.count });
  return remarks;
}

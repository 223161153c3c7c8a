import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Cell } from '../../src/export/csv-text.ts';
import { writeWorkbook, type SheetToWrite } from '../../src/export/write-workbook.ts';
import { openZip } from '../../src/ingest/files/safe-zip.ts';
import { unpack } from '../../src/ingest/files/unpack.ts';
import { columnLetters } from '../../src/ingest/files/xlsx-cells.ts';
import { joined } from '../ingest/files/make/zip.ts';

/** Much is packed and unpacked; a loaded machine takes its time. */
vi.setConfig({ testTimeout: 60_000 });

function bytesOf(...sheets: readonly SheetToWrite[]): Uint8Array {
  const written = writeWorkbook(sheets);
  if (!written.ok) throw new Error(JSON.stringify(written.problems));
  return joined(written.value);
}

const sheet = (rows: readonly (readonly Cell[])[], header: readonly string[] | null = null): SheetToWrite => ({ name: '台账', header, rows });

/** The lines of the sheets as our own reader gives them. */
function readBack(bytes: Uint8Array) {
  const opened = unpack({ name: 'out.xlsx', bytes });
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  const content = opened.value[0]?.content;
  return content?.kind === 'grids' ? content.grids : [];
}

/** The XML of a part. */
function partOf(bytes: Uint8Array, name: string): string {
  const zip = openZip(bytes);
  const entry = zip.ok ? zip.value.find(name) : null;
  const whole = zip.ok && entry !== null ? zip.value.unpackWhole(entry, 10) : null;
  return whole?.ok === true ? new TextDecoder().decode(whole.value) : '';
}

describe('a workbook', () => {
  it('holds numbers and days as such, and text that never runs', () => {
    const bytes = bytesOf(sheet([['0012', 35.5, { day: '2024-10-01' }, { day: null }, null, '', '=1+1', '1E5', 1e21, Infinity, { day: '1900-01-01' }]]));
    const [grid] = readBack(bytes);
    expect(grid?.lines[0]?.cells).toEqual(['0012', '35.5', '2024-10-01', '', '', '', '=1+1', '1E5', '1e+21', '', '1900-01-01']);
    expect(grid?.lines[0]?.kinds).toEqual(['text', 'number', 'date', 'blank', 'blank', 'blank', 'text', 'text', 'number', 'blank', 'text']);
    const xml = partOf(bytes, 'xl/worksheets/sheet1.xml');
    expect(xml).not.toMatch(/<f>|<f |hyperlink/u);
    // Marked as text for good: also after an edit it is no formula, no number.
    expect(xml).toContain('<c r="A1" s="3" t="inlineStr">');
    expect(partOf(bytes, 'xl/styles.xml')).toContain('numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" quotePrefix="1"');
  });

  it('keeps its header in sight, and columns as wide as they need', () => {
    const xml = partOf(bytesOf(sheet([['很长很长很长很长很长很长的名称', 1]], ['名称', 'n'])), 'xl/worksheets/sheet1.xml');
    expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(xml).toContain('<cols><col min="1" max="1" width="32" customWidth="1"/><col min="2" max="2" width="8" customWidth="1"/></cols>');
    expect(xml).toContain('<autoFilter ref="A1:B2"/>');
  });

  it('has sheets of any name, in order, and rows beyond the first look', () => {
    const rows = Array.from({ length: 250 }, (_, i) => [i, `行${i}`]);
    const grids = readBack(bytesOf({ name: '判定 & 结果', header: ['a', 'b'], rows }, sheet([['x']])));
    expect(grids.map((grid) => [grid.sheet, grid.lines.length])).toEqual([['判定 & 结果', 251], ['台账', 1]]);
    expect(grids[0]?.lines[250]?.cells).toEqual(['249', '行249']);
  });

  it('gives any text back as it was', () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 20 }), fc.constantFrom('_x0041_', '_x_x0041_', '\0', '\r\n', ' a ', '\uD800', '\uFFFE', '<a b="c">&amp;', '__proto__'));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (texts) => {
        const [grid] = readBack(bytesOf(sheet([['x', ...texts, 'x']])));
        expect(grid?.lines[0]?.cells.slice(1, -1)).toEqual(texts.map((one) => (one.trim() === '' ? '' : one)));
      }),
      { numRuns: 50 },
    );
  });

  it('gives any number back as it was', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        expect(Number(readBack(bytesOf(sheet([['x', number]])))[0]?.lines[0]?.cells[1])).toBe(number === 0 ? 0 : number);
      }),
      { numRuns: 50 },
    );
  });

  it('is the same bytes for the same rows', () => {
    const rows = [['a', 1]];
    expect(bytesOf(sheet(rows))).toEqual(bytesOf(sheet(rows)));
    const zip = bytesOf(sheet(rows));
    // The day in the archive is 1980-01-01, whenever and wherever it is written.
    expect([...zip.subarray(10, 14)]).toEqual([0, 0, 0x21, 0]);
  });
});

describe('what the format can not hold', () => {
  it('is a cell of too many characters', () => {
    expect(writeWorkbook([sheet([['a'], ['b', 'x'.repeat(32_768)]], ['n'])])).toEqual({
      ok: false,
      problems: [{ code: 'cell-length', sheet: '台账', row: 2, column: 1, length: 32_768, limit: 32_767 }],
    });
    expect(readBack(bytesOf(sheet([['x'.repeat(32_767)]])))[0]?.lines[0]?.cells[0]).toHaveLength(32_767);
  });

  it('is more rows than Excel has', () => {
    const endless = { *[Symbol.iterator](): Generator<readonly Cell[]> { for (;;) yield []; } };
    expect(writeWorkbook([{ name: 'a', header: ['n'], rows: endless }])).toEqual({ ok: false, problems: [{ code: 'rows', limit: 1_048_576 }] });
  });
});

it('names columns as spreadsheets do', () => {
  expect([0, 25, 26, 701, 702, 16_383].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']);
});

import { describe, expect, it, vi } from 'vitest';
import type { Grid } from '../../../src/ingest/grid.ts';
import { unpack } from '../../../src/ingest/files/unpack.ts';
import { dayOfSerial, isDayFormat } from '../../../src/ingest/files/xlsx-days.ts';
import { makeXlsx, sheetRows, type WorkbookParts } from './make/xlsx.ts';

/** Much is packed and unpacked; a loaded machine takes its time. */
vi.setConfig({ testTimeout: 60_000 });

interface Opened {
  readonly grids: readonly Grid[];
  readonly codes: readonly string[];
}

function open(parts: WorkbookParts | Uint8Array): Opened | string {
  const bytes = parts instanceof Uint8Array ? parts : makeXlsx(parts);
  const opened = unpack({ name: 'ledger.xlsx', bytes });
  if (!opened.ok) return opened.problems[0]?.code ?? '';
  const content = opened.value[0]?.content;
  if (content?.kind !== 'grids') throw new Error('no grids');
  return { grids: content.grids, codes: content.messages.map(({ code }) => code) };
}

const one = (rows: string, more: Omit<WorkbookParts, 'sheets'> & { readonly merges?: readonly string[]; readonly dimension?: string } = {}): Opened | string =>
  open({ ...more, sheets: [{ name: '台账', rows, ...more }] });

const cellsOf = (opened: Opened | string) => (typeof opened === 'string' ? opened : opened.grids[0]?.lines.map(({ cells }) => cells));

/** Styles 0 plain, 1 built-in day, 2 a Chinese day of the user's own, 3 hours that run on, 4 a plain number in a unit. */
const STYLES =
  '<numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="177" formatCode="[h]:mm"/><numFmt numFmtId="178" formatCode="0.0&quot;t/h&quot;"/></numFmts>' +
  '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="177"/><xf numFmtId="178"/></cellXfs>';

describe('a workbook', () => {
  it('gives texts, numbers in full, formulas as they were last calculated, yes and no, days', () => {
    const rows =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><r><t>炉</t></r><r><t>号</t></r></is></c><c r="C1" t="str"><f>A1&amp;"x"</f><v>名x</v></c></row>' +
      '<row r="2"><c r="A2"><v>0.10000000000000001</v></c><c r="B2"><v>1.5E-3</v></c><c r="C2"><f>1+1</f><v>2</v></c><c r="D2" t="b"><v>1</v></c><c r="E2" s="1"><v>45566</v></c><c r="F2" s="2"><v>45566.354166666664</v></c><c r="G2" s="3"><v>1.5</v></c><c r="H2" s="4"><v>35</v></c><c r="I2" t="d"><v>2024-10-01T00:00:00</v></c></row>';
    const opened = one(rows, { strings: ['<r><t>名</t></r><r><t>称</t></r><rPh><t>ミョウ</t></rPh>'], styles: STYLES });
    expect(cellsOf(opened)).toEqual([
      ['名称', '炉号', '名x'],
      ['0.1', '0.0015', '2', 'TRUE', '2024-10-01', '2024-10-01 08:30:00', '1.5', '35', '2024-10-01'],
    ]);
    expect(typeof opened !== 'string' && opened.grids[0]?.lines[1]?.kinds).toEqual(['number', 'number', 'number', 'boolean', 'date', 'date', 'number', 'number', 'date']);
  });

  it('counts days from 1904 where it says so', () => {
    expect(cellsOf(one('<row r="1"><c r="A1" s="1"><v>0</v></c><c r="B1" s="1"><v>44104</v></c></row>', { styles: STYLES, from1904: true }))).toEqual([['1904-01-01', '2024-10-01']]);
  });

  it('fills merged areas from their first cell, marks what it filled in, and keeps what stood there', () => {
    const opened = one(sheetRows([['甲厂', 1], [null, 2], [null, 3], ['别的', 4]]), { merges: ['A1:A4', 'B1:XFD1', 'bad', 'C9:D1048576'] });
    expect(cellsOf(opened)).toEqual([['甲厂', '1'], ['甲厂', '2'], ['甲厂', '3'], ['别的', '4']]);
    expect(typeof opened !== 'string' && opened.grids[0]?.lines.map(({ merged = [] }) => merged)).toEqual([[], [0], [0], []]);
  });

  it('keeps blank lines within, drops them at the end, and takes no cell of spaces for content', () => {
    const rows = `${sheetRows([['a']], 2)}<row r="4"><c r="B4" s="1"/></row>${sheetRows([['b']], 5)}${sheetRows([[' ']], 9)}`;
    expect(cellsOf(one(rows))).toEqual([[], ['a'], [], [], ['b']]);
  });

  it('reads rows and cells that name no place', () => {
    expect(cellsOf(one('<row><c><v>1</v></c><c><v>2</v></c></row><row><c r="B2"><v>3</v></c><c><v>4</v></c></row>'))).toEqual([['1', '2'], ['', '3', '4']]);
  });

  it('gives every sheet that is not blank, hidden ones marked, whatever the archive calls them', () => {
    const opened = open({ sheets: [{ name: '空', rows: '' }, { name: '一', rows: sheetRows([['a']]) }, { name: '二 &amp; 三', rows: sheetRows([['b']]), hidden: true }] });
    expect(typeof opened !== 'string' && opened.grids.map(({ sheet, hidden }) => [sheet, hidden])).toEqual([['一', undefined], ['二 & 三', true]]);
  });

  it('says what it can not give: errors, digits that Excel dropped, formulas without a result, hidden rows', () => {
    const rows =
      '<row r="1" hidden="1"><c r="A1" t="e"><v>#REF!</v></c><c r="B1"><v>1.40500000000000E+17</v></c><c r="C1"><f>A1</f></c></row><row r="2"><c r="A2"><v>1</v></c></row>';
    const opened = one(rows);
    expect(cellsOf(opened)).toEqual([['#REF!', '140500000000000000'], ['1']]);
    expect(typeof opened !== 'string' && opened.codes).toEqual(['sheet-rows-hidden', 'sheet-cells-in-error', 'sheet-digits-lost', 'sheet-formula-without-value']);
    expect(typeof opened !== 'string' && opened.grids[0]?.lines[0]?.kinds?.[0]).toBe('error');
  });

  it('believes no dimension', () => {
    expect(cellsOf(one(sheetRows([['a']]), { dimension: 'A1:XFD1048576' }))).toEqual([['a']]);
    expect(cellsOf(one(sheetRows([['a']]), { dimension: 'ZZZZZZZ99999999999:&lt;' }))).toEqual([['a']]);
  });

  it('reads characters that XML can not hold', () => {
    expect(cellsOf(one('<row r="1"><c r="A1" t="inlineStr"><is><t>a_x000A_b_x005F_x</t></is></c></row>'))).toEqual([['a\nb_x']]);
  });

  it.each([
    ['sheet-too-wide', '<row r="1"><c r="XFE1"><v>1</v></c></row>'],
    ['sheet-too-wide', '<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>'],
    ['sheet-cell-misplaced', '<row r="1"><c r="A2"><v>1</v></c></row>'],
    ['sheet-cell-misplaced', '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'],
    ['sheet-cell-misplaced', '<row r="1"><c r="1A"><v>1</v></c></row>'],
    ['sheet-cell-misplaced', `${sheetRows([['a']])}${sheetRows([['b']])}`],
    ['sheet-cell-misplaced', '<row r="NaN"><c><v>1</v></c></row>'],
    ['sheet-cell-stray', `${sheetRows([['a']])}${sheetRows([['b']], 1_048_576)}`],
    ['xml-malformed', '<row r="1"><c r="A1"><v>1</c></row>'],
    ['workbook-without-sheets', ''],
  ])('ends with %s on %s', (code, rows) => {
    expect(one(rows)).toBe(code);
  });

  it('refuses more cells than memory should hold', () => {
    const rows = Array.from({ length: 700 }, (_, i) => `<row r="${i + 1}"><c r="XFD${i + 1}"><v>1</v></c></row>`).join('');
    expect(one(rows)).toBe('sheet-too-many-cells');
    expect(one(`<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>1</v></c></row>${sheetRows([[1]], 5000)}`, { merges: ['A1:XFD5000'] })).toBe('sheet-too-many-cells');
  });

  it('says which part is missing, and refuses entities', () => {
    expect(open({ sheets: [{ name: 'a', rows: '' }], more: [{ name: 'xl/workbook.xml', bytes: '<!DOCTYPE a [<!ENTITY b "c">]><workbook/>' }] })).toBe('xml-doctype');
    expect(open({ sheets: [], more: [{ name: 'xl/workbook.xml', bytes: '<workbook/>' }] })).toBe('workbook-without-sheets');
    expect(open({ sheets: [], more: [{ name: '_rels/.rels', bytes: '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/gone.xml"/></Relationships>' }] })).toBe('workbook-part-missing');
  });
});

describe('days', () => {
  it.each([
    ['yyyy-mm-dd', true],
    ['yyyy"年"m"月"', true],
    ['[$-804]yyyy/m/d;@', true],
    ['h:mm:ss.000', true],
    ['[h]:mm', false],
    ['General', false],
    ['0.00E+00', false],
    ['#,##0.0 "days"', false],
    ['[Red]0.0', false],
    ['@', false],
  ])('knows %s for a format of days: %s', (format, expected) => {
    expect(isDayFormat(format)).toBe(expected);
  });

  it('counts as Excel does, but for the day that never was', () => {
    expect([1, 59, 60, 61, 45566, 2_958_465, 0.5, -1, 2_958_466].map((serial) => dayOfSerial(serial, false))).toEqual([
      '1900-01-01', '1900-02-28', null, '1900-03-01', '2024-10-01', '9999-12-31', null, null, null,
    ]);
    expect(dayOfSerial(45566.999999, false)).toBe('2024-10-02');
  });
});

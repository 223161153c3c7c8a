import { quarantineCsv } from '../../../src/export/quarantine-csv.ts';
import { readFacilities } from '../../../src/ingest/read-facilities.ts';
import type { Case } from './case.ts';
import { gb18030, utf16, utf8 } from './encode.ts';
import { HEADER, ledger, text } from './rows.ts';

const three = ledger(3);
const head = [...HEADER];
const lateGbk = (): Uint8Array => {
  const rows = Array.from({ length: 5900 }, (_, k) => [`B${k}`, 'boiler', 'plant', '', 'coal', '10', 'heating', '', '112.85', `${35.2 + k / 100_000}`, 'inUse']);
  const last = ['B5900', '锅炉', '某厂', '', '煤', '10', '供热', '泽州县', '112.85', '35.49', '在用'];
  return gb18030(text([['id', 'name', 'enterprise', 'creditCode', 'fuel', 'capacityTph', 'use', 'county', 'lon', 'lat', 'status'], ...rows, last]));
};

/** Our own list of rejected rows. */
function rejected(lang: 'zh' | 'en'): string {
  const bad = utf8(text([['编号', '名称', '吨位', '备注'], ['001', 'a', 'abc', '=1+1'], ['2', 'b', '35', 'x'], ['3', 'c', 'def', '-']]));
  return quarantineCsv(readFacilities({ name: 'x.csv', bytes: bad }, { divisions: [] }).quarantine, lang);
}

/** Encodings, delimiters, line ends, quotes, titles, header rows. */
export const textCases: readonly Case[] = [
  { file: 'utf8.csv', about: 'UTF-8 without a mark', bytes: three, expect: [3, 3, 0, 0] },
  { file: 'utf8-bom.csv', about: 'UTF-8 with its mark, as Excel saves it', bytes: `\uFEFF${three}`, expect: [3, 3, 0, 0] },
  { file: 'gbk.csv', about: 'GBK, as Chinese Excel saves CSV', bytes: gb18030(three), expect: [3, 3, 0, 0], encoding: 'gb18030' },
  { file: 'gbk-late.csv', about: 'GBK whose first Chinese character stands in row 5,901', bytes: lateGbk(), expect: [5901, 5901, 0, 0], encoding: 'gb18030' },
  { file: 'gbk-one-word.csv', about: 'GBK that is also sound UTF-8: the one word 煤', bytes: gb18030('id,name,fuel,capacityTph\n1,a,煤,10\n2,b,煤,4\n'), expect: [2, 2, 0, 0], encoding: 'gb18030' },
  { file: 'degree-sign.csv', about: 'UTF-8 whose only sign beyond ASCII is °', bytes: 'id,name,lon,lat\n1,a,112.85°,35.49°\n', expect: [1, 1, 0, 0] },
  { file: 'utf16le-bom.csv', about: 'UTF-16 LE, "Unicode text" of Excel', bytes: utf16(ledger(3, '\t'), { isBig: false, hasMark: true }), expect: [3, 3, 0, 0], encoding: 'utf-16le' },
  { file: 'utf16be-bom.csv', about: 'UTF-16 BE', bytes: utf16(three, { isBig: true, hasMark: true }), expect: [3, 3, 0, 0], encoding: 'utf-16be' },
  { file: 'utf16le.csv', about: 'UTF-16 LE without its mark', bytes: utf16(three, { isBig: false, hasMark: false }), expect: [3, 3, 0, 0], encoding: 'utf-16le' },
  { file: 'utf16be.csv', about: 'UTF-16 BE without its mark', bytes: utf16(three, { isBig: true, hasMark: false }), expect: [3, 3, 0, 0], encoding: 'utf-16be' },
  { file: 'big5.csv', about: 'Big5 (鍋爐): nobody knows', bytes: Uint8Array.from([0xc1, 0xe7, 0xc4, 0x6c, 0x2c, 0xa6, 0x57, 0xba, 0xd9, 0x0a, 0x31, 0x2c, 0x61, 0x0a]), expect: 'encoding-unclear' },
  { file: 'latin1.csv', about: 'Latin-1', bytes: Uint8Array.from([...utf8('name,note\na,caf'), 0xe9, 0x0a]), expect: 'encoding-unclear' },
  { file: 'gbk-stated.csv', about: 'GBK of one rare character, answered by the user', bytes: Uint8Array.from([...utf8('name,fuel\n'), 0x8c, 0x64, ...utf8(',coal\n')]), options: { encoding: 'gb18030' }, expect: [1, 1, 0, 0], encoding: 'gb18030' },
  { file: 'utf8-stated-wrong.csv', about: 'GBK, said to be UTF-8', bytes: gb18030(three), options: { encoding: 'utf-8' }, expect: 'encoding-not-as-stated' },
  { file: 'utf8-cut.csv', about: 'UTF-8 cut within a character', bytes: utf8(three).slice(0, -4), expect: 'text-cut-off' },
  { file: 'gbk-cut.csv', about: 'GBK cut within a character', bytes: gb18030(three).slice(0, -3), expect: 'text-cut-off' },
  { file: 'nul.csv', about: 'a NUL within', bytes: three.replace('锅炉', '锅\0炉'), expect: 'file-not-text' },
  { file: 'empty.csv', about: 'nothing at all', bytes: '', expect: 'file-empty' },
  { file: 'blank-lines.csv', about: 'nothing but blank lines', bytes: '\r\n\r\n  \r\n', expect: 'file-empty' },
  { file: 'header-only.csv', about: 'a header and no row', bytes: text([head]), expect: [0, 0, 0, 0], codes: ['file-without-rows'] },
  { file: 'tabs.tsv', about: 'tabs', bytes: ledger(3, '\t'), expect: [3, 3, 0, 0] },
  { file: 'semicolons.csv', about: 'semicolons', bytes: ledger(3, ';'), expect: [3, 3, 0, 0] },
  { file: 'bars.txt', about: 'vertical bars', bytes: ledger(3, '|'), expect: [3, 3, 0, 0] },
  { file: 'full-width-commas.txt', about: 'full-width commas', bytes: ledger(3, '，'), expect: [3, 3, 0, 0] },
  { file: 'commas-in-tabs.tsv', about: 'tabs, and commas within the names of columns', bytes: text([['编号', '名称', '坐标(经度,纬度,WGS84)', '吨位'], ['1', 'a', '112.85,35.49', '35']], '\t'), expect: [1, 1, 0, 0] },
  { file: 'lf.csv', about: 'line feeds alone', bytes: ledger(3, ',', '\n'), expect: [3, 3, 0, 0] },
  { file: 'cr.csv', about: 'carriage returns alone, as old Macs', bytes: ledger(3, ',', '\r'), expect: [3, 3, 0, 0] },
  { file: 'no-last-break.csv', about: 'no break at the end', bytes: three.trimEnd(), expect: [3, 3, 0, 0] },
  { file: 'all-quoted.csv', about: 'every cell in quotes', bytes: three.split('\r\n').filter((line) => line !== '').map((line) => line.split(',').map((cell) => `"${cell}"`).join(',')).join('\r\n'), expect: [3, 3, 0, 0] },
  { file: 'quoted-breaks.csv', about: 'line breaks and quotes within cells', bytes: 'id,name,备注\r\n1,a,"两行\r\n备注"\r\n2,b,"说""好"""\r\n3,c,无\r\n', expect: [3, 3, 0, 0] },
  { file: 'lone-quote.csv', about: 'a lone quote costs one row', bytes: 'id,name,吨位\n1,"甲厂,35\n2,乙厂,10\n3,丙厂,4\n', expect: [3, 2, 1, 0], codes: ['quote-unbalanced'] },
  { file: 'two-lone-quotes.csv', about: 'two lone quotes swallow nothing', bytes: 'id,name,吨位\n1,"甲厂,35\n2,乙厂,10\n3,丙厂",4\n', expect: [3, 2, 1, 0], codes: ['quote-unbalanced'] },
  { file: 'inch-sign.csv', about: 'a quote within a cell', bytes: 'id,name,备注\n1,a,12"管\n', expect: [1, 1, 0, 0] },
  { file: 'unescaped-quotes.csv', about: 'quotes within a quoted cell that are not doubled', bytes: 'id,name,备注\n1,a,"说"好"话"\n2,b,x\n', expect: [2, 1, 1, 0], codes: ['quote-unbalanced'] },
  { file: 'too-many-cells.csv', about: 'an unquoted comma', bytes: 'id,name,吨位\n1,a,b,35\n2,c,10\n', expect: [2, 1, 1, 0], codes: ['cells-too-many'] },
  { file: 'too-few-cells.csv', about: 'a row cut short', bytes: 'id,name,吨位\n1,a\n2,c,10\n', expect: [2, 1, 1, 0], codes: ['cells-too-few'] },
  { file: 'trailing-commas.csv', about: 'blank cells behind the last column', bytes: 'id,name,吨位\n1,a,35,,,\n', expect: [1, 1, 0, 0] },
  { file: 'title.csv', about: 'a title and the office above the header', bytes: `晋城市燃煤锅炉台账,,,\n填报单位：某局,,日期：2024年12月1日,\n${text([['编号', '名称', '吨位', '燃料'], ['1', 'a', '35', '煤']])}`, expect: [1, 1, 0, 0], codes: ['title-skipped'] },
  { file: 'title-blank-line.csv', about: 'blank lines between title and header', bytes: `晋城市锅炉台账\n\n\n编号,名称,吨位\n1,a,35\n`, expect: [1, 1, 0, 0], codes: ['title-skipped'] },
  { file: 'two-header-rows.csv', about: 'a header of two rows, groups above names', bytes: '序号,企业信息,,锅炉信息,,坐标,\n,名称,统一社会信用代码,吨位(t/h),燃料,经度,纬度\n1,某厂,,10,煤,112.85,35.49\n', expect: [1, 1, 0, 0] },
  { file: 'unit-row.csv', about: 'units in a row of their own', bytes: '编号,名称,额定热功率,排气筒高度\n,,MW,米\n1,a,24.5,45\n', expect: [1, 1, 0, 0] },
  { file: 'blank-header.csv', about: 'a column without a name', bytes: 'id,name,,吨位\n1,a,x,35\n', expect: [1, 1, 0, 0], codes: ['header-blank'] },
  { file: 'repeated-header.csv', about: 'a name that stands twice, and agrees', bytes: 'id,name,吨位,吨位\n1,a,35,35\n', expect: [1, 1, 0, 0], codes: ['header-repeated'] },
  { file: 'no-known-column.csv', about: 'a table of something else', bytes: 'alpha,beta\n1,2\n', expect: 'table-without-known-column' },
  { file: 'paste.txt', about: 'pasted from a spreadsheet', bytes: ledger(5, '\t', '\n'), expect: [5, 5, 0, 0] },
  { file: 'proto.csv', about: 'columns called __proto__ and constructor', bytes: 'id,name,__proto__,constructor,toString\n1,a,x,y,z\n', expect: [1, 1, 0, 0] },
  { file: 'script.csv', about: 'script and formulas in names', bytes: text([['id', 'name', 'enterprise', '吨位'], ['=1+1', '<script>alert(1)</script>', '@SUM(A1)', '35']]), expect: [1, 1, 0, 0] },
  { file: 'many-columns.csv', about: '2,001 columns', bytes: `${Array.from({ length: 2001 }, (_, k) => `c${k}`).join(',')}\n1\n`, expect: 'columns-too-many' },
  { file: 'long-cell.csv', about: 'a cell longer than a workbook can hold', bytes: `id,name,备注\n1,a,${'长'.repeat(33_000)}\n2,b,短\n`, expect: [2, 1, 1, 0], codes: ['cell-too-long'] },
  { file: 'wrong-extension.xlsx', about: 'CSV that is called a workbook', bytes: three, expect: [3, 3, 0, 0] },
  { file: 'ledger-of-40.csv', about: 'a whole ledger', bytes: gb18030(ledger(40)), expect: [40, 40, 0, 0], encoding: 'gb18030' },
  { file: 'quarantine-zh.csv', about: 'our own list of rejected rows, corrected', bytes: rejected('zh').replace(',abc,', ',35,'), expect: [2, 1, 1, 0], codes: ['capacity-unreadable'] },
  { file: 'quarantine-en.csv', about: 'the same in English, as it came', bytes: rejected('en'), expect: [2, 0, 2, 0] },
];

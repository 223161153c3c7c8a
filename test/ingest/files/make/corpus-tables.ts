import { gbk, utf8 } from './shapefile.ts';
import { makeXlsx, sheetRows, type WorkbookParts } from './xlsx.ts';
import { joined, makeZip } from './zip.ts';

type Line = readonly (string | number | null)[];

const HEADER = ['序号', '单位名称', '锅炉名称', '吨位(t/h)', '燃料类型', '用途', '所在县(市、区)', '经度', '纬度'] as const;
const LINES: readonly Line[] = [
  [1, '晋城甲供热公司', '1号锅炉', 35, '烟煤', '供热', '城区', 112.8512, 35.4921],
  [2, '泽州乙化工厂', '2号锅炉', 10, '天然气', '生产', '泽州县', 112.9013, 35.6005],
  [3, '阳城丙陶瓷厂', '导热油炉', 4, '型煤', '生产', '阳城县', 112.4123, 35.4822],
];
const TABLE: readonly Line[] = [HEADER, ...LINES];
const ROWS = sheetRows(TABLE);

const book = (rows: string, more: Omit<WorkbookParts, 'sheets'> & { readonly merges?: readonly string[]; readonly dimension?: string } = {}): Uint8Array =>
  makeXlsx({ ...more, sheets: [{ name: '台账', rows, ...more }] });

/** The rows of the table with the cells of one column written as given. */
const withColumn = (column: number, cells: readonly string[]): string =>
  cells.reduce((rows, cell, i) => rows.replace(new RegExp(`<c r="${String.fromCharCode(65 + column)}${i + 2}"[^>]*>.*?</c>`, 'u'), cell), ROWS);

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const utf16 = (text: string): Uint8Array => Uint8Array.from(Array.from(text).flatMap((char) => [char.charCodeAt(0), 0]));
const ole = (name: string): Uint8Array => joined([Uint8Array.from(OLE), new Uint8Array(1016), utf16(name), new Uint8Array(512)]);
const tsv = TABLE.map((line) => line.join('\t')).join('\r\n');
const DAY_STYLES = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="57"/></cellXfs>';

/** Workbooks, and what is taken for one: ledgers as offices send them, and files made to do harm. */
export const tableFiles: Readonly<Record<string, () => Uint8Array>> = {
  'xlsx-plain.xlsx': () => book(ROWS),
  'xlsx-shared-strings.xlsx': () =>
    book(`${sheetRows([HEADER, LINES[0] ?? []])}<row r="3"><c r="A3"><v>2</v></c><c r="B3" t="s"><v>1</v></c><c r="C3" t="s"><v>0</v></c><c r="D3"><v>10</v></c></row>`, {
      strings: ['<r><t>2号</t></r><r><rPr/><t>锅炉</t></r>', '<t xml:space="preserve"> 晋城甲供热公司 </t>'],
    }),
  'xlsx-title-merged.xlsx': () =>
    book(sheetRows([['晋城市燃煤锅炉台账'], ['填报单位：市生态环境局', null, null, null, null, null, '2024年10月'], ...TABLE]), { merges: ['A1:I1', 'A2:F2', 'G2:I2'] }),
  'xlsx-merged-enterprise.xlsx': () =>
    book(sheetRows([HEADER, LINES[0] ?? [], [2, null, '2号锅炉', 20, '烟煤', '供热', null, 112.8513, 35.4922], [3, null, '3号锅炉', 20, '烟煤', '供热', null, 112.8514, 35.4923]]), {
      merges: ['B2:B4', 'G2:G4'],
    }),
  'xlsx-two-header-rows.xlsx': () =>
    book(
      sheetRows([
        ['序号', '单位名称', '锅炉名称', '吨位(t/h)', '燃料类型', '用途', '所在县(市、区)', '坐标', null],
        [null, null, null, null, null, null, null, '经度', '纬度'],
        ...LINES,
      ]),
      { merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:E2', 'F1:F2', 'G1:G2', 'H1:I1'] },
    ),
  'xlsx-numbers-as-text.xlsx': () => book(sheetRows([HEADER, ...LINES.map((line) => line.map((cell) => (typeof cell === 'number' ? `${cell}` : cell)))])),
  'xlsx-formula-values.xlsx': () =>
    book(withColumn(3, ['<c r="D2"><f>SUM(20,15)</f><v>35</v></c>', '<c r="D3"><f t="shared" ref="D3:D4" si="0">5*2</f><v>10</v></c>', '<c r="D4"><f t="shared" si="0"/><v>4</v></c>'])),
  'xlsx-formula-without-value.xlsx': () => book(withColumn(3, ['<c r="D2"><f>20+15</f></c>'])),
  'xlsx-errors.xlsx': () => book(withColumn(3, ['<c r="D2" t="e"><v>#REF!</v></c>', '<c r="D3" t="e"><v>#N/A</v></c>'])),
  'xlsx-dates.xlsx': () =>
    book(sheetRows([[...HEADER, '投运日期'], ...LINES]).replace('</c></row><row r="3">', '</c><c r="J2" s="1"><v>45566</v></c></row><row r="3">').replace('</c></row><row r="4">', '</c><c r="J3" s="2"><v>36526.5</v></c></row><row r="4">'), { styles: DAY_STYLES }),
  'xlsx-dates-1904.xlsx': () => book(sheetRows([[...HEADER, '投运日期'], ...LINES]).replace('</c></row><row r="3">', '</c><c r="J2" s="1"><v>44104</v></c></row><row r="3">'), { styles: DAY_STYLES, from1904: true }),
  'xlsx-hidden-rows.xlsx': () => book(ROWS.replace('<row r="3">', '<row r="3" hidden="1">')),
  'xlsx-hidden-sheet.xlsx': () => makeXlsx({ sheets: [{ name: '台账', rows: ROWS }, { name: '旧台账', rows: ROWS, hidden: true }] }),
  'xlsx-several-sheets.xlsx': () =>
    makeXlsx({ sheets: [{ name: '城区', rows: sheetRows(TABLE.slice(0, 2)) }, { name: '泽州', rows: sheetRows([HEADER, ...LINES.slice(1, 2)]) }, { name: '说明', rows: sheetRows([['本表由各县填报']]) }] }),
  'xlsx-notes-sheet.xlsx': () => makeXlsx({ sheets: [{ name: '填表说明', rows: sheetRows([['本表由各县填报'], ['吨位按铭牌填写']]) }, { name: '台账', rows: ROWS }, { name: 'Sheet3', rows: '' }] }),
  'xlsx-subtotals.xlsx': () => book(sheetRows([HEADER, ...LINES.slice(0, 2), ['小计', null, null, 45], [], ...LINES.slice(2), ['合计', null, null, 49]])),
  'xlsx-without-places.xlsx': () => book(ROWS.replaceAll(/ r="[A-Z]*\d+"/gu, '')),
  'xlsx-false-dimension.xlsx': () => book(ROWS, { dimension: 'A1:XFD1048576' }),
  'xlsx-formatted-blank-rows.xlsx': () => book(ROWS + Array.from({ length: 3000 }, (_, i) => `<row r="${i + 5}"><c r="A${i + 5}" s="1"/><c r="I${i + 5}" s="1"/></row>`).join(''), { styles: DAY_STYLES }),
  'xlsx-credit-code-as-number.xlsx': () => book(sheetRows([[...HEADER, '统一社会信用代码'], [...(LINES[0] ?? []), 140500123456789000]])),
  'xlsx-prototype-columns.xlsx': () => book(sheetRows([[...HEADER, '__proto__', 'constructor', 'toString'], [...(LINES[0] ?? []), 'a', 'b', 'c']])),
  'xlsx-script-and-formula-names.xlsx': () =>
    book(sheetRows([HEADER, [1, '<script>alert(1)</script>', '=HYPERLINK("http://example.com","x")', 35, '烟煤', '供热', '城区', 112.8512, 35.4921], [2, '@SUM(1+1)', "+cmd|' /C calc'!A0", 10, '天然气', '生产', '泽州县', 112.9013, 35.6005]])),
  'xlsx-control-characters.xlsx': () => book(ROWS.replace('晋城甲供热公司', '晋城_x000A_甲_x0000_供热公司')),
  'xlsx-long-cell.xlsx': () => book(sheetRows([[...HEADER, '备注'], [...(LINES[0] ?? []), '炉'.repeat(700_000)]])),
  'xlsx-named-csv.csv': () => book(ROWS),
  'xlsx-strict.xlsx': () =>
    book(ROWS, { more: [{ name: 'xl/worksheets/sheet1.xml', bytes: `<?xml version="1.0"?><x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData>${ROWS.replaceAll(/<(\/?)(\w)/gu, '<$1x:$2')}</x:sheetData></x:worksheet>` }] }),

  'xlsx-blank.xlsx': () => book(''),
  'xlsx-million-columns.xlsx': () => book(`${ROWS}<row r="5"><c r="A5"><v>4</v></c><c r="BDWGN5"><v>1</v></c></row>`),
  'xlsx-stray-cell.xlsx': () => book(ROWS + sheetRows([['x']], 1_000_000)),
  'xlsx-cells-twice.xlsx': () => book(ROWS.replace('<c r="B2"', '<c r="A2"')),
  'xlsx-entity.xlsx': () => book('', { more: [{ name: 'xl/worksheets/sheet1.xml', bytes: `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&x;</t></is></c></row></sheetData></worksheet>` }] }),
  'xlsx-billion-laughs.xlsx': () => book('', { more: [{ name: 'xl/sharedStrings.xml', bytes: '<!DOCTYPE sst [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>' }], strings: [] }),
  'xlsx-sheet-missing.xlsx': () => makeXlsx({ sheets: [{ name: '台账', rows: ROWS }], more: [{ name: 'xl/_rels/workbook.xml.rels', bytes: '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/gone.xml"/></Relationships>' }] }),
  'xlsx-xml-cut.xlsx': () => book('', { more: [{ name: 'xl/worksheets/sheet1.xml', bytes: `<worksheet><sheetData>${ROWS.slice(0, 700)}` }] }),
  'xlsx-cut.xlsx': () => book(ROWS).subarray(0, 1500),
  'xlsx-bomb.xlsx': () => book('', { more: [{ name: 'xl/worksheets/sheet1.xml', bytes: `<worksheet><sheetData>${' '.repeat(20 * 1024 * 1024)}` }] }),
  'xlsx-overlap.xlsx': () => book(ROWS, { more: [{ name: 'xl/again.xml', bytes: '', sharesWith: 0 }] }),
  'xlsx-lying-size.xlsx': () => book('', { more: [{ name: 'xl/worksheets/sheet1.xml', bytes: `<worksheet><sheetData>${ROWS}</sheetData></worksheet>`, size: 10 }] }),
  'xlsx-wrong-checksum.xlsx': () => book('', { more: [{ name: 'xl/worksheets/sheet1.xml', bytes: `<worksheet><sheetData>${ROWS}</sheetData></worksheet>`, crc: 1 }] }),
  'xlsx-encrypted.xlsx': () => ole('EncryptedPackage'),
  'xls-legacy.xls': () => ole('Workbook'),
  'xls-that-is-tsv.xls': () => gbk(tsv),
  'xls-that-is-html.xls': () => utf8(`<html><body><table>${TABLE.map((line) => `<tr>${line.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table></body></html>`),
  'xls-that-is-xml.xls': () => utf8('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
  'ods.ods': () => makeZip([{ name: 'mimetype', bytes: 'application/vnd.oasis.opendocument.spreadsheet', stored: true }, { name: 'content.xml', bytes: '<a/>' }]),
  'xlsb.xlsb': () => makeZip([{ name: '[Content_Types].xml', bytes: '<Types/>' }, { name: 'xl/workbook.bin', bytes: 'x' }]),
  'docx.xlsx': () => makeZip([{ name: '[Content_Types].xml', bytes: '<Types/>' }, { name: 'word/document.xml', bytes: '<a/>' }]),
  'pdf.xlsx': () => utf8('%PDF-1.7\n%x'),
  'zip-of-csv.zip': () => makeZip([{ name: '台账/2024.csv', bytes: TABLE.map((line) => line.join(',')).join('\n') }, { name: '__MACOSX/._2024.csv', bytes: 'x' }]),
  'zip-slip.zip': () => makeZip([{ name: '../../ledger.csv', bytes: 'a,b' }]),
  'zip-encrypted.zip': () => makeZip([{ name: 'ledger.csv', bytes: 'a,b', flags: 1 }]),
  'zip-without-data.zip': () => makeZip([{ name: '照片.jpg', bytes: 'x' }]),
  'zip-empty.zip': () => makeZip([]),
};

import { makeZip, type ZipPart } from './zip.ts';

/** A sheet as the XML of its rows, with whatever stands around them. */
export interface SheetPart {
  readonly name: string;
  /** What stands inside `sheetData`. */
  readonly rows: string;
  readonly hidden?: boolean;
  readonly merges?: readonly string[];
  readonly dimension?: string;
}

export interface WorkbookParts {
  readonly sheets: readonly SheetPart[];
  /** Each the XML inside an `si`. */
  readonly strings?: readonly string[];
  /** Inside `styleSheet`. */
  readonly styles?: string;
  readonly from1904?: boolean;
  /** Beside the usual parts, or instead of them when of the same name. */
  readonly more?: readonly ZipPart[];
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';

/** A workbook as Excel lays it out. */
export function makeXlsx({ sheets, strings, styles, from1904 = false, more = [] }: WorkbookParts): Uint8Array {
  const relation = (id: string, type: string, target: string) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const parts: ZipPart[] = [
    { name: '[Content_Types].xml', bytes: `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>` },
    { name: '_rels/.rels', bytes: `${HEAD}<Relationships ${PACKAGE}>${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>` },
    {
      name: 'xl/workbook.xml',
      bytes: `${HEAD}<workbook ${MAIN} xmlns:r="${OFFICE}"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${sheets
        .map(({ name, hidden }, i) => `<sheet name="${name}" sheetId="${i + 1}"${hidden === true ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`)
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      bytes: `${HEAD}<Relationships ${PACKAGE}>${sheets.map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)).join('')}${relation('rS', 'styles', 'styles.xml')}${relation('rT', 'sharedStrings', '/xl/sharedStrings.xml')}</Relationships>`,
    },
    ...sheets.map(({ rows, merges = [], dimension = 'A1' }, i) => ({
      name: `xl/worksheets/sheet${i + 1}.xml`,
      bytes: `${HEAD}<worksheet ${MAIN}><dimension ref="${dimension}"/><sheetData>${rows}</sheetData>${
        merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
      }</worksheet>`,
    })),
    ...(styles === undefined ? [] : [{ name: 'xl/styles.xml', bytes: `${HEAD}<styleSheet ${MAIN}>${styles}</styleSheet>` }]),
    ...(strings === undefined ? [] : [{ name: 'xl/sharedStrings.xml', bytes: `${HEAD}<sst ${MAIN}>${strings.map((text) => `<si>${text}</si>`).join('')}</sst>` }]),
  ];
  const given = new Set(more.map(({ name }) => name));
  return makeZip([...parts.filter(({ name }) => !given.has(name)), ...more]);
}

/** Rows of texts and numbers with the positions that Excel writes; `null` leaves a cell out. */
export function sheetRows(lines: readonly (readonly (string | number | null)[])[], first = 1): string {
  return lines
    .map((line, i) => `<row r="${first + i}">${line.map((value, column) => cellXml(value, `${String.fromCharCode(65 + column)}${first + i}`)).join('')}</row>`)
    .join('');
}

function cellXml(value: string | number | null, reference: string): string {
  if (value === null) return '';
  if (typeof value === 'number') return `<c r="${reference}"><v>${value}</v></c>`;
  const text = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

import type { Lang } from './lang.ts';

/** Words of an exported workbook. Names of sheets have at most 31 characters and none of []:*?/\ in them. */
export interface WorkbookWords {
  readonly ledgerSheet: string;
  readonly manifestSheet: string;
  readonly product: string;
  readonly asOf: string;
  readonly boundary: string;
  readonly boundaryRule: string;
  readonly distance: string;
  readonly distanceMethod: string;
  readonly sample: string;
  readonly isSample: string;
  /** Column heads of the table of files: name, what it holds, bytes, SHA-256, encoding, coordinate system, rows and what became of them. */
  readonly inputs: readonly string[];
  /** Column heads of the table of policies: id, version, document number, chosen readings. */
  readonly packs: readonly string[];
  readonly tooManyRows: (rows: number, limit: number) => string;
  readonly cellTooLong: (row: number, column: string, length: number, limit: number) => string;
  readonly terminal: string;
}

const zh: WorkbookWords = {
  ledgerSheet: '判定结果',
  manifestSheet: '说明',
  product: '软件',
  asOf: '判定日期',
  boundary: '边界规则',
  boundaryRule: '边线、顶点以及空洞的边线都算在区域内',
  distance: '距离算法',
  distanceMethod: 'WGS84 椭球面测地线',
  sample: '注意',
  isSample: '含示例数据（合成台账、示意区域），不得作为执法依据',
  inputs: ['输入文件', '内容', '字节', 'SHA-256', '文字编码', '坐标系', '行数', '采用', '隔离', '忽略'],
  packs: ['政策包', '版本', '文号', '选用的解读'],
  tooManyRows: (rows, limit) => `共有 ${rows} 行，超过 XLSX 的 ${limit} 行上限，没有写出；请改用 --format csv，或先筛选。`,
  cellTooLong: (row, column, length, limit) => `第 ${row} 行“${column}”有 ${length} 个字符，超过 XLSX 单元格 ${limit} 个字符的上限，没有写出；请改用 --format csv，或缩短该内容。`,
  terminal: 'XLSX 不能显示在终端上；请用 --out FILE 写到文件。',
};

const en: WorkbookWords = {
  ledgerSheet: 'Verdicts',
  manifestSheet: 'About',
  product: 'product',
  asOf: 'as of',
  boundary: 'boundary rule',
  boundaryRule: 'edges, vertices and the edges of holes count as inside',
  distance: 'distance',
  distanceMethod: 'geodesic on the WGS84 ellipsoid',
  sample: 'note',
  isSample: 'includes sample data (synthetic ledger, illustrative zones); no basis for enforcement',
  inputs: ['input file', 'content', 'bytes', 'SHA-256', 'encoding', 'coordinate system', 'rows', 'accepted', 'quarantined', 'ignored'],
  packs: ['policy pack', 'version', 'document number', 'chosen readings'],
  tooManyRows: (rows, limit) => `There are ${rows} rows, above the XLSX limit of ${limit}, so nothing was written; use --format csv, or filter first.`,
  cellTooLong: (row, column, length, limit) => `Row ${row}, “${column}” has ${length} characters, above the XLSX limit of ${limit} a cell, so nothing was written; use --format csv, or shorten it.`,
  terminal: 'XLSX cannot be shown in a terminal; write it to a file with --out FILE.',
};

export const workbookWords: Readonly<Record<Lang, WorkbookWords>> = { zh, en };

/** One row of the ledger, every cell as text; a blank cell is "unknown" or "does not apply". */
export type Row = Readonly<Record<Field, string>>;

/** The ledger's columns in their order, as a county bureau would head them. */
const HEADERS = {
  id: '设施编号',
  name: '设施名称',
  enterprise: '单位名称',
  creditCode: '统一社会信用代码',
  kind: '设施类型',
  fuel: '燃料类型',
  capacityTph: '容量（t/h）',
  count: '台数',
  use: '用途',
  county: '所在县(市、区)',
  divisionCode: '行政区划代码',
  park: '所在园区',
  lon: '经度',
  lat: '纬度',
  locationAccuracyM: '定位精度(米)',
  status: '运行状态',
  cleanHeating: '清洁取暖',
  ultraLowEmission: '是否超低排放',
  monitored: '是否安装在线监控',
  dedicatedBiomass: '生物质专用锅炉',
  bagFilter: '布袋除尘',
  outdated: '落后机组',
  fixedBedIntermittent: '固定床间歇式',
  performanceGrade: '绩效等级',
  stackM: '排气筒高度(米)',
  hearthM: '炉膛直径(米)',
  nature: '数据性质',
} as const;

type Field = keyof typeof HEADERS;
const FIELDS = Object.keys(HEADERS) as readonly Field[];

/** A row with the given cells; all others are blank. */
export function rowOf(cells: Partial<Row>): Row {
  const blank = Object.fromEntries(FIELDS.map((field) => [field, ''])) as Record<Field, string>;
  return { ...blank, ...cells };
}

/** CSV as an office spreadsheet saves it: UTF-8 with BOM, CRLF. Our cells never need quotes; one that would throws. */
export function ledgerCsv(rows: readonly Row[]): string {
  const lines = [FIELDS.map((field) => HEADERS[field]), ...rows.map((row) => FIELDS.map((field) => row[field]))];
  return `\uFEFF${lines.map((cells) => `${cells.map(plainCell).join(',')}\r\n`).join('')}`;
}

function plainCell(cell: string): string {
  if (/[",\r\n]/.test(cell)) throw new Error(`ledger cell: got ${JSON.stringify(cell)}, expected no comma, quote or line break`);
  return cell;
}

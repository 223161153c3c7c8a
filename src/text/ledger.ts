import type { Lang } from './lang.ts';

/** Column headers and fixed words of the exported ledger. */
export interface LedgerWords {
  readonly id: string;
  readonly name: string;
  readonly enterprise: string;
  readonly creditCode: string;
  readonly county: string;
  readonly kind: string;
  readonly fuel: string;
  readonly capacity: string;
  readonly count: string;
  readonly verdict: string;
  readonly certainty: string;
  readonly deadline: string;
  readonly deadlineOrigin: string;
  readonly overdue: string;
  readonly rules: string;
  readonly nearestSource: string;
  readonly nearestKm: string;
  readonly zones: string;
  readonly margin: string;
  readonly missing: string;
  readonly departments: string;
  readonly lng: string;
  readonly lat: string;
  readonly accuracy: string;
  readonly nature: string;
  readonly synthetic: string;
  readonly asLedger: string;
  readonly none: string;
  /** "at least A; possibly B" */
  readonly possibly: (sure: string | null, possible: string) => string;
  readonly listSeparator: string;
  /** A column of the ledger whose header is also one of ours. */
  readonly asWritten: (header: string) => string;
  readonly file: string;
  readonly row: string;
  readonly column: string;
  readonly value: string;
  readonly code: string;
  readonly reason: string;
}

const zh: LedgerWords = {
  id: '设施编号',
  name: '设施名称',
  enterprise: '单位名称',
  creditCode: '统一社会信用代码',
  county: '所在县（市、区）',
  kind: '设施类型',
  fuel: '燃料类型',
  capacity: '容量（蒸吨/小时）',
  count: '台数',
  verdict: '判定',
  certainty: '确定程度',
  deadline: '期限',
  deadlineOrigin: '期限来源',
  overdue: '是否逾期',
  rules: '依据条款',
  nearestSource: '最近合格热源',
  nearestKm: '距最近合格热源（公里）',
  zones: '所在区域',
  margin: '判定余量（米）',
  missing: '缺失字段',
  departments: '责任单位',
  lng: '经度',
  lat: '纬度',
  accuracy: '定位精度（米）',
  nature: '数据性质',
  synthetic: '合成',
  asLedger: '台账',
  none: '无',
  possibly: (sure, possible) => (sure === null ? `可能须${possible}` : `至少${sure}；可能须${possible}`),
  listSeparator: '；',
  asWritten: (header) => `原表：${header}`,
  file: '文件',
  row: '数据行',
  column: '列',
  value: '值',
  code: '代码',
  reason: '原因',
};

const en: LedgerWords = {
  id: 'id',
  name: 'name',
  enterprise: 'enterprise',
  creditCode: 'credit code',
  county: 'county',
  kind: 'kind',
  fuel: 'fuel',
  capacity: 'capacity (t/h)',
  count: 'units',
  verdict: 'verdict',
  certainty: 'certainty',
  deadline: 'deadline',
  deadlineOrigin: 'deadline origin',
  overdue: 'overdue',
  rules: 'rules',
  nearestSource: 'nearest eligible heat source',
  nearestKm: 'distance to it (km)',
  zones: 'zones',
  margin: 'margin (m)',
  missing: 'missing fields',
  departments: 'departments',
  lng: 'lon',
  lat: 'lat',
  accuracy: 'accuracy (m)',
  nature: 'nature of the data',
  synthetic: 'synthetic',
  asLedger: 'ledger',
  none: 'none',
  possibly: (sure, possible) => (sure === null ? `possibly: ${possible}` : `at least: ${sure}; possibly: ${possible}`),
  listSeparator: '; ',
  asWritten: (header) => `as written: ${header}`,
  file: 'file',
  row: 'row',
  column: 'column',
  value: 'value',
  code: 'code',
  reason: 'reason',
};

export const ledgerWords: Readonly<Record<Lang, LedgerWords>> = { zh, en };

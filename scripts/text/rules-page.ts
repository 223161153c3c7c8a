import type { Lang } from '../../src/text/lang.ts';

/** The words of the generated page on rules and coverage. */
export interface RulesPageWords {
  readonly title: string;
  readonly intro: string;
  readonly pack: readonly string[];
  readonly number: (text: string) => string;
  readonly issued: (day: string | null) => string;
  readonly period: (from: string | null, until: string | null) => string;
  readonly standing: string;
  readonly coverage: string;
  readonly coverageHead: readonly string[];
  readonly kinds: Readonly<Record<PartKind, string>>;
  readonly rules: string;
  readonly siting: string;
  readonly sources: string;
  readonly areas: string;
  readonly areasHead: readonly string[];
  readonly targets: string;
  readonly targetsHead: readonly string[];
  readonly totals: string;
  readonly totalsHead: readonly string[];
  readonly readings: string;
  readonly label: Readonly<Record<Label, string>>;
  readonly strength: Readonly<Record<'forbidden' | 'inPrinciple', string>>;
  readonly targetStrength: Readonly<Record<'hard' | 'steady' | 'strive' | 'trigger', string>>;
  readonly pollutant: Readonly<Record<'pm25' | 'no2' | 'so2' | 'dustfall' | 'heavyPollutionDays', string>>;
  readonly unit: Readonly<Record<'ug/m3' | 't/(km2·month)' | 'day', string>>;
  readonly noDeadline: string;
  readonly inherited: (day: string, from: string) => string;
  readonly departments: (lead: string, share: string) => string;
  readonly nobody: string;
  readonly chosen: (label: string) => string;
  readonly others: (labels: string) => string;
  readonly usedBy: (ids: string) => string;
  readonly comma: string;
  readonly colon: string;
}

export type PartKind = 'rule' | 'hold' | 'siting' | 'area' | 'target' | 'total' | 'source' | 'requirement';

type Label = 'article' | 'phrase' | 'subject' | 'when' | 'unless' | 'duty' | 'holds' | 'deadline' | 'departments' | 'inForce' | 'radius' | 'eligible' | 'appliesTo' | 'require';

const zh: RulesPageWords = {
  title: '规则与逐条覆盖',
  intro: '本页由 `npm run policy -- rules` 从本目录的规则包生成，请勿手改；测试保证它与规则包一致。条件按所选的读法写出。',
  pack: ['规则包', '文号', '印发', '辖区', '有效期', '规则', '准入', '区域义务', '目标', '条文'],
  number: (text) => (text === '' ? '（手头文本无文号）' : text),
  issued: (day) => day ?? '（不详）',
  period: (from, until) => `${from ?? '不限'} 至 ${until ?? '未定'}`,
  standing: '，文件到期后仍有效',
  coverage: '逐条覆盖',
  coverageHead: ['条款', '内容', '体现为', '说明'],
  kinds: { rule: '规则', hold: '暂缓', siting: '准入', area: '区域义务', target: '目标', total: '控制总量', source: '热源', requirement: '热源资格' },
  rules: '对设施的要求',
  siting: '不得建设',
  sources: '热源',
  areas: '区域义务',
  areasHead: ['编号', '条款', '内容', '期限', '责任单位'],
  targets: '目标',
  targetsHead: ['编号', '条款', '地方', '指标', '限值', '期间', '性质'],
  totals: '控制总量',
  totalsHead: ['编号', '条款', '地方', '范围', '台数', '蒸吨/小时'],
  readings: '读法',
  label: {
    article: '条款', phrase: '原文', subject: '对象', when: '条件', unless: '除外', duty: '要求', holds: '暂缓的要求', deadline: '期限',
    departments: '责任单位', inForce: '有效期', radius: '供热半径', eligible: '合格条件', appliesTo: '适用于', require: '须满足',
  },
  strength: { forbidden: '不得建设', inPrinciple: '原则上不建' },
  targetStrength: { hard: '控制', steady: '稳定控制', strive: '力争', trigger: '超过即启动整治' },
  pollutant: { pm25: 'PM2.5', no2: '二氧化氮', so2: '二氧化硫', dustfall: '降尘', heavyPollutionDays: '重度及以上污染天数' },
  unit: { 'ug/m3': '微克/立方米', 't/(km2·month)': '吨/月·平方公里', day: '天' },
  noDeadline: '文件未定',
  inherited: (day, from) => `${day}（依${from}）`,
  departments: (lead, share) => [lead === '' ? '' : `${lead}牵头`, share].filter((part) => part !== '').join('；'),
  nobody: '条文未写',
  chosen: (label) => `**采用：${label}**`,
  others: (labels) => `另可：${labels}`,
  usedBy: (ids) => `用于：${ids}`,
  comma: '、',
  colon: '：',
};

const en: RulesPageWords = {
  title: 'Rules, and what covers each article',
  intro: 'Made from the rule packs of this folder by `npm run policy -- rules`; do not edit it by hand. A test holds it to the packs. Conditions are written out under the readings that were chosen.',
  pack: ['pack', 'number', 'issued', 'jurisdiction', 'in force', 'rules', 'on building', 'area duties', 'targets', 'articles'],
  number: (text) => (text === '' ? '(none on the copy at hand)' : text),
  issued: (day) => day ?? '(not known)',
  period: (from, until) => `${from ?? 'open'} to ${until ?? 'open'}`,
  standing: ', outlives the document',
  coverage: 'Article by article',
  coverageHead: ['article', 'about', 'modelled as', 'remark'],
  kinds: { rule: 'rule', hold: 'hold', siting: 'on building', area: 'area duty', target: 'target', total: 'control total', source: 'heat sources', requirement: 'requirement on heat sources' },
  rules: 'Demands on facilities',
  siting: 'What may not be built',
  sources: 'Heat sources',
  areas: 'Area duties',
  areasHead: ['id', 'article', 'what', 'deadline', 'departments'],
  targets: 'Targets',
  targetsHead: ['id', 'article', 'place', 'what', 'limit', 'period', 'nature'],
  totals: 'Control totals',
  totalsHead: ['id', 'article', 'place', 'which', 'number', 't/h'],
  readings: 'Readings',
  label: {
    article: 'article', phrase: 'text', subject: 'whom', when: 'when', unless: 'except', duty: 'demand', holds: 'holds back', deadline: 'deadline',
    departments: 'departments', inForce: 'in force', radius: 'reach', eligible: 'eligible', appliesTo: 'applies to', require: 'must be',
  },
  strength: { forbidden: 'may not be built', inPrinciple: 'in principle not built' },
  targetStrength: { hard: 'limit', steady: 'steady', strive: 'to strive for', trigger: 'above it a clean-up begins' },
  pollutant: { pm25: 'PM2.5', no2: 'nitrogen dioxide', so2: 'sulphur dioxide', dustfall: 'dustfall', heavyPollutionDays: 'days of heavy pollution' },
  unit: { 'ug/m3': 'µg/m³', 't/(km2·month)': 't/(km²·month)', day: 'days' },
  noDeadline: 'none in the text',
  inherited: (day, from) => `${day} (by ${from})`,
  departments: (lead, share) => [lead === '' ? '' : `${lead} (lead)`, share].filter((part) => part !== '').join('; '),
  nobody: 'the text names nobody',
  chosen: (label) => `**Chosen: ${label}**`,
  others: (labels) => `Or: ${labels}`,
  usedBy: (ids) => `Used by: ${ids}`,
  comma: ', ',
  colon: ': ',
};

export const rulesPageWords: Readonly<Record<Lang, RulesPageWords>> = { zh, en };

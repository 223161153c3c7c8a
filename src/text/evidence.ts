import { assertNever } from '../base/assert-never.ts';
import type { TruthWord } from '../base/truth.ts';
import type { FlagField, WordField } from '../policy/condition.ts';
import type { Evidence } from '../policy/evidence.ts';
import { formatKm, formatMetres, number } from './formats.ts';
import type { Lang } from './lang.ts';
import { OPPOSITE, SIGN, UNIT } from './signs.ts';
import type { Terms } from './terms.ts';
import { terms } from './terms.ts';

type Of<Test extends Evidence['test']> = Extract<Evidence, { test: Test }>;

/** One test as a sentence with its measurement: "容量 25 蒸吨/小时 ≤ 35", "距晋城热电 12.346 公里,在 30 公里内,余量 17.65 公里". */
export function evidenceSentence(lang: Lang, evidence: Evidence): string {
  const say = lang === 'zh' ? zh : en;
  switch (evidence.test) {
    case 'number':
      return numberSentence(lang, evidence);
    case 'word':
      return wordSentence(lang, evidence);
    case 'flag':
      return flagSentence(lang, evidence);
    case 'division':
      return join(lang, say.division(evidence), spatial(lang, evidence));
    case 'zone':
      return join(lang, say.zone(evidence, terms[lang]), spatial(lang, evidence));
    case 'reach':
      return reachSentence(lang, evidence);
    case 'park':
      return join(lang, say.park(evidence), spatial(lang, evidence));
    case 'list':
      return say.list(evidence);
    case 'ownUnit':
      return say.ownUnit(evidence);
    case 'overdue':
      return say.overdue(evidence);
    case 'undecided':
      return say.undecided(evidence);
    default:
      return assertNever(evidence, 'evidenceSentence');
  }
}

function numberSentence(lang: Lang, { field, op, limit, value, truth }: Of<'number'>): string {
  const name = terms[lang].field[field];
  const unit = UNIT[field][lang];
  if (value === null) return missing(lang, name, `${SIGN[op]} ${number(lang, limit, 3)} ${unit}`);
  const sign = (truth === 'yes' ? SIGN : OPPOSITE)[op];
  return `${name} ${number(lang, value, 6)} ${unit} ${sign} ${number(lang, limit, 6)} ${unit}`;
}

function missing(lang: Lang, name: string, wanted: string): string {
  return lang === 'zh' ? `${name}未知（本条针对：${wanted}）` : `${name} unknown (the rule asks for: ${wanted})`;
}

/** The words a field can hold; a kind may be a facility's or a heat source's. */
export function wordTerms(words: Terms, field: WordField): Readonly<Record<string, string>> {
  return field === 'kind' ? { ...words.kind, ...words.heatSourceKind } : words[field];
}

function wordSentence(lang: Lang, { field, accepts, value, truth }: Of<'word'>): string {
  const words = terms[lang];
  const named = wordTerms(words, field);
  const say = (word: string) => named[word] ?? word;
  const list = accepts.map(say).join(lang === 'zh' ? '、' : ', ');
  if (value === null) return missing(lang, words.field[field], list);
  if (truth === 'yes') return `${words.field[field]}${lang === 'zh' ? '：' : ': '}${say(value)}`;
  return lang === 'zh' ? `${words.field[field]}为${say(value)}，不属于${list}` : `${words.field[field]} is ${say(value)}, not ${list}`;
}

function flagSentence(lang: Lang, { field, value, expects }: Of<'flag'>): string {
  const words = terms[lang];
  const name = words.field[field satisfies FlagField];
  const colon = lang === 'zh' ? '：' : ': ';
  return value === null ? missing(lang, name, expects ? words.yes : words.no) : `${name}${colon}${value ? words.yes : words.no}`;
}

function reachSentence(lang: Lang, evidence: Of<'reach'>): string {
  const { sourceName, distanceM, radiusM, eligible, missing: lacks } = evidence;
  const say = lang === 'zh' ? zh : en;
  if (sourceName === null || distanceM === null) return lacks.includes('lngLat') ? say.noLocation : say.noSources;
  const within = distanceM <= radiusM;
  const sentence = say.reach(sourceName, formatKm(lang, distanceM, 3, radiusM), formatKm(lang, radiusM, 0), within);
  return join(lang, join(lang, sentence, spatial(lang, evidence)), eligible === null || eligible === 'yes' ? '' : say.eligible(eligible));
}

/** Margin and accuracy of a measurement; the reason when the margin is too small to decide. */
function spatial(lang: Lang, { marginM, accuracyM, accuracyAssumed, truth, missing: lacks }: Pick<Of<'zone'>, 'marginM' | 'accuracyM' | 'accuracyAssumed' | 'truth' | 'missing'>): string {
  if (lacks.includes('lngLat')) return (lang === 'zh' ? zh : en).noLocation;
  if (marginM === null) return '';
  const say = lang === 'zh' ? zh : en;
  const margin = say.margin(formatMetres(lang, Math.abs(marginM)), marginM >= 0);
  const close = accuracyM !== null && Math.abs(marginM) < accuracyM && truth === 'review';
  return close ? join(lang, margin, say.tooClose(formatMetres(lang, accuracyM), accuracyAssumed)) : margin;
}

function join(lang: Lang, first: string, second: string): string {
  return [first, second].filter((part) => part !== '').join(lang === 'zh' ? '；' : '; ');
}

const zh = {
  division: ({ found, by, truth }: Of<'division'>) =>
    found === null ? '所在行政区未知' : `所在行政区 ${found}（${by === 'code' ? '按台账' : '按坐标'}）${truth === 'yes' ? '' : '，辖区待定'}`,
  zone: ({ kinds, class: zoneClass, zoneName, skipped, truth, missing: lacks }: Of<'zone'>, words: Terms) => {
    const kind = kinds.map((one) => words.zoneKind[one as keyof Terms['zoneKind']]).join('、') + (zoneClass === null ? '' : `（${words.zoneClass[zoneClass]}）`);
    if (zoneName === null) return lacks.includes('lngLat') ? `是否在${kind}内未知` : `未加载${kind}`;
    if (skipped) return `「${zoneName}」的边界未能读入，是否在其中待复核`;
    if (lacks.includes('zone.class')) return `在「${zoneName}」内，该区类别缺失`;
    return truth === 'yes' ? `在${kind}「${zoneName}」内` : truth === 'no' ? `不在${kind}内，最近为「${zoneName}」` : `是否在${kind}「${zoneName}」内待复核`;
  },
  reach: (source: string, distance: string, radius: string, within: boolean) => `距「${source}」${distance}，${within ? `在 ${radius}内` : `超出 ${radius}`}`,
  eligible: (truth: TruthWord) => (truth === 'no' ? '该热源不符合条件，不计' : '该热源是否符合条件未定'),
  park: ({ park, by, truth }: Of<'park'>) =>
    park === null ? '所在园区未知' : by === 'record' ? `台账载明园区：${park}` : truth === 'no' ? `不在园区内，最近为${park}` : `可能位于${park}（园区只有近似位置）`,
  list: ({ entry, truth }: Of<'list'>) => (truth === 'unknown' ? '缺单位名称，无法与文件名单核对' : entry === null ? '单位不在文件名单内' : `文件点名：${entry}`),
  ownUnit: ({ source }: Of<'ownUnit'>) => (source === null ? '不属于任何热源企业' : `属于热源企业「${source}」`),
  overdue: ({ document, article, day, truth }: Of<'overdue'>) =>
    document === null || day === null ? '没有期限已过的要求' : `${document.zh}${article ?? ''}的期限 ${day} 已过${truth === 'yes' ? '，台账未载已关停' : '，是否逾期未定'}`,
  undecided: ({ reason, question }: Of<'undecided'>) => `文件文字有多种理解，待复核：${question?.zh ?? reason}`,
  margin: (size: string, positive: boolean) => (positive ? `余量 ${size}` : `相差 ${size}`),
  tooClose: (accuracy: string, assumed: boolean) => `小于定位精度合计 ${accuracy}${assumed ? '（精度未载明，按默认值）' : ''}，须复核`,
  noLocation: '缺坐标，无法测量',
  noSources: '未加载热源',
} as const;

const en = {
  division: ({ found, by, truth }: Of<'division'>) =>
    found === null ? 'Division unknown' : `In division ${found} (${by === 'code' ? 'by the ledger' : 'by position'})${truth === 'yes' ? '' : ', jurisdiction open'}`,
  zone: ({ kinds, class: zoneClass, zoneName, skipped, truth, missing: lacks }: Of<'zone'>, words: Terms) => {
    const kind = kinds.map((one) => words.zoneKind[one as keyof Terms['zoneKind']].toLowerCase()).join(', ') + (zoneClass === null ? '' : ` (${words.zoneClass[zoneClass]})`);
    if (zoneName === null) return lacks.includes('lngLat') ? `Whether inside a ${kind} is unknown` : `No ${kind} loaded`;
    if (skipped) return `The boundary of “${zoneName}” could not be read; whether inside it needs review`;
    if (lacks.includes('zone.class')) return `Inside “${zoneName}”, whose class is missing`;
    return truth === 'yes' ? `Inside ${kind} “${zoneName}”` : truth === 'no' ? `Outside any ${kind}; nearest “${zoneName}”` : `Needs review whether inside ${kind} “${zoneName}”`;
  },
  reach: (source: string, distance: string, radius: string, within: boolean) => `${distance} from “${source}”, ${within ? 'within' : 'beyond'} ${radius}`,
  eligible: (truth: TruthWord) => (truth === 'no' ? 'the source does not qualify and does not count' : 'whether the source qualifies is open'),
  park: ({ park, by, truth }: Of<'park'>) =>
    park === null ? 'Park unknown' : by === 'record' ? `Park by the ledger: ${park}` : truth === 'no' ? `Outside the parks; nearest ${park}` : `Possibly in ${park} (its position is approximate)`,
  list: ({ entry, truth }: Of<'list'>) =>
    truth === 'unknown' ? 'Enterprise missing, cannot be held against the list' : entry === null ? 'Enterprise not on the list' : `Named in the document: ${entry}`,
  ownUnit: ({ source }: Of<'ownUnit'>) => (source === null ? 'Belongs to no heat source' : `Belongs to the heat source “${source}”`),
  overdue: ({ document, article, day, truth }: Of<'overdue'>) =>
    document === null || day === null ? 'No demand is past its day' : `${document.en} ${article ?? ''}: due ${day}, now past${truth === 'yes' ? ', and the ledger shows no closing' : '; whether it is overdue is open'}`,
  undecided: ({ reason, question }: Of<'undecided'>) => `The text can be read in several ways: ${question?.en ?? reason}`,
  margin: (size: string, positive: boolean) => (positive ? `margin ${size}` : `short by ${size}`),
  tooClose: (accuracy: string, assumed: boolean) => `less than the combined accuracy of ${accuracy}${assumed ? ' (assumed by default)' : ''}: review`,
  noLocation: 'no coordinates, cannot be measured',
  noSources: 'No heat source loaded',
} as const;

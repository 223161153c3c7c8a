import type { Params } from '../domain/issue.ts';
import { crsName } from './crs-names.ts';
import type { Lang } from './lang.ts';
import { sayProblem } from './messages.ts';
import { terms } from './terms.ts';
import type { Sentences } from './problem-params.ts';

/* Sentences that end with an option of the command line say in the page what to press instead. */

const zh: Partial<Sentences> = {
  'encoding-unclear': (p) => `${p.file} 的文字编码认不出来（不是 UTF-8，也不像 GB18030）；请在上方改选编码，或另存为 UTF-8。`,
  'encoding-not-as-stated': (p) => `${p.file} 不能按 ${p.encoding} 读出；请在上方改选编码，或选“自动判断”。`,
  'sheet-missing': (p) => `${p.file} 没有名为“${p.sheet}”的工作表；其中有：${p.sheets}。请移除后重新添加。`,
  'sheet-chosen': (p) => `${p.file} 的工作表（${p.sheets}）中只有“${p.sheet}”像台账，已读这一张。`,
  'column-alike': (p) => `${p.file} 的“${p.column}”像是“${p.name}”，但名称不同，没有采用；如果是，请在列对应中确认。`,
  'columns-question': (p) => `${p.file} 的${p.columns}含义相同，却有 ${p.rows} 行不一致；请在列对应中只留一列。`,
  'columns-missing': (p) => `${p.file} 缺少这些列，相应内容按“未知”处理：${named('zh', p.fields)}。补上后判定更确定。`,
  'crs-decided': (p) => `${p.file} 的坐标按${crsName('zh', p.crs)}读取并换算为 WGS84，其他坐标系明显不符；原值保留。如不对，请改选坐标系。`,
  'crs-assumed': (p) => `${p.file} 没有注明坐标系，按${crsName('zh', p.crs)}读取；如取自高德、腾讯或百度地图，点位会差几百米，请改选坐标系。`,
  'crs-unsupported': (p) => `${p.file} 的坐标系是“${p.crs}”，不能识别；请先转换为 WGS84 或 CGCS2000 经纬度。`,
  'zone-repair-proposed': (p) => `${p.file} 第 ${p.feature} 个要素“${p.zone}”可在交叉处切开修复：面积由 ${p.beforeKm2} 变为 ${p.afterKm2} 平方公里；您没有同意，未采用。`,
};

const en: Partial<Sentences> = {
  'encoding-unclear': (p) => `The encoding of ${p.file} is not recognised (neither UTF-8 nor anything like GB18030); choose it above, or save the file as UTF-8.`,
  'encoding-not-as-stated': (p) => `${p.file} cannot be read as ${p.encoding}; choose another encoding above, or “Automatic”.`,
  'sheet-missing': (p) => `${p.file} has no sheet “${p.sheet}”; it has: ${p.sheets}. Remove it and add it again.`,
  'sheet-chosen': (p) => `Of the sheets of ${p.file} (${p.sheets}) only “${p.sheet}” looks like a ledger and was read.`,
  'column-alike': (p) => `Column “${p.column}” of ${p.file} resembles “${p.name}” but is not called so, and was not used; if it is that, confirm it among the columns.`,
  'columns-question': (p) => `${p.columns} of ${p.file} mean the same but differ in ${p.rows} rows; keep one of them among the columns.`,
  'columns-missing': (p) => `${p.file} lacks these columns, so what they hold is unknown: ${named('en', p.fields)}. Verdicts are surer with them.`,
  'crs-decided': (p) => `The coordinates of ${p.file} were read as ${crsName('en', p.crs)} and converted to WGS84; other systems clearly do not fit. The original values are kept. If that is wrong, choose another system.`,
  'crs-assumed': (p) => `${p.file} does not name its coordinate system; read as ${crsName('en', p.crs)}. Points from Amap, Tencent or Baidu maps would be hundreds of metres off: then choose another system.`,
  'crs-unsupported': (p) => `${p.file} uses the coordinate system “${p.crs}”, which is not known; convert to WGS84 or CGCS2000 degrees first.`,
  'zone-repair-proposed': (p) => `${p.file}, feature ${p.feature} “${p.zone}” can be cut where it crosses: from ${p.beforeKm2} to ${p.afterKm2} km²; you did not agree, so it is not used.`,
};

const OWN: Readonly<Record<Lang, Partial<Sentences>>> = { zh, en };

/** Fields by the names that people use for them. */
function named(lang: Lang, fields: string): string {
  const names: Readonly<Record<string, string>> = terms[lang].field;
  return fields.split(', ').map((field) => names[field] ?? field).join(lang === 'zh' ? '、' : ', ');
}

/** The sentence for a code, as the page says it. */
export function sayInPage(lang: Lang, code: string, params: Params): string {
  const say = (OWN[lang] as Readonly<Partial<Record<string, (params: Params) => string>>>)[code];
  return say === undefined ? sayProblem(lang, code, params) : say(params);
}

import type { Amount, Reconciled } from '../assess/reconcile.ts';
import { formatCount, formatTph, number } from './formats.ts';
import type { Lang } from './lang.ts';
import { terms } from './terms.ts';

/** The name of a division by its code, as far as anybody knows it. */
export type DivisionName = (code: string) => string | null;

/** The comparison as a table for a screen of fixed pitch: a line a total, the details of each below it. */
export function sayReconciled(lang: Lang, rows: readonly Reconciled[], nameOf: DivisionName): readonly string[] {
  const say = words[lang];
  if (rows.length === 0) return [say.none];
  const cells = [say.header, ...rows.map((row) => cellsOf(lang, row, nameOf))];
  const widths = say.header.map((_, column) => Math.max(...cells.map((line) => width(line[column] ?? ''))));
  const [header = '', ...lines] = cells.map((line) => line.map((cell, column) => pad(cell, widths[column] ?? 0, column >= FIRST_NUMBER)).join('  ').trimEnd());
  return [header, ...rows.flatMap((row, r) => [lines[r] ?? '', ...detailsOf(lang, row, nameOf).map((detail) => `    ${detail}`)])];
}

const FIRST_NUMBER = 3;

function cellsOf(lang: Lang, { pack, total, counted, open, difference }: Reconciled, nameOf: DivisionName): readonly string[] {
  const count = (value: number | null) => (value === null ? '—' : formatCount(lang, value));
  const tph = (value: number | null) => (value === null ? '—' : number(lang, value, 2));
  return [
    pack.shortTitle[lang],
    total.id,
    placeOf(lang, total.divisionCode, nameOf),
    count(total.count),
    count(counted.count),
    signed(difference.count, count),
    count(open.count),
    tph(total.capacityTph),
    tph(counted.tph),
    signed(difference.tph, tph),
  ];
}

function signed(value: number | null, say: (value: number | null) => string): string {
  return value === null || value === 0 ? say(value) : `${value > 0 ? '+' : '−'}${say(Math.abs(value))}`;
}

function detailsOf(lang: Lang, { total, counted, open, unloaded, byDivision, byFuel, named }: Reconciled, nameOf: DivisionName): readonly string[] {
  const say = words[lang];
  const field: Readonly<Record<string, string>> = terms[lang].field;
  const amounts = <Group extends Amount>(groups: readonly Group[], name: (group: Group) => string) => groups.map((group) => `${name(group)} ${formatCount(lang, group.count)}`).join(say.comma);
  return [
    say.quoted(total.article, total.phrase),
    ...(counted.unknownTph === 0 ? [] : [say.unknownTph(formatCount(lang, counted.unknownTph))]),
    ...(unloaded.length === 0 ? [] : [say.unloaded(unloaded.map((kind) => terms[lang].zoneKind[kind]).join(say.comma))]),
    ...(open.count === 0 ? [] : [say.open(formatCount(lang, open.count), open.missing.map((name) => field[name] ?? name).join(say.comma))]),
    ...(named.length > 0 || byDivision.length < 2 ? [] : [say.byDivision(amounts(byDivision, ({ code }) => placeOf(lang, code, nameOf)))]),
    ...(named.length > 0 || byFuel.length < 2 ? [] : [say.byFuel(amounts(byFuel, ({ fuel }) => (fuel === null ? terms[lang].unknown : terms[lang].fuel[fuel])))]),
    ...named.map(({ enterprise, published, count, tph }) => say.named(enterprise, formatCount(lang, published.count), formatCount(lang, count), formatTph(lang, tph))),
  ];
}

function placeOf(lang: Lang, code: string, nameOf: DivisionName): string {
  return code === '' ? terms[lang].unknown : (nameOf(code) ?? code);
}

const words = {
  zh: {
    header: ['文件', '编号', '范围', '公布台数', '台账台数', '差', '待定', '公布蒸吨', '台账蒸吨', '差'],
    none: '所选政策没有公布任何总数。',
    comma: '、',
    quoted: (article: string, phrase: string) => `${article}：“${phrase}”`,
    unknownTph: (count: string) => `其中 ${count} 台容量未知，蒸吨数未计入`,
    unloaded: (kinds: string) => `未加载${kinds}，无从计数`,
    open: (count: string, missing: string) => `另有 ${count} 台不能确定是否属于此数${missing === '' ? '（文字有多种理解）' : `，缺：${missing}`}`,
    byDivision: (list: string) => `按县区：${list}`,
    byFuel: (list: string) => `按燃料：${list}`,
    named: (enterprise: string, published: string, count: string, tph: string) => `${enterprise}：公布 ${published} 台，台账 ${count} 台（${tph}）`,
  },
  en: {
    header: ['document', 'id', 'area', 'published', 'ledger', 'diff.', 'open', 'published t/h', 'ledger t/h', 'diff.'],
    none: 'The chosen policies publish no totals.',
    comma: ', ',
    quoted: (article: string, phrase: string) => `${article}: “${phrase}”`,
    unknownTph: (count: string) => `${count} of them without a known capacity, not in the t/h`,
    unloaded: (kinds: string) => `no ${kinds} loaded, so nothing can be counted by it`,
    open: (count: string, missing: string) => `${count} more may belong to it${missing === '' ? ' (the text can be read in several ways)' : `; missing: ${missing}`}`,
    byDivision: (list: string) => `by county: ${list}`,
    byFuel: (list: string) => `by fuel: ${list}`,
    named: (enterprise: string, published: string, count: string, tph: string) => `${enterprise}: ${published} published, ${count} in the ledger (${tph})`,
  },
} as const;

/** Columns on a screen of fixed pitch: a Han character or full-width sign takes two. */
function width(text: string): number {
  return Array.from(text).reduce((sum, sign) => sum + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6“”]/u.test(sign) ? 2 : 1), 0);
}

function pad(text: string, columns: number, right: boolean): string {
  const space = ' '.repeat(columns - width(text));
  return right ? space + text : text + space;
}

import type { Lang } from './lang.ts';

const LOCALE: Readonly<Record<Lang, string>> = { zh: 'zh-CN', en: 'en-GB' };

/** Grouped digits: 1,003. */
export function formatCount(lang: Lang, count: number): string {
  return formatOf(lang, 3).format(count);
}

/** Steam in t/h with at most two decimals, with its unit: "1,240.5 蒸吨/小时". */
export function formatTph(lang: Lang, tph: number): string {
  return `${number(lang, tph, 2)} ${lang === 'zh' ? '蒸吨/小时' : 't/h'}`;
}

/**
 * Kilometres rounded away from the limit side: `digits` decimals, but never so few that the printed distance would
 * contradict a comparison with `limitM` (30.000 km for 30,000.2 m becomes 30.0002 km).
 */
export function formatKm(lang: Lang, metres: number, digits: number, limitM?: number): string {
  return `${kmDigits(metres, digits, limitM)} ${lang === 'zh' ? '公里' : 'km'}`;
}

/** The digits of `formatKm`, without a unit. */
export function kmDigits(metres: number, digits: number, limitM?: number): string {
  const text = (metres / 1000).toFixed(digits);
  const contradicts = limitM !== undefined && metres <= limitM !== Number(text) * 1000 <= limitM;
  return contradicts && digits < 9 ? kmDigits(metres, digits + 1, limitM) : text;
}

/** Metres below 10 km, kilometres above; a sign is kept: "−240 米". */
export function formatMetres(lang: Lang, metres: number): string {
  const size = Math.abs(metres);
  const sign = metres < 0 ? '−' : '';
  if (size >= 10_000) return `${sign}${number(lang, size / 1000, 2)} ${lang === 'zh' ? '公里' : 'km'}`;
  return `${sign}${number(lang, size, size < 10 ? 2 : size < 100 ? 1 : 0)} ${lang === 'zh' ? '米' : 'm'}`;
}

/** A calendar day in the language's own form. */
export function formatDay(lang: Lang, day: string): string {
  if (lang === 'en') return day;
  const [year, month, date] = day.split('-');
  return `${year ?? ''}年${Number(month)}月${Number(date)}日`;
}

export function number(lang: Lang, value: number, decimals: number): string {
  return formatOf(lang, decimals).format(value);
}

const formats = new Map<string, Intl.NumberFormat>();

/** Made once each: making one costs as much as writing a hundred numbers. */
function formatOf(lang: Lang, decimals: number): Intl.NumberFormat {
  const key = `${lang}${String(decimals)}`;
  const format = formats.get(key) ?? new Intl.NumberFormat(LOCALE[lang], { maximumFractionDigits: decimals });
  formats.set(key, format);
  return format;
}

import { number } from './formats.ts';
import type { Lang } from './lang.ts';

/** "12.35 平方公里（18,521 亩）": areas below 0.1 km² with more digits, so that a small zone is not printed as nothing. */
export function formatArea(lang: Lang, squareMetres: number, mu: number): string {
  const km2 = squareMetres / 1e6;
  const digits = Math.abs(km2) < 0.1 ? 4 : 2;
  return lang === 'zh'
    ? `${number(lang, km2, digits)} 平方公里（${number(lang, mu, 0)} 亩）`
    : `${number(lang, km2, digits)} km² (${number(lang, mu, 0)} mu)`;
}

/** A change with its sign: "+0.52 平方公里". */
export function formatAreaChange(lang: Lang, squareMetres: number): string {
  const sign = squareMetres > 0 ? '+' : squareMetres < 0 ? '−' : '';
  return `${sign}${number(lang, Math.abs(squareMetres) / 1e6, 3)} ${lang === 'zh' ? '平方公里' : 'km²'}`;
}

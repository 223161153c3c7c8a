import type { Division } from '../domain/division.ts';
import { fold } from './columns/fold.ts';
import { PROVINCE, withoutDivisionSuffix } from './columns/words.ts';

/** GB/T 2260 code of a place named in words, or `null` when no division, or more than one, fits. */
export type DivisionFinder = (name: string) => string | null;

/** 城区 stands in 阳城区域 too: only names from this length on may have more text behind them (泽州县大阳镇). */
const MIN_LEADING_NAME = 3;

/**
 * Matches 泽州县, 泽州, 晋城市泽州县, 泽州县大阳镇 and the English name. What stands before the name must be the names of the
 * divisions above it: 阳泉市城区 is not the 城区 of Jincheng.
 */
export function openDivisionFinder(divisions: readonly Division[]): DivisionFinder {
  const known = new Map<string, string | null>();
  return (name) => {
    const text = fold(name);
    const cached = known.get(text);
    if (cached !== undefined) return cached;
    const code = findDivision(text, divisions);
    known.set(text, code);
    return code;
  };
}

function findDivision(text: string, divisions: readonly Division[]): string | null {
  const fits = divisions.filter((division) => isNamed(text, division, divisions));
  // 晋城市泽州县 begins with the name of the city too: the smaller place is meant.
  const counties = fits.filter(({ level }) => level === 'county');
  const [only, ...more] = counties.length > 0 ? counties : fits;
  return only !== undefined && more.length === 0 ? only.code : null;
}

function isNamed(text: string, division: Division, divisions: readonly Division[]): boolean {
  const full = fold(division.name);
  const english = fold(division.nameEn);
  if (text === english || text === english.replace(/\(.*\)$/u, '')) return text !== '';
  return [full, withoutDivisionSuffix(full)].some((name) => {
    const at = text.indexOf(name);
    if (at < 0 || name === '') return false;
    const isLast = at + name.length === text.length;
    const mayLead = division.level === 'county' && name === full && name.length >= MIN_LEADING_NAME;
    return (isLast || mayLead) && isAbove(text.slice(0, at), division, divisions);
  });
}

/**
 * Whether `prefix` is made of nothing but names of divisions that contain `division`. A province may stand before them
 * though none is loaded.
 */
function isAbove(prefix: string, { code }: Division, divisions: readonly Division[]): boolean {
  const above = divisions.filter((other) => other.code !== code && code.startsWith(other.code.replace(/(?:00)+$/u, '')));
  const names = above.flatMap(({ name }) => [fold(name), withoutDivisionSuffix(fold(name))]).filter((name) => name !== '');
  let rest = prefix;
  for (const name of names) rest = rest.replace(name, '');
  return rest === '' || (rest !== prefix && PROVINCE.test(rest));
}

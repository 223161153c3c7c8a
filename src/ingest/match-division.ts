import type { Division } from '../domain/division.ts';
import { bareEnglishName, provinceNames, withoutDivisionSuffix } from './columns/division-words.ts';
import { fold } from './columns/fold.ts';

export interface FoundDivision {
  readonly division: Division;
  /** Whether the text went on behind the name: 大阳镇 of 泽州县大阳镇. */
  readonly hasMore: boolean;
}

/** The division named in words, or `null` when none, or more than one, fits. */
export type DivisionFinder = (name: string) => FoundDivision | null;

/** 城区 stands in 阳城区域 too: only names from this length on may open a text that goes on. */
const MIN_LEADING_NAME = 3;

/** 晋城市泽州县 begins with the name of the city too: the smallest place is meant. */
const SMALLEST_FIRST = ['county', 'prefecture', 'province'] as const satisfies readonly Division['level'][];

/**
 * Matches 泽州县, 泽州, 晋城市泽州县, 泽州县大阳镇 and the English name; of 大同市云冈区, 大同市 when 云冈区 is not known. What
 * stands before the name must be the names of the divisions above it: 阳泉市城区 is not the 城区 of Jincheng.
 */
export function openDivisionFinder(divisions: readonly Division[]): DivisionFinder {
  const known = new Map<string, FoundDivision | null>();
  return (name) => {
    const text = fold(name);
    const cached = known.get(text);
    if (cached !== undefined) return cached;
    const found = byEnglishName(text, divisions) ?? byName(text, divisions);
    known.set(text, found);
    return found;
  };
}

/** Zezhou County, else Zezhou. */
function byEnglishName(text: string, divisions: readonly Division[]): FoundDivision | null {
  for (const shape of [(name: string) => name, bareEnglishName]) {
    const named = divisions.filter(({ nameEn }) => nameEn !== '' && shape(fold(nameEn)) === shape(text));
    if (named.length > 0) return onlySmallest(named.map((division) => ({ division, hasMore: false })));
  }
  return null;
}

function byName(text: string, divisions: readonly Division[]): FoundDivision | null {
  return onlySmallest(
    divisions.flatMap((division) => {
      const hasMore = isNamed(text, division, divisions);
      return hasMore === null ? [] : [{ division, hasMore }];
    }),
  );
}

function onlySmallest(found: readonly FoundDivision[]): FoundDivision | null {
  const level = SMALLEST_FIRST.find((size) => found.some(({ division }) => division.level === size));
  const [only, ...more] = found.filter(({ division }) => division.level === level);
  return only !== undefined && more.length === 0 ? only : null;
}

/** Whether the text goes on behind the name of the division; `null` when it does not name it. */
function isNamed(text: string, division: Division, divisions: readonly Division[]): boolean | null {
  const full = fold(division.name);
  for (const name of [full, withoutDivisionSuffix(full)]) {
    const at = text.indexOf(name);
    if (at < 0 || name === '' || !isAbove(text.slice(0, at), division, divisions)) continue;
    const hasMore = at + name.length < text.length;
    if (!hasMore || (name === full && (at > 0 || name.length >= MIN_LEADING_NAME))) return hasMore;
  }
  return null;
}

/** Whether `prefix` is made of nothing but names of divisions that contain `division`; its province need not be loaded. */
function isAbove(prefix: string, { code }: Division, divisions: readonly Division[]): boolean {
  const above = divisions.filter((other) => other.code !== code && code.startsWith(other.code.replace(/(?:00)+$/u, '')));
  const names = above.flatMap(({ name }) => [fold(name), withoutDivisionSuffix(fold(name))]).filter((name) => name !== '');
  let rest = prefix;
  for (const name of [...names, ...provinceNames(code)]) rest = rest.replace(name, '');
  return rest === '';
}

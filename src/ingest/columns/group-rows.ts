import { parseQuantity } from '../numbers.ts';
import { fold } from './fold.ts';

/** "2台35蒸吨": several units of one size in one cell. */
export interface Group {
  readonly count: number;
  /** The part of the cell that is the size of one unit, folded: a number with its unit, if it is written. */
  readonly size: string;
}

const SIGNS = /[台×x*]/u;
/** 2台35蒸吨, 2台×35, 2台(35t/h) */
const COUNT_FIRST = /^(\d{1,3})台(?:每台|各|[×x*(])?(.+?)\)?$/u;
/** 35蒸吨2台, 35t/h×2台, 35×2台, 35t/h(2台): a unit or a sign must part the two numbers. */
const COUNT_LAST = /^(.+[^\d.])(\d{1,3})台\)?$/u;
/** 2×35t/h and 35t/h×2: only the unit tells which number is the size. */
const TIMES = /^(\d{1,3})[×x*](\d.*\D)$/u;
const TIMES_LAST = /^(\d.*\D)[×x*](\d{1,3})$/u;

/** `null` when the cell is no such group, or could be read in two ways (2×35). */
export function parseGroup(cell: string): Group | null {
  const text = fold(cell);
  // Most cells are plain numbers, and a ledger has very many.
  if (!SIGNS.test(text)) return null;
  const [, leading = '', sizeBehind = ''] = COUNT_FIRST.exec(text) ?? TIMES.exec(text) ?? [];
  const [, sizeBefore = '', trailing = ''] = COUNT_LAST.exec(text) ?? TIMES_LAST.exec(text) ?? [];
  const [digits, size] = leading === '' ? [trailing, sizeBefore.replace(/[×x*(]$/u, '')] : [leading, sizeBehind];
  const count = Number(digits);
  const isSize = parseQuantity(size, 'steam') !== null || parseQuantity(size, 'power') !== null;
  return count >= 1 && isSize ? { count, size } : null;
}

/** "2台" as a number of units: the number alone. */
export function withoutCountWord(cell: string): string {
  return fold(cell).replace(/台$/u, '');
}

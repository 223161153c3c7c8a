import { fold } from './columns/fold.ts';
import { DEGREE_MARKS, NEGATIVE_SIDE, SEXAGESIMAL } from './columns/words.ts';
import { parseNumber } from './numbers.ts';
import { problem, type Problem } from './problem.ts';

/** Beyond this a number is no angle mistyped but metres of a grid. */
const PROJECTED = 1000;
/** Splits "112.85,35.49" and its relatives. */
const PAIR = /[,;/、]|\s+/u;

export const MAX_LNG = 180;
export const MAX_LAT = 90;

/** Degrees of one cell, decimal or with minutes and seconds, whatever their size; else why not. */
export function parseDegrees(column: string, value: string): number | Problem {
  const folded = fold(value);
  const parts = SEXAGESIMAL.exec(folded);
  if (parts !== null && parts[0] !== parts[2]) return sexagesimal(parts) ?? problem('coordinate-dms', { column, value });
  if (DEGREE_MARKS.test(folded)) return problem('coordinate-dms', { column, value });
  const degrees = parseNumber(value);
  if (degrees === null) return problem('coordinate-unreadable', { column, value });
  if (Math.abs(degrees) > PROJECTED) return problem('coordinate-projected', { column, value });
  return degrees;
}

/** Minutes and seconds below sixty, and whole degrees before minutes; else `null`. */
function sexagesimal([, before = '', degrees = '', minutes = '0', seconds = '0', after = '']: RegExpExecArray): number | null {
  const [d, m, s] = [Number(degrees), Number(minutes), Number(seconds)];
  const broken = m >= 60 || s >= 60 || ((m > 0 || s > 0) && !Number.isInteger(d)) || (s > 0 && !Number.isInteger(m)) || (before !== '' && after !== '');
  if (broken) return null;
  return (NEGATIVE_SIDE.test(before + after) ? -1 : 1) * (d + m / 60 + s / 3600);
}

/** The two parts of a cell that holds "longitude, latitude"; `null` when there are not two. */
export function splitPair(cell: string): readonly [string, string] | null {
  const parts = cell.normalize('NFKC').trim().replace(/^[([]|[)\]]$/gu, '').split(PAIR).filter((part) => part !== '');
  const [lng, lat] = parts;
  return parts.length === 2 && lng !== undefined && lat !== undefined ? [lng, lat] : null;
}

import { fold } from './columns/fold.ts';
import { DEGREE_MARKS } from './columns/words.ts';
import { parseNumber } from './numbers.ts';
import { problem, type Problem } from './problem.ts';

/** Beyond this a number is no angle mistyped but metres of a grid. */
const PROJECTED = 1000;
/** Splits "112.85,35.49" and its relatives. */
const PAIR = /[,;/、]|\s+/u;

export const MAX_LNG = 180;
export const MAX_LAT = 90;

/** Decimal degrees of one cell, whatever their size; else why not. */
export function parseDegrees(column: string, value: string): number | Problem {
  if (DEGREE_MARKS.test(fold(value))) return problem('coordinate-dms', { column, value });
  const degrees = parseNumber(value);
  if (degrees === null) return problem('coordinate-unreadable', { column, value });
  if (Math.abs(degrees) > PROJECTED) return problem('coordinate-projected', { column, value });
  return degrees;
}

/** The two parts of a cell that holds "longitude, latitude"; `null` when there are not two. */
export function splitPair(cell: string): readonly [string, string] | null {
  const parts = cell.normalize('NFKC').trim().replace(/^[([]|[)\]]$/gu, '').split(PAIR).filter((part) => part !== '');
  const [lng, lat] = parts;
  return parts.length === 2 && lng !== undefined && lat !== undefined ? [lng, lat] : null;
}

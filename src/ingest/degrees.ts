import { plainDegrees, withoutMetres } from './columns/degree-marks.ts';
import { parseNumber } from './numbers.ts';
import { problem, type Problem } from './problem.ts';

/** Parts "112.85,35.49" and its relatives. */
const SEPARATOR = /[,;/、]/u;
/** Two coordinates that end, or begin, with the side of the globe: 112°51′E35°29′N. */
const SIDES_LAST = /^([^nsew]+[nsew])([^nsew]+[nsew])$/u;
const SIDES_FIRST = /^([nsew][^nsew]+)([nsew][^nsew]+)$/u;

export const MAX_LNG = 180;
export const MAX_LAT = 90;

export type Axis = 'lng' | 'lat';

/** 112.85, 112.85°E, 112°51′0″, n35°29′24″: only the last part may have decimals, the mark behind it may be missing. */
const ANGLE = /^([nsew]?)([+-]?)(\d+(?:\.\d+)?)(?:°(?:(\d+(?:\.\d+)?)(?:'(?:(\d+(?:\.\d+)?)"?)?)?)?)?([nsew]?)$/u;
const MARKS = /[°'"]/u;

/** A coordinate of one cell: decimal degrees, degrees with minutes and seconds, or metres of a grid; else why it is none. */
export function parseCoordinate(column: string, value: string, axis: Axis): number | Problem {
  return parseNumber(value) ?? parseNumber(withoutMetres(value)) ?? parseAngle(column, value, axis);
}

/** Three cells of one angle as one text; blank minutes and seconds are none. */
export function angleOfParts(degrees: string, minutes: string | null, seconds: string | null): string {
  if (minutes === null && seconds === null) return degrees;
  const bare = (part: string): string => plainDegrees(part).replace(/[°'"]/gu, '');
  return `${bare(degrees)}°${minutes === null ? '0' : bare(minutes)}'${seconds === null ? '' : `${bare(seconds)}"`}`;
}

function parseAngle(column: string, value: string, axis: Axis): number | Problem {
  const plain = plainDegrees(value).replace(/\s+/gu, '');
  const cell = { column, value };
  const [whole, first = '', sign = '', degrees = '', minutes = '', seconds = '', last = ''] = ANGLE.exec(plain) ?? [];
  const isContradictory = [first, sign, last].filter((side) => side !== '').length > 1;
  const isBroken = (minutes !== '' && degrees.includes('.')) || (seconds !== '' && minutes.includes('.'));
  if (whole === undefined || isContradictory || isBroken) {
    return problem(MARKS.test(plain) ? 'coordinate-dms' : 'coordinate-unreadable', cell);
  }
  if (Number(minutes) >= 60 || Number(seconds) >= 60) return problem('coordinate-dms-range', cell);

  const side = first + last;
  if (side !== '' && axisOf(side) !== axis) return problem('coordinates-swapped', cell);
  // Added up in seconds, so that whole seconds are rounded once: 112°51′ is exactly the number 112.85.
  const size = (Number(degrees) * 3600 + Number(minutes) * 60 + Number(seconds)) / 3600;
  return side === 's' || side === 'w' || sign === '-' ? -size : size;
}

function axisOf(side: string): Axis {
  return side === 'n' || side === 's' ? 'lat' : 'lng';
}

/** The two parts of a cell that holds "longitude, latitude", in this order even if N and E say the other; `null` when there are not two. */
export function splitPair(cell: string): readonly [lng: string, lat: string] | null {
  const text = plainDegrees(cell).replace(/^[([]|[)\]]$/gu, '');
  const joined = text.replace(/\s+/gu, '');
  const parts = [text.split(SEPARATOR), (SIDES_LAST.exec(joined) ?? SIDES_FIRST.exec(joined) ?? []).slice(1), text.split(/\s+/u)]
    .map((found) => found.map((part) => part.trim()).filter((part) => part !== ''))
    .find((found) => found.length > 1);
  const [first, second] = parts ?? [];
  if (parts?.length !== 2 || first === undefined || second === undefined) return null;
  return isLatitude(first) && !isLatitude(second) ? [second, first] : [first, second];
}

function isLatitude(text: string): boolean {
  return /^[ns]|[ns]$/u.test(text);
}

import type { LngLat } from '../domain/place.ts';
import { plainDegrees } from './columns/degree-marks.ts';
import { parseCoordinate } from './degrees.ts';

/** What could not be read in a pasted list; lines count from 1. */
export interface CornerProblem {
  readonly code:
    /** Numbers, but no pair that can be a longitude and a latitude. */
    | 'corner-unreadable'
    /** Reads as latitude first where others read as longitude first, or the other way round. */
    | 'corner-order-mixed'
    /** Readable, but not in the coordinate system that was named. */
    | 'corner-outside-system';
  readonly line: number;
  readonly text: string;
}

export interface CornerList {
  /** In their order; a last corner that repeats the first is left out. */
  readonly corners: readonly LngLat[];
  /** Which axis stood first; `null` when no corner was read. */
  readonly order: 'lng-lat' | 'lat-lng' | null;
  /** Lines without a coordinate: headers, captions. */
  readonly ignored: readonly number[];
  readonly problems: readonly CornerProblem[];
}

/** Two numbers of the system that the reader of the list named, longitude (or easting) first, to WGS84; `null` when they can't be of it. */
export type ToWgs84 = (x: number, y: number) => LngLat | null;

/**
 * 界址点 as they stand in notices and spreadsheets: one corner a line or several, with or without a number before it,
 * decimals or degrees, minutes, seconds, in either order of the axes. Which system they are in can't be seen from the
 * numbers: the user names it, and `toWgs84` converts. All or nothing: with a problem in the list, no outline is certain.
 */
export function readCornerPoints(text: string, toWgs84: ToWgs84 = (x, y) => [x, y]): CornerList {
  const problems: CornerProblem[] = [];
  const ignored: number[] = [];
  const pairs: (Pair & { readonly line: number; readonly text: string })[] = [];
  for (const [i, raw] of text.split(/\r\n|\r|\n/u).entries()) {
    const [line, shown] = [i + 1, raw.trim()];
    if (shown === '') continue;
    const read = pairsOf(shown);
    if (read === 'none') ignored.push(line);
    else if (read === 'unreadable') problems.push({ code: 'corner-unreadable', line, text: shown });
    else pairs.push(...read.map((pair) => ({ ...pair, line, text: shown })));
  }
  const latFirst = pairs.filter((pair) => pair.isLatFirst).length;
  const isLatFirst = latFirst * 2 > pairs.length;
  const corners: LngLat[] = [];
  for (const { x, y, line, text: shown, ...pair } of pairs) {
    const at = toWgs84(x, y);
    if (pair.isLatFirst !== isLatFirst) problems.push({ code: 'corner-order-mixed', line, text: shown });
    else if (at === null) problems.push({ code: 'corner-outside-system', line, text: shown });
    else corners.push(at);
  }
  const [first, last] = [corners[0], corners.at(-1)];
  const isClosed = corners.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
  return {
    corners: isClosed ? corners.slice(0, -1) : corners,
    order: pairs.length === 0 ? null : isLatFirst ? 'lat-lng' : 'lng-lat',
    ignored,
    problems: problems.sort((a, b) => a.line - b.line),
  };
}

interface Pair {
  readonly x: number;
  readonly y: number;
  readonly isLatFirst: boolean;
}

/** Degrees of China's territory: no longitude of it can be a latitude. */
const LNG = { least: 73, most: 136 } as const;
const LAT = { least: 3, most: 54 } as const;
/** Beyond this a number is no angle but metres of a grid, which knows its own axes. */
const PROJECTED = 1000;
const BETWEEN = /[\s,;、]+/u;

function pairsOf(line: string): readonly Pair[] | 'none' | 'unreadable' {
  if (!/\d/u.test(line)) return 'none';
  const words = plainDegrees(line)
    .replace(/([°'])\s+/gu, '$1')
    .replace(/\s+(?=[nsew](?:$|[\s,;、]))/gu, '')
    .replace(/[()[\]]/gu, ' ')
    .split(BETWEEN)
    .filter((word) => word !== '');
  const numbers = words.map(degreesOf);
  // A name before the coordinates (J1, 界址点3) is no number; elsewhere a word is something that we do not understand.
  if (numbers[0] === null) numbers.shift();
  if (numbers.length === 0 || numbers.every((number) => number === null)) return 'none';
  if (numbers.some((number) => number === null)) return 'unreadable';
  const plain = numbers as number[];
  for (const list of [plain, plain.slice(1)]) {
    const pairs = list.length === 6 && plainInParts(list) !== null ? [plainInParts(list)] : inTwos(list);
    const read = pairs.map((pair) => (pair === null ? null : asPair(pair[0], pair[1])));
    if (read.length > 0 && read.every((pair) => pair !== null)) return read;
  }
  return 'unreadable';
}

function degreesOf(word: string): number | null {
  const bare = Number(word);
  if (Number.isFinite(bare)) return bare;
  for (const axis of ['lng', 'lat'] as const) {
    const degrees = parseCoordinate('', word, axis);
    if (typeof degrees === 'number') return degrees;
  }
  return null;
}

/** Degrees, minutes and seconds in columns of their own. */
function plainInParts([a = 0, aMin = 0, aSec = 0, b = 0, bMin = 0, bSec = 0]: readonly number[]): readonly [number, number] | null {
  const areParts = [aMin, aSec, bMin, bSec].every((part) => part >= 0 && part < 60) && [a, aMin, b, bMin].every(Number.isInteger);
  return areParts ? [(a * 3600 + aMin * 60 + aSec) / 3600, (b * 3600 + bMin * 60 + bSec) / 3600] : null;
}

function inTwos(numbers: readonly number[]): (readonly [number, number] | null)[] {
  if (numbers.length % 2 === 1) return [null];
  return Array.from({ length: numbers.length / 2 }, (_, k) => [numbers[2 * k] as number, numbers[2 * k + 1] as number]);
}

function asPair(a: number, b: number): Pair | null {
  if (Math.abs(a) > PROJECTED && Math.abs(b) > PROJECTED) return { x: a, y: b, isLatFirst: false };
  const isLng = (value: number): boolean => value >= LNG.least && value <= LNG.most;
  const isLat = (value: number): boolean => value >= LAT.least && value <= LAT.most;
  if (isLng(a) && isLat(b)) return { x: a, y: b, isLatFirst: false };
  return isLat(a) && isLng(b) ? { x: b, y: a, isLatFirst: true } : null;
}

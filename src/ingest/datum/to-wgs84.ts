import type { LngLat } from '../../domain/place.ts';
import { gridOf, type Crs } from './crs.ts';
import { fromGrid } from './gauss-krueger.ts';
import { bd09ToWgs84, gcj02ToWgs84 } from './gcj02.ts';

/** Beyond this a number is no angle mistyped but metres of a grid. */
const PROJECTED = 1000;

/** Northings of China begin at about 400 km (曾母暗沙) and reach 5,940 km; eastings without a zone stay below this. */
const LEAST_ZONED_EASTING_M = 10_000_000;
const MOST_BARE_EASTING_M = 1_000_000;

export function isProjected(number: number): boolean {
  return Math.abs(number) > PROJECTED;
}

/** Easting and northing among two numbers of a grid, whichever comes first: Chinese survey files call the northing X. */
export function asEastingNorthing(a: number, b: number): readonly [eastingM: number, northingM: number] {
  return isEasting(b) && !isEasting(a) ? [b, a] : [a, b];
}

function isEasting(number: number): boolean {
  return number >= LEAST_ZONED_EASTING_M || Math.abs(number) < MOST_BARE_EASTING_M;
}

/** Two numbers of a system, degrees longitude first, to WGS84; `null` when they can't be of this system. */
export function toWgs84(crs: Crs, x: number, y: number): LngLat | null {
  const grid = gridOf(crs);
  if (grid !== null) {
    const [eastingM, northingM] = asEastingNorthing(x, y);
    return fromGrid(grid, eastingM, northingM);
  }
  if (isProjected(x) || isProjected(y)) return null;
  if (crs === 'gcj02') return gcj02ToWgs84([x, y]);
  return crs === 'bd09' ? bd09ToWgs84([x, y]) : [x, y];
}

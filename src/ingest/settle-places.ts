import type { Facility } from '../domain/facility.ts';
import type { Rejected } from '../domain/issue.ts';
import type { FacilityField } from './columns/facility-columns.ts';
import { isGeodetic } from './datum/crs.ts';
import type { CrsFinding } from './datum/judge-crs.ts';
import { toWgs84 } from './datum/to-wgs84.ts';
import { accuracyIn, isMisplaced, settled, type RawPosition } from './position.ts';
import { problem } from './problem.ts';
import { placeOf } from './read-sheet.ts';
import { openRow, turnTo } from './row.ts';
import type { Sheet } from './sheet.ts';
import { STRETCH, type Steps } from '../base/steps.ts';

/** A facility whose position waits for the coordinate system to be found. */
export type Draft = { -readonly [Key in keyof Facility]: Facility[Key] };

/** Bounding box of China's territory in whole degrees. */
const CHINA = { west: 73, south: 3, east: 136, north: 54 } as const;

const NO_POSITION = problem('coordinate-zero', {});
const ABROAD = problem('coordinate-outside-china', {});

/** Puts drafts where the found system says they are; those that can't be in it are set aside, by their numbers among the drafts. */
export function* settlePlaces(
  drafts: readonly Draft[],
  raw: { readonly x: readonly number[]; readonly y: readonly number[] },
  { crs, isSwapped }: CrsFinding,
  sheet: Sheet<FacilityField>,
): Steps<ReadonlyMap<number, Rejected>> {
  const misplaced = new Map<number, number>();
  const isPlain = isGeodetic(crs);
  for (let index = 0; index < drafts.length; index += 1) {
    if (index % STRETCH === STRETCH - 1) yield index / drafts.length;
    const draft = drafts[index];
    const [x, y] = rawOf(index, raw, isSwapped);
    if (draft === undefined || Number.isNaN(x)) continue;
    if (x === 0 && y === 0) {
      draft.issues = [...draft.issues, NO_POSITION];
      continue;
    }
    const lngLat = isPlain && Math.abs(x) <= 180 && Math.abs(y) <= 90 ? ([x, y] as const) : isMisplaced(crs, x, y) ? null : toWgs84(crs, x, y);
    if (lngLat === null) {
      misplaced.set(draft.source.row, index);
      continue;
    }
    const [lng, lat] = lngLat;
    draft.lngLat = lngLat;
    draft.locationAccuracyM = accuracyIn(crs, draft.locationAccuracyM);
    // A point of a geometry stands in no cell: what it was before it was converted is kept beside them.
    if (!isPlain && sheet.table.isGeoJson) draft.original = { geometry: rawOf(index, raw, false).join(','), ...draft.original };
    if (!(lng >= CHINA.west && lng <= CHINA.east && lat >= CHINA.south && lat <= CHINA.north)) draft.issues = [...draft.issues, ABROAD];
  }
  return misplaced.size === 0 ? new Map() : blamed(misplaced, raw, { crs, isSwapped }, sheet);
}

function rawOf(index: number, { x, y }: { readonly x: readonly number[]; readonly y: readonly number[] }, isSwapped: boolean): RawPosition {
  const [first = NaN, second = NaN] = [x[index], y[index]];
  return isSwapped ? [second, first] : [first, second];
}

/** Looks the rows up again, to name the cell that is to blame: they are few. */
function blamed(
  misplaced: ReadonlyMap<number, number>,
  raw: { readonly x: readonly number[]; readonly y: readonly number[] },
  { crs, isSwapped }: Pick<CrsFinding, 'crs' | 'isSwapped'>,
  { file, table, columns }: Sheet<FacilityField>,
): ReadonlyMap<number, Rejected> {
  const found = new Map<number, Rejected>();
  const row = openRow({ file, sheet: table.sheet, columns, keys: table.keys, crs });
  for (const record of table.records) {
    const index = misplaced.get(record.row);
    if (index === undefined) continue;
    turnTo(row, record);
    settled(row, rawOf(index, raw, isSwapped), crs);
    const [fault] = row.faults;
    if (fault !== undefined) found.set(index, { ...placeOf(row), ...fault });
  }
  return found;
}

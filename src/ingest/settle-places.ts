import type { Facility } from '../domain/facility.ts';
import type { Rejected } from '../domain/issue.ts';
import { openCarrying } from './carry-down.ts';
import type { FacilityField } from './columns/facility-columns.ts';
import { isGeodetic } from './datum/crs.ts';
import type { CrsFinding } from './datum/judge-crs.ts';
import { toWgs84 } from './datum/to-wgs84.ts';
import { accuracyIn, isMisplaced, settled } from './position.ts';
import { problem } from './problem.ts';
import { passRecords, placeOf } from './read-sheet.ts';
import type { Row } from './row.ts';
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
  finding: Placing,
  sheet: Sheet<FacilityField>,
): Steps<ReadonlyMap<number, Rejected>> {
  const misplaced = new Map<number, number>();
  const settle = openSettling(finding, sheet.table.isGeoJson);
  for (let index = 0; index < drafts.length; index += 1) {
    if (index % STRETCH === STRETCH - 1) yield index / drafts.length;
    const draft = drafts[index];
    if (draft !== undefined && !settle(draft, raw.x[index] ?? NaN, raw.y[index] ?? NaN)) misplaced.set(draft.source.row, index);
  }
  return misplaced.size === 0 ? new Map() : yield* blamed(misplaced, raw, finding, sheet);
}

/** Which system positions are in, and whether latitude stands first. */
export type Placing = Pick<CrsFinding, 'crs' | 'isSwapped'>;

/**
 * Puts a draft where the numbers of its row say that it is; `false` when they can't be in the system.
 * @param isGeometry the numbers are those of a geometry, which stand in no cell: before they are converted they are kept beside the cells.
 */
export function openSettling({ crs, isSwapped }: Placing, isGeometry: boolean): (draft: Draft, first: number, second: number) => boolean {
  const isPlain = isGeodetic(crs);
  return (draft, first, second) => {
    const [x, y] = isSwapped ? [second, first] : [first, second];
    if (Number.isNaN(x)) return true;
    if (x === 0 && y === 0) {
      draft.issues = [...draft.issues, NO_POSITION];
      return true;
    }
    const lngLat = isPlain && Math.abs(x) <= 180 && Math.abs(y) <= 90 ? ([x, y] as const) : isMisplaced(crs, x, y) ? null : toWgs84(crs, x, y);
    if (lngLat === null) return false;
    const [lng, lat] = lngLat;
    draft.lngLat = lngLat;
    draft.locationAccuracyM = accuracyIn(crs, draft.locationAccuracyM);
    if (!isPlain && isGeometry) draft.original = { geometry: [first, second].join(','), ...draft.original };
    if (!(lng >= CHINA.west && lng <= CHINA.east && lat >= CHINA.south && lat <= CHINA.north)) draft.issues = [...draft.issues, ABROAD];
    return true;
  };
}

/** Looks the rows up again, to name the cell that is to blame: they are few. */
function* blamed(
  misplaced: ReadonlyMap<number, number>,
  { x, y }: { readonly x: readonly number[]; readonly y: readonly number[] },
  finding: Placing,
  sheet: Sheet<FacilityField>,
): Steps<ReadonlyMap<number, Rejected>> {
  const found = new Map<number, Rejected>();
  const carry = openCarrying(sheet);
  const look = (row: Row<FacilityField>): true => {
    carry?.(row);
    const index = misplaced.get(row.number);
    if (index === undefined) return true;
    blameCell(row, x[index] ?? NaN, y[index] ?? NaN, finding);
    const [fault] = row.faults;
    if (fault !== undefined) found.set(index, { ...placeOf(row), ...fault });
    return true;
  };
  yield* passRecords(sheet, look, () => undefined);
  return found;
}

/** Blames the cell because of which a row can't be in the system. */
export function blameCell(row: Row<FacilityField>, first: number, second: number, { crs, isSwapped }: Placing): void {
  settled(row, isSwapped ? [second, first] : [first, second], crs);
}

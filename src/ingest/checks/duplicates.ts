import type { Facility } from '../../domain/facility.ts';
import type { Issue } from '../../domain/issue.ts';
import { geodesicDistanceM } from '../../geometry/geodesic.ts';
import { listed } from '../columns/match-columns.ts';
import { problem } from '../problem.ts';
import { STRETCH, type Steps } from '../../base/steps.ts';
import { keyOf, openChains } from './twins.ts';

/** Facilities of one name so near each other are one, or are entered twice. */
const NEAR_M = 50;
/** A degree of latitude is never shorter, m; one of longitude is so at the equator and shorter elsewhere. */
const LEAST_DEGREE_M = 110_574;
/** Squares twice as wide as what is near: that lies in a point's own square or in the three towards its nearest corner. */
const SQUARE_DEG = (2 * NEAR_M) / LEAST_DEGREE_M;
/** Of many rows of one name in one place, each is held against so many before it: enough to say that it is there twice. */
const MOST_COMPARED = 16;

export type NoteIssue = (index: number, issue: Issue) => void;

/** Several rows under one id. */
export function* noteSameId(facilities: readonly Facility[], note: NoteIssue): Steps<void> {
  const chains = openChains(facilities.length);
  const rowsOf = new Map<string, number[]>();
  for (let index = 0; index < facilities.length; index += 1) {
    if (index % STRETCH === STRETCH - 1) yield index / facilities.length;
    const id = facilities[index]?.id ?? '';
    const key = keyOf(id);
    let twin = chains.latest(key);
    while (twin >= 0 && facilities[twin]?.id !== id) twin = chains.before(twin);
    if (twin < 0) {
      chains.add(key, index);
      continue;
    }
    const members = rowsOf.get(id);
    if (members === undefined) rowsOf.set(id, [twin, index]);
    else members.push(index);
  }
  for (const [id, members] of rowsOf) {
    const rows = listed(members.map((index) => String(facilities[index]?.source.row)));
    for (const index of members) note(index, problem('duplicate-id', { value: id, rows }));
  }
}

/** Two rows of one name and one firm within 50 m, under two ids. */
export function* noteSamePlace(facilities: readonly Facility[], note: NoteIssue): Steps<void> {
  const chains = openChains(facilities.length);
  const isSaid = new Uint8Array(facilities.length);
  const keyAt = (who: number, column: number, row: number): number => who ^ Math.imul(column, 73_856_093) ^ Math.imul(row, 19_349_663);
  const twinIn = (key: number, facility: Facility): number => {
    let at = chains.latest(key);
    for (let compared = 0; at >= 0 && compared < MOST_COMPARED; compared += 1, at = chains.before(at)) if (areOne(facility, facilities[at])) return at;
    return -1;
  };
  for (let index = 0; index < facilities.length; index += 1) {
    if (index % STRETCH === STRETCH - 1) yield index / facilities.length;
    const facility = facilities[index];
    if (facility === undefined || facility.lngLat === null) continue;
    const who = keyOf(facility.enterprise ?? '', keyOf(facility.name));
    const [lng, lat] = facility.lngLat;
    // Longitude in degrees of latitude's length, rounded down: squares are never too small.
    const [x, y] = [(lng * Math.cos((lat * Math.PI) / 180)) / SQUARE_DEG, lat / SQUARE_DEG];
    const [column, row] = [Math.floor(x), Math.floor(y)];
    const [beside, above] = [column + (x - column < 0.5 ? -1 : 1), row + (y - row < 0.5 ? -1 : 1)];
    const own = keyAt(who, column, row);
    let twin = twinIn(own, facility);
    if (twin < 0) twin = twinIn(keyAt(who, beside, row), facility);
    if (twin < 0) twin = twinIn(keyAt(who, column, above), facility);
    if (twin < 0) twin = twinIn(keyAt(who, beside, above), facility);
    if (twin >= 0) {
      if (isSaid[twin] === 0) sayTwin(twin, index, facilities, note);
      sayTwin(index, twin, facilities, note);
      isSaid[twin] = isSaid[index] = 1;
    }
    chains.add(own, index);
  }
}

function areOne(a: Facility, b: Facility | undefined): boolean {
  if (b === undefined || a.name !== b.name || a.enterprise !== b.enterprise || a.id === b.id || a.lngLat === null || b.lngLat === null) return false;
  return geodesicDistanceM(a.lngLat[0], a.lngLat[1], b.lngLat[0], b.lngLat[1]) <= NEAR_M;
}

function sayTwin(index: number, other: number, facilities: readonly Facility[], note: NoteIssue): void {
  note(index, problem('duplicate-nearby', { value: facilities[index]?.name ?? '', row: facilities[other]?.source.row ?? 0, limit: NEAR_M }));
}

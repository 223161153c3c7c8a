import type { Facility } from '../../domain/facility.ts';
import type { Issue } from '../../domain/issue.ts';
import { geodesicDistanceM } from '../../geometry/geodesic.ts';
import { listed } from '../columns/match-columns.ts';
import { problem } from '../problem.ts';

/** Facilities of one name so near each other are one, or are entered twice. */
const NEAR_M = 50;
/** A degree of latitude is never shorter, m; one of longitude is so at the equator and shorter elsewhere. */
const LEAST_DEGREE_M = 110_574;
const CELL_DEG = NEAR_M / LEAST_DEGREE_M;

export type NoteIssue = (index: number, issue: Issue) => void;

/** Several rows under one id. */
export function noteSameId(facilities: readonly Facility[], note: NoteIssue): void {
  const firstOf = new Map<string, number>();
  const rowsOf = new Map<string, number[]>();
  for (let index = 0; index < facilities.length; index += 1) {
    const id = facilities[index]?.id ?? '';
    const first = firstOf.get(id);
    if (first === undefined) {
      firstOf.set(id, index);
      continue;
    }
    const members = rowsOf.get(id);
    if (members === undefined) rowsOf.set(id, [first, index]);
    else members.push(index);
  }
  for (const [id, members] of rowsOf) {
    const rows = listed(members.map((index) => String(facilities[index]?.source.row)));
    for (const index of members) note(index, problem('duplicate-id', { value: id, rows }));
  }
}

/** Of many rows of one name in one place, each is held against so many before it: enough to say that it is there twice. */
const MOST_COMPARED = 16;

/** Two rows of one name and one firm within 50 m, under two ids. */
export function noteSamePlace(facilities: readonly Facility[], note: NoteIssue): void {
  const numberOfName = openNumbers();
  const numberOfFirm = openNumbers();
  const squares = openSquares(facilities.length);
  for (let index = 0; index < facilities.length; index += 1) {
    const facility = facilities[index];
    if (facility === undefined || facility.lngLat === null) continue;
    const who = Math.imul(numberOfName(facility.name), 83_492_791) ^ numberOfFirm(facility.enterprise ?? '');
    const [lng, lat] = facility.lngLat;
    // Longitude in degrees of latitude's length, rounded down: squares are never too small.
    const column = Math.floor((lng * Math.cos((lat * Math.PI) / 180)) / CELL_DEG);
    const row = Math.floor(lat / CELL_DEG);
    let twin = -1;
    for (let k = 0; k < 9 && twin < 0; k += 1) twin = squares.find(column + (k % 3) - 1, row + Math.floor(k / 3) - 1, who, (other) => areOne(facility, facilities[other]));
    if (twin >= 0) sayTwins(twin, index, facilities, note);
    squares.add(column, row, who, index);
  }
}

function areOne(a: Facility, b: Facility | undefined): boolean {
  if (b === undefined || a.name !== b.name || a.enterprise !== b.enterprise || a.id === b.id || a.lngLat === null || b.lngLat === null) return false;
  return geodesicDistanceM(a.lngLat[0], a.lngLat[1], b.lngLat[0], b.lngLat[1]) <= NEAR_M;
}

function sayTwins(a: number, b: number, facilities: readonly Facility[], note: NoteIssue): void {
  const say = (index: number, other: number): void =>
    note(index, problem('duplicate-nearby', { value: facilities[index]?.name ?? '', row: facilities[other]?.source.row ?? 0, limit: NEAR_M }));
  say(a, b);
  say(b, a);
}

/** Numbers words in the order they come. */
function openNumbers(): (word: string) => number {
  const known = new Map<string, number>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    known.set(word, known.size);
    return known.size - 1;
  };
}

interface Squares {
  readonly add: (column: number, row: number, who: number, index: number) => void;
  /** The latest facility put into a square that passes, or -1. */
  readonly find: (column: number, row: number, who: number, passes: (index: number) => boolean) => number;
}

/** Facilities by square and name, as chains in flat arrays: a `Map` by key costs ten times as much over a million rows. */
function openSquares(count: number): Squares {
  const size = 2 ** Math.ceil(Math.log2(2 * count + 2));
  const heads = new Int32Array(size).fill(-1);
  const links = new Int32Array(count).fill(-1);
  const slot = (column: number, row: number, who: number): number => (Math.imul(column, 73_856_093) ^ Math.imul(row, 19_349_663) ^ who) & (size - 1);
  return {
    add: (column, row, who, index) => {
      const at = slot(column, row, who);
      links[index] = heads[at] ?? -1;
      heads[at] = index;
    },
    find: (column, row, who, passes) => {
      let at = heads[slot(column, row, who)] ?? -1;
      for (let compared = 0; at >= 0 && compared < MOST_COMPARED; compared += 1, at = links[at] ?? -1) if (passes(at)) return at;
      return -1;
    },
  };
}

import { fold } from './columns/fold.ts';
import type { Division } from '../domain/division.ts';
import type { LngLat } from '../domain/place.ts';
import type { Crs } from './datum/crs.ts';
import type { Encoding } from './decode.ts';
import type { Mapping } from './mapping.ts';

/** What the user has answered about a file before it is read; whatever is absent is found out from the file. */
export interface ReadOptions {
  readonly encoding?: Encoding | null;
  readonly crs?: Crs | null;
  /** The sheet of a workbook, by its name. */
  readonly sheet?: string | null;
  readonly mapping?: Mapping | null;
  /** The table is only looked at: one of which no column is known is opened too. */
  readonly lookOnly?: boolean;
  /** Bytes of a text that are decoded and held at a time; absent or `null`, the whole text is. */
  readonly pieceBytes?: number | null;
  /** The user's yes to cutting boundaries where they cross themselves. */
  readonly repairZones?: boolean;
}

/** Our own files are WGS84. */
export const OWN: ReadOptions = { crs: 'wgs84' };

/** A place whose position is known, to hold a file's positions against. */
export interface Anchor {
  /** Name or code, as `fold` gives it. */
  readonly key: string;
  readonly lngLat: LngLat;
}

/** Known places by all that a ledger may call them. */
export function anchorsOf(places: readonly { readonly id: string; readonly name: string; readonly enterprise?: string | null; readonly lngLat: LngLat | null }[]): readonly Anchor[] {
  return places.flatMap(({ id, name, enterprise = null, lngLat }) =>
    lngLat === null ? [] : [...new Set([id, name, ...(enterprise === null ? [] : [enterprise])])].map((key) => ({ key: fold(key), lngLat })),
  );
}

/** Finds a known place by the first of some names that it has; `null` where none does. */
export function anchorFinder(anchors: readonly Anchor[] = []): (...names: readonly (string | null)[]) => LngLat | null {
  const placeOfKey = new Map(anchors.map(({ key, lngLat }) => [key, lngLat]));
  if (placeOfKey.size === 0) return () => null;
  return (...names) => {
    for (const name of names) {
      const place = name === null ? undefined : placeOfKey.get(fold(name));
      if (place !== undefined) return place;
    }
    return null;
  };
}

/** What a file's positions are held against, to find the system that they are in. */
export interface PlaceOptions extends ReadOptions {
  /** Their outlines are tried on the positions of rows that name them. */
  readonly divisions?: readonly Division[];
  /** Known places: points for a table of places, the middles of areas for a file of areas. */
  readonly anchors?: readonly Anchor[];
  /** What to do with coordinates of which nothing tells the system: take WGS84 and say so, or ask. */
  readonly undeclared?: 'assume' | 'ask';
  /** Whether latitude stands first, where that is known: one row of a file does not tell. */
  readonly isSwapped?: boolean;
}

export interface FacilityOptions extends PlaceOptions {
  /** They turn county names into codes, and tell when a position contradicts them. */
  readonly divisions: readonly Division[];
  /** Whether "2台35蒸吨" is one record of two units, or two records. */
  readonly groups?: 'count' | 'split';
}

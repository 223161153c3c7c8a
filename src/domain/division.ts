import type { MultiPolygon } from './place.ts';

/** 行政区划, by its GB/T 2260 code. */
export interface Division {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly level: 'province' | 'prefecture' | 'county';
  readonly polygons: MultiPolygon;
  /** Largest shift of the outline from the true border, m. */
  readonly accuracyM: number;
}

/** The whole country: a national rule binds everywhere. */
export const NATION = '000000';

/** Whether a place with code `code` lies in the jurisdiction `jurisdiction`: 140525 lies in 140500, 140000 and 000000. */
export function lies(code: string, jurisdiction: string): boolean {
  return code.startsWith(jurisdiction.replace(/(00)+$/, ''));
}

import type { Division } from '../../domain/division.ts';
import type { LngLat } from '../../domain/place.ts';
import { areaContains } from '../../geometry/contains.ts';
import { geodesicDistanceM } from '../../geometry/geodesic.ts';
import { polygonTable } from '../../geometry/rings.ts';
import type { CrsCandidate } from '../../ingest/datum/judge-crs.ts';

/** One position as each candidate has it, and where each puts it. */
export interface CloseUp {
  /** In the order of the candidates. */
  readonly at: readonly LngLat[];
  /** The county of each; `null` outside all that are loaded. */
  readonly counties: readonly (Division | null)[];
}

/** Farther apart than this, the candidates differ on any map. */
const FARTHEST_M = 5000;

/**
 * The position that best shows how candidates differ: one that they put into different counties, else the middle one.
 * `null` where the candidates are whole regions apart, or do not hold the same positions.
 */
export function closeUpOf(candidates: readonly CrsCandidate[], divisions: readonly Division[]): CloseUp | null {
  const [first, ...others] = candidates;
  if (first === undefined || others.length === 0 || others.some(({ points }) => points.length !== first.points.length)) return null;
  const counties = divisions.filter(({ level, polygons }) => level === 'county' && polygons.length > 0);
  const table = polygonTable(counties.map(({ polygons }) => polygons));
  const countyAt = ([lng, lat]: LngLat): Division | null => counties.find((_, k) => areaContains(table, k, lng, lat)) ?? null;
  const show = (index: number): CloseUp | null => {
    const at = candidates.flatMap(({ points }) => points.slice(index, index + 1));
    const [origin] = at;
    if (origin === undefined || at.some(([lng, lat]) => geodesicDistanceM(origin[0], origin[1], lng, lat) > FARTHEST_M)) return null;
    return { at, counties: at.map(countyAt) };
  };
  for (const index of first.points.keys()) {
    const seen = show(index);
    if (seen !== null && new Set(seen.counties).size > 1) return seen;
  }
  return show(first.points.length >> 1);
}

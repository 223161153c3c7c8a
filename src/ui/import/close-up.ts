import type { Division } from '../../domain/division.ts';
import type { Facility } from '../../domain/facility.ts';
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

/** The positions of which one is shown: points of places, corners of areas. */
function positionsOf({ points, outlines }: CrsCandidate): readonly LngLat[] {
  return outlines?.flat() ?? points;
}

/** Farther apart than this, the candidates differ on any map. */
const FARTHEST_M = 5000;
/** As far as a facility can be from a corner and still be seen beside it. */
const NEAR_DEG = 0.01;

/**
 * The position that best shows how candidates differ: one that they put into different counties, else the middle one.
 * `null` where the candidates are whole regions apart, or do not hold the same positions.
 */
export function closeUpOf(candidates: readonly CrsCandidate[], divisions: readonly Division[], facilities: readonly Facility[] = []): CloseUp | null {
  const [first, ...others] = candidates;
  if (first === undefined || others.length === 0 || others.some((other) => positionsOf(other).length !== positionsOf(first).length)) return null;
  const counties = divisions.filter(({ level, polygons }) => level === 'county' && polygons.length > 0);
  const table = polygonTable(counties.map(({ polygons }) => polygons));
  const countyAt = ([lng, lat]: LngLat): Division | null => counties.find((_, k) => areaContains(table, k, lng, lat)) ?? null;
  const positions = candidates.map(positionsOf);
  const show = (index: number): CloseUp | null => {
    const at = positions.flatMap((of) => of.slice(index, index + 1));
    const [origin] = at;
    if (origin === undefined || at.some(([lng, lat]) => geodesicDistanceM(origin[0], origin[1], lng, lat) > FARTHEST_M)) return null;
    return { at, counties: at.map(countyAt) };
  };
  const all = positions[0] ?? [];
  const byFacility = first.outlines === undefined ? null : nearestTo(facilities, all);
  if (byFacility !== null) return show(byFacility);
  for (const index of all.keys()) {
    const seen = show(index);
    if (seen !== null && new Set(seen.counties).size > 1) return seen;
  }
  return show(all.length >> 1);
}

/** Corners and facilities that are held against each other, at most. */
const MOST_TRIED = 1500;

/** The corner that has a facility nearest to it: there the choice may matter. `null` where no facility is near enough to be shown. */
function nearestTo(facilities: readonly Facility[], corners: readonly LngLat[]): number | null {
  const near = facilities.flatMap(({ lngLat }) => (lngLat === null ? [] : [lngLat])).slice(0, MOST_TRIED);
  const step = Math.max(1, Math.ceil(corners.length / MOST_TRIED));
  let best: { readonly index: number; readonly squared: number } | null = null;
  for (let index = 0; index < corners.length; index += step) {
    const [lng, lat] = corners[index] ?? [NaN, NaN];
    for (const [x, y] of near) {
      const squared = (x - lng) ** 2 + (y - lat) ** 2;
      if (squared < (best?.squared ?? NEAR_DEG ** 2)) best = { index, squared };
    }
  }
  return best?.index ?? null;
}

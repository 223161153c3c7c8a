import { lies, type Division } from '../domain/division.ts';
import type { LngLat } from '../domain/place.ts';
import { areaContains } from '../geometry/contains.ts';
import { isBoundaryWithin } from '../geometry/margin.ts';
import { polygonTable } from '../geometry/rings.ts';

/**
 * Finds a loaded division, other than the place `code`, in which a position surely lies: deeper than its outline and the
 * position can be wrong together. `null` where the two agree, or may.
 */
export type BorderWatch = (code: string, position: LngLat, accuracyM: number) => Division | null;

export function openBorderWatch(divisions: readonly Division[]): BorderWatch {
  // A county says more than the city around it.
  const outlined = divisions.filter(({ polygons }) => polygons.length > 0).sort((a, b) => Number(b.level === 'county') - Number(a.level === 'county'));
  const table = polygonTable(outlined.map(({ polygons }) => polygons));
  const placeOf = new Map(outlined.map(({ code }, n) => [code, n]));

  return (code, [lng, lat], accuracyM) => {
    const own = placeOf.get(code);
    if (own !== undefined && areaContains(table, own, lng, lat)) return null;
    const found = outlined.find((other, n) => {
      if (lies(other.code, code) || lies(code, other.code) || !areaContains(table, n, lng, lat)) return false;
      return !isBoundaryWithin(table, n, lng, lat, other.accuracyM + accuracyM);
    });
    return found ?? null;
  };
}

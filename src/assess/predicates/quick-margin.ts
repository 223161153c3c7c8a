import { areaMarginM, roundableDistanceM } from '../../geometry/margin.ts';
import type { PolygonTable } from '../../geometry/rings.ts';

/** Metres to which quick margins are printed; below ten metres they are exact. */
const PRINTED_STEP_M = 0.1;
const EXACT_BELOW_M = 10;

/**
 * `areaMarginM` for printing: bounds on the distance settle it in most cases.
 *
 * @param isInside the side, boundary included, which the caller knows.
 */
export function quickAreaMarginM(table: PolygonTable, area: number, lng: number, lat: number, isInside: boolean): number {
  const distanceM = roundableDistanceM(table, area, lng, lat, PRINTED_STEP_M);
  if (distanceM === null || distanceM < EXACT_BELOW_M) return areaMarginM(table, area, lng, lat);
  return isInside ? distanceM : -distanceM;
}

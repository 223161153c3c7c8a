import type { LngLat, MultiPolygon } from '../../src/domain/place.ts';
import { seededRandom } from '../../src/base/random.ts';
import { areaContains } from '../../src/geometry/contains.ts';
import { polygonTable } from '../../src/geometry/rings.ts';
import { box, starRing } from '../geometry/shapes.ts';

export const CENTRE: LngLat = [112.85, 35.5];

/** A star with a star-shaped hole, and a box beside it: holes and parts, as official zones have them. */
export function randomArea(seed: number, corners = 14): MultiPolygon {
  const random = seededRandom(seed);
  const at: LngLat = [CENTRE[0] + 0.1 * random(), CENTRE[1] + 0.1 * random()];
  const outer = starRing(random, at, 0.1, corners);
  // Every corner of `starRing` is at least 0.3 of its radius away, and with so many corners so is nearly every edge.
  const hole = starRing(random, at, 0.008, 7);
  return [[outer, hole], [box(at[0] + 0.12, at[1], at[0] + 0.15, at[1] + 0.03)]];
}

/** Seeded places around the areas. */
export function places(seed: number, count = 200): LngLat[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => [CENTRE[0] - 0.15 + 0.5 * random(), CENTRE[1] - 0.15 + 0.4 * random()]);
}

export function holds(area: MultiPolygon, [lng, lat]: LngLat): boolean {
  return area.length > 0 && areaContains(polygonTable([area]), 0, lng, lat);
}

import type { LngLat, MultiPolygon } from '../domain/place.ts';

/**
 * The whole area carried by so many degrees. Its shape in degrees stays; its area in m² changes a little when it moves
 * north or south, because a degree of longitude is shorter there.
 */
export function moveArea(area: MultiPolygon, [east, north]: LngLat): MultiPolygon {
  return area.map((polygon) => polygon.map((ring) => ring.map(([lng, lat]): LngLat => [lng + east, lat + north])));
}

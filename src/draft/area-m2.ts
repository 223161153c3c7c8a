import type { MultiPolygon } from '../domain/place.ts';
import { geodesicAreaM2 } from '../geometry/area.ts';

/** m² on the ellipsoid, holes left out. Parts of an area must not overlap (`flawsOf`), or they count twice. */
export function areaM2(area: MultiPolygon): number {
  return area.reduce((sum, polygon) => sum + geodesicAreaM2(polygon), 0);
}

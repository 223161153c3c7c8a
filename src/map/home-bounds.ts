import type { Division } from '../domain/division.ts';
import { ringBounds } from './ring-bounds.ts';
import type { MapPoint } from './map-types.ts';

/** West, south, east, north in degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** The reader's first view: all counties; without any, all facilities; `null` when there is nothing to see. */
export function homeBounds(divisions: readonly Division[], points: readonly MapPoint[]): Bounds | null {
  const counties = divisions.filter((division) => division.level === 'county');
  const boxes = counties.flatMap((county) => county.polygons).map((polygon) => ringBounds(polygon[0] ?? []));
  const wanted = boxes.length > 0 ? boxes : points.map(({ lng, lat }) => [lng, lat, lng, lat] as const);
  let bounds: Bounds | null = null;
  for (const [west, south, east, north] of wanted) {
    bounds =
      bounds === null
        ? [west, south, east, north]
        : [Math.min(bounds[0], west), Math.min(bounds[1], south), Math.max(bounds[2], east), Math.max(bounds[3], north)];
  }
  return bounds;
}

import type { Division } from '../domain/division.ts';
import { ringBounds } from './ring-bounds.ts';
import type { MapMarks } from './map-marks.ts';

/** West, south, east, north in degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** The reader's first view: all counties; without any, all facilities; `null` when there is nothing to see. */
export function homeBounds(divisions: readonly Division[], { lng, lat }: Pick<MapMarks, 'lng' | 'lat'>): Bounds | null {
  const rings = divisions.filter(({ level }) => level === 'county').flatMap(({ polygons }) => polygons.map(([outer = []]) => outer));
  const [west, south, east, north] = rings.length > 0 ? ringBounds(rings.flat()) : boundsOf(lng, lat);
  return west <= east ? [west, south, east, north] : null;
}

function boundsOf(lng: Float64Array, lat: Float64Array): Bounds {
  const [[west, east], [south, north]] = [lng, lat].map((values) => values.reduce(([least, most], value) => [Math.min(least, value), Math.max(most, value)] as const, [Infinity, -Infinity] as const)) as [readonly [number, number], readonly [number, number]];
  return [west, south, east, north];
}

import type { Bounds } from '../domain/place.ts';
import { isRecord, member } from './geojson.ts';
import { toLngLat } from './polygons.ts';

/**
 * The box round everything that a geometry names, sound or not: what is known of an area that can't be used. `null` when
 * any position is unreadable or beyond the earth's degrees, since the box would then be a guess.
 */
export function boundsOf(geometry: unknown): Bounds | null {
  const coordinates = isRecord(geometry) ? member(geometry, 'coordinates') : undefined;
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  return extend(box, coordinates) && box.west <= box.east ? box : null;
}

/** Deeper than any geometry (a multipolygon has four levels): no use, and an attack on the stack. */
const DEEPEST = 4;

function extend(box: { west: number; south: number; east: number; north: number }, part: unknown, depth = 0): boolean {
  if (!Array.isArray(part) || depth > DEEPEST) return false;
  if (part.some(Array.isArray)) return part.every((inner) => extend(box, inner, depth + 1));
  if (part.length === 0) return true;
  const at = toLngLat(part);
  if (at === null || Math.abs(at[0]) > 180 || Math.abs(at[1]) > 90) return false;
  box.west = Math.min(box.west, at[0]);
  box.east = Math.max(box.east, at[0]);
  box.south = Math.min(box.south, at[1]);
  box.north = Math.max(box.north, at[1]);
  return true;
}

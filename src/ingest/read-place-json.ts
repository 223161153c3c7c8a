import type { LngLat, MultiPolygon } from '../domain/place.ts';
import { preventsUse, ringProblems } from '../geometry/ring-problems.ts';
import { note, where, type Reader } from '../policy/pack-reader.ts';
import { listOf, toLngLat } from './polygons.ts';

/* Positions of our own files. An outline may have 100,000 of them, so a fault is named by its list, not by its number. */

export const lngLat: Reader<LngLat> = (value, path, notes) => {
  const at = isPair(value) ? toLngLat(value, 'wgs84') : null;
  return at !== null && Math.abs(at[0]) <= 180 && Math.abs(at[1]) <= 90 ? at : note(notes, path, 'value', '[lng, lat]', value);
};

export const line: Reader<readonly LngLat[]> = (value, path, notes) =>
  listOf(value, position) ?? note(notes, path, 'value', 'list of [lng, lat]', value);

const anyPolygons: Reader<MultiPolygon> = (value, path, notes) =>
  listOf(value, (polygon) => listOf(polygon, (ring) => listOf(ring, position))) ?? note(notes, path, 'value', 'polygons', value);

/** An area as the engine can take it, or none at all: an empty list contains nothing. */
export const soundPolygons: Reader<MultiPolygon> = where(anyPolygons, isSound, 'closed rings that do not cross');

function position(value: unknown): LngLat | null {
  return isPair(value) ? toLngLat(value, 'wgs84') : null;
}

function isPair(value: unknown): boolean {
  return Array.isArray(value) && value.length === 2;
}

function isSound(area: MultiPolygon): boolean {
  return area.every((polygon) => !ringProblems(polygon).some(preventsUse));
}

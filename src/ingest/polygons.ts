import { assertNever } from '../base/assert-never.ts';
import type { LngLat, MultiPolygon } from '../domain/place.ts';
import { doubleArea } from '../geometry/nest-rings.ts';
import { preventsUse, ringProblems, type RingProblem } from '../geometry/ring-problems.ts';
import { isGeodetic, type Crs } from './datum/crs.ts';
import { toWgs84 } from './datum/to-wgs84.ts';
import { isRecord, member } from './geojson.ts';
import { problem, type Problem } from './problem.ts';

/** Whose geometry it is, for the sentence. */
export interface FeaturePlace {
  readonly file: string;
  readonly feature: number;
  readonly zone: string;
}

export interface AreaGeometry {
  readonly polygons: MultiPolygon;
  /** Positions that came with a height, which is left out. */
  readonly heights: number;
  /** Rings that turn against RFC 7946 §3.1.6; the area is the same whichever way they turn. */
  readonly turned: number;
}

/**
 * A Polygon or MultiPolygon, accepted as it stands or not at all: repairing a boundary is deciding where it runs, and a
 * plant may stand there. Rings are counted from 1 in what is said about them.
 */
export function readAreaGeometry(geometry: unknown, place: FeaturePlace, crs: Crs = 'wgs84'): AreaGeometry | Problem {
  if (geometry === null || geometry === undefined) return problem('geometry-missing', place);
  if (!isRecord(geometry)) return problem('geometry-malformed', place);
  if (areasIn(geometry) === null) {
    const type = member(geometry, 'type');
    return problem('geometry-not-an-area', { ...place, found: typeof type === 'string' ? type : '?' });
  }
  const counter = { heights: 0 };
  const polygons = drawnArea(geometry, crs, () => (counter.heights += 1));
  if (polygons === null || polygons.length === 0) return problem('geometry-malformed', place);

  let ringsBefore = 0;
  for (const polygon of polygons) {
    const [fault] = ringProblems(polygon).filter(preventsUse);
    if (fault !== undefined) return sayRing(fault, place, ringsBefore);
    ringsBefore += polygon.length;
  }
  const turned = polygons.reduce((sum, polygon) => sum + polygon.filter((ring, i) => doubleArea(ring) < 0 !== i > 0).length, 0);
  return { polygons, heights: counter.heights, turned };
}

/** The polygons of an area as they stand, sound or not, in WGS84; `null` where it is no area or its numbers can't be read. */
export function drawnArea(geometry: unknown, crs: Crs, countHeight?: () => void): MultiPolygon | null {
  const shapes = isRecord(geometry) ? areasIn(geometry) : null;
  return listOf(shapes, (polygon) => listOf(polygon, (ring) => listOf(ring, (position) => toLngLat(position, crs, countHeight))));
}

/** The coordinates of the polygons of a Polygon or MultiPolygon; `null` for anything else. */
function areasIn(geometry: Readonly<Record<string, unknown>>): unknown {
  const coordinates = member(geometry, 'coordinates');
  const type = member(geometry, 'type');
  if (type === 'Polygon') return [coordinates];
  return type === 'MultiPolygon' ? (coordinates ?? []) : null;
}

/** Every item read, or `null` when one can't be. */
export function listOf<Item>(value: unknown, read: (item: unknown) => Item | null): readonly Item[] | null {
  if (!Array.isArray(value)) return null;
  const items: Item[] = [];
  for (const raw of value as readonly unknown[]) {
    const item = read(raw);
    if (item === null) return null;
    items.push(item);
  }
  return items;
}

/** A position of GeoJSON as WGS84; a height, if there is one, is left out and counted. */
export function toLngLat(value: unknown, crs: Crs, countHeight?: () => void): LngLat | null {
  if (!Array.isArray(value)) return null;
  const [lng, lat, height] = value as readonly unknown[];
  // JSON can overflow to Infinity ("1e999").
  if (typeof lng !== 'number' || typeof lat !== 'number' || !Number.isFinite(lng) || !Number.isFinite(lat)) return null;
  if (height !== undefined) countHeight?.();
  if (!isGeodetic(crs)) return toWgs84(crs, lng, lat);
  // Of millions of positions nearly all can stay as they were parsed.
  return value.length === 2 ? (value as unknown as LngLat) : [lng, lat];
}

function sayRing(fault: RingProblem, place: FeaturePlace, ringsBefore: number): Problem {
  const at = { ...place, ring: ringsBefore + fault.ring + 1 };
  switch (fault.code) {
    case 'ring-missing':
    case 'coordinate-not-finite':
      return problem('geometry-malformed', place);
    case 'ring-too-short':
      return problem(fault.code, { ...at, positions: fault.positions });
    case 'coordinate-out-of-range':
      return problem('ring-out-of-range', { ...at, lng: fault.lng, lat: fault.lat });
    case 'ring-not-closed':
    case 'ring-crosses-antimeridian':
    case 'ring-without-area':
      return problem(fault.code, at);
    case 'ring-crosses-itself':
    case 'ring-touches-itself':
    case 'hole-outside-outer':
      return problem(fault.code, { ...at, lng: fault.lng, lat: fault.lat });
    case 'rings-cross':
      return problem(fault.code, { ...at, otherRing: ringsBefore + fault.otherRing + 1, lng: fault.lng, lat: fault.lat });
    case 'hole-inside-hole':
      return problem(fault.code, { ...at, otherRing: ringsBefore + fault.otherRing + 1 });
    case 'ring-repeats-position':
      throw new Error('sayRing: got ring-repeats-position, expected a problem that prevents use');
    default:
      return assertNever(fault, 'sayRing');
  }
}


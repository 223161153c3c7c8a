import type { SourceShape } from '../domain/heat-source.ts';
import type { LngLat, MultiPolygon } from '../domain/place.ts';
import { areaContains } from '../geometry/contains.ts';
import { polygonTable } from '../geometry/rings.ts';
import type { Crs } from './datum/crs.ts';
import { MAX_LAT, MAX_LNG } from './degrees.ts';
import { isRecord, member } from './geojson.ts';
import { listOf, readAreaGeometry, toLngLat, type FeaturePlace } from './polygons.ts';
import { problem, type Problem } from './problem.ts';

/** A site by its outline or course, with the point that stands for it on the map. */
export interface Site {
  readonly shape: SourceShape;
  readonly lngLat: LngLat;
}

/** An area or a line, accepted as it stands or not at all; `null` for a point or no geometry. */
export function readSite(geometry: unknown, place: FeaturePlace, crs: Crs): Site | Problem | null {
  const type = isRecord(geometry) ? member(geometry, 'type') : 'Point';
  if (type === 'Point') return null;
  if (isRecord(geometry) && (type === 'LineString' || type === 'MultiLineString')) {
    const coordinates = member(geometry, 'coordinates');
    return readLines(type === 'LineString' ? [coordinates] : coordinates, place, crs);
  }
  const area = readAreaGeometry(geometry, place, crs);
  if ('code' in area) return area;
  const lngLat = pointOfArea(area.polygons);
  return lngLat === null ? problem('geometry-malformed', place) : { shape: { kind: 'area', polygons: area.polygons }, lngLat };
}

function readLines(coordinates: unknown, place: FeaturePlace, crs: Crs): Site | Problem {
  const lines = listOf(coordinates, (line) => listOf(line, (position) => toLngLat(position, crs)));
  if (lines === null) return problem('geometry-malformed', place);
  for (const [number, positions] of lines.entries()) {
    const at = { ...place, line: number + 1 };
    if (positions.length < 2) return problem('line-too-short', { ...at, positions: positions.length });
    const outside = positions.find(([lng, lat]) => Math.abs(lng) > MAX_LNG || Math.abs(lat) > MAX_LAT);
    if (outside !== undefined) return problem('line-out-of-range', { ...at, lng: outside[0], lat: outside[1] });
    // RFC 7946 §3.1.9 wants a line over the antimeridian cut in two; uncut, it would run round the globe.
    const jumps = positions.some(([lng], k) => Math.abs(lng - (positions[k - 1]?.[0] ?? lng)) > MAX_LNG);
    if (jumps) return problem('line-crosses-antimeridian', at);
  }
  const lngLat = lines[0]?.[0];
  return lngLat === undefined ? problem('geometry-malformed', place) : { shape: { kind: 'line', lines }, lngLat };
}

/** The mean of the first outline's vertices where that lies in the area, else its first vertex: it only marks the place, distance is measured to the shape. */
function pointOfArea(polygons: MultiPolygon): LngLat | null {
  const ring = polygons[0]?.[0] ?? [];
  const vertices = ring.slice(1);
  const mean = (axis: 0 | 1) => vertices.reduce((sum, vertex) => sum + vertex[axis], 0) / vertices.length;
  const [lng, lat] = [mean(0), mean(1)];
  return areaContains(polygonTable([polygons]), 0, lng, lat) ? [lng, lat] : (ring[0] ?? null);
}

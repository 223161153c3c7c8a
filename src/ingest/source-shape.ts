import type { SourceShape } from '../domain/heat-source.ts';
import type { LngLat } from '../domain/place.ts';
import { isRecord, member } from './geojson.ts';
import { readAreaGeometry, type FeaturePlace } from './polygons.ts';
import { problem, type Problem } from './problem.ts';

/** The outline or the course of a heat source: a sound area, or a line of two positions or more. */
export function readSourceShape(geometry: unknown, place: FeaturePlace): SourceShape | Problem {
  const type = isRecord(geometry) ? member(geometry, 'type') : undefined;
  if (!isRecord(geometry) || (type !== 'LineString' && type !== 'MultiLineString')) {
    const area = readAreaGeometry(geometry, place);
    return 'code' in area ? area : { kind: 'area', polygons: area.polygons };
  }
  const coordinates = member(geometry, 'coordinates');
  const lines: unknown = type === 'LineString' ? [coordinates] : coordinates;
  return isLines(lines) ? { kind: 'line', lines } : problem('geometry-malformed', place);
}

function isLines(value: unknown): value is readonly (readonly LngLat[])[] {
  return Array.isArray(value) && value.length > 0 && value.every((line) => Array.isArray(line) && line.length >= 2 && line.every(isPosition));
}

function isPosition(value: unknown): boolean {
  return Array.isArray(value) && value.length >= 2 && value.slice(0, 2).every(Number.isFinite) && Math.abs(Number(value[0])) <= 180 && Math.abs(Number(value[1])) <= 90;
}

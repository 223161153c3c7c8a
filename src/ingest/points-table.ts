import { failed, ok, type Result } from '../base/result.ts';
import type { Message } from '../domain/issue.ts';
import { asText, isRecord, member, saysCut, type Feature } from './geojson.ts';
import { originalOf } from './original.ts';
import { message, problem } from './problem.ts';
import type { Table, TableRecord } from './table.ts';

/** The types of geometry that a table of places may hold, besides none. */
export const POINTS_ONLY = ['Point'] as const;
export const SITES = ['Point', 'Polygon', 'MultiPolygon', 'LineString', 'MultiLineString'] as const;

/** GeoJSON features as a table, so that they and CSV rows go through the same readers. `row` is the feature's number. */
export function pointsTable(file: string, features: readonly Feature[], types: readonly string[]): Result<Table, Message> {
  const isForeign = ({ geometry }: Feature): boolean => isRecord(geometry) && !types.includes(typeOf(geometry));
  if (features.length > 0 && features.every(isForeign)) return failed([message('error', 'geojson-points-expected', { file })]);

  const header = [...new Set(features.flatMap(({ attributes }) => attributes.map(([name]) => name)))];
  const records = features.map((feature): TableRecord => {
    const { number, attributes, geometry } = feature;
    const cells = new Map(attributes);
    const original = originalOf(attributes.map(([name]) => name), attributes.map(([, cell]) => cell));
    const record = { row: number, cells: header.map((name) => cells.get(name) ?? ''), original, feature };
    return isForeign(feature) ? { ...record, problem: problem('geometry-not-a-point', { found: typeOf(geometry) }) } : record;
  });
  return ok({ sheet: null, header, keys: header, isGeoJson: true, records, share: () => 1, messages: saysCut(file, features) });
}

/** The two coordinates of a point as text, so that what is no number stays visible; `null` where there is no point. */
export function pointCells(geometry: unknown): readonly [lng: string, lat: string] | null {
  if (!isRecord(geometry) || typeOf(geometry) !== 'Point') return null;
  const coordinates = member(geometry, 'coordinates');
  const [lng, lat] = Array.isArray(coordinates) ? (coordinates as readonly unknown[]) : [];
  const cells = [asText(lng), asText(lat)] as const;
  return cells.every((cell) => cell.trim() === '') ? null : cells;
}

/** Whether a feature says where it is. An empty point says as little as a missing one (RFC 7946 §3.1). */
export function hasPlace({ geometry }: Feature): boolean {
  return isRecord(geometry) && (typeOf(geometry) !== 'Point' || pointCells(geometry) !== null);
}

function typeOf(geometry: unknown): string {
  const type = isRecord(geometry) ? member(geometry, 'type') : undefined;
  return typeof type === 'string' ? type : '?';
}

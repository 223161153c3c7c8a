import { failed, ok, type Result } from '../base/result.ts';
import type { Message } from '../domain/issue.ts';
import { isRecord, member, parseGeoJson, type Feature } from './geojson.ts';
import { message, problem } from './problem.ts';
import type { Table, TableRecord } from './read-table.ts';

/** Columns that carry the geometry; the header synonyms rank them above every attribute. */
const GEOMETRY_KEYS = ['geometry.lon', 'geometry.lat'] as const;

/**
 * GeoJSON points as a table, so that points and CSV rows go through the same readers. `row` is the feature's number.
 * Where shapes are taken, an area or a line is a record too, put at its first vertex, with its geometry beside the cells.
 */
export function pointsTable(file: string, text: string, takesShapes: boolean): Result<Table, Message> {
  const parsed = parseGeoJson(file, text);
  if (!parsed.ok) return parsed;
  const features = parsed.value;
  if (!takesShapes && features.length > 0 && features.every(({ geometry }) => isRecord(geometry) && member(geometry, 'type') !== 'Point')) {
    return failed([message('error', 'geojson-points-expected', { file })]);
  }
  const names = features.flatMap(({ id, attributes }) => [...(id === null ? [] : ['id']), ...attributes.map(([name]) => name)]);
  const keys = [...new Set([...GEOMETRY_KEYS, ...names])];
  return ok({ header: keys, keys, records: features.map((feature) => toRecord(feature, keys, takesShapes)), messages: [] });
}

function toRecord({ number, id, attributes, geometry }: Feature, keys: readonly string[], takesShapes: boolean): TableRecord {
  const cells = new Map(attributes);
  // RFC 7946 §3.2: the identifier of a feature stands beside its properties.
  if (id !== null && !cells.has('id')) cells.set('id', id);
  const isPoint = isRecord(geometry) && member(geometry, 'type') === 'Point';
  const coordinates = isRecord(geometry) && (isPoint || takesShapes) ? member(geometry, 'coordinates') : undefined;
  const [lng, lat] = firstPosition(coordinates);
  const [lngKey, latKey] = GEOMETRY_KEYS;
  cells.set(lngKey, asCell(lng));
  cells.set(latKey, asCell(lat));
  const record = { row: number, cells: keys.map((key) => cells.get(key) ?? '') };
  if (isRecord(geometry) && !isPoint && takesShapes) return { ...record, geometry };
  if (isRecord(geometry) && !isPoint) {
    const type = member(geometry, 'type');
    return { ...record, problem: problem('geometry-not-a-point', { found: typeof type === 'string' ? type : '?' }) };
  }
  return record;
}

/** The first position of coordinates of any depth. */
function firstPosition(coordinates: unknown): readonly unknown[] {
  let at = coordinates;
  while (Array.isArray(at) && Array.isArray(at[0])) at = at[0] as unknown;
  return Array.isArray(at) ? (at as readonly unknown[]) : [];
}

/** What is no number stays visible, so that the row is set aside and not taken for one without a position. */
function asCell(coordinate: unknown): string {
  if (coordinate === undefined) return '';
  return typeof coordinate === 'string' ? coordinate : JSON.stringify(coordinate);
}

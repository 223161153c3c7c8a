import { failed, ok, type Result } from '../base/result.ts';
import type { Message } from '../domain/issue.ts';
import { message } from './problem.ts';

/** A feature as loosely as it must be taken: nothing about its geometry is known yet. */
export interface Feature {
  /** Counted from 1. */
  readonly number: number;
  readonly id: string | null;
  /** Attributes as text, in the order of the file; `null` is a blank cell, nested values are JSON. */
  readonly attributes: readonly (readonly [name: string, text: string])[];
  readonly geometry: unknown;
}

const GEOMETRIES = new Set(['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon', 'GeometryCollection']);
/** RFC 7946 knows only WGS84; older files may say so in a `crs` member. CGCS2000 (EPSG:4490) differs by centimetres. */
const WGS84_NAMES = /CRS84|EPSG:{1,2}(?:[\d.]*:)?(?:4326|4490)$/iu;

/** A FeatureCollection, a Feature or a bare geometry, as a list of features. */
export function parseGeoJson(file: string, text: string): Result<readonly Feature[], Message> {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    // Engines say where JSON broke in different words, or not at all; nothing of that may reach an output.
    return failed([message('error', 'json-invalid', { file })]);
  }
  if (!isRecord(root)) return failed([message('error', 'geojson-expected', { file, found: kindOf(root) })]);

  const crs = crsName(root);
  if (crs !== null && !WGS84_NAMES.test(crs)) return failed([message('error', 'crs-unsupported', { file, crs })]);

  const type = member(root, 'type');
  const features = member(root, 'features');
  if (type === 'FeatureCollection' && Array.isArray(features)) {
    return ok(features.map((feature: unknown, index) => toFeature(feature, index + 1)));
  }
  if (type === 'Feature') return ok([toFeature(root, 1)]);
  if (typeof type === 'string' && GEOMETRIES.has(type)) return ok([{ number: 1, id: null, attributes: [], geometry: root }]);
  return failed([message('error', 'geojson-expected', { file, found: typeof type === 'string' ? type : kindOf(root) })]);
}

/** What does not even look like a feature becomes one without geometry, so that it is reported and not lost. */
function toFeature(value: unknown, number: number): Feature {
  if (!isRecord(value)) return { number, id: null, attributes: [], geometry: null };
  const id = member(value, 'id');
  const properties = member(value, 'properties');
  return {
    number,
    id: typeof id === 'string' || typeof id === 'number' ? String(id) : null,
    attributes: isRecord(properties) ? Object.entries(properties).map(([name, cell]) => [name, asText(cell)] as const) : [],
    geometry: member(value, 'geometry'),
  };
}

/** A value as the text of a cell; one that is nested too deep to be written out is cut short. */
function asText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  try {
    return JSON.stringify(cell);
  } catch (error) {
    if (error instanceof RangeError) return '…';
    throw error;
  }
}

function crsName(root: Readonly<Record<string, unknown>>): string | null {
  const crs = member(root, 'crs');
  if (!isRecord(crs)) return null;
  const properties = member(crs, 'properties');
  const name = isRecord(properties) ? member(properties, 'name') : undefined;
  return typeof name === 'string' ? name : JSON.stringify(crs);
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A member of the file's own, never one that objects inherit. */
export function member(record: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
}

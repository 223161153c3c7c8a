import { failed, ok, type Result } from '../base/result.ts';
import type { Message } from '../domain/issue.ts';
import { withCoordinates, type LiftedJson } from './lift-coordinates.ts';
import { message } from './problem.ts';

/** A feature as loosely as it must be taken: nothing about its geometry is known yet. */
export interface Feature {
  /** Counted from 1. */
  readonly number: number;
  readonly id: string | null;
  /** Attributes as text, in the order of the file; `null` is a blank cell, nested values are JSON. */
  readonly attributes: readonly (readonly [name: string, text: string])[];
  /** Attributes nested so deeply that their text is cut. */
  readonly cut: readonly string[];
  readonly geometry: unknown;
}

/** Far beyond any real attribute, far below what overflows the stack of a recursive writer. */
const MAX_DEPTH = 64;
const CUT = '…';

const GEOMETRIES = new Set(['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon', 'GeometryCollection']);
export interface FeatureList {
  readonly features: readonly Feature[];
  /** RFC 7946 knows only WGS84; older files name their system in a `crs` member. `null` when they don't. */
  readonly crs: string | null;
}

/** A FeatureCollection, a Feature or a bare geometry, as a list of features. @param lifted coordinates that `text` lacks. */
export function parseGeoJson(file: string, text: string, lifted?: LiftedJson): Result<FeatureList, Message> {
  let root: unknown;
  try {
    root = lifted === undefined ? JSON.parse(text) : withCoordinates(text, lifted);
  } catch {
    // Engines say where JSON broke in different words, or not at all; nothing of that may reach an output.
    return failed([message('error', 'json-invalid', { file })]);
  }
  if (!isRecord(root)) return failed([message('error', 'geojson-expected', { file, found: kindOf(root) })]);

  const crs = crsName(root);
  const type = member(root, 'type');
  const features = member(root, 'features');
  if (type === 'FeatureCollection' && Array.isArray(features)) {
    return ok({ crs, features: features.map((feature: unknown, index) => toFeature(feature, index + 1)) });
  }
  if (type === 'Feature') return ok({ crs, features: [toFeature(root, 1)] });
  if (typeof type === 'string' && GEOMETRIES.has(type)) return ok({ crs, features: [{ number: 1, id: null, attributes: [], cut: [], geometry: root }] });
  return failed([message('error', 'geojson-expected', { file, found: typeof type === 'string' ? type : kindOf(root) })]);
}

/** What does not even look like a feature becomes one without geometry, so that it is reported and not lost. */
function toFeature(value: unknown, number: number): Feature {
  if (!isRecord(value)) return { number, id: null, attributes: [], cut: [], geometry: null };
  const id = member(value, 'id');
  const members = member(value, 'properties');
  const properties = isRecord(members) ? Object.entries(members) : [];
  return {
    number,
    id: (typeof id === 'string' && id.trim() !== '') || typeof id === 'number' ? String(id) : null,
    attributes: properties.map(([name, cell]) => [name, asText(cell)] as const),
    cut: properties.flatMap(([name, cell]) => (isDeep(cell, MAX_DEPTH) ? [name] : [])),
    geometry: member(value, 'geometry'),
  };
}

/** Which attributes came cut, one message each. */
export function saysCut(file: string, features: readonly Feature[]): readonly Message[] {
  return features.flatMap(({ number, cut }) => cut.map((column) => message('warning', 'value-too-deep', { file, feature: number, column })));
}

/** A cell's text; `null` is blank. */
export function asText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  // JSON can overflow to Infinity ("1e999"), which `stringify` would turn into null, a blank.
  return typeof cell === 'number' ? String(cell) : JSON.stringify(cutBelow(cell, MAX_DEPTH));
}

function cutBelow(value: unknown, levels: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (levels === 0) return CUT;
  if (Array.isArray(value)) return value.map((item: unknown) => cutBelow(item, levels - 1));
  return Object.fromEntries(Object.entries(value).map(([name, item]: [string, unknown]) => [name, cutBelow(item, levels - 1)]));
}

function isDeep(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((item) => isDeep(item, levels - 1));
}

function crsName(root: Readonly<Record<string, unknown>>): string | null {
  const crs = member(root, 'crs');
  if (!isRecord(crs)) return null;
  const properties = member(crs, 'properties');
  const name = isRecord(properties) ? member(properties, 'name') : undefined;
  return typeof name === 'string' ? name : asText(crs);
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

import { failed, ok, type Result } from '../base/result.ts';
import type { Message } from '../domain/issue.ts';
import type { FieldSpec } from './columns/headers.ts';
import { matchColumns } from './columns/match-columns.ts';
import type { Crs } from './datum/crs.ts';
import { decodeText, MOST_BYTES } from './decode.ts';
import { parseGeoJson, saysCut, type Feature } from './geojson.ts';
import { liftCoordinates } from './lift-coordinates.ts';
import { originalOf } from './original.ts';
import { message } from './problem.ts';
import type { ReadOptions } from './read-options.ts';
import { openRow, turnTo, type Row } from './row.ts';
import { crsNamed } from './sheet.ts';
import type { SourceFile } from './source-file.ts';

/** A GeoJSON feature whose attributes can be read like the cells of a table. */
export interface AreaRow<Field extends string> {
  readonly feature: Feature;
  readonly row: Row<Field>;
}

export interface AreaSheet<Field extends string> {
  readonly rows: readonly AreaRow<Field>[];
  readonly crs: Crs;
  readonly encoding: string;
  readonly messages: readonly Message[];
}

/** Decodes GeoJSON areas and finds the fields of their attributes; else the messages say why nothing in it can be read. */
export function openAreaSheet<Field extends string>(
  source: SourceFile,
  specs: readonly FieldSpec<Field>[],
  options: ReadOptions = {},
): Result<AreaSheet<Field>, Message> {
  const file = source.name;
  const opened = openFeatures(source, options);
  if (!opened.ok) return opened;
  const { features, encoding, messages: before } = opened.value;
  const named = crsNamed(opened.value.crs);
  const given = options.crs !== undefined && options.crs !== null;
  const crs = options.crs ?? named ?? 'wgs84';
  if (crs === 'beijing54' || crs === 'xian80') return failed([message('error', 'crs-refused', { file, crs })]);
  if (!given && opened.value.crs !== null && named === null) {
    return failed([message('error', 'crs-unsupported', { file, crs: opened.value.crs })]);
  }
  const header = [...new Set(features.flatMap(({ attributes }) => attributes.map(([name]) => name)))];
  const { columns, messages } = matchColumns(file, header, specs);
  const rows = features.map((feature) => {
    const { number, attributes } = feature;
    const cells = new Map(attributes);
    const original = originalOf(attributes.map(([name]) => name), attributes.map(([, text]) => text));
    const row = openRow({ file, columns, keys: header, crs });
    turnTo(row, { row: number, cells: header.map((name) => cells.get(name) ?? ''), original, feature });
    return { feature, row };
  });
  return ok({ rows, crs, encoding, messages: [...before, ...messages, ...saysCut(file, features)] });
}

interface OpenedFeatures {
  readonly features: readonly Feature[];
  readonly encoding: string;
  readonly crs: string | null;
  readonly messages: readonly Message[];
}

function openFeatures(source: SourceFile, { encoding = null }: ReadOptions): Result<OpenedFeatures, Message> {
  const file = source.name;
  if (source.content?.kind === 'features') return ok(source.content);
  if (source.content !== undefined) return failed([message('error', 'geojson-expected', { file, found: 'workbook' })]);
  const quick = openQuickly(source, encoding);
  if (quick !== null) return ok(quick);
  const decoded = decodeText(source, encoding);
  if (!decoded.ok) return decoded;
  const parsed = parseGeoJson(file, decoded.value.text);
  return parsed.ok ? ok({ ...parsed.value, encoding: decoded.value.encoding, messages: [] }) : parsed;
}

/** The same of a sound file in UTF-8 whose coordinates are plain, in a part of the time; `null` for any other. */
function openQuickly(source: SourceFile, encoding: ReadOptions['encoding']): OpenedFeatures | null {
  const lifted = (encoding ?? 'utf-8') === 'utf-8' && source.bytes.length <= MOST_BYTES ? liftCoordinates(source.bytes) : null;
  if (lifted === null) return null;
  const decoded = decodeText({ name: source.name, bytes: lifted.bytes }, encoding);
  if (!decoded.ok || decoded.value.encoding !== 'utf-8') return null;
  const parsed = parseGeoJson(source.name, decoded.value.text, lifted);
  return parsed.ok ? { ...parsed.value, encoding: 'utf-8', messages: [] } : null;
}

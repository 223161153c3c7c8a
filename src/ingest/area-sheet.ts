import type { Result } from '../base/result.ts';
import type { Message } from '../domain/issue.ts';
import type { FieldSpec } from './columns/headers.ts';
import { matchColumns } from './columns/match-columns.ts';
import { decodeUtf8 } from './decode.ts';
import { parseGeoJson, saysCut, type Feature } from './geojson.ts';
import { originalOf } from './original.ts';
import { openRow, type Row } from './row.ts';
import type { SourceFile } from './source-file.ts';

/** A GeoJSON feature whose attributes can be read like the cells of a table. */
export interface AreaRow<Field extends string> {
  readonly feature: Feature;
  readonly row: Row<Field>;
}

export interface AreaSheet<Field extends string> {
  readonly rows: readonly AreaRow<Field>[];
  readonly messages: readonly Message[];
}

/** Decodes GeoJSON areas and finds the fields of their attributes; else the messages say why nothing in it can be read. */
export function openAreaSheet<Field extends string>(
  source: SourceFile,
  specs: readonly FieldSpec<Field>[],
): Result<AreaSheet<Field>, Message> {
  const file = source.name;
  const decoded = decodeUtf8(source);
  if (!decoded.ok) return decoded;
  const parsed = parseGeoJson(file, decoded.value.text);
  if (!parsed.ok) return parsed;

  const features = parsed.value;
  const header = [...new Set(features.flatMap(({ attributes }) => attributes.map(([name]) => name)))];
  const { columns, messages } = matchColumns(file, header, specs);
  const rows = features.map((feature) => {
    const { number, attributes } = feature;
    const cells = new Map(attributes);
    const original = originalOf(attributes.map(([name]) => name), attributes.map(([, text]) => text));
    const record = { row: number, cells: header.map((name) => cells.get(name) ?? ''), original, feature };
    return { feature, row: openRow(file, columns, record) };
  });
  return { ok: true, value: { rows, messages: [...messages, ...saysCut(file, features)] } };
}

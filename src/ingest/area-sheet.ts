import { failed, ok, type Result } from '../base/result.ts';
import type { Message } from '../domain/issue.ts';
import type { FieldSpec } from './columns/headers.ts';
import { matchColumns } from './columns/match-columns.ts';
import type { Crs } from './datum/crs.ts';
import type { CrsFinding } from './datum/judge-crs.ts';
import { decodeText, MOST_BYTES } from './decode.ts';
import { parseGeoJson, saysCut, type Feature } from './geojson.ts';
import { liftCoordinates } from './lift-coordinates.ts';
import { originalOf } from './original.ts';
import { areaWitnesses, axesTurned, withOutlines } from './place-witnesses.ts';
import { message } from './problem.ts';
import type { Question } from './question.ts';
import type { PlaceOptions, ReadOptions } from './read-options.ts';
import { openRow, turnTo, type Row } from './row.ts';
import { settleCrs } from './settle-crs.ts';
import { crsNamed } from './sheet.ts';
import type { SourceFile } from './source-file.ts';

/** A GeoJSON feature whose attributes can be read like the cells of a table. */
export interface AreaRow<Field extends string> {
  readonly feature: Feature;
  readonly row: Row<Field>;
}

export interface AreaSheet<Field extends string> {
  readonly rows: readonly AreaRow<Field>[];
  readonly crs: CrsFinding;
  readonly encoding: string;
  readonly messages: readonly Message[];
}

/** The areas of a file; else why it can't be read, or what must be answered first. */
export type OpenedAreas<Field extends string> =
  | { readonly ok: true; readonly value: AreaSheet<Field> }
  | { readonly ok: false; readonly problems: readonly Message[]; readonly question?: Question };

/** Decodes areas, finds the fields of their attributes and the system of their positions. */
export function openAreaSheet<Field extends string>(
  source: SourceFile,
  specs: readonly FieldSpec<Field>[],
  options: PlaceOptions = {},
): OpenedAreas<Field> {
  const file = source.name;
  const opened = openFeatures(source, options);
  if (!opened.ok) return opened;
  const { features, encoding, messages: before } = opened.value;
  const named = crsNamed(opened.value.crs);
  const given = options.crs ?? null;
  const stated = named === 'beijing54' || named === 'xian80' ? null : named;
  if (given === null && named !== null && stated === null) return failed([message('error', 'crs-refused', { file, crs: named })]);
  if (given === null && opened.value.crs !== null && named === null) {
    return failed([message('error', 'crs-unsupported', { file, crs: opened.value.crs })]);
  }
  const header = [...new Set(features.flatMap(({ attributes }) => attributes.map(([name]) => name)))];
  const { columns, messages } = matchColumns(file, header, specs);
  const rowsIn = (crs: Crs, isSwapped: boolean): readonly AreaRow<Field>[] =>
    features.map((read) => {
      const feature = isSwapped ? { ...read, geometry: axesTurned(read.geometry) } : read;
      const { number, attributes } = feature;
      const cells = new Map(attributes);
      const original = originalOf(attributes.map(([name]) => name), attributes.map(([, text]) => text));
      const row = openRow({ file, columns, keys: header, crs });
      turnTo(row, { row: number, cells: header.map((name) => cells.get(name) ?? ''), original, feature });
      return { feature, row };
    });
  const settled = settleCrs(file, areaWitnesses(rowsIn('wgs84', false), options), { given, stated }, options);
  if (settled.kind === 'asked') {
    const { question, isSwapped } = settled;
    const geometries = features.map(({ geometry }) => (isSwapped ? axesTurned(geometry) : geometry));
    return { ok: false, problems: settled.messages, question: { ...question, candidates: withOutlines(question.candidates, geometries) } };
  }
  const { crs, isSwapped } = settled.finding;
  const said = [...before, ...messages, ...saysCut(file, features), ...settled.messages];
  return ok({ rows: rowsIn(crs, isSwapped), crs: settled.finding, encoding, messages: said });
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

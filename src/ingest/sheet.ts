import { failed, ok, type Result } from '../base/result.ts';
import type { Message } from '../domain/issue.ts';
import { matchHeader, type FieldSpec } from './columns/headers.ts';
import { listed, matchColumns, type Columns } from './columns/match-columns.ts';
import { decodeUtf8 } from './decode.ts';
import { pointsTable } from './points-table.ts';
import { message } from './problem.ts';
import { readTable, type Table } from './read-table.ts';
import type { SourceFile } from './source-file.ts';

/** A table whose columns are understood. */
export interface Sheet<Field extends string> {
  readonly file: string;
  readonly table: Table;
  readonly columns: Columns<Field>;
  readonly messages: readonly Message[];
}

/** What a message calls the geometry of GeoJSON features, beside which their columns of coordinates stand back. */
const GEOMETRY = 'geometry';

/**
 * Decodes a CSV file or a GeoJSON file with geometries of the given types and finds its columns; else the messages say why
 * nothing in it can be read.
 */
export function openSheet<Field extends string>(
  source: SourceFile,
  specs: readonly FieldSpec<Field>[],
  types: readonly string[],
): Result<Sheet<Field>, Message> {
  const file = source.name;
  const decoded = decodeUtf8(source);
  if (!decoded.ok) return decoded;
  const { text } = decoded.value;
  const opened = looksLikeJson(text) ? pointsTable(file, text, types) : csvTable(file, text, specs);
  if (!opened.ok) return opened;

  const table = opened.value;
  const { columns, unknown, foreignDatum, messages } = matchColumns(file, table.header, specs);
  if (foreignDatum !== null) return failed([message('error', 'crs-unsupported', { file, crs: foreignDatum })]);
  if (columns.size === 0 && !table.isGeoJson) {
    const expected = specs.map(({ names: [[first = ''] = []] }) => first);
    return failed([message('error', 'table-without-known-column', { file, headers: listed(unknown), expected: listed(expected) })]);
  }
  return ok({ file, table, columns, messages: [...table.messages, ...messages, ...(table.isGeoJson ? standingBack(file, columns) : [])] });
}

function standingBack(file: string, columns: Columns<string>): readonly Message[] {
  const beside = ['lon', 'lat', 'lngLat'].flatMap((field) => columns.get(field) ?? []);
  return beside.map(({ header }) => message('info', 'column-passed-over', { file, used: GEOMETRY, unused: header }));
}

function looksLikeJson(text: string): boolean {
  return /^\s*[{[]/u.test(text);
}

function csvTable(file: string, text: string, specs: readonly FieldSpec<string>[]): Result<Table, Message> {
  const table = readTable(file, text, (cells) => cells.some((cell) => matchHeader(cell, specs) !== null));
  return table === null ? failed([message('error', 'table-without-header', { file })]) : ok(table);
}

import { failed, ok, type Result } from '../base/result.ts';
import type { Message } from '../domain/issue.ts';
import { fold } from './columns/fold.ts';
import { datumIn } from './columns/datum-words.ts';
import { matchHeader, type FieldSpec } from './columns/headers.ts';
import { listed, matchColumns, type Columns } from './columns/match-columns.ts';
import { parseCrs, type Crs, type RefusedCrs } from './datum/crs.ts';
import { decodePiecesSteps, decodeSteps, type DecodedPieces } from './decode.ts';
import { parseGeoJson } from './geojson.ts';
import type { Content, Grid } from './grid.ts';
import type { IsHeader } from './header-rows.ts';
import type { Mapping } from './mapping.ts';
import { pointsTable } from './points-table.ts';
import { message } from './problem.ts';
import { asWritten } from './own-exports.ts';
import type { ReadOptions } from './read-options.ts';
import { gridTable, readTable } from './read-table.ts';
import type { SourceFile } from './source-file.ts';
import type { Steps } from '../base/steps.ts';
import type { Table } from './table.ts';
import { joined, wholeText, type TextPieces } from './text-pieces.ts';

/** A table whose columns are understood. */
export interface Sheet<Field extends string> {
  readonly file: string;
  readonly table: Table;
  readonly columns: Columns<Field>;
  readonly mapping: Mapping;
  readonly encoding: string;
  /** What the user says the coordinates are in, and what the file says; `null` where nobody does. */
  readonly given: Crs | null;
  readonly stated: Crs | null;
  /** Latitude stands where longitude is expected, in all of the file. */
  readonly isSwapped?: boolean;
  readonly messages: readonly Message[];
}

/** A table as it came out of a file, before its columns are. */
interface Opened {
  readonly table: Table;
  readonly encoding: string;
  readonly crs: string | null;
}

/** What a message calls the geometry of GeoJSON features, beside which their columns of coordinates stand back. */
const GEOMETRY = 'geometry';

/**
 * Opens a table, or features with geometries of the given types, and finds its columns; else the messages say why nothing
 * in it can be read.
 */
export function* openSheetSteps<Field extends string>(
  source: SourceFile,
  specs: readonly FieldSpec<Field>[],
  types: readonly string[],
  options: ReadOptions = {},
): Steps<Result<Sheet<Field>, Message>> {
  const file = source.name;
  const opened = source.content === undefined ? yield* openText(source, specs, types, options) : openContent(file, source.content, specs, types, options);
  if (!opened.ok) return opened;
  const { encoding, crs } = opened.value;
  const own = asWritten(opened.value.table, specs);
  const { table } = own;
  const { columns, mapping, unknown, datum, messages } = matchColumns(file, table.header, specs, options.mapping ?? own.mapping, table.keys);
  const given = options.crs ?? null;
  // The coordinates of our own ledger are WGS84, whatever its header calls them.
  const stated = datum ?? (own.mapping === null ? null : 'wgs84') ?? statedIn(table) ?? crsNamed(crs);
  if (given === null) {
    if (stated === 'beijing54' || stated === 'xian80') return failed([message('error', 'crs-refused', { file, crs: stated })]);
    if (crs !== null && stated === null) return failed([message('error', 'crs-unsupported', { file, crs })]);
  }
  if (columns.size === 0 && !table.isGeoJson && options.lookOnly !== true) {
    const expected = specs.map(({ names: [[first = ''] = []] }) => first);
    return failed([message('error', 'table-without-known-column', { file, headers: listed(unknown), expected: listed(expected) })]);
  }
  const statedCrs = stated === 'beijing54' || stated === 'xian80' ? null : stated;
  const said = [...table.messages, ...missingHeaders(file, table, options.mapping ?? null), ...messages, ...(table.isGeoJson ? standingBack(file, columns) : [])];
  return ok({ file, table, columns, mapping, encoding, given, stated: statedCrs, messages: said });
}

/** Columns that a mapping reads and the file does not have: it may be for another file. */
function missingHeaders(file: string, { keys }: Table, mapping: Mapping | null): readonly Message[] {
  const there = new Set(keys.map(fold));
  const missing = mapping?.columns.filter(({ header, field }) => field !== null && !there.has(fold(header))) ?? [];
  return missing.map(({ header }) => message('warning', 'mapping-header-missing', { file, header }));
}

/** A title may say it: 坐标系：CGCS2000. */
function statedIn({ messages }: Table): Crs | RefusedCrs | null {
  const titles = messages.flatMap(({ code, params }) => (code === 'title-skipped' ? String(params['title']) : []));
  return datumIn(titles.join(' '));
}

/** The system that a `crs` member or a projection file names. */
export function crsNamed(crs: string | null): Crs | RefusedCrs | null {
  return crs === null ? null : (parseCrs(crs) ?? datumIn(crs));
}

function standingBack(file: string, columns: Columns<string>): readonly Message[] {
  const beside = ['lon', 'lat', 'lngLat'].flatMap((field) => columns.get(field) ?? []);
  return beside.map(({ header }) => message('info', 'column-passed-over', { file, used: GEOMETRY, unused: header }));
}

function* openText(source: SourceFile, specs: readonly FieldSpec<string>[], types: readonly string[], options: ReadOptions): Steps<Result<Opened, Message>> {
  const file = source.name;
  const decoded = yield* textSteps(source, options);
  if (!decoded.ok) return decoded;
  const { text, encoding } = decoded.value;
  if (isJson(text)) {
    const parsed = parseGeoJson(file, joined(text));
    if (!parsed.ok) return parsed;
    const table = pointsTable(file, parsed.value.features, types);
    return table.ok ? ok({ table: table.value, encoding, crs: parsed.value.crs }) : table;
  }
  const table = readTable(file, text, headerTest(specs));
  return table.ok ? ok({ table: table.value, encoding, crs: null }) : table;
}

/** Held as a whole, unless it is to be read in pieces. */
function* textSteps(source: SourceFile, { encoding = null, pieceBytes = null }: ReadOptions): Steps<Result<DecodedPieces, Message>> {
  if (pieceBytes !== null) return yield* decodePiecesSteps(source, encoding, pieceBytes);
  const decoded = yield* decodeSteps(source, encoding);
  return decoded.ok ? ok({ ...decoded.value, text: wholeText(decoded.value.text) }) : decoded;
}

function isJson({ pieces }: TextPieces): boolean {
  for (const piece of pieces) if (piece.trim() !== '') return /^[{[]/u.test(piece.trimStart());
  return false;
}

function openContent(file: string, content: Content, specs: readonly FieldSpec<string>[], types: readonly string[], options: ReadOptions): Result<Opened, Message> {
  if (content.kind === 'features') {
    const table = pointsTable(file, content.features, types);
    return table.ok ? ok({ table: withMessages(table.value, content.messages), encoding: content.encoding, crs: content.crs }) : table;
  }
  const table = chooseSheet(file, content.grids, headerTest(specs), options.sheet ?? null);
  return table.ok ? ok({ table: withMessages(table.value, content.messages), encoding: '', crs: null }) : table;
}

function withMessages(table: Table, messages: readonly Message[]): Table {
  return messages.length === 0 ? table : { ...table, messages: [...messages, ...table.messages] };
}

/** Two columns that are known make a sheet a ledger: a cover or a legend has none, or one by chance. */
const LEAST_KNOWN = 2;

/** The sheet that is asked for, else the only one that looks like a table of this kind; of several, someone must choose. */
function chooseSheet(file: string, grids: readonly Grid[], isHeader: IsHeader, wanted: string | null): Result<Table, Message> {
  const names = listed(grids.map(({ sheet }) => sheet));
  if (wanted !== null) {
    const grid = grids.find(({ sheet }) => sheet.trim() === wanted.trim());
    return grid === undefined ? failed([message('error', 'sheet-missing', { file, sheet: wanted, sheets: names })]) : gridTable(file, grid, isHeader);
  }
  const tables = grids.map((grid) => gridTable(file, grid, isHeader));
  const fits = (table: Result<Table, Message> | undefined): readonly Table[] =>
    table?.ok === true && table.value.header.filter(isHeader).length >= LEAST_KNOWN ? [table.value] : [];
  // What is hidden is an older state or a help for others, unless there is nothing else.
  const visible = grids.flatMap(({ hidden = false }, k) => (hidden ? [] : fits(tables[k])));
  const fitting = visible.length > 0 ? visible : tables.flatMap(fits);
  const [only, ...more] = fitting;
  if (only === undefined) return tables.find(({ ok: isSound }) => isSound) ?? tables[0] ?? failed([message('error', 'table-without-header', { file })]);
  if (more.length > 0) {
    return failed([message('error', 'sheet-question', { file, sheets: listed(fitting.map(({ sheet }) => sheet ?? '')) })]);
  }
  return ok(grids.length === 1 ? only : withMessages(only, [message('info', 'sheet-chosen', { file, sheet: only.sheet ?? '', sheets: names })]));
}

/** `matchHeader` as a test, each cell judged once: a heading is looked through for every delimiter. */
function headerTest(specs: readonly FieldSpec<string>[]): IsHeader {
  const judged = new Map<string, boolean>();
  return (cell) => {
    const before = judged.get(cell);
    if (before !== undefined) return before;
    const is = matchHeader(cell, specs) !== null;
    judged.set(cell, is);
    return is;
  };
}

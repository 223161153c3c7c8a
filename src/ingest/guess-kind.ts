import { COLUMNS_OF } from './columns-of.ts';
import { FILE_NAME_WORDS } from './columns/file-name-words.ts';
import { matchHeader } from './columns/headers.ts';
import { decodeText, type Encoding } from './decode.ts';
import { isRecord, member, parseGeoJson, type Feature } from './geojson.ts';
import type { Grid } from './grid.ts';
import { asWritten } from './own-exports.ts';
import { DATA_KINDS, type DataKind, type KindGuess, type LayerKind } from './layer-kind.ts';
import { gridTable, readTable } from './read-table.ts';
import type { SourceFile } from './source-file.ts';
import type { Table } from './table.ts';
import { wholeText } from './text-pieces.ts';

/** Kinds that can come as a table of rows; the others are areas. */
const TABLES = ['facilities', 'heatSources', 'stations', 'parks', 'airReadings'] as const satisfies readonly DataKind[];
const SITES = ['facilities', 'heatSources', 'stations', 'parks'] as const satisfies readonly DataKind[];
const AREAS = ['zones', 'divisions', 'heatSources'] as const satisfies readonly DataKind[];

/** Bytes that hold any header with its titles. */
const HEAD_BYTES = 128 * 1024;
/** A document of rules is never larger (`readOwnPack`). */
const MOST_PACK_BYTES = 2_000_000;
const MOST_NAMED = 5;

/** The likelier of two kinds must have a column that no other has, and lead by half of one. */
const LEAD = 0.5;

/** Tells by its content what a file is, or that nobody can tell. Never throws on any bytes. */
export function guessKind(layer: SourceFile, encoding: Encoding | null = null): KindGuess {
  const { content, name } = layer;
  if (content?.kind === 'features') return ofFeatures(content.features, name);
  if (content?.kind === 'grids') return ofTables(content.grids.filter(isShown).flatMap((grid) => headerOf(grid)), name);
  const text = headText(layer, encoding);
  if (text === null) return byName(name, 'nothing');
  if (!/^\s*[{[]/u.test(text)) return ofTables(tableHeader(name, text), name);
  const marked = markIn(text, layer.bytes);
  if (marked !== null) return { kind: marked.kind, why: 'mark', by: [marked.by], rivals: [] };
  const whole = decodeText(layer, encoding);
  const parsed = whole.ok ? parseGeoJson(name, whole.value.text) : null;
  return parsed?.ok === true ? ofFeatures(parsed.value.features, name) : byName(name, 'nothing');
}

function isShown({ hidden = false }: Grid): boolean {
  return !hidden;
}

/** The first lines of a text; `null` when it is none. */
function headText(layer: SourceFile, encoding: Encoding | null): string | null {
  const head = decodeText(headOf(layer), encoding);
  const whole = head.ok ? head : decodeText(layer, encoding);
  return whole.ok ? whole.value.text : null;
}

/**
 * The beginning of a file, as a file, cut behind a line: enough to know its columns by. UTF-16 may be cut amid a
 * character, and then does not decode.
 */
export function headOf(layer: SourceFile): SourceFile {
  const { bytes, content } = layer;
  if (content !== undefined || bytes.length <= HEAD_BYTES) return layer;
  const line = bytes.lastIndexOf(0x0a, HEAD_BYTES) + 1;
  return { ...layer, bytes: bytes.subarray(0, line === 0 ? HEAD_BYTES : line) };
}

function tableHeader(name: string, text: string): readonly string[] {
  const table = readTable(name, wholeText(text), isAnyHeader);
  return table.ok ? ownHeader(table.value) : [];
}

function headerOf(grid: Grid): readonly string[] {
  const table = gridTable('', grid, isAnyHeader);
  return table.ok ? ownHeader(table.value) : [];
}

/** Our own columns of verdicts and reasons would speak for the wrong kind. */
function ownHeader(table: Table): readonly string[] {
  return asWritten(table, COLUMNS_OF.facilities).table.header;
}

function isAnyHeader(cell: string): boolean {
  return TABLES.some((kind) => matchHeader(cell, COLUMNS_OF[kind]) !== null);
}

/** Marks that only our own documents carry. */
function markIn(head: string, bytes: Uint8Array): { readonly kind: LayerKind; readonly by: string } | null {
  if (/"format"\s*:\s*"coal-ban-map\/project@/u.test(head)) return { kind: 'project', by: 'coal-ban-map/project' };
  if (/^\s*\{\s*"mapping"\s*:\s*\d/u.test(head)) return { kind: 'mapping', by: 'mapping' };
  if (bytes.length > MOST_PACK_BYTES) return null;
  try {
    const root: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (isRecord(root) && Array.isArray(member(root, 'rules')) && member(root, 'type') === undefined) return { kind: 'policy', by: 'rules' };
  } catch {
    // What is no JSON is told so by the reader.
  }
  return null;
}

function ofTables(headers: readonly string[], fileName: string): KindGuess {
  return byColumns(headers, TABLES, fileName);
}

function ofFeatures(features: readonly Feature[], fileName: string): KindGuess {
  const types = new Set(features.flatMap(({ geometry }) => typeOf(geometry)));
  const names = [...new Set(features.slice(0, 50).flatMap(({ attributes }) => attributes.map(([name]) => name)))];
  if (types.size === 0 && names.length === 0) return byName(fileName, 'nothing');
  const areas = [...types].some((type) => type.endsWith('Polygon') || type === 'GeometryCollection');
  if (areas) {
    const guess = byColumns(names, AREAS, fileName);
    return guess.kind === null ? { kind: 'zones', why: 'shapes', by: [...types], rivals: ['divisions', 'heatSources'] } : guess;
  }
  if ([...types].some((type) => type.endsWith('LineString'))) return { kind: 'heatSources', why: 'shapes', by: [...types], rivals: ['facilities'] };
  return byColumns(names, SITES, fileName);
}

function typeOf(geometry: unknown): readonly string[] {
  const type = isRecord(geometry) ? member(geometry, 'type') : undefined;
  return typeof type === 'string' ? [type] : [];
}

/** A column counts for each kind that knows it, the less the more kinds do. */
function byColumns(headers: readonly string[], among: readonly DataKind[], fileName: string): KindGuess {
  const knowing = headers.map((header) => among.filter((kind) => matchHeader(header, COLUMNS_OF[kind]) !== null));
  const scored = among
    .map((kind) => ({ kind, score: knowing.reduce((sum, kinds) => sum + (kinds.includes(kind) ? 1 / kinds.length : 0), 0) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  const rivals = scored.slice(1).map(({ kind }) => kind);
  const telling = headers.filter((_, i) => knowing[i]?.length === 1 && knowing[i][0] === best?.kind);
  if (best !== undefined && telling.length > 0 && best.score - (second?.score ?? 0) >= LEAD) return { kind: best.kind, why: 'columns', by: telling.slice(0, MOST_NAMED), rivals };
  const named = byName(fileName, 'nothing');
  const isPossible = named.kind !== null && scored.some(({ kind }) => kind === named.kind);
  return isPossible ? { ...named, rivals: scored.map(({ kind }) => kind).filter((kind) => kind !== named.kind) } : { kind: null, why: 'nothing', by: [], rivals: scored.map(({ kind }) => kind) };
}

function byName(fileName: string, otherwise: KindGuess['why']): KindGuess {
  const found = FILE_NAME_WORDS.map(([word, kind]) => ({ kind, by: word.exec(fileName)?.[0] })).find(({ by }) => by !== undefined);
  return found?.by === undefined ? { kind: null, why: otherwise, by: [], rivals: [...DATA_KINDS] } : { kind: found.kind, why: 'file-name', by: [found.by], rivals: DATA_KINDS.filter((kind) => kind !== found.kind) };
}

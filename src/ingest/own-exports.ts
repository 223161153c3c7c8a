import type { LedgerWords } from '../text/ledger.ts';
import { ledgerWords } from '../text/ledger.ts';
import { likeliest } from './columns/alike.ts';
import { fold } from './columns/fold.ts';
import { matchHeader, type FieldSpec } from './columns/headers.ts';
import { asText, isRecord } from './geojson.ts';
import type { ColumnChoice, Mapping } from './mapping.ts';
import { originalOf } from './original.ts';
import type { Table, TableRecord } from './table.ts';

/** The columns that our list of rejected rows hangs behind those of the ledger. */
const REASONS = ['file', 'row', 'column', 'value', 'code', 'reason'] as const satisfies readonly (keyof LedgerWords)[];
/** The columns of our ledger that were worked out: an import starts afresh. */
const VERDICTS = [
  'verdict', 'certainty', 'deadline', 'deadlineOrigin', 'overdue', 'rules', 'nearestSource', 'nearestKm', 'zones', 'margin', 'missing', 'departments',
] as const satisfies readonly (keyof LedgerWords)[];
/** What the columns of our ledger behind the verdicts begin with; then come those that the user's ledger had besides. */
const PLACE = ['lng', 'lat', 'accuracy', 'nature'] as const satisfies readonly (keyof LedgerWords)[];

/** A table of ours as it was before it was written, and what its columns are beyond their names. */
export interface OwnTable {
  readonly table: Table;
  readonly mapping: Mapping | null;
}

/**
 * Recognises our own list of rejected rows and our own ledger, in any language and as GeoJSON. Their own columns are taken off, and the
 * marks that keep a spreadsheet from running or rounding a cell. In the ledger our columns hold the facts: columns of the
 * same meaning that the user's file had (coordinates in another datum, sizes in words) are carried along, not read.
 */
export function asWritten(table: Table, specs: readonly FieldSpec<string>[]): OwnTable {
  if (table.isGeoJson && WORKED_OUT.every((name) => table.header.includes(name))) return { table: ownFeatures(table), mapping: { columns: [] } };
  const header = table.header.map(fold);
  for (const words of Object.values(ledgerWords)) {
    const named = (keys: readonly (keyof LedgerWords)[]): readonly string[] => keys.map((key) => fold(String(words[key])));
    const reasonsAt = header.length - REASONS.length;
    if (reasonsAt > 0 && startsAt(header, reasonsAt, named(REASONS))) return { table: without(table, reasonsAt, REASONS.length), mapping: null };
    const verdictsAt = header.indexOf(fold(words.verdict));
    if (verdictsAt > 0 && startsAt(header, verdictsAt, named([...VERDICTS, ...PLACE]))) {
      const own = without(table, verdictsAt, VERDICTS.length);
      return { table: own, mapping: secondHand(own, verdictsAt + PLACE.length, specs, words) };
    }
  }
  return { table, mapping: null };
}

/** What our GeoJSON says of a facility beyond its facts. */
const WORKED_OUT = ['source', 'original', 'issues', 'verdict', 'findings', 'zones', 'heatSources', 'nearestHeatSource'];

/** Our map of verdicts as the ledger that it was made of: the facts, and the cells as they once came. */
function ownFeatures(table: Table): Table {
  const kept = table.header.flatMap((name, index) => (WORKED_OUT.includes(name) ? [] : [index]));
  const [keysKept, originalAt] = [kept.map((index) => table.keys[index] ?? ''), table.header.indexOf('original')];
  function* records(): Generator<TableRecord> {
    for (const record of table.records) {
      const original = originalIn(record.cells[originalAt] ?? '');
      yield { ...record, cells: kept.map((index) => record.cells[index] ?? ''), ...(original === null ? {} : { original }) };
    }
  }
  return { ...table, header: kept.map((index) => table.header[index] ?? ''), keys: keysKept, records: { [Symbol.iterator]: records } };
}

/** Cells by their headers, as JSON; `null` where it is something else. */
function originalIn(json: string): Readonly<Record<string, string>> | null {
  try {
    const cells: unknown = JSON.parse(json);
    if (!isRecord(cells)) return null;
    return originalOf(Object.keys(cells), Object.values(cells).map(asText));
  } catch {
    return null;
  }
}

function startsAt(header: readonly string[], at: number, names: readonly string[]): boolean {
  return names.every((name, k) => header[at + k] === name);
}

function without(table: Table, at: number, count: number): Table {
  const cut = (cells: readonly string[]): string[] => [...cells.slice(0, at), ...cells.slice(at + count)];
  function* records(): Generator<TableRecord> {
    for (const record of table.records) yield record.problem === undefined ? { ...record, cells: cut(record.cells).map(unmarked) } : record;
  }
  return { ...table, header: cut(table.header), keys: cut(table.keys), records: { [Symbol.iterator]: records } };
}

/** The inverse of the marks of `export/cell.ts`. */
function unmarked(cell: string): string {
  if (/^'\s*[=+\-@\t\r\n|\uFF1D\uFF0B\uFF0D\uFF20]/u.test(cell)) return cell.slice(1);
  return /^\t\d/u.test(cell) ? cell.slice(1) : cell;
}

/** Columns of the user's own from `from` on that mean what one of ours does, or seem to: ours hold the fact already. */
function secondHand({ header, keys }: Table, from: number, specs: readonly FieldSpec<string>[], words: LedgerWords): Mapping {
  const marked = fold(words.asWritten(''));
  const fieldOf = (name: string): string | null => {
    if (fold(name).startsWith(marked)) return '';
    const match = matchHeader(name, specs);
    if (match === null) return likeliest(name, specs)?.field ?? null;
    return 'unknownUnit' in match ? '' : match.spec.field;
  };
  const ours = new Set(header.slice(0, from).map(fieldOf));
  const columns = keys.slice(from).flatMap((key, k): readonly ColumnChoice[] => {
    const field = fieldOf(header[from + k] ?? '');
    // What nobody knew when it was written was kept then, and is kept again unasked.
    const isTaken = field === null || (field === '' || ours.has(field) || field === 'lngLat' || field.startsWith('lonDeg') || field.startsWith('latDeg'));
    return isTaken ? [{ header: key, field: null, unit: null, datum: null, why: 'chosen', confidence: 1, like: null }] : [];
  });
  return { columns };
}

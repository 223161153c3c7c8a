import type { LedgerWords } from '../text/ledger.ts';
import { ledgerWords } from '../text/ledger.ts';
import { fold } from './columns/fold.ts';
import { matchHeader, type FieldSpec } from './columns/headers.ts';
import type { ColumnChoice, Mapping } from './mapping.ts';
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
 * Recognises our own list of rejected rows and our own ledger, in any language. Their own columns are taken off, and the
 * marks that keep a spreadsheet from running or rounding a cell. In the ledger our columns hold the facts: columns of the
 * same meaning that the user's file had (coordinates in another datum, sizes in words) are carried along, not read.
 */
export function asWritten(table: Table, specs: readonly FieldSpec<string>[]): OwnTable {
  const header = table.header.map(fold);
  for (const words of Object.values(ledgerWords)) {
    const named = (keys: readonly (keyof LedgerWords)[]): readonly string[] => keys.map((key) => fold(String(words[key])));
    const reasonsAt = header.length - REASONS.length;
    if (reasonsAt > 0 && startsAt(header, reasonsAt, named(REASONS))) return { table: without(table, reasonsAt, REASONS.length), mapping: null };
    const verdictsAt = header.indexOf(fold(words.verdict));
    if (verdictsAt > 0 && startsAt(header, verdictsAt, named([...VERDICTS, ...PLACE]))) {
      const own = without(table, verdictsAt, VERDICTS.length);
      return { table: own, mapping: secondHand(own, verdictsAt + PLACE.length, specs) };
    }
  }
  return { table, mapping: null };
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

/** Columns of the user's own from `from` on that mean what one of ours does. */
function secondHand({ header, keys }: Table, from: number, specs: readonly FieldSpec<string>[]): Mapping {
  const fieldOf = (name: string): string | null => {
    const match = matchHeader(name, specs);
    return match === null ? null : 'unknownUnit' in match ? '' : match.spec.field;
  };
  const ours = new Set(header.slice(0, from).map(fieldOf));
  const columns = keys.slice(from).flatMap((key, k): readonly ColumnChoice[] => {
    const field = fieldOf(header[from + k] ?? '');
    const isTaken = field !== null && (field === '' || ours.has(field) || field === 'lngLat' || field.startsWith('lonDeg') || field.startsWith('latDeg'));
    return isTaken ? [{ header: key, field: null, unit: null, datum: null, why: 'chosen', confidence: 1, like: null }] : [];
  });
  return { columns };
}

import { ledgerWords } from '../text/ledger.ts';
import { fold } from './columns/fold.ts';
import type { Table, TableRecord } from './table.ts';

/** The columns that our own list of rejected rows hangs behind those of the ledger, in every language. */
const REASONS: readonly (readonly string[])[] = Object.values(ledgerWords).map((words) =>
  [words.file, words.row, words.column, words.value, words.code, words.reason].map(fold),
);

/** A corrected list of rejected rows as the ledger it came from: without the columns that said why. */
export function withoutReasons(table: Table): Table {
  const tail = table.header.slice(-REASON_COUNT).map(fold);
  if (table.header.length <= REASON_COUNT || !REASONS.some((reasons) => reasons.every((reason, k) => reason === tail[k]))) return table;
  const width = table.header.length - REASON_COUNT;
  function* records(): Generator<TableRecord> {
    for (const record of table.records) yield record.problem === undefined ? { ...record, cells: record.cells.slice(0, width) } : record;
  }
  return { ...table, header: table.header.slice(0, width), keys: table.keys.slice(0, width), records: { [Symbol.iterator]: records } };
}

const REASON_COUNT = 6;

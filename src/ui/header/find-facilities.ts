import { normalised, searchableOf } from '../../state/selectors/ledger.ts';
import type { LedgerRow } from '../../state/selectors/ledger.ts';

/** The rows that hold every word, those whose name begins with the text first; nothing for an empty text. */
export function findFacilities(rows: readonly LedgerRow[], text: string): LedgerRow[] {
  const wanted = normalised(text);
  if (wanted === '') return [];
  const words = wanted.split(/\s+/);
  const found = rows.filter(({ facility }) => words.every((word) => searchableOf(facility).includes(word)));
  const begins = (row: LedgerRow): number => (normalised(row.facility.name).startsWith(wanted) || normalised(row.facility.id) === wanted ? 0 : 1);
  return found.sort((a, b) => begins(a) - begins(b) || a.index - b.index);
}

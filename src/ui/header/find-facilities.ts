import type { LedgerRow } from '../../state/selectors/ledger.ts';
import { normalised } from '../../state/selectors/search-texts.ts';

/** What was found: how many rows, and the first of them. */
export interface Found {
  readonly count: number;
  readonly first: readonly LedgerRow[];
}

/**
 * The rows that hold every word, those whose name begins with the text first; nothing for an empty text.
 *
 * @param texts what each row is searched by (see `searchTextsOf`).
 * @param most so many are listed.
 */
export function findFacilities(rows: readonly LedgerRow[], texts: readonly string[], text: string, most: number): Found {
  const wanted = normalised(text);
  if (wanted === '') return { count: 0, first: [] };
  const words = wanted.split(/\s+/);
  const begin: LedgerRow[] = [];
  const others: LedgerRow[] = [];
  let count = 0;
  for (const row of rows) {
    const searched = texts[row.index] ?? '';
    if (!words.every((word) => searched.includes(word))) continue;
    count += 1;
    const list = begins(searched, wanted) ? begin : others;
    if (list.length < most) list.push(row);
  }
  return { count, first: [...begin, ...others].slice(0, most) };
}

/** The id is the text, or the name begins with it: the first two lines of what is searched. */
function begins(searched: string, wanted: string): boolean {
  const nameAt = searched.indexOf('\n') + 1;
  return searched.startsWith(wanted, nameAt) || (wanted.length === nameAt - 1 && searched.startsWith(wanted));
}

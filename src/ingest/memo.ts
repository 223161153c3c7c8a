import type { Issue } from '../domain/issue.ts';
import type { Columns } from './columns/match-columns.ts';
import type { Fault, Row } from './row.ts';

/** What reading some cells gave, to be given again for the same cells. */
interface Outcome<T> {
  readonly value: T;
  readonly issues: readonly Issue[];
  readonly faults: readonly Fault[];
}

/** One step down the cells that were seen; the last one holds the outcome. */
interface Node<T> {
  readonly cell: string;
  next: Map<string, Node<T>> | null;
  outcome: Outcome<T> | null;
}

/** Cells remembered for one reader; a ledger has a few dozen fuels, but a column may hold anything. */
const MOST_REMEMBERED = 20_000;
/** After so many misses a reader that mostly misses stops remembering. */
const PATIENCE = 4000;

/**
 * Reads `fields` by `read`, but each combination of their cells only once in a file: a ledger of a million rows repeats the
 * same few words. The reader may look at those fields alone. The row's cells are exchanged for the equal strings that were seen first, so
 * that the originals of all rows share them.
 */
export function memoised<Field extends string, T>(columns: Columns<Field>, fields: readonly Field[], read: (row: Row<Field>) => T): (row: Row<Field>) => T {
  const places = [...new Set(fields.flatMap((field) => (columns.get(field) ?? []).map(({ index }) => index)))];
  let root: Node<T> | null = { cell: '', next: null, outcome: null };
  let [hits, misses, size] = [0, 0, 0];

  return (row) => {
    if (root === null) return read(row);
    let node = root;
    let isNew = false;
    for (const place of places) {
      const cell = row.cells[place] ?? '';
      let next = node.next?.get(cell);
      if (next === undefined) {
        if (size >= MOST_REMEMBERED) return read(row);
        size += 1;
        isNew = true;
        next = { cell, next: null, outcome: null };
        node.next ??= new Map();
        node.next.set(cell, next);
      }
      row.cells[place] = next.cell;
      node = next;
    }
    if (isNew) {
      misses += 1;
      if (misses > PATIENCE && misses > hits) root = null;
    } else hits += 1;
    node.outcome ??= outcomeOf(row, read);
    const { value, issues, faults } = node.outcome;
    if (issues.length > 0) row.issues.push(...issues);
    if (faults.length > 0) row.faults.push(...faults);
    return value;
  };
}

function outcomeOf<Field extends string, T>(row: Row<Field>, read: (row: Row<Field>) => T): Outcome<T> {
  const issues: Issue[] = [];
  const faults: Fault[] = [];
  return { value: read({ ...row, issues, faults }), issues, faults };
}

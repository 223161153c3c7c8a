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
  next: Map<string, Node<T>> | null;
  outcome: Outcome<T> | null;
}

/** Cells remembered for one reader; a ledger has a few dozen fuels, but a column may hold anything. */
const MOST_REMEMBERED = 20_000;
/** After so many misses a reader that mostly misses stops remembering. */
const PATIENCE = 4000;

/**
 * Reads `fields` by `read`, but each combination of their cells only once in a file: a ledger of a million rows repeats the
 * same few words. The reader may look at those fields alone.
 */
export function memoised<Field extends string, T>(columns: Columns<Field>, fields: readonly Field[], read: (row: Row<Field>) => T): (row: Row<Field>) => T {
  const places = [...new Set(fields.flatMap((field) => (columns.get(field) ?? []).map(({ index }) => index)))];
  const [place = -1] = places;
  if (places.length === 0) return constant(read);
  if (places.length === 1) return ofOneCell(place, read);
  let root: Node<T> | null = { next: null, outcome: null };
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
        next = { next: null, outcome: null };
        node.next ??= new Map();
        node.next.set(cell, next);
      }
      node = next;
    }
    if (isNew) {
      misses += 1;
      if (misses > PATIENCE && misses > hits) root = null;
    } else hits += 1;
    node.outcome ??= outcomeOf(row, read);
    return repeated(row, node.outcome);
  };
}

/** Fields that the file does not have mean the same in every row. */
function constant<Field extends string, T>(read: (row: Row<Field>) => T): (row: Row<Field>) => T {
  let outcome: Outcome<T> | null = null;
  return (row) => repeated(row, (outcome ??= outcomeOf(row, read)));
}

/** As above for the common case, one step at a time being one too many. */
function ofOneCell<Field extends string, T>(place: number, read: (row: Row<Field>) => T): (row: Row<Field>) => T {
  let known: Map<string, Outcome<T>> | null = new Map();
  let misses = 0;
  let lookups = 0;
  // Ledgers are often sorted: the same cell comes again and again.
  let lastCell: string | null = null;
  let last: Outcome<T> | null = null;
  return (row) => {
    if (known === null) return read(row);
    const cell = row.cells[place] ?? '';
    if (last !== null && cell === lastCell) return repeated(row, last);
    lookups += 1;
    let outcome = known.get(cell);
    if (outcome === undefined) {
      misses += 1;
      if (misses > PATIENCE && misses * 2 > lookups) known = null;
      outcome = outcomeOf(row, read);
      if (known !== null && known.size < MOST_REMEMBERED) known.set(cell, outcome);
    }
    [lastCell, last] = [cell, outcome];
    return repeated(row, outcome);
  };
}

function repeated<T>(row: Row<string>, { value, issues, faults }: Outcome<T>): T {
  if (issues.length > 0) row.issues.push(...issues);
  if (faults.length > 0) row.faults.push(...faults);
  return value;
}

function outcomeOf<Field extends string, T>(row: Row<Field>, read: (row: Row<Field>) => T): Outcome<T> {
  const issues: Issue[] = [];
  const faults: Fault[] = [];
  return { value: read({ ...row, issues, faults }), issues, faults };
}

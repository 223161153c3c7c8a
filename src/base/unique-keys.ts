import { finish, STRETCH, type Steps } from './steps.ts';

/**
 * A name for each entry that is unique in its list and stays the same when the page is opened again: its id, and for a
 * repeated id also which occurrence it is ("A-07~2"), so that a link never opens the card of another boiler.
 */
export function uniqueKeys(ids: readonly string[]): string[] {
  return finish(uniqueKeySteps(ids));
}

/** The same in short stretches. */
export function* uniqueKeySteps(ids: readonly string[]): Steps<string[]> {
  const taken = new Set<string>();
  for (const [index, id] of ids.entries()) {
    if (index % STRETCH === 0) yield (0.5 * index) / ids.length;
    taken.add(id);
  }
  if (taken.size === ids.length) return [...ids];
  /** Which occurrence the next one of an id is, unless another id is spelled so: all rows of a ledger may bear one id. */
  const next = new Map<string, number>();
  const keys: string[] = [];
  for (const [index, id] of ids.entries()) {
    if (index % STRETCH === 0) yield 0.5 + (0.5 * index) / ids.length;
    let nth = next.get(id);
    if (nth === undefined) {
      next.set(id, 2);
      keys.push(id);
      continue;
    }
    while (taken.has(`${id}~${String(nth)}`)) nth += 1;
    const key = `${id}~${String(nth)}`;
    next.set(id, nth + 1);
    taken.add(key);
    keys.push(key);
  }
  return keys;
}

/**
 * A name for each entry that is unique in its list and stays the same when the page is opened again: its id, and for a
 * repeated id also which occurrence it is ("A-07~2"), so that a link never opens the card of another boiler.
 */
export function uniqueKeys(ids: readonly string[]): string[] {
  const taken = new Set(ids);
  if (taken.size === ids.length) return [...ids];
  const seen = new Set<string>();
  return ids.map((id) => {
    if (!seen.has(id)) {
      seen.add(id);
      return id;
    }
    let nth = 2;
    while (taken.has(`${id}~${String(nth)}`)) nth += 1;
    const key = `${id}~${String(nth)}`;
    taken.add(key);
    return key;
  });
}

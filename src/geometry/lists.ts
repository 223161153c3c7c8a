/** Lists of variable length, end to end: those of key k are `items[offsets[k]] .. items[offsets[k + 1] - 1]`. */
export interface Lists {
  readonly offsets: Uint32Array;
  readonly items: Uint32Array;
}

/** Lists the places 0, 1, 2, … under their keys, each list ascending (a counting sort). A negative key is left out. */
export function listsByKey(keys: ArrayLike<number>, keyCount: number): Lists {
  const offsets = new Uint32Array(keyCount + 1);
  for (let place = 0; place < keys.length; place++) {
    const key = keys[place] as number;
    if (key >= 0) offsets[key + 1] = (offsets[key + 1] as number) + 1;
  }
  for (let key = 0; key < keyCount; key++) offsets[key + 1] = (offsets[key + 1] as number) + (offsets[key] as number);

  const next = offsets.slice(0, keyCount);
  const items = new Uint32Array(offsets[keyCount] as number);
  for (let place = 0; place < keys.length; place++) {
    const key = keys[place] as number;
    if (key < 0) continue;
    const at = next[key] as number;
    items[at] = place;
    next[key] = at + 1;
  }
  return { offsets, items };
}

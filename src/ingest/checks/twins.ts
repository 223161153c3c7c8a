/**
 * Items by a 32-bit key, as chains in flat arrays. Over a million items a `Map` costs several times as much: it hashes every
 * text anew and holds an object for each.
 */
export interface Chains {
  readonly add: (key: number, index: number) => void;
  /** The latest item under a key that was added, or -1; then those before it by `before`. Others of the same slot are left out. */
  readonly latest: (key: number) => number;
  readonly before: (index: number) => number;
}

export function openChains(count: number): Chains {
  const size = 2 ** Math.ceil(Math.log2(2 * count + 2));
  const heads = new Int32Array(size).fill(-1);
  const links = new Int32Array(count).fill(-1);
  const keys = new Int32Array(count);
  const slotOf = (key: number): number => (key ^ (key >>> 15)) & (size - 1);
  const matching = (from: number, key: number): number => {
    let at = from;
    while (at >= 0 && keys[at] !== key) at = links[at] ?? -1;
    return at;
  };
  return {
    add: (key, index) => {
      const slot = slotOf(key | 0);
      links[index] = heads[slot] ?? -1;
      heads[slot] = index;
      keys[index] = key | 0;
    },
    latest: (key) => matching(heads[slotOf(key | 0)] ?? -1, key | 0),
    before: (index) => matching(links[index] ?? -1, keys[index] ?? 0),
  };
}

/** FNV-1a over the UTF-16 units. Equal texts have equal keys; unequal ones nearly always unequal keys. */
export function keyOf(text: string, seed = 0x811c9dc5): number {
  let key = seed;
  for (let k = 0; k < text.length; k += 1) key = Math.imul(key ^ text.charCodeAt(k), 0x01000193);
  return key ^ (key >>> 13);
}

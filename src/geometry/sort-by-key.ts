const MOST_BUCKETS = 1 << 16;
/** More moves than this a value, and the rest is left to a sort by comparison. */
const MOST_MOVES = 32;

/**
 * Writes to `order` the places of the values in ascending order; equal values keep theirs. Values are finite.
 *
 * Buckets of equal width, about one a value, leave little to do for an insertion sort: linear unless values crowd.
 */
export function sortByKey(order: Uint32Array, values: Float64Array): void {
  const count = values.length;
  const buckets = Math.min(2 * count, MOST_BUCKETS);
  let [least, most] = [Infinity, -Infinity];
  for (let k = 0; k < count; k++) {
    const value = values[k] as number;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const scale = most > least ? Math.min((buckets - 1) / (most - least), Number.MAX_VALUE) : 0;
  const next = new Uint32Array(buckets + 1);
  for (let k = 0; k < count; k++) {
    const bucket = Math.min(((values[k] as number) - least) * scale, buckets - 1) | 0;
    next[bucket + 1] = (next[bucket + 1] as number) + 1;
  }
  for (let bucket = 1; bucket < buckets; bucket++) next[bucket] = (next[bucket] as number) + (next[bucket - 1] as number);
  for (let k = 0; k < count; k++) {
    const bucket = Math.min(((values[k] as number) - least) * scale, buckets - 1) | 0;
    const at = next[bucket] as number;
    order[at] = k;
    next[bucket] = at + 1;
  }
  sortNearlySorted(order, values, count);
}

function sortNearlySorted(order: Uint32Array, values: Float64Array, count: number): void {
  let moves = MOST_MOVES * count;
  for (let k = 1; k < count; k++) {
    const place = order[k] as number;
    const value = values[place] as number;
    let at = k;
    for (; at > 0 && (values[order[at - 1] as number] as number) > value; at--) order[at] = order[at - 1] as number;
    order[at] = place;
    moves -= k - at;
    if (moves < 0) {
      order.subarray(0, count).sort((a, b) => (values[a] as number) - (values[b] as number) || a - b);
      return;
    }
  }
}

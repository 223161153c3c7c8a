const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;

/**
 * Puts places (indices into `values`) in ascending order of their values, up to ties: a value's key is its share of the
 * range in `digits` × 11 bits (at most 2), and equal keys keep their order. The key never decreases with the value, also
 * in floating point. Values must be finite.
 *
 * Two passes of a radix sort: each scatters into few enough places to stay in the cache.
 */
export function placesInOrder(places: Uint32Array, values: Float64Array, digits: 1 | 2): { places: Uint32Array; keys: Uint32Array } {
  let [least, most] = [Infinity, -Infinity];
  for (const place of places) {
    const value = values[place] as number;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const top = DIGITS ** digits - 1;
  const scale = most > least ? top / (most - least) : 0;
  let from = { places: places.slice(), keys: new Uint32Array(places.length) };
  for (let k = 0; k < places.length; k++) from.keys[k] = Math.min(((values[places[k] as number] as number) - least) * scale, top);
  let to = { places: new Uint32Array(places.length), keys: new Uint32Array(places.length) };
  for (let digit = 0; digit < digits; digit++) {
    scatter(from.places, from.keys, to.places, to.keys, digit * DIGIT_BITS);
    [from, to] = [to, from];
  }
  return from;
}

function scatter(places: Uint32Array, keys: Uint32Array, toPlaces: Uint32Array, toKeys: Uint32Array, shift: number): void {
  const next = new Uint32Array(DIGITS + 1);
  for (let k = 0; k < keys.length; k++) {
    const digit = ((keys[k] as number) >>> shift) & (DIGITS - 1);
    next[digit + 1] = (next[digit + 1] as number) + 1;
  }
  for (let digit = 1; digit <= DIGITS; digit++) next[digit] = (next[digit] as number) + (next[digit - 1] as number);
  for (let k = 0; k < keys.length; k++) {
    const key = keys[k] as number;
    const digit = (key >>> shift) & (DIGITS - 1);
    const at = next[digit] as number;
    next[digit] = at + 1;
    toPlaces[at] = places[k] as number;
    toKeys[at] = key;
  }
}

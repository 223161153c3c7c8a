import { type Steps, STRETCH } from '../../base/steps.ts';
import { sortByKey } from '../../geometry/sort-by-key.ts';

/** The values of a column as their places in ascending order, by row: equal values share one, and `count` is unknown. */
export interface Ranks {
  readonly of: Uint32Array;
  /** How many different values are known. */
  readonly count: number;
}

/** @param values NaN is unknown. */
export function* numberRanks(values: Float64Array): Steps<Ranks> {
  const known = new Uint32Array(values.length).map((_, row) => row).filter((row) => !Number.isNaN(values[row]));
  yield 0.1;
  const keys = Float64Array.from(known, (row) => values[row] as number);
  yield 0.2;
  const order = new Uint32Array(known.length);
  sortByKey(order, keys);
  yield 0.7;
  const of = new Uint32Array(values.length);
  let [count, last] = [0, NaN];
  for (const k of order) {
    const value = keys[k] as number;
    if (value !== last) [count, last] = [count + 1, value];
    of[known[k] as number] = count - 1;
  }
  yield 0.9;
  for (let row = 0; row < values.length; row++) if (Number.isNaN(values[row])) of[row] = count;
  return { of, count };
}

/** Each different text is put in its place once. @param textOf `null` is unknown. */
export function* textRanks(rows: number, textOf: (row: number) => string | null, compare: (a: string, b: string) => number): Steps<Ranks> {
  const numbers = new Map<string, number>();
  const numberOf = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    const text = textOf(row);
    let number = text === null ? -1 : numbers.get(text);
    if (number === undefined) numbers.set(text as string, (number = numbers.size));
    numberOf[row] = number;
    if (row % STRETCH === 0) yield (0.2 * row) / rows;
  }
  const texts = [...numbers.keys()];
  const order = yield* mergeSort(texts.length, (a, b) => compare(texts[a] as string, texts[b] as string));
  const rankOf = new Uint32Array(texts.length);
  let count = 0;
  for (let k = 0; k < order.length; k++) {
    // Texts that are written differently may sort alike.
    if (k === 0 || compare(texts[order[k - 1] as number] as string, texts[order[k] as number] as string) !== 0) count++;
    rankOf[order[k] as number] = count - 1;
    if (k % COMPARISONS === 0) yield 0.9;
  }
  return { of: Uint32Array.from(numberOf, (number) => (number < 0 ? count : (rankOf[number] as number))), count };
}

/** Comparisons of Chinese texts in one stretch: some milliseconds. */
const COMPARISONS = 4096;

function* mergeSort(count: number, compare: (a: number, b: number) => number): Steps<Uint32Array> {
  let [from, to] = [Uint32Array.from({ length: count }, (_, k) => k), new Uint32Array(count)];
  let done = 0;
  for (let width = 1; width < count; width *= 2) {
    for (let start = 0; start < count; start += 2 * width) {
      const [middle, end] = [Math.min(start + width, count), Math.min(start + 2 * width, count)];
      let [left, right] = [start, middle];
      for (let at = start; at < end; at++) {
        const isLeft = left < middle && (right >= end || compare(from[left] as number, from[right] as number) <= 0);
        to[at] = from[isLeft ? left++ : right++] as number;
        if (++done % COMPARISONS === 0) yield 0.2 + (0.7 * width) / count;
      }
    }
    [from, to] = [to, from];
  }
  return from;
}

/**
 * Rows by a column, unknown values last either way. Rows of equal rank stay as they stand in `rows`.
 *
 * @param sign -1 turns the order of what is known round.
 */
export function orderByRank(rows: Uint32Array, { of, count }: Ranks, sign: 1 | -1): Uint32Array {
  const slot = (row: number): number => {
    const rank = of[row] as number;
    return sign === 1 || rank === count ? rank : count - 1 - rank;
  };
  const next = new Uint32Array(count + 2);
  for (const row of rows) next[slot(row) + 1] = (next[slot(row) + 1] as number) + 1;
  for (let k = 1; k < next.length; k++) next[k] = (next[k] as number) + (next[k - 1] as number);
  const order = new Uint32Array(rows.length);
  for (const row of rows) {
    const at = next[slot(row)] as number;
    order[at] = row;
    next[slot(row)] = at + 1;
  }
  return order;
}

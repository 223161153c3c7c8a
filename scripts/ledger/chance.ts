/** Draws from a seeded source of numbers in [0, 1). */
export type Random = () => number;

export interface Weighted {
  readonly weight: number;
}

export function pick<Item>(random: Random, items: readonly Item[]): Item {
  return sure(items[Math.floor(random() * items.length)], items.length);
}

export function pickWeighted<Item extends Weighted>(random: Random, items: readonly Item[]): Item {
  let left = random() * items.reduce((sum, { weight }) => sum + weight, 0);
  const found = items.find(({ weight }) => (left -= weight) < 0);
  return sure(found ?? items.at(-1), items.length);
}

/** A whole number from 1 to `most`. */
export function upTo(random: Random, most: number): number {
  return 1 + Math.floor(random() * most);
}

export function chance(random: Random, probability: number): boolean {
  return random() < probability;
}

/** The value, or a blank cell as often as clerks leave one. */
export function mostly(random: Random, value: string, missing = 0.025): string {
  return chance(random, missing) ? '' : value;
}

function sure<Item>(item: Item | undefined, length: number): Item {
  if (item === undefined) throw new Error(`nothing to draw from: got a list of ${String(length)}, expected at least 1`);
  return item;
}

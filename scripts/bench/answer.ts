import type { PointIndex } from '../../src/geometry/point-index.ts';
import type { Runs } from '../../src/geometry/runs.ts';

/**
 * What a set of pairs (point, holder) looks like in three numbers that any tool can count, whatever its order: their
 * number and two sums of residues. Two sets with the same fingerprint differ with a chance of about 1e-12.
 */
export interface Fingerprint {
  readonly pairs: number;
  readonly first: number;
  readonly second: number;
}

/** The residues, also as SQL: they must stay below 2^53 in double arithmetic for 1e6 points and 1e4 holders. */
const FIRST = { point: 7919, holder: 104729, modulus: 1000003 } as const;
const SECOND_MODULUS = 999983;

export const FINGERPRINT_SQL = {
  first: `sum((p.id::bigint * ${FIRST.point} + h.id * ${FIRST.holder}) % ${FIRST.modulus})`,
  second: `sum((p.id::bigint * h.id) % ${SECOND_MODULUS})`,
} as const;

/** Pairs as two columns. */
export interface Pairs {
  readonly length: number;
  readonly point: ArrayLike<number>;
  readonly holder: ArrayLike<number>;
}

export function fingerprint({ length, point, holder }: Pairs): Fingerprint {
  let [first, second] = [0, 0];
  for (let k = 0; k < length; k++) {
    const p = point[k] as number;
    const h = holder[k] as number;
    first += (p * FIRST.point + h * FIRST.holder) % FIRST.modulus;
    second += (p * h) % SECOND_MODULUS;
  }
  return { pairs: length, first, second };
}

export function fingerprintOfRuns(index: PointIndex, { holder, from, to }: Runs): Fingerprint {
  let [pairs, first, second] = [0, 0, 0];
  for (let run = 0; run < holder.length; run++) {
    const h = holder[run] as number;
    for (let k = from[run] as number; k < (to[run] as number); k++) {
      const p = index.point[k] as number;
      pairs++;
      first += (p * FIRST.point + h * FIRST.holder) % FIRST.modulus;
      second += (p * h) % SECOND_MODULUS;
    }
  }
  return { pairs, first, second };
}

export function isSameAnswer(a: Fingerprint, b: Fingerprint): boolean {
  return a.pairs === b.pairs && a.first === b.first && a.second === b.second;
}

/** Pairs while they are found: two columns that double. */
export interface PairList extends Pairs {
  length: number;
  point: Uint32Array;
  holder: Uint32Array;
}

export function emptyPairs(): PairList {
  return { length: 0, point: new Uint32Array(1024), holder: new Uint32Array(1024) };
}

export function addPair(pairs: PairList, point: number, holder: number): void {
  if (pairs.length === pairs.point.length) {
    const [points, holders] = [new Uint32Array(2 * pairs.length), new Uint32Array(2 * pairs.length)];
    points.set(pairs.point);
    holders.set(pairs.holder);
    pairs.point = points;
    pairs.holder = holders;
  }
  pairs.point[pairs.length] = point;
  pairs.holder[pairs.length] = holder;
  pairs.length++;
}

import type { Tally } from '../../assess/summary.ts';
import type { Facility } from '../../domain/facility.ts';

export type { Tally };
export type MutableTally = { -readonly [K in keyof Tally]: Tally[K] };

export const EMPTY_TALLY: Tally = { count: 0, tph: 0, unknownTph: 0 };

export function newTally(): MutableTally {
  return { ...EMPTY_TALLY };
}

/** A group row counts each of its units. Unknown capacity is counted apart, never guessed. With `sign` -1 it is taken out again. */
export function addTo(tally: MutableTally, { count, capacityTph }: Facility, sign: 1 | -1 = 1): void {
  tally.count += sign * count;
  if (capacityTph === null) tally.unknownTph += sign * count;
  else tally.tph += sign * capacityTph * count;
  // Sums of decimals carry the last bits of binary fractions: nothing is nothing.
  if (tally.count === tally.unknownTph) tally.tph = 0;
}

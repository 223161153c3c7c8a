import type { Tally } from '../../assess/summary.ts';
import type { Facility } from '../../domain/facility.ts';

export type { Tally };
export type MutableTally = { -readonly [K in keyof Tally]: Tally[K] };

export const EMPTY_TALLY: Tally = { count: 0, tph: 0, unknownTph: 0 };

export function newTally(): MutableTally {
  return { ...EMPTY_TALLY };
}

/** A group row counts each of its units. Unknown capacity is counted apart, never guessed. */
export function addTo(tally: MutableTally, { count, capacityTph }: Facility): void {
  tally.count += count;
  if (capacityTph === null) tally.unknownTph += count;
  else tally.tph += capacityTph * count;
}

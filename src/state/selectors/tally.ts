import type { Facility } from '../../domain/facility.ts';

/** How many, and how much steam. A facility of unknown capacity adds to `count` and to `unknownTph`, never a guess to `tph`. */
export interface Tally {
  readonly count: number;
  readonly tph: number;
  readonly unknownTph: number;
}

export type MutableTally = { -readonly [K in keyof Tally]: Tally[K] };

export const EMPTY_TALLY: Tally = { count: 0, tph: 0, unknownTph: 0 };

export function newTally(): MutableTally {
  return { ...EMPTY_TALLY };
}

export function addTo(tally: MutableTally, facility: Facility): void {
  tally.count += 1;
  if (facility.capacityTph === null) tally.unknownTph += 1;
  else tally.tph += facility.capacityTph * facility.count;
}

import { CERTAINTIES, type Certainty } from '../assess/assessment.ts';
import type { Facility } from '../domain/facility.ts';
import { DUTIES, type Duty } from '../policy/duty.ts';

/**
 * Facilities that can be put on the map, as columns, in the order of the project; one without a position is never among
 * them. Columns, because a hundred thousand of them are filtered, ordered and drawn at a keystroke.
 */
export interface MapMarks {
  /** The facilities that the marks are some of: among others the same index is another facility. */
  readonly among: readonly Facility[];
  /** Index of the facility in the project, ascending. Two sets of the same array hold the same facilities at the same places. */
  readonly facility: Uint32Array;
  /** Degrees, WGS84. */
  readonly lng: Float64Array;
  readonly lat: Float64Array;
  /** The verdict, see `lookOf`. */
  readonly look: Uint8Array;
}

/** A verdict as a mark shows it. */
export interface MarkVerdict {
  /** The strongest duty that surely applies: the core of the mark. */
  readonly duty: Duty;
  /** The strongest that may apply: the colour of the ring around the core when `certainty` is not `certain`. */
  readonly possibleDuty: Duty;
  readonly certainty: Certainty;
}

export const NO_MARKS: MapMarks = { among: [], facility: new Uint32Array(), lng: new Float64Array(), lat: new Float64Array(), look: new Uint8Array() };

/** So many looks there are; each is a byte. */
export const LOOKS = DUTIES.length * DUTIES.length * CERTAINTIES.length;

/** A verdict in one byte, from its places in `DUTIES` and `CERTAINTIES`. */
export function lookOf(duty: number, possibleDuty: number, certainty: number): number {
  return (duty * DUTIES.length + possibleDuty) * CERTAINTIES.length + certainty;
}

export function verdictOfLook(look: number): MarkVerdict {
  const pair = Math.floor(look / CERTAINTIES.length);
  const [duty, possibleDuty, certainty] = [DUTIES[Math.floor(pair / DUTIES.length)], DUTIES[pair % DUTIES.length], CERTAINTIES[look % CERTAINTIES.length]];
  if (duty === undefined || possibleDuty === undefined || certainty === undefined) throw new Error(`verdictOfLook: got ${look}, expected less than ${LOOKS}`);
  return { duty, possibleDuty, certainty };
}

export interface Mark {
  readonly lng: number;
  readonly lat: number;
  readonly look: number;
}

/** The mark of a facility; `null` when it has none. */
export function markOf(marks: MapMarks, index: number): Mark | null {
  const at = placeAmong(marks, index);
  return at < 0 ? null : { lng: marks.lng[at] as number, lat: marks.lat[at] as number, look: marks.look[at] as number };
}

/** Place of a facility among the marks; -1 when it is not one of them. */
export function placeAmong({ facility }: MapMarks, index: number): number {
  let [low, high] = [0, facility.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((facility[middle] as number) < index) low = middle + 1;
    else high = middle;
  }
  return facility[low] === index ? low : -1;
}

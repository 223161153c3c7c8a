import { CERTAINTIES } from '../../src/assess/assessment.ts';
import { lookOf, NO_MARKS, type MapMarks, type MarkVerdict } from '../../src/map/map-marks.ts';
import { indexMarks, type MarkIndex } from '../../src/map/mark-index.ts';
import { DUTIES } from '../../src/policy/duty.ts';

/** A mark written out, for tests. */
export interface Spot extends MarkVerdict {
  readonly index: number;
  readonly lng: number;
  readonly lat: number;
}

export function marksOf(spots: readonly Spot[]): MapMarks {
  return {
    among: NO_MARKS.among,
    facility: Uint32Array.from(spots, ({ index }) => index),
    lng: Float64Array.from(spots, ({ lng }) => lng),
    lat: Float64Array.from(spots, ({ lat }) => lat),
    look: Uint8Array.from(spots, ({ duty, possibleDuty, certainty }) => lookOf(DUTIES.indexOf(duty), DUTIES.indexOf(possibleDuty), CERTAINTIES.indexOf(certainty))),
  };
}

export function markIndexOf(spots: readonly Spot[]): MarkIndex {
  return indexMarks(marksOf(spots));
}

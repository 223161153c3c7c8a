import type { Truth } from '../../base/truth.ts';
import { MISSING, NO, REVIEW } from '../../base/truth.ts';
import { inPeriod } from '../../domain/place.ts';
import type { ZoneKind } from '../../domain/zone.ts';
import { areaMarginM } from '../../geometry/margin.ts';
import { hasLocation } from '../columns.ts';
import type { Frame } from '../frame.ts';
import type { SceneSkippedZone } from '../scene.ts';
import { divisionPredicate } from './division.ts';

/** A zone that could not be read, in which the row may lie. */
export interface MaybeInside {
  /** `NO` when the row surely lies in none of them. */
  readonly truth: Truth;
  readonly zone: SceneSkippedZone | null;
}

const SURELY_NOT: MaybeInside = { truth: NO, zone: null };

/**
 * Whether a row may lie in a zone of these kinds that could not be read: inside its box where it has one, else in its
 * division, else anywhere. Nobody can then be surely outside the kind.
 */
export function maybeInside(frame: Frame, row: number, kinds: readonly ZoneKind[], wanted: number | null): MaybeInside {
  const { scene, book } = frame;
  for (const [k, zone] of scene.skippedZones.entries()) {
    const rightClass = wanted === null || zone.class === null || zone.class === wanted;
    if (!kinds.includes(zone.kind) || !rightClass || !inPeriod(zone.inForce, book.asOf)) continue;
    if (!hasLocation(frame.columns, frame.from + row)) return { truth: MISSING, zone };
    if (mayContain(frame, row, k, zone)) return { truth: REVIEW, zone };
  }
  return SURELY_NOT;
}

function mayContain(frame: Frame, row: number, k: number, zone: SceneSkippedZone): boolean {
  const { scene, columns, from } = frame;
  if (zone.boxed) return areaMarginM(scene.skippedBoxes, k, columns.lng[from + row] as number, columns.lat[from + row] as number) >= -(columns.accuracyM[from + row] as number);
  return zone.divisionCode === null || divisionPredicate([zone.divisionCode]).truthAt(frame, row) !== NO;
}

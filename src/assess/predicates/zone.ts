import type { Truth } from '../../base/truth.ts';
import { and, MISSING, NO, not, or, REVIEW, truthWord, YES } from '../../base/truth.ts';
import { inPeriod } from '../../domain/place.ts';
import { areaMarginM, roundableDistanceM } from '../../geometry/margin.ts';
import type { ZoneKind } from '../../domain/zone.ts';
import type { Condition } from '../../policy/condition.ts';
import type { Evidence } from '../../policy/evidence.ts';
import { hasLocation } from '../columns.ts';
import type { Frame } from '../frame.ts';
import { isListed, listOf } from '../relations.ts';
import type { Scene } from '../scene.ts';
import { maybeInside } from './skipped-zones.ts';
import type { Predicate } from './predicate.ts';
import { NOTHING_MISSING, uniform } from './predicate.ts';

type ZoneCondition = Extract<Condition, { inZone: readonly ZoneKind[] }>;

/** The position lies in a zone of these kinds (of this class), and in none of the kinds taken out. */
export function zonePredicate(condition: ZoneCondition): Predicate {
  const { inZone: kinds, class: wanted = null, minus = [] } = condition;

  function truths(frame: Frame): Uint8Array {
    const inside = insideAny(frame, kinds, wanted);
    if (minus.length === 0) return inside;
    const out = insideAny(frame, minus, null);
    return inside.map((truth, row) => and(truth as Truth, not(out[row] as Truth)));
  }

  const decidingAt = (frame: Frame, row: number, truth: Truth, marginM = exactMarginM) => decidingZone(frame, row, kinds, wanted, truth, marginM);

  function missingOf(deciding: Deciding | null, { scene }: Frame, truth: Truth): readonly string[] {
    if (truth === MISSING) return ['lngLat'];
    const zone = deciding === null ? undefined : scene.zones[deciding.zone];
    return truth === REVIEW && wanted !== null && zone?.class === null ? ['zone.class'] : NOTHING_MISSING;
  }

  return {
    truths,
    evidence: (frame, row, truth) => {
      const unread = unreadZone(frame, row, condition, truth);
      if (unread !== null) return unread;
      const deciding = decidingAt(frame, row, truth);
      const zone = deciding === null ? undefined : frame.scene.zones[deciding.zone];
      return {
        test: 'zone',
        kinds,
        class: wanted,
        zone: zone?.id ?? null,
        zoneName: zone?.name ?? null,
        skipped: false,
        marginM: deciding?.marginM ?? null,
        accuracyM: deciding === null ? null : (frame.columns.accuracyM[frame.from + row] as number) + (zone?.accuracyM ?? 0),
        accuracyAssumed: deciding !== null && frame.columns.accuracyAssumed[frame.from + row] === 1,
        truth: truthWord(truth),
        missing: missingOf(deciding, frame, truth),
      };
    },
    quickMarginM: (frame, row, truth) => (unreadZone(frame, row, condition, truth) === null ? (decidingAt(frame, row, truth, quickMarginM)?.marginM ?? null) : null),
    missing: (frame, row, truth) =>
      unreadZone(frame, row, condition, truth)?.missing ?? missingOf(truth === REVIEW && wanted !== null ? decidingAt(frame, row, truth) : null, frame, truth),
  };
}

/** The zone that leaves the question open because it could not be read, where none that was read does. */
function unreadZone(frame: Frame, row: number, { inZone: kinds, class: only, minus = [] }: ZoneCondition, truth: Truth): Evidence | null {
  const wanted = only ?? null;
  if (truth !== REVIEW || frame.scene.skippedZones.length === 0 || insideReadAt(frame, row, kinds, wanted) === REVIEW) return null;
  const zone = maybeInside(frame, row, kinds, wanted).zone ?? maybeInside(frame, row, minus, null).zone;
  if (zone === null) return null;
  const nothing = { marginM: null, accuracyM: null, accuracyAssumed: false };
  return { test: 'zone', kinds, class: wanted, zone: zone.id, zoneName: zone.name, skipped: true, ...nothing, truth: truthWord(truth), missing: ['zone.shape'] };
}

const inForce = new WeakMap<Scene, Map<string, readonly number[]>>();

/** Zones of the kinds that are in force on the day. */
function zonesOf({ scene, book }: Frame, kinds: readonly ZoneKind[]): readonly number[] {
  let known = inForce.get(scene);
  if (known === undefined) inForce.set(scene, (known = new Map<string, readonly number[]>()));
  const key = `${book.asOf} ${kinds.join()}`;
  let zones = known.get(key);
  if (zones === undefined) known.set(key, (zones = scene.zones.flatMap((zone, z) => (kinds.includes(zone.kind) && inPeriod(zone.inForce, book.asOf) ? [z] : []))));
  return zones;
}

/** Whether a zone has the class: `review` when its own is unknown. */
function classTruth({ scene }: Frame, zone: number, wanted: number | null): Truth {
  const zoneClass = scene.zones[zone]?.class ?? null;
  return wanted === null || wanted === zoneClass ? YES : zoneClass === null ? REVIEW : NO;
}

/** Whether the positions lie in a zone of the kinds, those that could not be read included. */
function insideAny(frame: Frame, kinds: readonly ZoneKind[], wanted: number | null): Uint8Array {
  const inside = insideRead(frame, kinds, wanted);
  if (frame.scene.skippedZones.length === 0) return inside;
  return inside.map((truth, row) => or(truth as Truth, maybeInside(frame, row, kinds, wanted).truth));
}

function insideRead(frame: Frame, kinds: readonly ZoneKind[], wanted: number | null): Uint8Array {
  const { columns, from, relations } = frame;
  const zones = zonesOf(frame, kinds);
  if (zones.length === 0) return uniform(NO, frame.to - from);
  const truthOf = new Uint8Array(frame.scene.zones.length).fill(NO);
  for (const zone of zones) truthOf[zone] = classTruth(frame, zone, wanted);
  const near = relations.zonesNear();
  const around = relations.zonesAround();
  const truths = new Uint8Array(frame.to - from);
  for (let row = 0; row < truths.length; row++) {
    if (!hasLocation(columns, from + row)) {
      truths[row] = MISSING;
      continue;
    }
    let truth: Truth = NO;
    for (let k = near.offsets[row] as number; k < (near.offsets[row + 1] as number); k++) {
      if (truthOf[near.items[k] as number] !== NO) truth = REVIEW;
    }
    for (let k = around.offsets[row] as number; k < (around.offsets[row + 1] as number) && truth !== YES; k++) {
      const zone = around.items[k] as number;
      const here = truthOf[zone] as Truth;
      if (here > truth && !isListed(near, row, zone)) truth = here;
    }
    truths[row] = truth;
  }
  return truths;
}

/** `insideRead` of one row. */
function insideReadAt(frame: Frame, row: number, kinds: readonly ZoneKind[], wanted: number | null): Truth {
  const zones = zonesOf(frame, kinds);
  if (zones.length === 0) return NO;
  if (!hasLocation(frame.columns, frame.from + row)) return MISSING;
  return zones.reduce<Truth>((truth, zone) => or(truth, insideOne(frame, row, zone, wanted)), NO);
}

function insideOne(frame: Frame, row: number, zone: number, wanted: number | null): Truth {
  const { relations } = frame;
  const inside = isListed(relations.zonesNear(), row, zone) ? REVIEW : isListed(relations.zonesAround(), row, zone) ? YES : NO;
  return and(inside, classTruth(frame, zone, wanted));
}

interface Deciding {
  readonly zone: number;
  readonly marginM: number;
}

/** The zone that carries the truth; when the position is outside all of them, the nearest of the right class. */
function decidingZone(frame: Frame, row: number, kinds: readonly ZoneKind[], wanted: number | null, truth: Truth, marginM: typeof exactMarginM): Deciding | null {
  if (!hasLocation(frame.columns, frame.from + row)) return null;
  const { zonesAround, zonesNear } = frame.relations;
  const isRight = (zone: number) => classTruth(frame, zone, wanted) !== NO;
  const zones = zonesOf(frame, kinds);
  const listed = [...listOf(zonesAround(), row), ...listOf(zonesNear(), row)];
  // What carries more than "no" is near or around; and of zones that contain the position none is nearer than those.
  const here = zones.length === 0 || listed.length === 0 ? [] : [...new Set(listed)].sort((a, b) => a - b).filter((zone) => zones.includes(zone) && isRight(zone));
  const carriers = (truth === NO ? zones.filter(isRight) : here).filter((zone) => insideOne(frame, row, zone, wanted) === truth);
  const containing = carriers.length > 0 ? [] : here.filter((zone) => isListed(zonesAround(), row, zone));
  const candidates = carriers.length > 0 ? carriers : containing.length > 0 ? containing : zones.filter(isRight);
  return candidates
    .map((zone) => ({ zone, marginM: marginM(frame, row, zone) }))
    .reduce<Deciding | null>((best, next) => (best === null || next.marginM > best.marginM ? next : best), null);
}

function exactMarginM({ scene, columns, from }: Frame, row: number, zone: number): number {
  return areaMarginM(scene.zoneShapes, zone, columns.lng[from + row] as number, columns.lat[from + row] as number);
}

/** Metres to which quick margins are printed; below ten metres they are exact. */
const PRINTED_STEP_M = 0.1;
const EXACT_BELOW_M = 10;

/** The same for printing: bounds on the distance settle it in most cases, and the lists of the scene tell the side. */
function quickMarginM(frame: Frame, row: number, zone: number): number {
  const { scene, columns, from, relations } = frame;
  const distanceM = roundableDistanceM(scene.zoneShapes, zone, columns.lng[from + row] as number, columns.lat[from + row] as number, PRINTED_STEP_M);
  if (distanceM === null || distanceM < EXACT_BELOW_M) return exactMarginM(frame, row, zone);
  return isListed(relations.zonesAround(), row, zone) ? distanceM : -distanceM;
}

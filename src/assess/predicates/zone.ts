import type { Truth } from '../../base/truth.ts';
import { and, MISSING, NO, not, or, REVIEW, truthWord, YES } from '../../base/truth.ts';
import { inPeriod } from '../../domain/place.ts';
import { areaMarginM } from '../../geometry/margin.ts';
import type { ZoneKind } from '../../domain/zone.ts';
import type { Condition } from '../../policy/condition.ts';
import type { Evidence } from '../../policy/evidence.ts';
import { hasLocation } from '../columns.ts';
import type { Frame } from '../frame.ts';
import { isListed } from '../relations.ts';
import type { Scene, SceneZone } from '../scene.ts';
import { outlineOf } from '../scene.ts';
import { quickAreaMarginM } from './quick-margin.ts';
import { maybeInside } from './skipped-zones.ts';
import type { Predicate } from './predicate.ts';
import { NOTHING_MISSING, uniform } from './predicate.ts';

type ZoneCondition = Extract<Condition, { inZone: readonly ZoneKind[] }>;

/** The position lies in a zone of these kinds (of this class), and in none of the kinds taken out. */
export function zonePredicate(condition: ZoneCondition): Predicate {
  const { inZone: kinds, class: wanted = null, minus = [] } = condition;
  const zones = zonesOfKinds(kinds);
  const minusZones = zonesOfKinds(minus);

  function truths(frame: Frame): Uint8Array {
    const inside = insideAny(frame, kinds, zones(frame), wanted);
    if (minus.length === 0) return inside;
    const out = insideAny(frame, minus, minusZones(frame), null);
    return inside.map((truth, row) => and(truth as Truth, not(out[row] as Truth)));
  }

  const decidingAt = (frame: Frame, row: number, truth: Truth, marginM = exactMarginM) => decidingZone(frame, row, zones(frame), wanted, truth, marginM);

  /** The zone that leaves the question open because it could not be read, where none that was read does. */
  function unreadZone(frame: Frame, row: number, truth: Truth): Evidence | null {
    if (truth !== REVIEW) return null;
    const zone = maybeInside(frame, row, kinds, wanted).zone ?? maybeInside(frame, row, minus, null).zone;
    if (zone === null || insideReadAt(frame, row, zones(frame), wanted) === REVIEW) return null;
    const nothing = { marginM: null, accuracyM: null, accuracyAssumed: false };
    return { test: 'zone', kinds, class: wanted, zone: zone.id, zoneName: zone.name, skipped: true, ...nothing, truth: truthWord(truth), missing: ['zone.shape'] };
  }

  function missingOf(deciding: () => SceneZone | null, truth: Truth): readonly string[] {
    if (truth === MISSING) return ['lngLat'];
    return truth === REVIEW && wanted !== null && deciding()?.class === null ? ['zone.class'] : NOTHING_MISSING;
  }

  /** `decidingAt`, or another zone of which the same is known: where all that may decide are alike, none need be measured. */
  function zoneAlike(frame: Frame, row: number, truth: Truth): SceneZone | null {
    const carriers = carrying(frame, row, zones(frame), wanted, truth).map((zone) => frame.scene.zones[zone] as SceneZone);
    const [first] = carriers;
    if (first !== undefined && carriers.every((zone) => (zone.class === null) === (first.class === null))) return first;
    return decidingAt(frame, row, truth)?.zone ?? null;
  }

  return {
    truths,
    evidence: (frame, row, truth) => {
      const unread = unreadZone(frame, row, truth);
      if (unread !== null) return unread;
      const deciding = decidingAt(frame, row, truth);
      return {
        test: 'zone',
        kinds,
        class: wanted,
        zone: deciding?.zone.id ?? null,
        zoneName: deciding?.zone.name ?? null,
        skipped: false,
        marginM: deciding?.marginM ?? null,
        accuracyM: deciding === null ? null : (frame.columns.accuracyM[frame.from + row] as number) + deciding.zone.accuracyM,
        accuracyAssumed: deciding !== null && frame.columns.accuracyAssumed[frame.from + row] === 1,
        truth: truthWord(truth),
        missing: missingOf(() => deciding?.zone ?? null, truth),
      };
    },
    quickMarginM: (frame, row, truth) => (unreadZone(frame, row, truth) === null ? (decidingAt(frame, row, truth, quickMarginM)?.marginM ?? null) : null),
    missing: (frame, row, truth) => unreadZone(frame, row, truth)?.missing ?? missingOf(() => zoneAlike(frame, row, truth), truth),
  };
}

/** One byte a zone, 1 for those of the kinds that are in force on the day. */
function zonesOfKinds(kinds: readonly ZoneKind[]): (frame: Frame) => Uint8Array {
  const known = new WeakMap<Scene, { readonly asOf: string; readonly counts: Uint8Array }>();
  return ({ scene, book }) => {
    let last = known.get(scene);
    if (last?.asOf !== book.asOf) {
      last = { asOf: book.asOf, counts: Uint8Array.from(scene.zones, (zone) => (kinds.includes(zone.kind) && inPeriod(zone.inForce, book.asOf) ? 1 : 0)) };
      known.set(scene, last);
    }
    return last.counts;
  };
}

/** Whether a zone has the class: `review` when its own is unknown. */
function classTruth({ scene }: Frame, zone: number, wanted: number | null): Truth {
  const { class: zoneClass } = scene.zones[zone] as SceneZone;
  return wanted === null || wanted === zoneClass ? YES : zoneClass === null ? REVIEW : NO;
}

/** Whether the positions lie in one of the zones, or in one of the kinds that could not be read. */
function insideAny(frame: Frame, kinds: readonly ZoneKind[], zones: Uint8Array, wanted: number | null): Uint8Array {
  const inside = insideRead(frame, zones, wanted);
  if (frame.scene.skippedZones.length === 0) return inside;
  return inside.map((truth, row) => or(truth as Truth, maybeInside(frame, row, kinds, wanted).truth));
}

function insideRead(frame: Frame, zones: Uint8Array, wanted: number | null): Uint8Array {
  const { columns, from, relations } = frame;
  if (!zones.includes(1)) return uniform(NO, frame.to - from);
  const truthOf = zones.map((counts, zone) => (counts === 1 ? classTruth(frame, zone, wanted) : NO));
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

/** `insideRead` of one row that has a position. */
function insideReadAt(frame: Frame, row: number, zones: Uint8Array, wanted: number | null): Truth {
  return zones.reduce<Truth>((truth, counts, zone) => (counts === 1 ? or(truth, insideOne(frame, row, zone, wanted)) : truth), NO);
}

function insideOne(frame: Frame, row: number, zone: number, wanted: number | null): Truth {
  const { relations } = frame;
  const inside = isListed(relations.zonesNear(), row, zone) ? REVIEW : isListed(relations.zonesAround(), row, zone) ? YES : NO;
  return and(inside, classTruth(frame, zone, wanted));
}

interface Deciding {
  readonly zone: SceneZone;
  readonly marginM: number;
}

/**
 * The zone that carries the truth, the one with most margin, first of those alike; when none does, the nearest of the right
 * class. What carries more than "no" is around or near.
 */
function decidingZone(frame: Frame, row: number, zones: Uint8Array, wanted: number | null, truth: Truth, marginM: typeof exactMarginM): Deciding | null {
  if (!hasLocation(frame.columns, frame.from + row)) return null;
  let best: Deciding | null = null;
  const better = (index: number): Deciding => {
    const margin = marginM(frame, row, index);
    return best !== null && margin <= best.marginM ? best : { zone: frame.scene.zones[index] as SceneZone, marginM: margin };
  };
  if (truth !== NO) {
    for (const zone of carrying(frame, row, zones, wanted, truth)) best = better(zone);
  } else {
    for (const zone of zones.keys()) if (isRight(frame, zone, zones, wanted) && insideOne(frame, row, zone, wanted) === NO) best = better(zone);
  }
  if (best !== null) return best;
  for (const zone of zones.keys()) if (isRight(frame, zone, zones, wanted)) best = better(zone);
  return best;
}

/** The zones around and near that carry a truth of more than "no". */
function carrying(frame: Frame, row: number, zones: Uint8Array, wanted: number | null, truth: Truth): readonly number[] {
  const found: number[] = [];
  for (const lists of [frame.relations.zonesAround(), frame.relations.zonesNear()]) {
    for (let k = lists.offsets[row] as number; k < (lists.offsets[row + 1] as number); k++) {
      const zone = lists.items[k] as number;
      if (isRight(frame, zone, zones, wanted) && insideOne(frame, row, zone, wanted) === truth) found.push(zone);
    }
  }
  return found;
}

function isRight(frame: Frame, zone: number, zones: Uint8Array, wanted: number | null): boolean {
  return zones[zone] === 1 && classTruth(frame, zone, wanted) !== NO;
}

function exactMarginM({ scene, columns, from }: Frame, row: number, zone: number): number {
  const { table, area } = outlineOf(scene, zone);
  return areaMarginM(table, area, columns.lng[from + row] as number, columns.lat[from + row] as number);
}

/** The same for printing. */
function quickMarginM({ scene, columns, from, relations }: Frame, row: number, zone: number): number {
  const { table, area } = outlineOf(scene, zone);
  return quickAreaMarginM(table, area, columns.lng[from + row] as number, columns.lat[from + row] as number, isListed(relations.zonesAround(), row, zone));
}

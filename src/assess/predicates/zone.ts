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
import { maybeInside } from './skipped-zones.ts';
import { eachRow } from './predicate.ts';
import type { Predicate } from './predicate.ts';

type ZoneCondition = Extract<Condition, { inZone: readonly ZoneKind[] }>;

/** The position lies in a zone of these kinds (of this class), and in none of the kinds taken out. */
export function zonePredicate(condition: ZoneCondition): Predicate {
  const { inZone: kinds, class: wanted = null, minus = [] } = condition;

  function truthAt(frame: Frame, row: number): Truth {
    const inside = or(insideAny(frame, row, zonesOf(frame, kinds), wanted), maybeInside(frame, row, kinds, wanted).truth);
    if (minus.length === 0) return inside;
    return and(inside, not(or(insideAny(frame, row, zonesOf(frame, minus), null), maybeInside(frame, row, minus, null).truth)));
  }

  return {
    truths: (frame) => eachRow(frame, (row) => truthAt(frame, row)),
    evidence: (frame, row, truth) => {
      const unread = unreadZone(frame, row, condition, truth);
      if (unread !== null) return unread;
      const deciding = decidingZone(frame, row, zonesOf(frame, kinds), wanted, truth);
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
        missing: truth === MISSING ? ['lngLat'] : truth === REVIEW && wanted !== null && zone?.class === null ? ['zone.class'] : [],
      };
    },
  };
}

/** The zone that leaves the question open because it could not be read, where none that was read does. */
function unreadZone(frame: Frame, row: number, { inZone: kinds, class: only, minus = [] }: ZoneCondition, truth: Truth): Evidence | null {
  const wanted = only ?? null;
  if (truth !== REVIEW || insideAny(frame, row, zonesOf(frame, kinds), wanted) === REVIEW) return null;
  const zone = maybeInside(frame, row, kinds, wanted).zone ?? maybeInside(frame, row, minus, null).zone;
  if (zone === null) return null;
  const nothing = { marginM: null, accuracyM: null, accuracyAssumed: false };
  return { test: 'zone', kinds, class: wanted, zone: zone.id, zoneName: zone.name, skipped: true, ...nothing, truth: truthWord(truth), missing: ['zone.shape'] };
}

/** Zones of the kinds that are in force on the day. */
function zonesOf({ scene, book }: Frame, kinds: readonly ZoneKind[]): readonly number[] {
  return scene.zones.flatMap((zone, z) => (kinds.includes(zone.kind) && inPeriod(zone.inForce, book.asOf) ? [z] : []));
}

function insideAny(frame: Frame, row: number, zones: readonly number[], wanted: number | null): Truth {
  if (zones.length === 0) return NO;
  if (!hasLocation(frame.columns, frame.from + row)) return MISSING;
  return zones.reduce<Truth>((truth, zone) => or(truth, insideOne(frame, row, zone, wanted)), NO);
}

function insideOne({ scene, relations }: Frame, row: number, zone: number, wanted: number | null): Truth {
  const inside = isListed(relations.zonesNear(), row, zone) ? REVIEW : isListed(relations.zonesAround(), row, zone) ? YES : NO;
  const zoneClass = scene.zones[zone]?.class ?? null;
  const rightClass = wanted === null || wanted === zoneClass ? YES : zoneClass === null ? REVIEW : NO;
  return and(inside, rightClass);
}

/** The zone that carries the truth; when the position is outside all of them, the nearest of the right class. */
function decidingZone(frame: Frame, row: number, zones: readonly number[], wanted: number | null, truth: Truth) {
  const { scene, columns, from } = frame;
  if (!hasLocation(columns, from + row)) return null;
  const [lng, lat] = [columns.lng[from + row] as number, columns.lat[from + row] as number];
  const rightClass = zones.filter((zone) => wanted === null || (scene.zones[zone]?.class ?? wanted) === wanted);
  const carriers = rightClass.filter((zone) => insideOne(frame, row, zone, wanted) === truth);
  return (carriers.length > 0 ? carriers : rightClass)
    .map((zone) => ({ zone, marginM: areaMarginM(scene.zoneShapes, zone, lng, lat) }))
    .reduce<{ zone: number; marginM: number } | null>((best, next) => (best === null || next.marginM > best.marginM ? next : best), null);
}

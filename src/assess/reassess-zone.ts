import type { MultiPolygon } from '../domain/place.ts';
import { boundaryRuns } from '../geometry/boundaries-near.ts';
import { pointsOfRuns, runsOfHolder } from '../geometry/runs.ts';
import { reviseArea } from '../geometry/revise-area.ts';
import type { PolygonTable } from '../geometry/rings.ts';
import { polygonTable } from '../geometry/rings.ts';
import type { AreaRings } from '../geometry/rings.ts';
import { marginsMoved } from '../geometry/same-margin.ts';
import type { Condition } from '../policy/condition.ts';
import { children } from '../policy/conditions.ts';
import type { ZoneKind } from '../domain/zone.ts';
import { assessRange, emptyDraft } from './assess.ts';
import type { Assessment, Lists } from './assessment.ts';
import type { Court } from './court.ts';
import { relateAll, settleRelations } from './court.ts';
import { pickFacilities, pickRelations } from './pick-facilities.ts';
import { LONGEST_FRAME } from './predicates/predicate.ts';
import type { Relations } from './relations.ts';
import { redrawnRuns } from './relations.ts';
import type { Scene } from './scene.ts';
import { outlineOf } from './scene.ts';

/** What a zone's new outline changes: small enough to send at every move of the pointer. */
export interface ZonePatch {
  readonly zone: number;
  /** Facilities that came to lie in the zone and that do no longer. */
  readonly entered: Uint32Array;
  readonly left: Uint32Array;
  /** Facilities judged again, ascending; the columns that follow are theirs. */
  readonly rows: Uint32Array;
  /** At `rule * rows.length + k`. */
  readonly outcomes: Uint8Array;
  readonly duty: Uint8Array;
  readonly possibleDuty: Uint8Array;
  readonly certainty: Uint8Array;
  readonly deadlineRule: Int16Array;
  readonly overdue: Uint8Array;
  readonly marginM: Float64Array;
  readonly missing: Uint16Array;
  readonly missingSets: readonly (readonly string[])[];
}

export interface Revised {
  /** The court of the scene with the new outline, for the next edit. */
  readonly court: Court;
  readonly patch: ZonePatch;
}

/** As much of an assessment as an edit builds on. */
export type Standing = Pick<Assessment, 'count' | 'missingSets'>;

/** `reviseZone`, and the whole assessment with its patch. @param previous the assessment of the court's scene. */
export function reassessZone(court: Court, previous: Assessment, zone: number, polygons: MultiPolygon): Revised & { readonly assessment: Assessment } {
  const revised = reviseZone(court, previous, zone, polygons);
  return { ...revised, assessment: patched(previous, revised.patch) };
}

/**
 * Judges again what the new outline of one zone can change. Equal to building the scene anew and assessing it, but for the
 * numbering of `missingSets`. Only rows of points that the changed edges reach are placed again. A facility is judged again
 * where it came into the zone or out of it, or into the reach of its boundary or out of that; and where it may be measured
 * to the boundary, which is in the zone, near it and, with a rule that measures how far one is outside, everywhere, unless
 * its margin is surely the same.
 *
 * @param previous of the court's scene.
 */
export function reviseZone(court: Court, previous: Standing, zone: number, polygons: MultiPolygon): Revised {
  const { scene } = court;
  const { lng, lat, accuracyM } = scene.facilities;
  const whole = relateAll(court);
  const index = whole.index();
  const [own, table] = [ownTable(scene, zone), polygonTable([polygons])];
  const runs = whole.zoneRuns();
  const before = runsOfHolder(runs.around, zone);
  const { members, entered, left } = reviseArea(index, own, table, before);
  const zoneAccuracyM = scene.zones[zone]?.accuracyM ?? 0;
  const nearBefore = pointsOfRuns(index, runsOfHolder(runs.near, zone));
  const near = boundaryRuns(index, accuracyM, table, Float64Array.of(zoneAccuracyM));
  const nearAfter = pointsOfRuns(index, near);
  const [came, went] = [without(nearAfter, nearBefore, previous.count), without(nearBefore, nearAfter, previous.count)];
  const fresh = redrawnRuns(runs, zone, { around: members, near });

  const redrawn: Scene = { ...scene, redrawn: new Map([...scene.redrawn, [zone, table]]) };
  const zonesAround = withZone(whole.zonesAround(), zone, entered, left);
  const zonesNear = withZone(whole.zonesNear(), zone, came, went);
  const relations: Relations = { ...whole, zoneRuns: () => fresh, zonesAround: () => zonesAround, zonesNear: () => zonesNear };
  const next: Court = { ...court, scene: redrawn };
  settleRelations(next, relations);

  const measured = measuresOutside(court, scene.zones[zone]?.kind ?? null) ? [Uint32Array.from({ length: previous.count }, (_, row) => row)] : [pointsOfRuns(index, before), nearBefore];
  const remeasured = measured.map((rows) => marginsMoved(own, table, rows, lng, lat));
  const rows = ascending([entered, left, came, went, ...remeasured], previous.count);
  const patch = { zone, entered, left, ...judgeRows(next, relations, rows, previous) };
  return { court: next, patch };
}

/** The rows that are among these and not among the others. */
function without(rows: Uint32Array, others: Uint32Array, count: number): Uint32Array {
  const isOther = new Uint8Array(count);
  for (const row of others) isOther[row] = 1;
  return rows.filter((row) => isOther[row] === 0);
}

/** The outline as the only area of a table. */
function ownTable(scene: Scene, zone: number): PolygonTable {
  const { table, area } = outlineOf(scene, zone);
  if (table !== scene.zoneShapes) return table;
  const polygons = range(table.areaStart, area).map((polygon) =>
    range(table.polygonStart, polygon).map((ring) => range(table.ringStart, ring).map((at) => [table.coords[2 * at] as number, table.coords[2 * at + 1] as number] as const)),
  );
  return polygonTable([polygons satisfies AreaRings]);
}

function range(starts: Uint32Array, which: number): number[] {
  const from = starts[which] as number;
  return Array.from({ length: (starts[which + 1] as number) - from }, (_, k) => from + k);
}

function ascending(parts: readonly Uint32Array[], count: number): Uint32Array {
  const marked = new Uint8Array(count);
  let total = 0;
  for (const part of parts) {
    for (const row of part) {
      total += 1 - (marked[row] as number);
      marked[row] = 1;
    }
  }
  const rows = new Uint32Array(total);
  for (let row = 0, k = 0; k < total; row++) if (marked[row] === 1) rows[k++] = row;
  return rows;
}

/** Whether some rule may show how far a facility is outside of zones of the kind: then a moved boundary touches everybody's margin. */
function measuresOutside({ book }: Court, kind: ZoneKind | null): boolean {
  const conditions = book.rules.flatMap(({ subject, when, unless }) => [subject, when, ...unless.map(({ condition }) => condition)]);
  return conditions.some((condition) => asksForOutside(condition, kind, false));
}

function asksForOutside(condition: Condition, kind: ZoneKind | null, inverted: boolean): boolean {
  if ('inZone' in condition) {
    const { inZone, minus = [] } = condition;
    return (inverted || minus.length > 0) && [...inZone, ...minus].some((one) => one === kind);
  }
  const turned = inverted || 'not' in condition;
  return children(condition).some((child) => asksForOutside(child, kind, turned));
}

function judgeRows(court: Court, relations: Relations, rows: Uint32Array, previous: Standing): Omit<ZonePatch, 'zone' | 'entered' | 'left'> {
  const part: Court = { ...court, scene: pickFacilities(court.scene, rows) };
  settleRelations(part, pickRelations(relations, rows));
  const draft = emptyDraft(part, rows.length, previous.missingSets);
  for (let from = 0; from < rows.length; from += LONGEST_FRAME) assessRange(part, from, Math.min(from + LONGEST_FRAME, rows.length), draft);
  const { outcomes, duty, possibleDuty, certainty, deadlineRule, overdue, marginM, missing, sets } = draft;
  return { rows, outcomes, duty, possibleDuty, certainty, deadlineRule, overdue, marginM, missing, missingSets: sets.sets };
}

/** The assessment with the patch laid over it. */
export function patched(assessment: Assessment, patch: ZonePatch): Assessment {
  const lay = <Column extends Uint8Array | Int16Array | Uint16Array | Float64Array>(column: Column, own: Column): Column => laid(column, own, patch.rows, assessment.count);
  return {
    ...assessment,
    zones: withZone(assessment.zones, patch.zone, patch.entered, patch.left),
    outcomes: lay(assessment.outcomes, patch.outcomes),
    duty: lay(assessment.duty, patch.duty),
    possibleDuty: lay(assessment.possibleDuty, patch.possibleDuty),
    certainty: lay(assessment.certainty, patch.certainty),
    deadlineRule: lay(assessment.deadlineRule, patch.deadlineRule),
    overdue: lay(assessment.overdue, patch.overdue),
    marginM: lay(assessment.marginM, patch.marginM),
    missing: lay(assessment.missing, patch.missing),
    missingSets: patch.missingSets,
  };
}

/** A column with the patch's entries, `count` apart for each rule; the same column where it says what they say. */
function laid<Column extends Uint8Array | Int16Array | Uint16Array | Float64Array>(column: Column, own: Column, rows: Uint32Array, count: number): Column {
  let fresh: Column | null = null;
  for (let from = 0, at = 0; at < own.length; from += count) {
    for (let k = 0; k < rows.length; k++, at++) {
      const [to, value] = [from + (rows[k] as number), own[at] as number];
      if (Object.is(column[to], value)) continue;
      fresh ??= column.slice() as Column;
      fresh[to] = value;
    }
  }
  return fresh ?? column;
}

/** The lists with one zone put in, or taken out, where facilities entered or left it; items ascend. */
function withZone(lists: Lists, zone: number, entered: Uint32Array, left: Uint32Array): Lists {
  if (entered.length + left.length === 0) return lists;
  const { offsets, items } = lists;
  const change = new Int8Array(offsets.length);
  for (const row of entered) change[row] = 1;
  for (const row of left) change[row] = -1;
  const fresh = new Uint32Array(items.length + entered.length - left.length);
  const starts = new Uint32Array(offsets.length);
  let at = 0;
  for (let row = 0; row + 1 < offsets.length; row++) {
    let pending = change[row] === 1;
    for (let k = offsets[row] as number; k < (offsets[row + 1] as number); k++) {
      const item = items[k] as number;
      if (pending && item > zone) {
        fresh[at++] = zone;
        pending = false;
      }
      if (item !== zone || change[row] !== -1) fresh[at++] = item;
    }
    if (pending) fresh[at++] = zone;
    starts[row + 1] = at;
  }
  return { offsets: starts, items: fresh };
}

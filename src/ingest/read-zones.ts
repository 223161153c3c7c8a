import type { Message, Rejected } from '../domain/issue.ts';
import type { Period } from '../domain/place.ts';
import type { SkippedZone, Zone, ZoneRepair } from '../domain/zone.ts';
import { geodesicAreaM2 } from '../geometry/area.ts';
import { repairArea } from '../geometry/repair-area.ts';
import { openAreaSheet, type AreaRow } from './area-sheet.ts';
import { boundsOf } from './bounds.ts';
import { ZONE_COLUMNS, type ZoneField } from './columns/place-columns.ts';
import { flag, zoneClass, zoneKind } from './columns/words.ts';
import { parseDay } from './days.ts';
import { drawnArea, readAreaGeometry, type FeaturePlace } from './polygons.ts';
import { message, problem } from './problem.ts';
import { reading, unusable, type Reading } from './reading.ts';
import { accuracyIn } from './position.ts';
import type { PlaceOptions } from './read-options.ts';
import { cellOf, divisionCodeOf, entryOf, idOf, numberOf, originalIn, textOf, wordOf, type Entry, type Fault, type Row } from './row.ts';
import type { SourceFile } from './source-file.ts';

/** A legal boundary is exact unless its source says otherwise. */
const EXACT_M = 0;

/**
 * 区域, areas with attributes. A zone is used as it stands or skipped with the reason: without its kind, its days or a sound
 * boundary it is not known whom it binds. One that crosses itself comes with a proposal, which is applied only on demand.
 */
export function readZones(source: SourceFile, options: PlaceOptions = {}): Reading<Zone> {
  const opened = openAreaSheet(source, ZONE_COLUMNS, options);
  if (!opened.ok) return unusable(source, 'zones', opened.problems, opened.question);
  const { rows, crs, encoding } = opened.value;
  const file = source.name;
  const accepted: Zone[] = [];
  const skipped: SkippedZone[] = [];
  const quarantine: Rejected[] = [];
  const messages: Message[] = [...opened.value.messages];
  let [heights, turned] = [0, 0];
  const repairer = openRepairer(options.repairZones === true);
  for (const area of rows) {
    const outcome = buildZone(area, repairer);
    if ('reason' in outcome) {
      const { code, params } = outcome.reason;
      const { repair } = outcome;
      skipped.push({ ...outcome.known, code, params, original: originalIn(area.row), ...(repair === undefined ? {} : { repair }) });
      quarantine.push({ file, row: area.feature.number, original: originalIn(area.row), ...outcome.reason });
      messages.push({ level: 'warning', file, code, params });
      if (repair !== undefined) messages.push(message('info', 'zone-repair-proposed', { ...outcome.place, ...areasOf(repair) }));
    } else {
      accepted.push(outcome.zone);
      messages.push(...outcome.remarks);
      heights += outcome.heights;
      turned += outcome.turned;
    }
  }
  if (rows.length === 0) messages.push(message('warning', 'file-without-features', { file }));
  if (heights > 0) messages.push(message('info', 'third-coordinate-dropped', { file, count: heights }));
  // In shapefiles and KML the other way round is right, or nobody's concern.
  if (turned > 0 && source.content === undefined) messages.push(message('info', 'ring-winding-turned', { file, count: turned }));
  return reading(source, 'zones', rows.length, { accepted, quarantine, skipped, messages }, { crs: crs.crs, encoding }, crs);
}

/** What can be said of a zone that can't be used. */
type Known = Omit<SkippedZone, 'code' | 'params' | 'original'>;

type Outcome =
  | { readonly zone: Zone; readonly remarks: readonly Message[]; readonly heights: number; readonly turned: number }
  | { readonly known: Known; readonly reason: Fault; readonly place: FeaturePlace; readonly repair?: ZoneRepair };

function buildZone({ feature, row }: AreaRow<ZoneField>, repairer: Repairer): Outcome {
  const givenName = textOf(row, 'name');
  const id = idOf(row) ?? givenName ?? `#${feature.number}`;
  const name = givenName ?? id;
  const place: FeaturePlace = { file: row.file, feature: feature.number, zone: name };
  const type = typeOf(row, place);
  const inForce = periodOf(row, place);
  const skip = (reason: Fault): Outcome => ({
    known: {
      id,
      name,
      kind: 'kind' in type ? type.kind : null,
      class: 'kind' in type ? type.class : null,
      divisionCode: divisionCodeOf(row),
      inForce: 'code' in inForce ? { from: null, until: null } : inForce,
      bounds: boundsOf(feature.geometry, row.crs),
    },
    reason,
    place,
  });

  if ('code' in type) return skip(type);
  if ('code' in inForce) return skip(inForce);
  const accuracyM = accuracyIn(row.crs, numberOf(row, 'accuracyM') ?? EXACT_M);
  const [fault] = row.faults;
  if (fault !== undefined) {
    const { column = '', value = '' } = fault;
    return skip({ ...problem('zone-accuracy-unreadable', { ...place, column, value }), column, value });
  }
  const read = readAreaGeometry(feature.geometry, place, row.crs);
  const repair = 'code' in read ? repairer.propose(drawnArea(feature.geometry, row.crs)) : null;
  const geometry = repair !== null && repairer.mayApply ? { polygons: repair.polygons, heights: 0, turned: 0 } : read;
  if ('code' in geometry) return { ...skip(geometry), ...(repair === null ? {} : { repair }) };

  const { polygons, heights, turned } = geometry;
  const zone: Zone = {
    id,
    name,
    kind: type.kind,
    class: type.class,
    divisionCode: divisionCodeOf(row),
    notice: textOf(row, 'notice'),
    inForce,
    statedAreaKm2: numberOf(row, 'statedAreaKm2'),
    polygons,
    areaM2: polygons.reduce((sum, polygon) => sum + geodesicAreaM2(polygon), 0),
    accuracyM,
    illustrative: wordOf(row, 'illustrative', flag) ?? false,
    ...(repair === null ? {} : { repaired: { areaBeforeM2: repair.areaBeforeM2 } }),
    original: originalIn(row),
  };
  const cut = repair === null ? [] : [message('warning', 'zone-repaired', { ...place, ...areasOf(repair) })];
  return { zone, remarks: [...type.remarks, ...unreadValues(row, place), ...cut], heights, turned };
}

interface Repairer {
  readonly mayApply: boolean;
  readonly propose: (drawn: Zone['polygons'] | null) => ZoneRepair | null;
}

/** Positions of faulty boundaries looked at in a file, for a cut takes its time. */
const MOST_CUT = 10_000;

function openRepairer(mayApply: boolean): Repairer {
  let left = MOST_CUT;
  const propose = (drawn: Zone['polygons'] | null): ZoneRepair | null => {
    if (drawn === null) return null;
    left -= drawn.flat(2).length;
    return left < 0 ? null : repairArea(drawn);
  };
  return { mayApply, propose };
}

const M2_PER_KM2 = 1_000_000;

function areasOf({ areaBeforeM2, areaAfterM2 }: ZoneRepair): { readonly beforeKm2: number; readonly afterKm2: number } {
  const km2 = (areaM2: number) => Number((areaM2 / M2_PER_KM2).toFixed(4));
  return { beforeKm2: km2(areaBeforeM2), afterKm2: km2(areaAfterM2) };
}

interface ZoneType {
  readonly kind: Zone['kind'];
  readonly class: Zone['class'];
  readonly remarks: readonly Message[];
}

/** Kind and class, which may stand in one word (Ⅲ类禁燃区) or under one header (类别). */
function typeOf(row: Row<ZoneField>, place: FeaturePlace): ZoneType | Fault {
  const either = entryOf(row, 'kindOrClass');
  const eitherClass = either === null ? null : zoneClass(either.value);
  const kindEntry = entryOf(row, 'kind') ?? (eitherClass === null ? either : null);
  if (kindEntry === null) return problem('zone-kind-missing', place);
  const type = zoneKind(kindEntry.value);
  if (type === null) return ofCell(kindEntry, problem('zone-kind-unknown', { ...place, value: kindEntry.value }));

  const classText = textOf(row, 'class');
  const stated = classText === null ? null : zoneClass(classText);
  const remarks: Message[] = [];
  const found = stated ?? type.class ?? eitherClass;
  if (classText !== null && stated === null) {
    remarks.push(message('warning', 'zone-class-unreadable', { ...place, value: classText }));
  } else if (type.kind === 'noBurn' && found === null) {
    remarks.push(message('info', 'zone-class-missing', place));
  }
  // What was stated but can't be read is not filled in from elsewhere.
  return { kind: type.kind, class: classText !== null ? stated : found, remarks };
}

function periodOf(row: Row<ZoneField>, place: FeaturePlace): Period | Fault {
  const from = dayOf(row, 'effectiveFrom', place);
  const until = dayOf(row, 'effectiveUntil', place);
  if (typeof from === 'object' && from !== null) return from;
  if (typeof until === 'object' && until !== null) return until;
  if (from !== null && until !== null && until < from) return problem('zone-dates-reversed', { ...place, from, until });
  return { from, until };
}

function dayOf(row: Row<ZoneField>, field: 'effectiveFrom' | 'effectiveUntil', place: FeaturePlace): string | null | Fault {
  const entry = entryOf(row, field);
  if (entry === null) return null;
  return parseDay(entry.value) ?? ofCell(entry, problem('zone-date-unreadable', { ...place, ...cellOf(entry) }));
}

function ofCell(entry: Entry, because: Fault): Fault {
  return { ...because, ...cellOf(entry) };
}

/** Attributes on which no verdict hangs and that could not be read. */
function unreadValues(row: Row<ZoneField>, place: FeaturePlace): readonly Message[] {
  const cells = [...row.issues, ...row.faults].map(({ column = '', params }) => ({ column, value: String(params['value'] ?? '') }));
  return cells.map((cell) => message('warning', 'zone-value-unreadable', { ...place, ...cell }));
}

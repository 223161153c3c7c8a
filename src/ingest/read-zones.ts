import type { Message, Rejected } from '../domain/issue.ts';
import type { Period } from '../domain/place.ts';
import type { SkippedZone, Zone } from '../domain/zone.ts';
import { geodesicAreaM2 } from '../geometry/area.ts';
import { openAreaSheet, type AreaRow } from './area-sheet.ts';
import { boundsOf } from './bounds.ts';
import { ZONE_COLUMNS, type ZoneField } from './columns/place-columns.ts';
import { flag, zoneClass, zoneKind } from './columns/words.ts';
import { parseDay } from './days.ts';
import { readAreaGeometry, type FeaturePlace } from './polygons.ts';
import { message, problem } from './problem.ts';
import { reading, unusable, type Reading } from './reading.ts';
import { cellOf, divisionCodeOf, entryOf, idOf, numberOf, textOf, wordOf, type Entry, type Fault, type Row } from './row.ts';
import type { SourceFile } from './source-file.ts';

/** A legal boundary is exact unless its source says otherwise. */
const EXACT_M = 0;

/**
 * 区域, GeoJSON areas with attributes. A zone is used as it stands or skipped with the reason: without its kind, its days
 * or a sound boundary it is not known whom it binds.
 */
export function readZones(source: SourceFile): Reading<Zone> {
  const opened = openAreaSheet(source, ZONE_COLUMNS);
  if (!opened.ok) return unusable(source, 'zones', opened.problems);
  const { rows } = opened.value;
  const file = source.name;
  const accepted: Zone[] = [];
  const skipped: SkippedZone[] = [];
  const quarantine: Rejected[] = [];
  const messages: Message[] = [...opened.value.messages];
  let heights = 0;
  for (const area of rows) {
    const outcome = buildZone(area);
    if ('reason' in outcome) {
      const { code, params } = outcome.reason;
      skipped.push({ ...outcome.known, code, params, original: area.row.original });
      quarantine.push({ file, row: area.feature.number, original: area.row.original, ...outcome.reason });
      messages.push({ level: 'warning', file, code, params });
    } else {
      accepted.push(outcome.zone);
      messages.push(...outcome.remarks);
      heights += outcome.heights;
    }
  }
  if (rows.length === 0) messages.push(message('warning', 'file-without-features', { file }));
  if (heights > 0) messages.push(message('info', 'third-coordinate-dropped', { file, count: heights }));
  return reading(source, 'zones', rows.length, { accepted, quarantine, skipped, messages });
}

/** What can be said of a zone that can't be used. */
type Known = Omit<SkippedZone, 'code' | 'params' | 'original'>;

type Outcome =
  | { readonly zone: Zone; readonly remarks: readonly Message[]; readonly heights: number }
  | { readonly known: Known; readonly reason: Fault };

function buildZone({ feature, row }: AreaRow<ZoneField>): Outcome {
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
      bounds: boundsOf(feature.geometry),
    },
    reason,
  });

  if ('code' in type) return skip(type);
  if ('code' in inForce) return skip(inForce);
  const accuracyM = numberOf(row, 'accuracyM') ?? EXACT_M;
  const [fault] = row.faults;
  if (fault !== undefined) {
    const { column = '', value = '' } = fault;
    return skip({ ...problem('zone-accuracy-unreadable', { ...place, column, value }), column, value });
  }
  const geometry = readAreaGeometry(feature.geometry, place);
  if ('code' in geometry) return skip(geometry);

  const { polygons, heights } = geometry;
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
    original: row.original,
  };
  return { zone, remarks: [...type.remarks, ...unreadValues(row, place)], heights };
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

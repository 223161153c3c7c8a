import type { Division } from '../domain/division.ts';
import type { Facility, FacilityKind } from '../domain/facility.ts';
import type { Message } from '../domain/issue.ts';
import { openBorderWatch } from './border-watch.ts';
import { BOILER_HINT, FACILITY_COLUMNS, type FacilityField } from './columns/facility-columns.ts';
import { listed } from './columns/match-columns.ts';
import { flag, grade, isSynthetic, status, use } from './columns/words.ts';
import { facilityPlaceOf, type Surroundings } from './facility-place.ts';
import { facilitySizeOf } from './facility-size.ts';
import { facilityTypeOf } from './facility-type.ts';
import { openDivisionFinder } from './match-division.ts';
import { POINTS_ONLY } from './points-table.ts';
import { message, problem } from './problem.ts';
import { readSheet } from './read-sheet.ts';
import { unusable, type Reading } from './reading.ts';
import { creditCodeOf, idOf, numberOf, textOf, wordOf, type Row } from './row.ts';
import { openSheet, type Sheet } from './sheet.ts';
import type { SourceFile } from './source-file.ts';

/** Columns without which most rules end in "unknown". */
const WANTED = ['fuel', 'capacityTph', 'use', 'status'] as const satisfies readonly FacilityField[];

/** 台账: a ledger of facilities, CSV or GeoJSON points. `divisions` turn county names into codes, and tell when a position contradicts them. */
export function readFacilities(source: SourceFile, { divisions }: { readonly divisions: readonly Division[] }): Reading<Facility> {
  const opened = openSheet(source, FACILITY_COLUMNS, POINTS_ONLY);
  if (!opened.ok) return unusable(source, 'facilities', opened.problems);
  const sheet = opened.value;
  const boilerColumn = sheet.columns.has('kind') ? null : boilerHint(sheet);
  const context: Context = {
    findDivision: openDivisionFinder(divisions),
    watchBorder: openBorderWatch(divisions),
    assumedKind: boilerColumn === null ? null : 'boiler',
  };
  const read = readSheet(source, 'facilities', sheet, (row) => buildFacility(row, context));
  return {
    ...read,
    accepted: noteDuplicates(read.accepted),
    messages: [...read.messages, ...remarks(sheet, boilerColumn)],
  };
}

interface Context extends Surroundings {
  /** For tables without a column of kinds. */
  readonly assumedKind: FacilityKind | null;
}

function buildFacility(row: Row<FacilityField>, context: Context): Facility {
  const id = idOf(row) ?? `#${row.number}`;
  const enterprise = textOf(row, 'enterprise');
  const type = facilityTypeOf(row, context.assumedKind);
  return {
    id,
    name: textOf(row, 'name') ?? enterprise ?? id,
    enterprise,
    creditCode: creditCodeOf(row),
    ...type,
    use: wordOf(row, 'use', use),
    status: wordOf(row, 'status', status),
    ...facilitySizeOf(row, type.kind),
    ...facilityPlaceOf(row, context),
    park: textOf(row, 'park'),
    cleanHeating: wordOf(row, 'cleanHeating', flag),
    ultraLowEmission: wordOf(row, 'ultraLowEmission', flag),
    monitored: wordOf(row, 'monitored', flag),
    dedicatedBiomass: wordOf(row, 'dedicatedBiomass', flag),
    bagFilter: wordOf(row, 'bagFilter', flag),
    performanceGrade: wordOf(row, 'performanceGrade', grade),
    stackM: numberOf(row, 'stackM'),
    hearthM: numberOf(row, 'hearthM'),
    synthetic: isSynthetic(textOf(row, 'synthetic') ?? ''),
    source: { file: row.file, row: row.number },
    original: row.original,
    issues: row.issues,
  };
}

function noteDuplicates(facilities: readonly Facility[]): readonly Facility[] {
  const rowsOf = new Map<string, string[]>();
  for (const { id, source } of facilities) {
    const rows = rowsOf.get(id);
    if (rows === undefined) rowsOf.set(id, [String(source.row)]);
    else rows.push(String(source.row));
  }
  return facilities.map((facility) => {
    const rows = rowsOf.get(facility.id) ?? [];
    if (rows.length < 2) return facility;
    return { ...facility, issues: [...facility.issues, problem('duplicate-id', { value: facility.id, rows: listed(rows) })] };
  });
}

/** The header that shows that the table is about boilers. */
function boilerHint({ table, columns }: Sheet<FacilityField>): string | null {
  const named = table.header.find((header) => BOILER_HINT.test(header));
  const inSteam = columns.get('capacityTph')?.find(({ unit, unitAssumed }) => unit?.name === 't/h' && !unitAssumed);
  return named ?? inSteam?.header ?? null;
}

function remarks({ file, table, columns }: Sheet<FacilityField>, boilerColumn: string | null): readonly Message[] {
  const missing: string[] = WANTED.filter((field) => !columns.has(field));
  if (!columns.has('kind') && boilerColumn === null) missing.unshift('kind');
  if (!columns.has('county') && !columns.has('divisionCode')) missing.push('divisionCode');
  if (!table.isGeoJson && !columns.has('lngLat') && !(columns.has('lon') && columns.has('lat'))) missing.push('lon', 'lat');
  return [
    ...(boilerColumn === null ? [] : [message('info', 'kind-assumed-boiler', { file, column: boilerColumn })]),
    ...(missing.length === 0 ? [] : [message('info', 'columns-missing', { file, fields: missing.join(', ') })]),
  ];
}

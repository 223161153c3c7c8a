import type { Division } from '../domain/division.ts';
import type { Facility, FacilityKind } from '../domain/facility.ts';
import type { Message } from '../domain/issue.ts';
import type { LngLat } from '../domain/place.ts';
import { BOILER_HINT, FACILITY_COLUMNS, HEAT_HINT, type FacilityField } from './columns/facility-columns.ts';
import { fold } from './columns/fold.ts';
import { listed } from './columns/match-columns.ts';
import { toStandard, unitOf } from './columns/units.ts';
import { facilityKind, flag, fuel, grade, GROUP_OF, isSynthetic, status, use } from './columns/words.ts';
import { openDivisionFinder, type DivisionFinder } from './match-division.ts';
import { parseQuantity } from './numbers.ts';
import { message, problem } from './problem.ts';
import { readSheet } from './read-sheet.ts';
import { unusable, type Reading } from './reading.ts';
import { blame, creditCodeOf, divisionCodeOf, entryOf, note, numberOf, positionOf, textOf, wordOf, type Entry, type Row } from './row.ts';
import { openSheet, type Sheet } from './sheet.ts';
import type { SourceFile } from './source-file.ts';

/** Larger than any boiler built (about 3,100 t/h): a slip of the unit, such as kg/h. */
const LARGEST_TPH = 4000;
/** Bounding box of China's territory in whole degrees. */
const CHINA = { west: 73, south: 3, east: 136, north: 54 } as const;
/** Columns without which most rules end in "unknown". */
const WANTED = ['fuel', 'capacityTph', 'use', 'status'] as const satisfies readonly FacilityField[];

/** 台账: a ledger of facilities, CSV or GeoJSON points. `divisions` turn county names into codes. */
export function readFacilities(source: SourceFile, { divisions }: { readonly divisions: readonly Division[] }): Reading<Facility> {
  const opened = openSheet(source, FACILITY_COLUMNS);
  if (!opened.ok) return unusable(source, 'facilities', opened.problems);
  const sheet = opened.value;
  const boilerColumn = sheet.columns.has('kind') ? null : boilerHint(sheet);
  const context: Context = {
    findDivision: openDivisionFinder(divisions),
    assumedKind: boilerColumn === null ? null : 'boiler',
  };
  const read = readSheet(source, 'facilities', sheet, (row) => buildFacility(row, context));
  return {
    ...read,
    accepted: noteDuplicates(read.accepted),
    messages: [...read.messages, ...remarks(sheet, boilerColumn)],
  };
}

interface Context {
  readonly findDivision: DivisionFinder;
  /** For tables without a column of kinds. */
  readonly assumedKind: FacilityKind | null;
}

function buildFacility(row: Row<FacilityField>, { findDivision, assumedKind }: Context): Facility {
  const kind = row.columns.has('kind') ? wordOf(row, 'kind', facilityKind) : assumedKind;
  const id = textOf(row, 'id') ?? `#${row.number}`;
  const enterprise = textOf(row, 'enterprise');
  return {
    id,
    name: textOf(row, 'name') ?? enterprise ?? id,
    enterprise,
    creditCode: creditCodeOf(row),
    kind,
    fuel: wordOf(row, 'fuel', fuel),
    use: wordOf(row, 'use', use),
    status: wordOf(row, 'status', status),
    ...sizeOf(row, kind),
    divisionCode: placeCodeOf(row, findDivision),
    park: textOf(row, 'park'),
    lngLat: locationOf(row),
    locationAccuracyM: numberOf(row, 'locationAccuracyM'),
    cleanHeating: wordOf(row, 'cleanHeating', flag),
    ultraLowEmission: wordOf(row, 'ultraLowEmission', flag),
    monitored: wordOf(row, 'monitored', flag),
    dedicatedBiomass: wordOf(row, 'dedicatedBiomass', flag),
    bagFilter: wordOf(row, 'bagFilter', flag),
    outdated: wordOf(row, 'outdated', flag),
    fixedBedIntermittent: wordOf(row, 'fixedBedIntermittent', flag),
    performanceGrade: wordOf(row, 'performanceGrade', grade),
    stackM: numberOf(row, 'stackM'),
    hearthM: numberOf(row, 'hearthM'),
    synthetic: isSynthetic(textOf(row, 'synthetic') ?? ''),
    source: { file: row.file, row: row.number },
    original: row.original,
    issues: row.issues,
  };
}

/** "2台35蒸吨" in one cell is two of 35; a column of counts that says otherwise sets the row aside. */
function sizeOf(row: Row<FacilityField>, kind: FacilityKind | null): Pick<Facility, 'count' | 'capacityTph' | 'unitMW'> {
  const entry = entryOf(row, 'capacityTph');
  const group = entry === null ? null : groupOf(entry);
  if (entry === null || group === null) return { count: countOf(row), ...capacityOf(row, kind) };

  const cell = { column: entry.column.header, value: entry.value };
  const written = entryOf(row, 'count');
  if (written !== null && countOf(row) !== group.count) {
    blame(row, entry, problem('columns-disagree', { ...cell, other: written.column.header, otherValue: written.value }));
  }
  note(row, cell.column, problem('group-row-read', { ...cell, count: group.count, capacity: group.capacityTph }));
  return { ...group, unitMW: numberOf(row, 'unitMW') };
}

function groupOf({ column, value }: Entry): Pick<Facility, 'count' | 'capacityTph'> & { readonly capacityTph: number } | null {
  const parts = GROUP_OF.exec(fold(value))?.groups;
  if (parts === undefined) return null;
  const count = Number(parts['count'] ?? parts['countLast']);
  const size = parseQuantity(parts['size'] ?? parts['sizeFirst'] ?? '', 'steam');
  const unit = size?.unit ?? column.unit;
  return count >= 1 && size !== null && unit !== null && size.value > 0 ? { count, capacityTph: toStandard(size.value, unit) } : null;
}

function countOf(row: Row<FacilityField>): number {
  const entry = entryOf(row, 'count');
  if (entry === null) return 1;
  const count = numberOf(row, 'count');
  if (count !== null && Number.isInteger(count) && count >= 1) return count;
  // An unreadable number has been blamed already.
  if (count !== null) blame(row, entry, problem('count-invalid', { column: entry.column.header, value: entry.value }));
  return 1;
}

/** A generating unit's MW are electric; everything else's are heat, and 0.7 MW of heat is 1 t/h. */
function capacityOf(row: Row<FacilityField>, kind: FacilityKind | null): Pick<Facility, 'capacityTph' | 'unitMW'> {
  const tph = numberOf(row, 'capacityTph', { unreadable: 'capacity-unreadable', negative: 'capacity-negative' });
  const unitMW = numberOf(row, 'unitMW');
  const entry = entryOf(row, 'capacityTph');
  if (tph === null || entry === null) return { capacityTph: null, unitMW };

  const electricMW = kind === 'powerUnit' || kind === 'smallChpUnit' ? electricOf(entry) : null;
  if (electricMW !== null) return { capacityTph: null, unitMW: unitMW ?? electricMW };

  const cell = { column: entry.column.header, value: entry.value };
  if (tph === 0) {
    note(row, cell.column, problem('capacity-zero', cell));
    return { capacityTph: null, unitMW };
  }
  if (tph > LARGEST_TPH) note(row, cell.column, problem('capacity-unlikely', cell));
  return { capacityTph: tph, unitMW };
}

/** A capacity read as electric MW; `null` when its unit is one of steam, or its header speaks of heat. */
function electricOf({ column, value }: Entry): number | null {
  const read = parseQuantity(value, 'power');
  if (read === null || HEAT_HINT.test(column.header)) return null;
  const unit = read.unit ?? unitOf('power', fold(column.unit?.name ?? ''));
  return unit === null ? null : toStandard(read.value, unit);
}

/** The code of the ledger, else the code of the county that it names. */
function placeCodeOf(row: Row<FacilityField>, findDivision: DivisionFinder): string | null {
  const code = divisionCodeOf(row);
  const county = entryOf(row, 'county');
  if (county === null) return code;
  const column = county.column.header;
  const found = findDivision(county.value);
  if (code === null) return found ?? note(row, column, problem('unknown-county', { column, value: county.value }));

  const written = entryOf(row, 'divisionCode');
  const agrees = found === null || code === found || code.startsWith(found.replace(/(?:00)+$/u, ''));
  if (!agrees && written !== null) {
    const params = { column: written.column.header, value: written.value, county: county.value };
    note(row, written.column.header, problem('division-code-disagrees', params));
  }
  return code;
}

function locationOf(row: Row<FacilityField>): LngLat | null {
  const lngLat = positionOf(row);
  if (lngLat === null) {
    row.issues.push(problem('no-location', {}));
    return null;
  }
  const [lng, lat] = lngLat;
  if (lng === 0 && lat === 0) {
    row.issues.push(problem('coordinate-zero', {}));
    return null;
  }
  const isInChina = lng >= CHINA.west && lng <= CHINA.east && lat >= CHINA.south && lat <= CHINA.north;
  if (!isInChina) row.issues.push(problem('coordinate-outside-china', {}));
  return lngLat;
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

function remarks({ file, columns }: Sheet<FacilityField>, boilerColumn: string | null): readonly Message[] {
  const missing: string[] = WANTED.filter((field) => !columns.has(field));
  if (!columns.has('kind') && boilerColumn === null) missing.unshift('kind');
  if (!columns.has('county') && !columns.has('divisionCode')) missing.push('divisionCode');
  if (!columns.has('lngLat') && !(columns.has('lon') && columns.has('lat'))) missing.push('lon', 'lat');
  return [
    ...(boilerColumn === null ? [] : [message('info', 'kind-assumed-boiler', { file, column: boilerColumn })]),
    ...(missing.length === 0 ? [] : [message('info', 'columns-missing', { file, fields: missing.join(', ') })]),
  ];
}

import type { Facility, FacilityKind } from '../domain/facility.ts';
import type { Issue, Message, Rejected } from '../domain/issue.ts';
import { creditCodeFault } from './checks/credit-code.ts';
import { noteSameId, noteSamePlace } from './checks/duplicates.ts';
import { noteOutsideCounty, type NamedPlace } from './checks/outside-county.ts';
import { BOILER_HINT, FACILITY_COLUMNS, type FacilityField } from './columns/facility-columns.ts';
import { fold } from './columns/fold.ts';
import { flag, grade, isSynthetic, status, use } from './columns/words.ts';
import { openCarrying } from './carry-down.ts';
import type { Witness } from './datum/judge-crs.ts';
import { namedPlaceOf } from './facility-place.ts';
import { facilitySizeOf } from './facility-size.ts';
import { facilityTypeOf, kindIn } from './facility-type.ts';
import { openDivisionFinder } from './match-division.ts';
import { memoised } from './memo.ts';
import { POINTS_ONLY } from './points-table.ts';
import { rawPositionReader } from './position.ts';
import { message, problem } from './problem.ts';
import type { FacilityOptions } from './read-options.ts';
import { sheetReading, sortRecords, type Sorted } from './read-sheet.ts';
import { unusable, type Reading } from './reading.ts';
import { cellOf, creditCodeOf, entryOf, idOf, note, numberOf, originalIn, textOf, wordOf, type Row } from './row.ts';
import { settleCrs } from './settle-crs.ts';
import { settlePlaces, type Draft } from './settle-places.ts';
import { openSheetSteps, type Sheet } from './sheet.ts';
import type { SourceFile } from './source-file.ts';
import { splitGroups } from './split-groups.ts';
import { finish, part, type Steps } from '../base/steps.ts';

/** Columns without which most rules end in "unknown". */
const WANTED = ['fuel', 'capacityTph', 'use', 'status'] as const satisfies readonly FacilityField[];

/** 台账: a ledger of facilities, a table or points, all at once. */
export function readFacilities(source: SourceFile, options: FacilityOptions): Reading<Facility> {
  return finish(readFacilitiesSteps(source, options));
}

/** Shares of the time that the parts take. */
const OPENED = 0.15;
const SORTED = 0.8;
const PLACED = 0.85;

/**
 * 台账: a ledger of facilities, a table or points, in steps of some 10 ms that can be left off at any of them. The rows are
 * read first and placed last, since only all positions together tell which coordinate system they are in.
 */
export function* readFacilitiesSteps(source: SourceFile, options: FacilityOptions): Steps<Reading<Facility>> {
  const opened = yield* part(openSheetSteps(source, FACILITY_COLUMNS, POINTS_ONLY, options), 0, OPENED);
  if (!opened.ok) return unusable(source, 'facilities', opened.problems);
  const sheet = opened.value;
  const boilerColumn = sheet.columns.has('kind') ? null : boilerHint(sheet);
  const drafts = openDrafts(sheet, options, boilerColumn === null ? null : 'boiler');
  const carry = openCarrying(sheet);
  const build = (row: Row<FacilityField>): Draft => {
    carry?.(row);
    return drafts.build(row);
  };
  const sorted = yield* part(sortRecords(sheet, build, drafts.undo), OPENED, SORTED);
  const contradicting = contradictingColumns(sorted.quarantine, sorted.rows);
  if (contradicting !== null) {
    const asked = message('error', 'columns-question', { file: sheet.file, columns: contradicting.columns.join(', '), rows: contradicting.rows });
    return { ...unusable(source, 'facilities', [asked]), mapping: sheet.mapping, question: { kind: 'columns', file: sheet.file, columns: contradicting.columns } };
  }
  const settled = settleCrs(sheet.file, drafts.witnesses(sorted.accepted), sheet, options);
  if (settled.kind === 'asked') return { ...unusable(source, 'facilities', settled.messages), mapping: sheet.mapping, question: settled.question };
  const { finding } = settled;
  const misplaced = yield* part(settlePlaces(sorted.accepted, drafts.raw, finding, sheet), SORTED, PLACED);
  const kept = withoutMisplaced(sorted, misplaced);
  const named = misplaced.size === 0 ? drafts.named : drafts.named.filter((_, index) => !misplaced.has(index));
  yield* part(check(kept.accepted, named, options), PLACED, 1);
  const read: Reading<Facility> = sheetReading(source, 'facilities', { ...sheet, given: finding.crs }, kept);
  return {
    ...read,
    accepted: options.groups === 'split' ? splitGroups(read.accepted) : read.accepted,
    messages: [...read.messages, ...remarks(sheet, boilerColumn), ...settled.messages],
    crs: finding,
  };
}

/** Two columns that are taken for the same but differ in most rows are not the same: which is meant? */
function contradictingColumns(quarantine: readonly Rejected[], rows: number): { readonly columns: readonly string[]; readonly rows: number } | null {
  const counts = new Map<string, { readonly columns: readonly string[]; rows: number }>();
  for (const { code, column = '', params } of quarantine) {
    const other = String(params['other'] ?? '');
    if (code !== 'columns-disagree' || other === '' || other === column) continue;
    const key = JSON.stringify([column, other]);
    const count = counts.get(key) ?? { columns: [column, other], rows: 0 };
    count.rows += 1;
    counts.set(key, count);
  }
  return [...counts.values()].find((count) => count.rows >= LEAST_CONTRADICTIONS && count.rows * 2 > rows) ?? null;
}

const LEAST_CONTRADICTIONS = 3;

/** Facilities in the making, and beside them what only the whole file can settle. */
interface Drafts {
  readonly build: (row: Row<FacilityField>) => Draft;
  /** Takes the last one back: its row has a fault. */
  readonly undo: () => void;
  readonly raw: { readonly x: number[]; readonly y: number[] };
  readonly named: (NamedPlace | null)[];
  readonly witnesses: (drafts: readonly Draft[]) => readonly Witness[];
}

/** Positions that are tried on the map, evenly picked. */
const MOST_WITNESSES = 4000;

const NO_ISSUES: readonly Issue[] = [];
const NO_LOCATION = problem('no-location', {});

/** Reads facilities row by row; every column of a few words is read once a word (`memo.ts`). */
function openDrafts({ table, columns }: Sheet<FacilityField>, { divisions, anchors = [] }: FacilityOptions, assumedKind: FacilityKind | null): Drafts {
  const findDivision = openDivisionFinder(divisions);
  const once = <T>(fields: readonly FacilityField[], read: (row: Row<FacilityField>) => T) => memoised(columns, fields, read);
  const nameOf = once(['name'], (row) => textOf(row, 'name'));
  const enterpriseOf = once(['enterprise'], (row) => textOf(row, 'enterprise'));
  const codeOf = once(['creditCode'], checkedCodeOf);
  const typeOf = once(['kind', 'fuel', 'outdated', 'fixedBedIntermittent'], (row) => facilityTypeOf(row, assumedKind));
  const useOf = once(['use'], (row) => wordOf(row, 'use', use));
  const statusOf = once(['status'], (row) => wordOf(row, 'status', status));
  const sizeOf = once(['capacityTph', 'count', 'unitMW', 'kind'], (row) => facilitySizeOf(row, kindIn(row, assumedKind)));
  const placeOf = once(['divisionCode', 'county'], (row) => namedPlaceOf(row, findDivision));
  const accuracyOf = once(['locationAccuracyM'], (row) => numberOf(row, 'locationAccuracyM'));
  const parkOf = once(['park'], (row) => textOf(row, 'park'));
  const flagOf = (field: FacilityField) => once([field], (row) => wordOf(row, field, flag));
  const cleanHeatingOf = flagOf('cleanHeating');
  const ultraLowOf = flagOf('ultraLowEmission');
  const monitoredOf = flagOf('monitored');
  const dedicatedOf = flagOf('dedicatedBiomass');
  const bagFilterOf = flagOf('bagFilter');
  const gradeOf = once(['performanceGrade'], (row) => wordOf(row, 'performanceGrade', grade));
  const stackOf = once(['stackM'], (row) => numberOf(row, 'stackM'));
  const hearthOf = once(['hearthM'], (row) => numberOf(row, 'hearthM'));
  const syntheticOf = once(['synthetic'], (row) => isSynthetic(textOf(row, 'synthetic') ?? ''));
  const positionOf = rawPositionReader(columns, table.isGeoJson);
  const raw = { x: [] as number[], y: [] as number[] };
  const named: (NamedPlace | null)[] = [];

  function build(row: Row<FacilityField>): Draft {
    const id = idOf(row) ?? `#${row.number}`;
    const enterprise = enterpriseOf(row);
    const name = nameOf(row) ?? enterprise ?? id;
    const creditCode = codeOf(row);
    const type = typeOf(row);
    const size = sizeOf(row);
    const place = placeOf(row);
    const position = positionOf(row);
    if (position === null) row.issues.push(NO_LOCATION);
    raw.x.push(position?.[0] ?? NaN);
    raw.y.push(position?.[1] ?? NaN);
    named.push(place);
    return {
      id,
      name,
      enterprise,
      creditCode,
      kind: type.kind,
      fuel: type.fuel,
      use: useOf(row),
      status: statusOf(row),
      count: size.count,
      capacityTph: size.capacityTph,
      unitMW: size.unitMW,
      divisionCode: place?.code ?? null,
      park: parkOf(row),
      lngLat: null,
      locationAccuracyM: accuracyOf(row),
      cleanHeating: cleanHeatingOf(row),
      ultraLowEmission: ultraLowOf(row),
      monitored: monitoredOf(row),
      dedicatedBiomass: dedicatedOf(row),
      bagFilter: bagFilterOf(row),
      outdated: type.outdated,
      fixedBedIntermittent: type.fixedBedIntermittent,
      performanceGrade: gradeOf(row),
      stackM: stackOf(row),
      hearthM: hearthOf(row),
      synthetic: syntheticOf(row),
      source: row.sheet === null ? { file: row.file, row: row.number } : { file: row.file, sheet: row.sheet, row: row.number },
      original: originalIn(row),
      issues: row.issues.length === 0 ? NO_ISSUES : row.issues,
    };
  }

  function undo(): void {
    raw.x.pop();
    raw.y.pop();
    named.pop();
  }

  function witnesses(drafts: readonly Draft[]): readonly Witness[] {
    const placeOfKey = new Map(anchors.map(({ key, lngLat }) => [key, lngLat]));
    const anchorOf = ({ name, enterprise, id }: Draft) =>
      placeOfKey.get(fold(id)) ?? placeOfKey.get(fold(name)) ?? placeOfKey.get(fold(enterprise ?? '')) ?? null;
    const found: Witness[] = [];
    const step = Math.max(1, Math.ceil(drafts.length / MOST_WITNESSES));
    for (let index = 0; index < drafts.length; index += step) {
      const [draft, x = NaN, y = NaN] = [drafts[index], raw.x[index], raw.y[index]];
      if (draft === undefined || Number.isNaN(x)) continue;
      found.push({ x, y, divisionCode: draft.divisionCode, anchor: placeOfKey.size === 0 ? null : anchorOf(draft) });
    }
    return found;
  }

  return { build, undo, raw, named, witnesses };
}

/** A code that breaks GB 32100 is kept as written: it still tells firms apart. */
function checkedCodeOf(row: Row<FacilityField>): string | null {
  const code = creditCodeOf(row);
  const entry = entryOf(row, 'creditCode');
  const fault = code === null ? null : creditCodeFault(code);
  if (entry !== null && fault !== null) note(row, entry.column.header, problem(fault, cellOf(entry)));
  return code;
}

/** Rows whose position can't be in the file's system join the others that were set aside, in the order of the file. */
function withoutMisplaced(sorted: Sorted<Draft>, misplaced: ReadonlyMap<number, Rejected>): Sorted<Draft> {
  if (misplaced.size === 0) return sorted;
  const quarantine = [...sorted.quarantine, ...misplaced.values()].sort((a, b) => a.row - b.row);
  return { ...sorted, quarantine, accepted: sorted.accepted.filter((_, index) => !misplaced.has(index)) };
}

/** What only all facilities together show, noted on each that it concerns. */
function* check(drafts: readonly Draft[], named: readonly (NamedPlace | null)[], { divisions }: FacilityOptions): Steps<void> {
  const note = (index: number, issue: Issue): void => {
    const draft = drafts[index];
    if (draft !== undefined) draft.issues = [...draft.issues, issue];
  };
  yield* part(noteOutsideCounty(drafts, named, divisions, note), 0, 0.5);
  yield* part(noteSameId(drafts, note), 0.5, 0.75);
  yield* part(noteSamePlace(drafts, note), 0.75, 1);
}

/** The header that shows that the table is about boilers. */
function boilerHint({ table, columns }: Sheet<FacilityField>): string | null {
  const hint = table.header.find((header) => BOILER_HINT.test(header));
  const inSteam = columns.get('capacityTph')?.find(({ unit, unitAssumed }) => unit?.name === 't/h' && !unitAssumed);
  return hint ?? inSteam?.header ?? null;
}

function remarks({ file, table, columns }: Sheet<FacilityField>, boilerColumn: string | null): readonly Message[] {
  const missing: string[] = WANTED.filter((field) => !columns.has(field));
  if (!columns.has('kind') && boilerColumn === null) missing.unshift('kind');
  if (!columns.has('county') && !columns.has('divisionCode')) missing.push('divisionCode');
  const isPlaced = columns.has('lngLat') || (columns.has('lon') && columns.has('lat')) || (columns.has('lonDeg') && columns.has('latDeg'));
  if (!table.isGeoJson && !isPlaced) missing.push('lon', 'lat');
  return [
    ...(boilerColumn === null ? [] : [message('info', 'kind-assumed-boiler', { file, column: boilerColumn })]),
    ...(missing.length === 0 ? [] : [message('info', 'columns-missing', { file, fields: missing.join(', ') })]),
  ];
}

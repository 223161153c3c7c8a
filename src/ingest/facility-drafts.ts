import type { FacilityKind } from '../domain/facility.ts';
import type { Issue } from '../domain/issue.ts';
import { creditCodeFault } from './checks/credit-code.ts';
import type { NamedPlace } from './checks/outside-county.ts';
import type { FacilityField } from './columns/facility-columns.ts';
import { flag, grade, isSynthetic, status, use } from './columns/words.ts';
import { openCarrying } from './carry-down.ts';
import { namedPlaceOf } from './facility-place.ts';
import { facilitySizeOf } from './facility-size.ts';
import { facilityTypeOf, kindIn } from './facility-type.ts';
import { openDivisionFinder } from './match-division.ts';
import { memoised } from './memo.ts';
import { rawPositionReader } from './position.ts';
import { problem } from './problem.ts';
import type { FacilityOptions } from './read-options.ts';
import { cellOf, creditCodeOf, entryOf, idOf, note, numberOf, originalIn, textOf, wordOf, type Row } from './row.ts';
import type { Draft } from './settle-places.ts';
import type { Sheet } from './sheet.ts';

/** Facilities in the making, and beside each what only the whole file can settle. */
export interface Drafts {
  readonly build: (row: Row<FacilityField>) => Draft;
  /** Of the last one that was built: its position as written (NaN without one), and the division that it names. */
  readonly last: { readonly x: number; readonly y: number; readonly named: NamedPlace | null };
}

const NO_ISSUES: readonly Issue[] = [];
const NO_LOCATION = problem('no-location', {});

/** Reads facilities row by row; every column of a few words is read once a word (`memo.ts`). */
export function openDrafts(sheet: Sheet<FacilityField>, { divisions }: Pick<FacilityOptions, 'divisions'>, assumedKind: FacilityKind | null): Drafts {
  const { table, columns } = sheet;
  const carry = openCarrying(sheet);
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
  const last: { -readonly [Key in keyof Drafts['last']]: Drafts['last'][Key] } = { x: NaN, y: NaN, named: null };

  function build(row: Row<FacilityField>): Draft {
    carry?.(row);
    const id = idOf(row) ?? `#${row.number}`;
    const enterprise = enterpriseOf(row);
    const name = nameOf(row) ?? enterprise ?? id;
    const creditCode = codeOf(row);
    const type = typeOf(row);
    const size = sizeOf(row);
    const place = placeOf(row);
    const position = positionOf(row);
    if (position === null) row.issues.push(NO_LOCATION);
    [last.x, last.y] = position ?? [NaN, NaN];
    last.named = place;
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

  return { build, last };
}

/** A code that breaks GB 32100 is kept as written: it still tells firms apart. */
function checkedCodeOf(row: Row<FacilityField>): string | null {
  const code = creditCodeOf(row);
  const entry = entryOf(row, 'creditCode');
  const fault = code === null ? null : creditCodeFault(code);
  if (entry !== null && fault !== null) note(row, entry.column.header, problem(fault, cellOf(entry)));
  return code;
}

import type { Park } from '../domain/park.ts';
import { PARK_COLUMNS, type ParkField } from './columns/place-columns.ts';
import { problem } from './problem.ts';
import { readPlaceSheet } from './read-sheet.ts';
import type { Reading } from './reading.ts';
import { blame, codeDigits, entryOf, idOf, numberOf, textOf, type Row } from './row.ts';
import { accuracyIn, positionOf } from './position.ts';
import { POINTS_ONLY } from './points-table.ts';
import type { PlaceOptions } from './read-options.ts';
import type { SourceFile } from './source-file.ts';

/** 工业园区, CSV or GeoJSON points: name, point and its accuracy are needed, since the point only stands for an area. */
export function readParks(source: SourceFile, options: PlaceOptions = {}): Reading<Park> {
  return readPlaceSheet(source, 'parks', PARK_COLUMNS, buildPark, POINTS_ONLY, options);
}

function buildPark(row: Row<ParkField>): Park | null {
  const name = textOf(row, 'name');
  if (name === null) row.faults.push(problem('name-missing', {}));
  const divisionCodes = codesOf(row);
  const lngLat = positionOf(row);
  if (lngLat === null && row.faults.length === 0) row.faults.push(problem('point-missing', {}));
  const accuracyM = accuracyIn(row.crs, numberOf(row, 'locationAccuracyM'));
  if (accuracyM === null && row.faults.length === 0) row.faults.push(problem('accuracy-missing', {}));
  if (name === null || lngLat === null || accuracyM === null) return null;
  return { id: idOf(row) ?? name, name, divisionCodes, lngLat, accuracyM, note: textOf(row, 'note') ?? '' };
}

/** A park may lie in several counties: 140525;140522. */
function codesOf(row: Row<ParkField>): readonly string[] {
  const entry = entryOf(row, 'divisionCodes');
  if (entry === null) return [];
  const codes = entry.value.split(/[;,、\s]+/u).map(codeDigits).filter((code) => code !== '');
  if (!codes.every((code) => /^\d{6}$/u.test(code))) {
    blame(row, entry, problem('code-invalid', { column: entry.column.header, value: entry.value }));
  }
  return codes;
}

import type { Division } from '../domain/division.ts';
import type { Message, Rejected } from '../domain/issue.ts';
import { openAreaSheet, type AreaRow } from './area-sheet.ts';
import { DIVISION_COLUMNS, type DivisionField } from './columns/place-columns.ts';
import { divisionLevel } from './columns/words.ts';
import { readAreaGeometry } from './polygons.ts';
import { message, problem } from './problem.ts';
import { reading, unusable, type Reading } from './reading.ts';
import { blame, codeDigits, entryOf, numberOf, originalIn, textOf, type Row } from './row.ts';
import type { PlaceOptions } from './read-options.ts';
import type { SourceFile } from './source-file.ts';

/** 行政区划, GeoJSON areas with a GB/T 2260 code; the level follows from the code when it is not stated. */
export function readDivisions(source: SourceFile, options: PlaceOptions = {}): Reading<Division> {
  const opened = openAreaSheet(source, DIVISION_COLUMNS, options);
  if (!opened.ok) return unusable(source, 'divisions', opened.problems, opened.question);
  const { rows, crs, encoding } = opened.value;
  // Divisions come back in no export, so further attributes are nothing to report.
  const messages = opened.value.messages.filter(({ code }) => code !== 'columns-unknown');
  const file = source.name;
  const accepted: Division[] = [];
  const quarantine: Rejected[] = [];
  const remarks: Message[] = [];
  for (const area of rows) {
    const { feature, row } = area;
    const division = buildDivision(area);
    const [fault] = row.faults;
    if (fault !== undefined) quarantine.push({ file, row: feature.number, original: originalIn(row), ...fault });
    else if (division === null) throw new Error(`readDivisions ${file}, feature ${feature.number}: got neither division nor fault`);
    else {
      accepted.push(division);
      if (entryOf(row, 'accuracyM') === null) {
        remarks.push(message('info', 'accuracy-assumed-exact', { file, feature: feature.number, zone: division.name }));
      }
    }
  }
  return reading(source, 'divisions', rows.length, { accepted, quarantine, messages: [...messages, ...remarks] }, { crs: crs.crs, encoding }, crs);
}

function buildDivision({ feature, row }: AreaRow<DivisionField>): Division | null {
  const code = codeOf(row);
  const level = code === null ? null : levelOf(row, code);
  const accuracyM = numberOf(row, 'accuracyM') ?? 0;
  const name = textOf(row, 'name') ?? code ?? '';
  const geometry = readAreaGeometry(feature.geometry, { file: row.file, feature: feature.number, zone: name }, row.crs);
  if ('code' in geometry) {
    row.faults.push(geometry);
    return null;
  }
  if (code === null || level === null) return null;
  return { code, name, nameEn: textOf(row, 'nameEn') ?? '', level, polygons: geometry.polygons, accuracyM };
}

function codeOf(row: Row<DivisionField>): string | null {
  const entry = entryOf(row, 'code');
  if (entry === null) {
    row.faults.push(problem('code-missing', {}));
    return null;
  }
  const code = codeDigits(entry.value);
  if (/^\d{6}$/u.test(code)) return code;
  return blame(row, entry, problem('code-invalid', { column: entry.column.header, value: entry.value }));
}

function levelOf(row: Row<DivisionField>, code: string): Division['level'] | null {
  const entry = entryOf(row, 'level');
  if (entry === null) return code.endsWith('0000') ? 'province' : code.endsWith('00') ? 'prefecture' : 'county';
  const cell = { column: entry.column.header, value: entry.value };
  return divisionLevel(entry.value) ?? blame(row, entry, problem('division-level-unreadable', cell));
}

import type { Message } from '../domain/issue.ts';
import type { Station } from '../domain/station.ts';
import { STATION_COLUMNS, type StationField } from './columns/place-columns.ts';
import { stationLevel, stationRole } from './columns/words.ts';
import { issuesAsMessages } from './issues-as-messages.ts';
import { problem } from './problem.ts';
import { readPlaceSheet } from './read-sheet.ts';
import type { Reading } from './reading.ts';
import { divisionCodeOf, entryOf, numberOf, textOf, wordOf, type Row } from './row.ts';
import { accuracyIn, positionOf } from './position.ts';
import { POINTS_ONLY } from './points-table.ts';
import type { PlaceOptions } from './read-options.ts';
import type { SourceFile } from './source-file.ts';

/** 空气质量监测站, CSV or GeoJSON points: code, level and point are needed. */
export function readStations(source: SourceFile, options: PlaceOptions = {}): Reading<Station> {
  const remarks: Message[] = [];
  const read = readPlaceSheet(source, 'stations', STATION_COLUMNS, (row) => {
    const station = buildStation(row);
    if (row.faults.length === 0) remarks.push(...issuesAsMessages(row));
    return station;
  }, POINTS_ONLY, options);
  return { ...read, messages: [...read.messages, ...remarks] };
}

function buildStation(row: Row<StationField>): Station | null {
  const code = textOf(row, 'code');
  if (code === null) row.faults.push(problem('code-missing', {}));
  const level = levelOf(row);
  const lngLat = positionOf(row);
  if (lngLat === null && row.faults.length === 0) row.faults.push(problem('point-missing', {}));
  const facts = {
    role: wordOf(row, 'role', stationRole),
    divisionCode: divisionCodeOf(row),
    accuracyM: accuracyIn(row.crs, numberOf(row, 'locationAccuracyM')),
    note: textOf(row, 'note') ?? '',
  };
  if (code === null || level === null || lngLat === null) return null;
  return { code, name: textOf(row, 'name') ?? code, level, lngLat, ...facts };
}

function levelOf(row: Row<StationField>): Station['level'] | null {
  const entry = entryOf(row, 'level');
  const level = entry === null ? null : stationLevel(entry.value);
  if (level === null) {
    const cell = { column: entry?.column.header ?? 'level', value: entry?.value ?? '' };
    row.faults.push({ ...problem('station-level-unreadable', cell), ...cell });
  }
  return level;
}

import type { AirReading, Pollutant } from '../domain/air-reading.ts';
import { POLLUTANTS } from '../domain/air-reading.ts';
import type { Message } from '../domain/issue.ts';
import { AIR_COLUMNS, type AirField } from './columns/air-columns.ts';
import { MONTH } from './columns/words.ts';
import { fold } from './columns/fold.ts';
import { parseDay } from './days.ts';
import { message, problem } from './problem.ts';
import { readWholeSheet } from './read-sheet.ts';
import type { Reading } from './reading.ts';
import { blame, cellOf, entryOf, numberOf, textOf, type Row } from './row.ts';
import type { SourceFile } from './source-file.ts';

/**
 * 监测数据, a table of days or months: a station's code and the day are needed. Two rows of one station on one day are
 * both kept; when they disagree, that is said.
 */
export function readAirReadings(source: SourceFile): Reading<AirReading> {
  const read = readWholeSheet(source, 'airReadings', AIR_COLUMNS, buildReading);
  return { ...read, messages: [...read.messages, ...disagreements(source.name, read.accepted)] };
}

function buildReading(row: Row<AirField>): AirReading | null {
  const stationCode = textOf(row, 'code');
  if (stationCode === null) row.faults.push(problem('code-missing', {}));
  const day = dayOf(row);
  const values = Object.fromEntries(POLLUTANTS.map((pollutant) => [pollutant, numberOf(row, pollutant)])) as Record<Pollutant, number | null>;
  if (stationCode === null || day === null) return null;
  return { stationCode, day, values, source: { file: row.file, row: row.number }, original: row.original };
}

function dayOf(row: Row<AirField>): string | null {
  const entry = entryOf(row, 'day');
  if (entry === null) {
    row.faults.push(problem('reading-day-missing', {}));
    return null;
  }
  return parseDay(entry.value) ?? monthOf(entry.value) ?? blame(row, entry, problem('reading-day-unreadable', cellOf(entry)));
}

/** A month as offices write it: 2024-10, 2024/10, 2024年10月. */
function monthOf(cell: string): string | null {
  const [, year = '', month = ''] = MONTH.exec(fold(cell)) ?? [];
  return Number(month) >= 1 && Number(month) <= 12 ? `${year}-${month.padStart(2, '0')}` : null;
}

function disagreements(file: string, readings: readonly AirReading[]): readonly Message[] {
  const first = new Map<string, AirReading>();
  return readings.flatMap((one) => {
    const key = `${one.stationCode} ${one.day}`;
    const other = first.get(key);
    if (other === undefined) first.set(key, one);
    const differ = other !== undefined && POLLUTANTS.some((pollutant) => other.values[pollutant] !== one.values[pollutant]);
    if (!differ) return [];
    return [message('warning', 'readings-disagree', { file, station: one.stationCode, day: one.day, row: other.source.row, otherRow: one.source.row })];
  });
}

import type { AirReading, Pollutant } from '../domain/air-reading.ts';
import type { IsoDay } from '../domain/place.ts';

export interface DailyMeans {
  /** Mean over the stations that read something on the day. */
  readonly byDay: ReadonlyMap<IsoDay, number>;
  /** Codes of the stations that read anything in the period, in their own order. */
  readonly stations: readonly string[];
  /** Days on which two rows of one station differ. */
  readonly disagreeing: number;
}

/** The mean of the stations for each day from `from` to `until`. A monthly mean stands for each day of its month. */
export function dailyMeans(readings: readonly AirReading[], codes: readonly string[], pollutant: Pollutant, from: IsoDay, until: IsoDay): DailyMeans {
  const wanted = new Set(codes);
  const byDay = new Map<IsoDay, Map<string, number[]>>();
  for (const { stationCode, day, values } of readings) {
    const value = values[pollutant];
    if (!wanted.has(stationCode) || value === null) continue;
    for (const one of daysOf(day)) {
      if (one < from || one > until) continue;
      const ofDay = byDay.get(one) ?? new Map<string, number[]>();
      byDay.set(one, ofDay);
      ofDay.set(stationCode, [...(ofDay.get(stationCode) ?? []), value]);
    }
  }
  const days = [...byDay].sort(([a], [b]) => (a < b ? -1 : 1));
  const reading = new Set(days.flatMap(([, ofDay]) => [...ofDay.keys()]));
  return {
    byDay: new Map(days.map(([day, ofDay]) => [day, mean([...ofDay.values()].map(mean))])),
    stations: codes.filter((code) => reading.has(code)),
    disagreeing: days.filter(([, ofDay]) => [...ofDay.values()].some((values) => values.some((value) => value !== values[0]))).length,
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The days that a reading stands for: itself, or those of its month. */
function daysOf(day: string): readonly IsoDay[] {
  if (day.length > 'YYYY-MM'.length) return [day];
  const [year, month] = day.split('-').map(Number) as [number, number];
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return Array.from({ length: last }, (_, k) => `${day}-${String(k + 1).padStart(2, '0')}`);
}

const DAY_MS = 86_400_000;

/** How many days from the first to the last, both counted. */
export function daysFrom(first: IsoDay, last: IsoDay): number {
  return (Date.parse(`${last}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / DAY_MS + 1;
}

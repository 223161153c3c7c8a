import type { RowSource } from './facility.ts';

/** What a station measures: concentrations in µg/m³ (CO in mg/m³), 降尘 in t/(km²·month), and the index made of them. */
export const POLLUTANTS = ['pm25', 'pm10', 'so2', 'no2', 'co', 'o3', 'dustfall', 'aqi'] as const;
export type Pollutant = (typeof POLLUTANTS)[number];

/** What one station read on a day (`YYYY-MM-DD`) or over a month (`YYYY-MM`); `null` is "not read". */
export interface AirReading {
  readonly stationCode: string;
  readonly day: string;
  readonly values: Readonly<Record<Pollutant, number | null>>;
  readonly source: RowSource;
  readonly original: Readonly<Record<string, string>>;
}

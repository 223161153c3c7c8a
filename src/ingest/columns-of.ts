import { AIR_COLUMNS } from './columns/air-columns.ts';
import { FACILITY_COLUMNS } from './columns/facility-columns.ts';
import type { FieldSpec } from './columns/headers.ts';
import { DIVISION_COLUMNS, HEAT_SOURCE_COLUMNS, PARK_COLUMNS, STATION_COLUMNS, ZONE_COLUMNS } from './columns/place-columns.ts';
import type { DataKind } from './layer-kind.ts';

/** The columns of each kind of data. */
export const COLUMNS_OF: Readonly<Record<DataKind, readonly FieldSpec<string>[]>> = {
  facilities: FACILITY_COLUMNS,
  heatSources: HEAT_SOURCE_COLUMNS,
  zones: ZONE_COLUMNS,
  parks: PARK_COLUMNS,
  stations: STATION_COLUMNS,
  divisions: DIVISION_COLUMNS,
  airReadings: AIR_COLUMNS,
};

import type { AirReading, Pollutant } from '../domain/air-reading.ts';
import { POLLUTANTS } from '../domain/air-reading.ts';
import type { Division } from '../domain/division.ts';
import type { Facility, RowSource } from '../domain/facility.ts';
import { FACILITY_KINDS, FUELS, GRADES, STATUSES, USES } from '../domain/facility.ts';
import type { HeatSource, SourceShape } from '../domain/heat-source.ts';
import { HEAT_SOURCE_KINDS } from '../domain/heat-source.ts';
import type { Issue, Message, Params, Rejected } from '../domain/issue.ts';
import type { Park } from '../domain/park.ts';
import type { Bounds, Period } from '../domain/place.ts';
import type { InputFile, Project } from '../domain/project.ts';
import type { Station } from '../domain/station.ts';
import type { SkippedZone, Zone } from '../domain/zone.ts';
import { ZONE_KINDS } from '../domain/zone.ts';
import { BAD, anyText, count, divisionCode, entry, flag, isRecord, isoDay, keyPath, list, note, notNegative, nullable, object, oneOf, type Reader } from '../policy/pack-reader.ts';
import { line, lngLat, soundPolygons } from './read-place-json.ts';

/* The nouns as our own project file writes them, key by key. A field that a noun gains does not compile until it is read here. */

/** Own entries whatever they are called: a ledger may have a column `__proto__`, and it stays a column. */
export function recordOf<Value>(reader: Reader<Value>): Reader<Readonly<Record<string, Value>>> {
  return (value, path, notes) => {
    if (!isRecord(value)) return note(notes, path, 'type', 'object', value);
    const read = Object.keys(value).map((key) => [key, reader(entry(value, key), keyPath(path, key), notes)] as const);
    const good = read.filter((pair): pair is readonly [string, Value] => pair[1] !== BAD);
    return good.length === read.length ? Object.fromEntries(good) : BAD;
  };
}

export const anyNumber: Reader<number> = (value, path, notes) =>
  typeof value === 'number' && Number.isFinite(value) ? value : note(notes, path, 'type', 'number', value);

const original = recordOf(anyText);

const params: Reader<Params> = recordOf<string | number>((value, path, notes) =>
  typeof value === 'string' ? value : anyNumber(value, path, notes),
);

const period = object<Period>({ from: nullable(isoDay), until: nullable(isoDay) });

const rowSource: Reader<RowSource> = object<Omit<RowSource, 'sheet'>, { sheet: string }>({ file: anyText, row: count }, { sheet: anyText });

const issue: Reader<Issue> = object<Omit<Issue, 'column'>, { column: string }>({ code: anyText, params }, { column: anyText });

const zoneClass = nullable(oneOf([1, 2, 3]));

const facility = object<Facility>({
  id: anyText,
  name: anyText,
  enterprise: nullable(anyText),
  creditCode: nullable(anyText),
  kind: nullable(oneOf(FACILITY_KINDS)),
  fuel: nullable(oneOf(FUELS)),
  use: nullable(oneOf(USES)),
  status: nullable(oneOf(STATUSES)),
  count,
  capacityTph: nullable(notNegative),
  unitMW: nullable(notNegative),
  divisionCode: nullable(divisionCode),
  park: nullable(anyText),
  lngLat: nullable(lngLat),
  locationAccuracyM: nullable(notNegative),
  cleanHeating: nullable(flag),
  ultraLowEmission: nullable(flag),
  monitored: nullable(flag),
  dedicatedBiomass: nullable(flag),
  bagFilter: nullable(flag),
  outdated: nullable(flag),
  fixedBedIntermittent: nullable(flag),
  performanceGrade: nullable(oneOf(GRADES)),
  stackM: nullable(notNegative),
  hearthM: nullable(notNegative),
  synthetic: flag,
  source: rowSource,
  original,
  issues: list(issue),
});

const areaShape = object<Extract<SourceShape, { kind: 'area' }>>({ kind: oneOf(['area']), polygons: soundPolygons });
const lineShape = object<Extract<SourceShape, { kind: 'line' }>>({ kind: oneOf(['line']), lines: list(line) });
const sourceShape: Reader<SourceShape> = (value, path, notes) =>
  isRecord(value) && entry(value, 'kind') === 'line' ? lineShape(value, path, notes) : areaShape(value, path, notes);

const heatSource = object<HeatSource>({
  id: anyText,
  name: anyText,
  kind: nullable(oneOf(HEAT_SOURCE_KINDS)),
  kindEvidence: anyText,
  unitMW: nullable(notNegative),
  plantMW: nullable(notNegative),
  units: anyText,
  large: nullable(flag),
  performanceGrade: nullable(oneOf(GRADES)),
  listedForExit: nullable(flag),
  spareHeatMW: nullable(notNegative),
  enterprise: nullable(anyText),
  creditCode: nullable(anyText),
  divisionCode: nullable(divisionCode),
  lngLat,
  shape: nullable(sourceShape),
  locationAccuracyM: nullable(notNegative),
  reachM: nullable(notNegative),
  synthetic: flag,
  original,
});

const zone = object<Zone>({
  id: anyText,
  name: anyText,
  kind: oneOf(ZONE_KINDS),
  class: zoneClass,
  divisionCode: nullable(divisionCode),
  notice: nullable(anyText),
  inForce: period,
  statedAreaKm2: nullable(anyNumber),
  polygons: soundPolygons,
  areaM2: notNegative,
  accuracyM: notNegative,
  illustrative: flag,
  original,
});

const bounds = object<Bounds>({ west: anyNumber, south: anyNumber, east: anyNumber, north: anyNumber });

const skippedZone = object<SkippedZone>({
  id: anyText,
  name: anyText,
  kind: nullable(oneOf(ZONE_KINDS)),
  class: zoneClass,
  divisionCode: nullable(divisionCode),
  inForce: period,
  bounds: nullable(bounds),
  code: anyText,
  params,
  original,
});

const concentrations = object<AirReading['values']>(
  Object.fromEntries(POLLUTANTS.map((pollutant) => [pollutant, nullable(anyNumber)])) as Record<Pollutant, Reader<number | null>>,
);

const airReading = object<AirReading>({ stationCode: anyText, day: anyText, values: concentrations, source: rowSource, original });

const park = object<Park>({ id: anyText, name: anyText, divisionCodes: list(divisionCode), lngLat, accuracyM: notNegative, note: anyText });

const station = object<Station>({
  code: anyText,
  name: anyText,
  level: oneOf(['national', 'provincial', 'municipal', 'township', 'enterprise']),
  role: nullable(oneOf(['urban', 'background'])),
  divisionCode: nullable(divisionCode),
  lngLat,
  accuracyM: nullable(notNegative),
  note: anyText,
});

const division = object<Division>({
  code: divisionCode,
  name: anyText,
  nameEn: anyText,
  level: oneOf(['province', 'prefecture', 'county']),
  polygons: soundPolygons,
  accuracyM: notNegative,
});

const inputFile = object<InputFile>({
  name: anyText,
  sha256: anyText,
  bytes: count,
  kind: oneOf(['facilities', 'heatSources', 'zones', 'divisions', 'parks', 'stations', 'airReadings', 'policy']),
  encoding: anyText,
  crs: anyText,
  rows: count,
  accepted: count,
  quarantined: count,
  ignored: count,
});

const rejected: Reader<Rejected> = object<Omit<Rejected, 'sheet' | 'column' | 'value'>, { sheet: string; column: string; value: string }>(
  { file: anyText, row: count, code: anyText, params, original },
  { sheet: anyText, column: anyText, value: anyText },
);

const message = object<Message>({ level: oneOf(['info', 'warning', 'error']), file: anyText, code: anyText, params });

/** All facts of a piece of work, as they were read from their files at the time. */
export const projectJson: Reader<Project> = object<Project>({
  facilities: list(facility),
  heatSources: list(heatSource),
  zones: list(zone),
  skippedZones: list(skippedZone),
  parks: list(park),
  stations: list(station),
  airReadings: list(airReading),
  divisions: list(division),
  inputs: list(inputFile),
  quarantine: list(rejected),
  ignored: list(rejected),
  messages: list(message),
  sample: flag,
});

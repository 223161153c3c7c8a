import type { Facility } from '../domain/facility.ts';
import type { ExportRequest } from './case-file.ts';
import { caseFiles } from './case-file.ts';
import { facilityRecord } from './json.ts';
import { manifestOf } from './manifest.ts';

/**
 * The facilities as RFC 7946 GeoJSON: one point each, a null geometry where the location is unknown, and the verdict in
 * the properties. The manifest stands beside the features as a foreign member.
 */
export function toGeoJson(request: ExportRequest): string {
  return [...geoJsonLines(request)].join('');
}

/** What the ledger knows besides, so that a map that is read again is the same ledger; nothing that is unknown is named. */
function factsOf(facility: Facility): Partial<Facility> {
  return Object.fromEntries(FACTS.flatMap((fact) => (facility[fact] === null ? [] : [[fact, facility[fact]]])));
}

/** By the names that the columns of a table go by too. */
const FACTS = [
  'enterprise', 'creditCode', 'count', 'unitMW', 'use', 'status', 'divisionCode', 'park', 'locationAccuracyM', 'cleanHeating', 'ultraLowEmission', 'monitored',
  'dedicatedBiomass', 'bagFilter', 'outdated', 'fixedBedIntermittent', 'performanceGrade', 'stackM', 'hearthM',
] as const satisfies readonly (keyof Facility)[];

export function* geoJsonLines(request: ExportRequest): Generator<string> {
  yield `{"type":"FeatureCollection","manifest":${JSON.stringify(manifestOf(request))},"features":[`;
  let separator = '\n';
  for (const file of caseFiles(request)) {
    const { lngLat, ...record } = facilityRecord(file, request);
    const properties = { ...record, ...factsOf(file.facility) };
    const geometry = lngLat === null ? null : { type: 'Point', coordinates: lngLat };
    yield `${separator}${JSON.stringify({ type: 'Feature', geometry, properties })}`;
    separator = ',\n';
  }
  yield '\n]}\n';
}

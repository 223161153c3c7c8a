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

export function* geoJsonLines(request: ExportRequest): Generator<string> {
  yield `{"type":"FeatureCollection","manifest":${JSON.stringify(manifestOf(request))},"features":[`;
  let separator = '\n';
  for (const file of caseFiles(request)) {
    const { lngLat, ...properties } = facilityRecord(file, request);
    const geometry = lngLat === null ? null : { type: 'Point', coordinates: lngLat };
    yield `${separator}${JSON.stringify({ type: 'Feature', geometry, properties })}`;
    separator = ',\n';
  }
  yield '\n]}\n';
}

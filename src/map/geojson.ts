import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import type { GeoJSONSourceSpecification } from 'maplibre-gl';
import type { LngLat, MultiPolygon } from '../domain/place.ts';

type Properties = Readonly<Record<string, string | number | boolean>>;

function feature(geometry: Geometry, properties: Properties): Feature {
  return { type: 'Feature', geometry, properties: { ...properties } };
}

const position = ([lng, lat]: LngLat): Position => [lng, lat];

export function areaFeature(polygons: MultiPolygon, properties: Properties): Feature {
  const coordinates = polygons.map((polygon) => polygon.map((ring) => ring.map(position)));
  return feature({ type: 'MultiPolygon', coordinates }, properties);
}

export function lineFeature(line: readonly LngLat[], properties: Properties): Feature {
  return feature({ type: 'LineString', coordinates: line.map(position) }, properties);
}

export function pointFeature(lngLat: LngLat, properties: Properties): Feature {
  return feature({ type: 'Point', coordinates: position(lngLat) }, properties);
}

/** A source of maplibre; shapes are few and small, so they are kept exact (`tolerance: 0`) instead of thinned by zoom. */
export function geojsonSource(features: readonly Feature[]): GeoJSONSourceSpecification {
  const data: FeatureCollection = { type: 'FeatureCollection', features: [...features] };
  return { type: 'geojson', data, tolerance: 0 };
}

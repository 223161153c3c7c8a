import type { Division } from '../../domain/division.ts';
import { areaFeature, geojsonSource } from '../geojson.ts';
import { labelPlaces } from '../labels/label-places.ts';
import { PRIORITY, mapLabel } from '../labels/map-label.ts';
import type { MapWords } from '../map-types.ts';
import type { Palette } from '../palette.ts';
import type { MapLayer } from './map-layer.ts';

/** County fills and outlines, with names; the band outside the city's border comes from a wide line under the fills. */
export function countiesLayer(divisions: readonly Division[], palette: Palette, words: MapWords): MapLayer {
  const counties = divisions.filter((division) => division.level === 'county');
  return {
    sources: { counties: geojsonSource(counties.map((county) => areaFeature(county.polygons, { code: county.code }))) },
    shapes: [
      {
        id: 'county-edge',
        type: 'line',
        source: 'counties',
        layout: { 'line-join': 'round' },
        paint: { 'line-color': palette.cityEdge, 'line-width': ['interpolate', ['linear'], ['zoom'], 6, 3, 12, 12] },
      },
      { id: 'county-fill', type: 'fill', source: 'counties', paint: { 'fill-color': palette.city, 'fill-antialias': false } },
      {
        id: 'county-line',
        type: 'line',
        source: 'counties',
        layout: { 'line-join': 'round' },
        paint: { 'line-color': palette.county, 'line-width': ['interpolate', ['linear'], ['zoom'], 6, 0.5, 12, 1.4] },
      },
    ],
    labels: counties.map((county) =>
      mapLabel({
        text: divisionName(county, words),
        places: labelPlaces(county.polygons),
        sizePx: 14,
        weight: 600,
        spacing: words.lang === 'zh' ? 0.25 : 0.03,
        colour: palette.countyName,
        minZoom: 7,
        priority: PRIORITY.county,
      }),
    ),
  };
}

/**
 * Prefectures for orientation only: their source is coarse (kilometres), so the one that holds the counties is left out
 * rather than drawn beside its own, better border, and all fade as one comes nearer.
 */
export function prefecturesLayer(divisions: readonly Division[], palette: Palette, words: MapWords): MapLayer {
  const detailed = new Set(divisions.filter((d) => d.level === 'county').map((county) => county.code.slice(0, 4)));
  const prefectures = divisions.filter((d) => d.level === 'prefecture' && !detailed.has(d.code.slice(0, 4)));
  return {
    sources: { prefectures: geojsonSource(prefectures.map((area) => areaFeature(area.polygons, { code: area.code }))) },
    shapes: [
      {
        id: 'prefecture-line',
        type: 'line',
        source: 'prefectures',
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': palette.prefecture,
          'line-width': 1,
          'line-opacity': ['interpolate', ['linear'], ['zoom'], 7, 1, 9.5, 0.35],
        },
      },
    ],
    labels: prefectures.map((area) =>
      mapLabel({
        text: divisionName(area, words),
        places: labelPlaces(area.polygons),
        sizePx: 13,
        spacing: words.lang === 'zh' ? 0.3 : 0.05,
        colour: palette.prefectureName,
        maxZoom: 10,
        priority: PRIORITY.prefecture,
      }),
    ),
  };
}

function divisionName(division: Division, words: MapWords): string {
  return words.lang === 'en' && division.nameEn !== '' ? division.nameEn : division.name;
}

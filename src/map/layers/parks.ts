import type { Park } from '../../domain/park.ts';
import { geodesicCircle } from '../../geometry/circle-outline.ts';
import { areaFeature, geojsonSource } from '../geojson.ts';
import { PRIORITY, mapLabel } from '../labels/map-label.ts';
import type { MapWords } from '../map-types.ts';
import type { Palette } from '../palette.ts';
import type { MapLayer } from './map-layer.ts';

/** Parks as circles of where they may be, with a soft dashed edge: no boundary is public, and none is suggested. */
export function parksLayer(parks: readonly Park[], palette: Palette, words: MapWords): MapLayer {
  return {
    sources: {
      'park-areas': geojsonSource(
        parks.map((park) => areaFeature([[geodesicCircle(park.lngLat[0], park.lngLat[1], park.accuracyM)]], { id: park.id })),
      ),
    },
    shapes: [
      {
        id: 'park-area',
        type: 'fill',
        source: 'park-areas',
        paint: { 'fill-color': palette.park, 'fill-opacity': 0.07, 'fill-antialias': false },
      },
      {
        id: 'park-edge',
        type: 'line',
        source: 'park-areas',
        paint: { 'line-color': palette.park, 'line-width': 1.2, 'line-opacity': 0.65, 'line-dasharray': [1, 3] },
      },
    ],
    labels: parks.map((park) =>
      mapLabel({
        text: park.name,
        note: `≈ ${words.approximate}`,
        places: [park.lngLat],
        sizePx: 11.5,
        colour: palette.park,
        minZoom: 8.5,
        priority: PRIORITY.park,
      }),
    ),
  };
}

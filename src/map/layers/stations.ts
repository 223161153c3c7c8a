import type { Station } from '../../domain/station.ts';
import { geojsonSource, pointFeature } from '../geojson.ts';
import { PRIORITY, mapLabel } from '../labels/map-label.ts';
import { imageId } from '../map-images.ts';
import type { Theme } from '../map-types.ts';
import type { Palette } from '../palette.ts';
import type { MapLayer } from './map-layer.ts';

/** Monitoring stations: small hexagons, filled when national; names only when there is room for them. */
export function stationsLayer(stations: readonly Station[], palette: Palette, theme: Theme): MapLayer {
  return {
    sources: {
      stations: geojsonSource(
        stations.map((station) => {
          const national = station.level === 'national';
          return pointFeature(station.lngLat, { id: station.code, icon: imageId({ kind: 'station', national, theme }) });
        }),
      ),
    },
    shapes: [
      {
        id: 'station',
        type: 'symbol',
        source: 'stations',
        layout: {
          'icon-image': ['get', 'icon'],
          'icon-allow-overlap': true,
          'icon-ignore-placement': true,
          'icon-size': ['interpolate', ['linear'], ['zoom'], 7, 0.6, 11, 1.1],
        },
      },
    ],
    labels: stations.map((station) =>
      mapLabel({
        text: station.name,
        places: [station.lngLat],
        clearPx: 9,
        sizePx: 11,
        colour: palette.station,
        minZoom: 10.5,
        priority: PRIORITY.station,
      }),
    ),
  };
}

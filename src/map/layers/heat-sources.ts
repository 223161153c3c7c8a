import { geojsonSource, pointFeature } from '../geojson.ts';
import { PRIORITY, mapLabel } from '../labels/map-label.ts';
import { imageId } from '../map-images.ts';
import type { MapHeatSource, Theme } from '../map-types.ts';
import type { Palette } from '../palette.ts';
import type { MapLayer } from './map-layer.ts';
import { reachLook } from './reach.ts';

const ORDER = { sure: 2, open: 1, idle: 0 } as const;
const LABEL_PRIORITY = { sure: PRIORITY.sureSource, open: PRIORITY.openSource, idle: PRIORITY.idleSource } as const;
const LABEL_ZOOM = { sure: 7, open: 8, idle: 9.5 } as const;

/** Heat sources: a filled badge counts, a badge with a question mark may count, a grey crossed one does not. */
export function heatSourcesLayer(sources: readonly MapHeatSource[], palette: Palette, theme: Theme): MapLayer {
  return {
    sources: {
      'heat-sources': geojsonSource(
        sources.map(({ source, eligible }) => {
          const look = reachLook(eligible);
          return pointFeature(source.lngLat, { id: source.id, order: ORDER[look], icon: imageId({ kind: 'heatSource', look, theme }) });
        }),
      ),
    },
    shapes: [
      {
        id: 'heat-source',
        type: 'symbol',
        source: 'heat-sources',
        layout: {
          'icon-image': ['get', 'icon'],
          'icon-allow-overlap': true,
          'icon-ignore-placement': true,
          'icon-size': ['interpolate', ['linear'], ['zoom'], 7, 0.75, 11, 1.25],
          'symbol-sort-key': ['get', 'order'],
        },
      },
    ],
    labels: sources.map(({ source, eligible }) => {
      const look = reachLook(eligible);
      return mapLabel({
        text: source.name,
        places: [source.lngLat],
        clearPx: 14,
        weight: look === 'sure' ? 600 : 400,
        colour: look === 'idle' ? palette.reachFaint : palette.reach,
        minZoom: LABEL_ZOOM[look],
        priority: LABEL_PRIORITY[look],
      });
    }),
  };
}

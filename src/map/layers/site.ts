import type { LngLat } from '../../domain/place.ts';
import { geojsonSource, pointFeature } from '../geojson.ts';
import { imageId } from '../map-images.ts';
import type { Theme } from '../map-types.ts';
import type { MapLayer } from './map-layer.ts';

/** The point of a facility that somebody thinks of building: a pin that stands on it. */
export function siteLayer(site: LngLat | null, theme: Theme): MapLayer {
  return {
    sources: { site: geojsonSource(site === null ? [] : [pointFeature(site, {})]) },
    shapes: [
      {
        id: 'site',
        type: 'symbol',
        source: 'site',
        layout: { 'icon-image': imageId({ kind: 'site', theme }), 'icon-anchor': 'bottom', 'icon-allow-overlap': true, 'icon-ignore-placement': true },
      },
    ],
    labels: [],
  };
}

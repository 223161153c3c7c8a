import type { Zone } from '../../domain/zone.ts';
import { areaFeature, geojsonSource } from '../geojson.ts';
import { labelPlaces } from '../labels/label-places.ts';
import { PRIORITY, mapLabel } from '../labels/map-label.ts';
import { imageId } from '../map-images.ts';
import type { Theme } from '../map-types.ts';
import type { Palette } from '../palette.ts';
import { ZONE_STYLE } from '../zone-style.ts';
import type { MapLayer } from './map-layer.ts';

/**
 * Zones by kind: hue, pattern and outline. Larger areas lie below smaller ones, so that none hides another.
 * An illustrative boundary is dashed; an enacted one is a line.
 *
 * @param chosen id of the zone that somebody asks about: its outline stands out, still dashed where it is illustrative.
 */
export function zonesLayer(zones: readonly Zone[], chosen: string | null, palette: Palette, theme: Theme): MapLayer {
  const ordered = [...zones].sort((a, b) => b.areaM2 - a.areaM2);
  return {
    sources: {
      zones: geojsonSource(
        ordered.map((zone) =>
          areaFeature(zone.polygons, {
            id: zone.id,
            colour: ZONE_STYLE[zone.kind][theme],
            pattern: imageId({ kind: 'zone', zone: zone.kind, theme }),
            illustrative: zone.illustrative,
          }),
        ),
      ),
    },
    shapes: [
      // Tint and pattern are one picture, and the outline is a layer of its own: fills cost most without a graphics card.
      {
        id: 'zone-fill',
        type: 'fill',
        source: 'zones',
        paint: { 'fill-pattern': ['get', 'pattern'], 'fill-opacity': 0.42, 'fill-antialias': false },
      },
      {
        id: 'zone-line',
        type: 'line',
        source: 'zones',
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': ['get', 'colour'],
          'line-width': ['interpolate', ['linear'], ['zoom'], 8, 1, 13, 2],
          'line-dasharray': ['case', ['get', 'illustrative'], ['literal', [4, 2.5]], ['literal', [1, 0]]],
        },
      },
      {
        id: 'zone-chosen-halo',
        type: 'line',
        source: 'zones',
        filter: ['==', ['get', 'id'], chosen],
        layout: { 'line-join': 'round' },
        paint: { 'line-color': palette.labelHalo, 'line-width': 8, 'line-opacity': 0.85 },
      },
      {
        id: 'zone-chosen',
        type: 'line',
        source: 'zones',
        filter: ['==', ['get', 'id'], chosen],
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': palette.selection,
          'line-width': 3.5,
          'line-dasharray': ['case', ['get', 'illustrative'], ['literal', [3, 1.2]], ['literal', [1, 0]]],
        },
      },
    ],
    labels: ordered.map((zone, at) =>
      mapLabel({
        text: zone.name,
        places: labelPlaces(zone.polygons),
        colour: ZONE_STYLE[zone.kind][theme],
        minZoom: 10,
        priority: PRIORITY.zone + at / (ordered.length + 1),
      }),
    ),
  };
}

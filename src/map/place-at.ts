import type { Map as MapLibreMap } from 'maplibre-gl';
import type { MapPlace, PlaceKind } from '../state/map-place.ts';

/** What each shape stands for, the one that is asked first on top: a symbol before the area that it lies in. */
const SHAPES: readonly (readonly [shape: string, kind: PlaceKind])[] = [
  ['heat-source', 'source'],
  ['station', 'station'],
  ['zone-fill', 'zone'],
  ['park-area', 'park'],
];

/** The source, station, zone or park drawn at a place of the screen, px; `null` where there is only ground. */
export function placeAt(map: MapLibreMap, at: { readonly x: number; readonly y: number }): MapPlace | null {
  for (const [shape, kind] of SHAPES) {
    if (map.getLayer(shape) === undefined) continue;
    const id: unknown = map.queryRenderedFeatures([at.x, at.y], { layers: [shape] })[0]?.properties['id'];
    if (typeof id === 'string') return { kind, id };
  }
  return null;
}

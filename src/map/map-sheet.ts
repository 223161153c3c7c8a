import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import { countiesLayer, prefecturesLayer } from './layers/divisions.ts';
import { heatSourcesLayer } from './layers/heat-sources.ts';
import type { MapLabel } from './labels/map-label.ts';
import type { MapLayer } from './layers/map-layer.ts';
import { parksLayer } from './layers/parks.ts';
import { reachLayer } from './layers/reach.ts';
import { stationsLayer } from './layers/stations.ts';
import { zonesLayer } from './layers/zones.ts';
import type { MapViewProps } from './map-types.ts';
import type { LayerId } from '../state/layers.ts';
import { PALETTE } from './palette.ts';

export type StyleInput = Pick<
  MapViewProps,
  'zones' | 'chosenZone' | 'heatSources' | 'parks' | 'stations' | 'divisions' | 'layers' | 'theme' | 'words'
>;

/** All that lies under the facilities, and the words that stand over them. */
export interface MapSheet {
  readonly style: StyleSpecification;
  readonly labels: readonly MapLabel[];
}

/**
 * The sheet, worked out afresh from what is to be seen: maplibre compares the style with the one on show and changes only
 * what differs. It names no server: no tiles, no glyphs, no sprite.
 */
export function mapSheet(input: StyleInput): MapSheet {
  const { theme, words } = input;
  const palette = PALETTE[theme];
  const drawn: readonly (readonly [LayerId, () => MapLayer])[] = [
    ['prefectures', () => prefecturesLayer(input.divisions, palette, words)],
    ['counties', () => countiesLayer(input.divisions, palette, words)],
    ['parks', () => parksLayer(input.parks, palette, words)],
    ['zones', () => zonesLayer(input.zones, input.chosenZone, palette, theme)],
    ['reach', () => reachLayer(input.heatSources, palette, words)],
    ['stations', () => stationsLayer(input.stations, palette, theme)],
    ['heatSources', () => heatSourcesLayer(input.heatSources, palette, theme)],
  ];
  const on = drawn.filter(([id]) => input.layers[id]).map(([, draw]) => draw());
  const sources: Record<string, SourceSpecification> = {};
  for (const layer of on) Object.assign(sources, layer.sources);
  const ground: LayerSpecification = { id: 'ground', type: 'background', paint: { 'background-color': palette.ground } };
  return {
    style: { version: 8, sources, layers: [ground, ...on.flatMap((layer) => layer.shapes)] },
    labels: on.flatMap((layer) => layer.labels),
  };
}

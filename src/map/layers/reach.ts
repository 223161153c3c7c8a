import type { TruthWord } from '../../base/truth.ts';
import { assertNever } from '../../base/assert-never.ts';
import { geodesicCircle } from '../../geometry/circle-outline.ts';
import { geojsonSource, lineFeature } from '../geojson.ts';
import type { MapHeatSource, MapWords } from '../map-types.ts';
import type { Palette } from '../palette.ts';
import { FONT, type MapLayer } from './map-layer.ts';

/** `sure` decides verdicts, `open` may decide them, `idle` decides nothing. */
export type ReachLook = 'sure' | 'open' | 'idle';

export function reachLook(eligible: TruthWord): ReachLook {
  switch (eligible) {
    case 'yes':
      return 'sure';
    case 'review':
    case 'unknown':
      return 'open';
    case 'no':
      return 'idle';
    default:
      return assertNever(eligible, 'reachLook');
  }
}

/**
 * How far each heat source reaches, as outlines of geodesic circles: pictures, which decide nothing. Whole where the
 * source counts, dashed with question marks where that is not known, faint dots where it does not.
 */
export function reachLayer(sources: readonly MapHeatSource[], palette: Palette, words: MapWords): MapLayer {
  const alongLine = { 'symbol-placement': 'line', 'text-font': FONT, 'text-padding': 2 } as const;
  const paint = { 'text-color': palette.reach, 'text-halo-color': palette.labelHalo, 'text-halo-width': 2 };
  return {
    sources: {
      reach: geojsonSource(
        sources.map(({ source, eligible, reachM }) => {
          const look = reachLook(eligible);
          const distance = `${Number((reachM / 1000).toFixed(3))} ${words.kilometre}`;
          const circle = geodesicCircle(source.lngLat[0], source.lngLat[1], reachM);
          return lineFeature(circle, { look, name: `${source.name} ${distance}` });
        }),
      ),
    },
    shapes: [
      {
        id: 'reach-line',
        type: 'line',
        source: 'reach',
        paint: {
          'line-color': ['match', ['get', 'look'], 'idle', palette.reachFaint, palette.reach],
          'line-width': ['match', ['get', 'look'], 'sure', 2, 'open', 1.5, 1],
          'line-opacity': ['match', ['get', 'look'], 'idle', 0.5, 0.9],
          'line-dasharray': ['match', ['get', 'look'], 'sure', ['literal', [1, 0]], 'open', ['literal', [5, 3]], ['literal', [1.5, 5]]],
        },
      },
      {
        id: 'reach-name',
        type: 'symbol',
        source: 'reach',
        filter: ['==', ['get', 'look'], 'sure'],
        layout: { ...alongLine, 'text-field': ['get', 'name'], 'text-size': 11, 'symbol-spacing': 420 },
        paint,
      },
      {
        id: 'reach-question',
        type: 'symbol',
        source: 'reach',
        filter: ['==', ['get', 'look'], 'open'],
        layout: { ...alongLine, 'text-field': '?', 'text-size': 15, 'symbol-spacing': 160, 'text-rotation-alignment': 'viewport' },
        paint,
      },
    ],
    labels: [],
  };
}

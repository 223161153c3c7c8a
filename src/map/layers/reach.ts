import type { TruthWord } from '../../base/truth.ts';
import { assertNever } from '../../base/assert-never.ts';
import { geodesicCircle } from '../../geometry/circle-outline.ts';
import { geojsonSource, lineFeature } from '../geojson.ts';
import { PRIORITY, mapLabel } from '../labels/map-label.ts';
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

/** The name of a ring may stand on every so many of its positions. */
const LABEL_STEP = 6;

/**
 * How far each heat source reaches, as outlines of geodesic circles: pictures, which decide nothing. Whole where the
 * source counts, dashed with question marks where that is not known, faint dots where it does not. No rule, no ring.
 */
export function reachLayer(sources: readonly MapHeatSource[], palette: Palette, words: MapWords): MapLayer {
  const reaching = sources.filter(({ reachM }) => reachM > 0);
  const rings = reaching.map(({ source, eligible, reachM }) => ({
    look: reachLook(eligible),
    text: `${source.name} ${Number((reachM / 1000).toFixed(3))} ${words.kilometre}`,
    circle: geodesicCircle(source.lngLat[0], source.lngLat[1], reachM),
  }));
  return {
    sources: { reach: geojsonSource(rings.map(({ look, circle }) => lineFeature(circle, { look }))) },
    shapes: [
      {
        id: 'reach-line',
        type: 'line',
        source: 'reach',
        paint: {
          'line-color': ['match', ['get', 'look'], 'idle', palette.reachFaint, palette.reach],
          'line-width': ['match', ['get', 'look'], 'sure', 2, 'open', 1.4, 1],
          'line-opacity': ['match', ['get', 'look'], 'idle', 0.5, 'open', 0.75, 0.9],
          'line-dasharray': ['match', ['get', 'look'], 'sure', ['literal', [1, 0]], 'open', ['literal', [5, 3]], ['literal', [1.5, 5]]],
        },
      },
      {
        id: 'reach-question',
        type: 'symbol',
        source: 'reach',
        filter: ['==', ['get', 'look'], 'open'],
        layout: {
          'symbol-placement': 'line',
          'symbol-spacing': 160,
          'text-field': '?',
          'text-font': FONT,
          'text-size': 15,
          'text-rotation-alignment': 'viewport',
        },
        paint: { 'text-color': palette.reach, 'text-halo-color': palette.labelHalo, 'text-halo-width': 2 },
      },
    ],
    labels: rings
      .filter(({ look }) => look === 'sure')
      .map(({ text, circle }) =>
        mapLabel({
          text,
          places: circle.filter((_, step) => step % LABEL_STEP === 0),
          sizePx: 11,
          colour: palette.reach,
          minZoom: 8.5,
          priority: PRIORITY.reach,
        }),
      ),
  };
}

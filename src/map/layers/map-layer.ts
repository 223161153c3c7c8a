import type { GeoJSONSourceSpecification, LayerSpecification } from 'maplibre-gl';
import type { MapLabel } from '../labels/map-label.ts';

/** What one switch of the legend draws: its sources, its shapes, lowest first, and its words. */
export interface MapLayer {
  readonly sources: Readonly<Record<string, GeoJSONSourceSpecification>>;
  readonly shapes: readonly LayerSpecification[];
  readonly labels: readonly MapLabel[];
}

/**
 * Fonts by name, as CSS has them: the style names no glyph server, so every letter is drawn by the browser.
 * Words like "Bold" in a name would set the weight.
 */
export const FONT = ['PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'WenQuanYi Micro Hei', 'sans-serif'];

import type { LngLat } from '../../domain/place.ts';

/**
 * A word on the map, before anyone knows whether there is room for it. Words are placed and drawn here and not by
 * maplibre, because deck.gl draws the facilities above everything of maplibre's: its words would drown in the marks.
 */
export interface MapLabel {
  readonly text: string;
  /** A second, smaller line. */
  readonly note: string;
  /** Where it may stand, best first: several for an area, one for a symbol. */
  readonly places: readonly LngLat[];
  /** Distance of the text from the place, px: 0 centres it there, more puts it beside a symbol of that radius. */
  readonly clearPx: number;
  readonly sizePx: number;
  /** Between letters, in ems. */
  readonly spacing: number;
  readonly weight: 400 | 600;
  readonly colour: string;
  /** Zoom from which, and up to which, it is worth its room. */
  readonly minZoom: number;
  readonly maxZoom: number;
  /** Smaller is placed first. */
  readonly priority: number;
}

const DEFAULTS = { note: '', clearPx: 0, sizePx: 12, spacing: 0, weight: 400, minZoom: 0, maxZoom: 24 } as const;

type Given = Pick<MapLabel, 'text' | 'places' | 'colour' | 'priority'> & Partial<MapLabel>;

export function mapLabel(given: Given): MapLabel {
  return { ...DEFAULTS, ...given };
}

/** Who gives way to whom: the frame of reference first, then what decides verdicts, then what explains them. */
export const PRIORITY = {
  county: 0,
  sureSource: 1,
  openSource: 2,
  park: 3,
  zone: 4,
  station: 5,
  prefecture: 6,
  idleSource: 7,
  reach: 8,
} as const;

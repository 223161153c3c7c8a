/** What a reader can switch on and off, in the order of a legend: the answer first, its context after. */
export const LAYER_IDS = ['facilities', 'zones', 'reach', 'heatSources', 'parks', 'stations', 'counties', 'prefectures'] as const;
export type LayerId = (typeof LAYER_IDS)[number];

export type Layers = Readonly<Record<LayerId, boolean>>;

export const ALL_LAYERS: Layers = {
  facilities: true,
  zones: true,
  reach: true,
  heatSources: true,
  parks: true,
  stations: true,
  counties: true,
  prefectures: true,
};

/** Centre in WGS84 degrees; zoom in maplibre's sense (the world is 512 px wide at 0). The map has no rotation or pitch. */
export interface Camera {
  readonly lng: number;
  readonly lat: number;
  readonly zoom: number;
}

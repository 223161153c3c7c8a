import table from '../../data/location-accuracy.json' with { type: 'json' };

/** How well a position is known when its record does not say, in metres: this product's assumption, shown as assumed. */
export const DEFAULT_ACCURACY_M = {
  facility: table.facilityDefaultM,
  heatSource: table.heatSourceDefaultM,
} as const;

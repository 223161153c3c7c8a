/** What can be asked about on the map beside the facilities. */
export const PLACE_KINDS = ['source', 'zone', 'park', 'station'] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

export interface MapPlace {
  readonly kind: PlaceKind;
  /** As the project has it (the `code` of a station). */
  readonly id: string;
}

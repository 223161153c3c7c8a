/** Longitude, latitude in degrees, WGS84 (EPSG:4326, in this order). CGCS2000 differs by centimetres and is taken as equal. */
export type LngLat = readonly [lng: number, lat: number];

/** A closed ring: first position = last position, edges straight in longitude/latitude (RFC 7946 §3.1.1). */
export type Ring = readonly LngLat[];

/** An outer ring, then its holes. */
export type Polygon = readonly Ring[];

/** One or more polygons; the area is their union, boundary included. */
export type MultiPolygon = readonly Polygon[];

/** A box in longitude/latitude, degrees. */
export interface Bounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** ISO calendar day, `YYYY-MM-DD`; these compare right as text. */
export type IsoDay = string;

/** What a policy or a zone is valid for: from its first day to its last, both included; `null` is open. */
export interface Period {
  readonly from: IsoDay | null;
  readonly until: IsoDay | null;
}

export function inPeriod(period: Period, day: IsoDay): boolean {
  return (period.from === null || period.from <= day) && (period.until === null || day <= period.until);
}

import { writeEarthCentred } from './chord.ts';
import { EQUATORIAL_RADIUS_M, RADIANS } from './ellipsoid.ts';
import type { PointIndex } from './point-index.ts';

/*
 * The chord between two points of the ellipsoid, at distances p, q from the axis, at heights z, w along it, an angle λ
 * of longitude apart:
 *
 *   c² = (p - q)² + (z - w)² + 4 p q sin²(λ/2) = m² + 4 p q sin²(λ/2)
 *
 * It grows with λ up to 180°. p falls with |latitude|. m is the chord along one meridian and grows with the difference
 * of latitude up to 90°: the tangent of a meridian turns by the latitude itself, so it makes an angle below 90° with the
 * chord behind it, and going on lengthens the chord. For differences above 89.9°, reduced latitudes (at most 0.1° from
 * latitudes) differ by 89.7° or more, and m ≥ 2b sin 44.85° = 8,966 km (chord.ts: the stretched sphere); m ≤ 2a anyway.
 *
 * So rows between two latitudes bound m and p by those two. Rounding moves a chord by some nanometres; the limits it is
 * compared with (chord.ts) leave room for a micrometre.
 */
const FAR_DEG = 89.9;
const FAR_SQUARED = 8.9e6 ** 2;
const LONGEST_SQUARED = (2 * EQUATORIAL_RADIUS_M) ** 2;

/** The southern and northern end of each row: latitude, then distance from the axis and height along it, m. */
export interface RowStrips {
  readonly south: Float64Array;
  readonly southAxis: Float64Array;
  readonly southHeight: Float64Array;
  readonly north: Float64Array;
  readonly northAxis: Float64Array;
  readonly northHeight: Float64Array;
}

export function rowStrips({ south, north }: PointIndex): RowStrips {
  const low = meridian(south);
  const high = meridian(north);
  return { south, southAxis: low.axis, southHeight: low.height, north, northAxis: high.axis, northHeight: high.height };
}

/** Distance from the axis and height along it of many latitudes, m. */
function meridian(lat: Float64Array): { axis: Float64Array; height: Float64Array } {
  const axis = new Float64Array(lat.length);
  const height = new Float64Array(lat.length);
  const xyz = new Float64Array(3);
  for (let i = 0; i < lat.length; i++) {
    writeEarthCentred(xyz, 0, 0, lat[i] as number);
    axis[i] = xyz[0] as number;
    height[i] = xyz[2] as number;
  }
  return { axis, height };
}

/** Places to measure from. */
export interface Centres {
  readonly lng: Float64Array;
  readonly lat: Float64Array;
  readonly axis: Float64Array;
  readonly height: Float64Array;
}

export function centresAt(lng: Float64Array, lat: Float64Array): Centres {
  return { lng, lat, ...meridian(lat) };
}

/** Is a centre a place on earth, as a point must be to be in a `PointIndex`? */
export function isPlace({ lng, lat }: Centres, centre: number): boolean {
  return Math.abs(lng[centre] as number) <= 180 && Math.abs(lat[centre] as number) <= 90;
}

/** Least and greatest m² and p between rows and a centre. */
export interface MeridianBounds {
  leastSquared: number;
  mostSquared: number;
  leastAxis: number;
  mostAxis: number;
}

export function boundMeridian(out: MeridianBounds, strips: RowStrips, firstRow: number, lastRow: number, centres: Centres, centre: number): void {
  const lat = centres.lat[centre] as number;
  const axis = centres.axis[centre] as number;
  const height = centres.height[centre] as number;
  const south = strips.south[firstRow] as number;
  const north = strips.north[lastRow] as number;
  const southAxis = strips.southAxis[firstRow] as number;
  const northAxis = strips.northAxis[lastRow] as number;
  const southSquared = (southAxis - axis) ** 2 + ((strips.southHeight[firstRow] as number) - height) ** 2;
  const northSquared = (northAxis - axis) ** 2 + ((strips.northHeight[lastRow] as number) - height) ** 2;
  const isLevel = lat >= south && lat <= north;
  out.leastSquared = isLevel ? 0 : Math.min(southSquared, northSquared);
  out.mostSquared = Math.max(southSquared, northSquared);
  out.leastAxis = Math.min(southAxis, northAxis);
  out.mostAxis = south < 0 && north > 0 ? EQUATORIAL_RADIUS_M : Math.max(southAxis, northAxis);
  if (lat - south < FAR_DEG && north - lat < FAR_DEG) return;
  out.mostSquared = LONGEST_SQUARED;
  out.leastSquared = Math.min(out.leastSquared, FAR_SQUARED);
}

/** How far two longitudes from -180 to 180 are apart the shorter way, radians. */
export function turnBetween(a: number, b: number): number {
  const turn = Math.abs(a - b);
  return (turn > 180 ? 360 - turn : turn) * RADIANS;
}

import { ECCENTRICITY_SQUARED, EQUATORIAL_RADIUS_M, MIN_CURVATURE_RADIUS_M as R, RADIANS } from './ellipsoid.ts';

/*
 * The straight line through the earth tells most distances apart without a geodesic. Let c be the chord between two
 * points of the ellipsoid, s the geodesic, R = b²/a the smallest radius of curvature.
 *
 *   c ≤ s                      a straight line is the shortest curve
 *   c ≥ 2R sin(s / 2R)         for s ≤ πR
 *
 * The second is Schur's comparison theorem: a geodesic's curvature in space is the surface's normal curvature along it,
 * by Euler's formula between 1/N and 1/M, so at most 1/R; and of all curves of length s ≤ πR with curvature at most 1/R,
 * the circular arc has the shortest chord.
 *
 * Longer geodesics, s > πR (19 903 km), cannot pass for short ones: the ellipsoid is the unit sphere stretched by a, a, b,
 * so an arc of angle ψ there gives s ≤ aψ and c ≥ 2b sin(ψ/2), hence c ≥ 2b sin(πR / 2a) = 12 713 km > 2R.
 *
 * So c < 2R sin(r / 2R) proves s < r, and c > r proves s > r. At r = 30 km the band between them is 28 mm wide.
 */

/** More than rounding can add: coordinates are good to about 10 nm, geodesics to 15 nm. */
const SLACK_M = 1e-6;

/** Below `surelyWithin` a chord proves the geodesic shorter than the radius; above `surelyBeyond`, longer. Any radius, m. */
export function chordLimits(radiusM: number): { surelyWithin: number; surelyBeyond: number } {
  const arc = Math.min(radiusM, Math.PI * R);
  return { surelyWithin: 2 * R * Math.sin(arc / (2 * R)) - SLACK_M, surelyBeyond: radiusM + SLACK_M };
}

/** A length that the geodesic over this chord surely does not exceed, m; Infinity where nothing is proven. */
export function longestGeodesicM(chordM: number): number {
  const sine = (chordM + SLACK_M) / (2 * R);
  return sine < 1 ? 2 * R * Math.asin(sine) + SLACK_M : Infinity;
}

/** A length that the geodesic over this chord surely reaches, m. */
export function shortestGeodesicM(chordM: number): number {
  return chordM - SLACK_M;
}

/** Writes the earth-centred x, y, z (m, EPSG:4978) of a point on the ellipsoid to `out` from index `at`. */
export function writeEarthCentred(out: Float64Array, at: number, lng: number, lat: number): void {
  const sin = Math.sin(lat * RADIANS);
  const n = EQUATORIAL_RADIUS_M / Math.sqrt(1 - ECCENTRICITY_SQUARED * sin * sin);
  const fromAxis = n * Math.cos(lat * RADIANS);
  out[at] = fromAxis * Math.cos(lng * RADIANS);
  out[at + 1] = fromAxis * Math.sin(lng * RADIANS);
  out[at + 2] = n * (1 - ECCENTRICITY_SQUARED) * sin;
}

/** Earth-centred x, y, z of many points, three numbers each; NaN stays NaN. */
export function earthCentred(lng: Float64Array, lat: Float64Array): Float64Array {
  const xyz = new Float64Array(3 * lng.length);
  for (let i = 0; i < lng.length; i++) writeEarthCentred(xyz, 3 * i, lng[i] as number, lat[i] as number);
  return xyz;
}

/** Square of the chord between point `i` of one array of x, y, z and point `j` of another, m². */
export function chordSquared(a: Float64Array, i: number, b: Float64Array, j: number): number {
  const dx = (a[3 * i] as number) - (b[3 * j] as number);
  const dy = (a[3 * i + 1] as number) - (b[3 * j + 1] as number);
  const dz = (a[3 * i + 2] as number) - (b[3 * j + 2] as number);
  return dx * dx + dy * dy + dz * dz;
}

/** WGS84 (NIMA TR8350.2): half axes in m and the square of the eccentricity. */
export const EQUATORIAL_RADIUS_M = 6378137;
const FLATTENING = 1 / 298.257223563;
export const POLAR_RADIUS_M = EQUATORIAL_RADIUS_M * (1 - FLATTENING);
export const ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING);

/** Smallest radius of curvature anywhere in any direction: the meridian's at the equator, b²/a = 6335.4 km. */
export const MIN_CURVATURE_RADIUS_M = POLAR_RADIUS_M ** 2 / EQUATORIAL_RADIUS_M;

/** Largest radius of curvature: at the poles, a²/b = 6399.6 km. */
export const MAX_CURVATURE_RADIUS_M = EQUATORIAL_RADIUS_M ** 2 / POLAR_RADIUS_M;

export const RADIANS = Math.PI / 180;

/** Metres per radian of latitude (along the meridian) and of longitude (along the parallel) at a latitude in degrees. */
export function metresPerRadian(lat: number): { north: number; east: number } {
  const sin = Math.sin(lat * RADIANS);
  const w = 1 - ECCENTRICITY_SQUARED * sin * sin;
  const east = (EQUATORIAL_RADIUS_M / Math.sqrt(w)) * Math.cos(lat * RADIANS);
  const north = (EQUATORIAL_RADIUS_M * (1 - ECCENTRICITY_SQUARED)) / (w * Math.sqrt(w));
  return { north, east };
}

/** A path of this length changes its latitude by no more, degrees: a radian of latitude is at least b²/a long. Rounded up. */
export function latitudeReachDeg(lengthM: number): number {
  return ((lengthM / MIN_CURVATURE_RADIUS_M) * (1 + 1e-9)) / RADIANS + 1e-12;
}

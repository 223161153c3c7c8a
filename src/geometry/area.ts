import { ECCENTRICITY_SQUARED, POLAR_RADIUS_M, RADIANS } from './ellipsoid.ts';
import type { PolygonRings, Position } from './rings.ts';

/**
 * Area of a polygon on the WGS84 ellipsoid, m², holes subtracted, whichever way its rings turn.
 *
 * Edges are straight in longitude/latitude, as everywhere here. (GeographicLib's PolygonArea joins vertices by geodesics
 * instead, which moves an east-west edge of 10 km by up to 1.4 m and one of 100 km by 140 m at 35° N.) Exact up to
 * rounding, about 1e-6 m², for edges up to 10° high. Rings must be sound (`ringProblems`).
 */
export function geodesicAreaM2(polygon: PolygonRings): number {
  const [outer = 0, ...holes] = polygon.map((ring) => Math.abs(signedAreaM2(ring)));
  return holes.reduce((area, hole) => area - hole, outer);
}

/** Green's theorem: the strip between an edge and the equator has the area of its width times the mean of the zone below it. */
function signedAreaM2(ring: readonly Position[]): number {
  const [first] = ring;
  if (first === undefined) return 0;
  // Counting zones from the first vertex and not from the equator keeps small rings from drowning in large terms.
  const origin = zoneM2(first[1]);
  let sum = 0;
  for (let i = 0; i < ring.length; i++) {
    const at = ring[i] as Position;
    const next = ring[i + 1] ?? first;
    if (next[0] !== at[0]) sum += (next[0] - at[0]) * RADIANS * (meanZoneM2(at[1], next[1]) - origin);
  }
  return sum;
}

/** The outer nodes of Gauss–Legendre quadrature with three points, exact for polynomials of degree 5; the third is 0. */
const NODE = Math.sqrt(3 / 5);

function meanZoneM2(lat1: number, lat2: number): number {
  if (lat1 === lat2) return zoneM2(lat1);
  const middle = (lat1 + lat2) / 2;
  const step = (NODE * (lat2 - lat1)) / 2;
  return (5 / 18) * zoneM2(middle - step) + (8 / 18) * zoneM2(middle) + (5 / 18) * zoneM2(middle + step);
}

const ECCENTRICITY = Math.sqrt(ECCENTRICITY_SQUARED);

/** Area between the equator and a parallel, per radian of longitude (Snyder, Map Projections, USGS PP 1395, eq. 3-12, times a²/2). */
function zoneM2(lat: number): number {
  const sin = Math.sin(lat * RADIANS);
  return (POLAR_RADIUS_M ** 2 / 2) * (sin / (1 - ECCENTRICITY_SQUARED * sin * sin) + Math.atanh(ECCENTRICITY * sin) / ECCENTRICITY);
}

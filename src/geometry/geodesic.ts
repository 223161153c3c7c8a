import geographiclib from 'geographiclib-geodesic';

const { Geodesic } = geographiclib;
const { WGS84 } = Geodesic;

/**
 * Length of the shortest path on the WGS84 ellipsoid, m. Degrees in; NaN when a coordinate is NaN or a latitude is out
 * of range. Accurate to about 15 nm: Karney, Algorithms for geodesics, J. Geodesy 87 (2013), https://doi.org/10.1007/s00190-012-0578-z
 */
export function geodesicDistanceM(lng1: number, lat1: number, lng2: number, lat2: number): number {
  return given(WGS84.Inverse(lat1, lng1, lat2, lng2, Geodesic.DISTANCE).s12);
}

/** The shortest path from the first point to the second: its length in m and its azimuth on arrival, degrees clockwise from north. */
export function geodesicArrival(lng1: number, lat1: number, lng2: number, lat2: number): { distanceM: number; azimuthDeg: number } {
  const path = WGS84.Inverse(lat1, lng1, lat2, lng2, Geodesic.DISTANCE | Geodesic.AZIMUTH);
  return { distanceM: given(path.s12), azimuthDeg: given(path.azi2) };
}

/** Where one arrives after `distanceM` in the direction `azimuthDeg` (clockwise from north); longitude in [-180, 180]. */
export function geodesicDestination(lng: number, lat: number, azimuthDeg: number, distanceM: number): [lng: number, lat: number] {
  const end = WGS84.Direct(lat, lng, azimuthDeg, distanceM, Geodesic.LATITUDE | Geodesic.LONGITUDE);
  return [given(end.lon2), given(end.lat2)];
}

/** The library's types leave open which results come back; the mask asks for these. */
function given(value: number | undefined): number {
  if (value === undefined) throw new Error('geographiclib: got no value, expected the one asked for by the mask');
  return value;
}

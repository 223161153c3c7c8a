const AXIS_M = 6_378_137;
const FLATTENING = 1 / 298.257222101;
const RADIANS = Math.PI / 180;

/** Degrees to a Gauss–Krüger grid on the CGCS2000 ellipsoid, easting and northing in m; Krüger's series to n³, good to a millimetre. */
export function gaussKrueger([lng, lat]: readonly [number, number], meridian: number, easting: number): [number, number] {
  const n = FLATTENING / (2 - FLATTENING);
  const e = Math.sqrt(FLATTENING * (2 - FLATTENING));
  const sin = Math.sin(lat * RADIANS);
  const t = Math.sinh(Math.atanh(sin) - e * Math.atanh(e * sin));
  const l = (lng - meridian) * RADIANS;
  const xi = Math.atan2(t, Math.cos(l));
  const eta = Math.atanh(Math.sin(l) / Math.hypot(1, t));
  const radius = (AXIS_M / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64);
  const series = [n / 2 - (2 * n ** 2) / 3 + (5 * n ** 3) / 16, (13 * n ** 2) / 48 - (3 * n ** 3) / 5, (61 * n ** 3) / 240];
  const sum = (of: (k: number) => number) => series.reduce((total, factor, k) => total + factor * of(2 * (k + 1)), 0);
  return [
    easting + radius * (eta + sum((k) => Math.cos(k * xi) * Math.sinh(k * eta))),
    radius * (xi + sum((k) => Math.sin(k * xi) * Math.cosh(k * eta))),
  ];
}

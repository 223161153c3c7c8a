import type { LngLat } from '../../domain/place.ts';
import type { Grid } from './crs.ts';

/*
 * Gauss–Krüger (transverse Mercator, scale 1 on the central meridian) on the CGCS2000 ellipsoid, by Krüger's series to the
 * sixth power of the third flattening: Karney, Transverse Mercator with an accuracy of a few nanometers, J. Geodesy 85
 * (2011), eq. 36. Within 10° of the meridian the series errs by nanometres.
 */

const A = 6378137;
const FLATTENING = 1 / 298.257222101;
const N = FLATTENING / (2 - FLATTENING);
const ECCENTRICITY = Math.sqrt(FLATTENING * (2 - FLATTENING));
/** Radius of the circle as long as a meridian. */
const RECTIFYING_RADIUS_M = (A / (1 + N)) * (1 + N ** 2 / 4 + N ** 4 / 64 + N ** 6 / 256);

const BETA = [
  N / 2 - (2 / 3) * N ** 2 + (37 / 96) * N ** 3 - (1 / 360) * N ** 4 - (81 / 512) * N ** 5 + (96199 / 604800) * N ** 6,
  (1 / 48) * N ** 2 + (1 / 15) * N ** 3 - (437 / 1440) * N ** 4 + (46 / 105) * N ** 5 - (1118711 / 3870720) * N ** 6,
  (17 / 480) * N ** 3 - (37 / 840) * N ** 4 - (209 / 4480) * N ** 5 + (5569 / 90720) * N ** 6,
  (4397 / 161280) * N ** 4 - (11 / 504) * N ** 5 - (830251 / 7257600) * N ** 6,
  (4583 / 161280) * N ** 5 - (108847 / 3991680) * N ** 6,
  (20648693 / 638668800) * N ** 6,
] as const;

const FALSE_EASTING_M = 500_000;
const ZONE_STEP_M = 1_000_000;
/** Beyond the zone by so much a point belongs to another zone: half the width of a 6° zone and an ample overlap, m. */
const FARTHEST_M = 400_000;
const DEGREES = 180 / Math.PI;

/** Easting and northing of a grid, m, to degrees; `null` when they can't be of this grid. */
export function fromGrid({ zone, centralMeridianDeg }: Grid, eastingM: number, northingM: number): LngLat | null {
  const y = eastingM - FALSE_EASTING_M - (zone ?? 0) * ZONE_STEP_M;
  if (!(Math.abs(y) <= FARTHEST_M) || !(Math.abs(northingM) < 10_000_000)) return null;
  const [xi, eta] = [northingM / RECTIFYING_RADIUS_M, y / RECTIFYING_RADIUS_M];
  let [conformalXi, conformalEta] = [xi, eta];
  for (const [k, beta] of BETA.entries()) {
    const twice = 2 * (k + 1);
    conformalXi -= beta * Math.sin(twice * xi) * Math.cosh(twice * eta);
    conformalEta -= beta * Math.cos(twice * xi) * Math.sinh(twice * eta);
  }
  const tau = Math.sin(conformalXi) / Math.hypot(Math.sinh(conformalEta), Math.cos(conformalXi));
  const lng = centralMeridianDeg + Math.atan2(Math.sinh(conformalEta), Math.cos(conformalXi)) * DEGREES;
  return [lng, Math.atan(geographicTangent(tau)) * DEGREES];
}

/** Tangent of the latitude from that of the conformal latitude, by Newton's method; three steps reach the last digit. */
function geographicTangent(conformal: number): number {
  let tau = conformal;
  for (let step = 0; step < 5; step += 1) {
    const sigma = Math.sinh(ECCENTRICITY * Math.atanh((ECCENTRICITY * tau) / Math.hypot(1, tau)));
    const taken = tau * Math.hypot(1, sigma) - sigma * Math.hypot(1, tau);
    const slope = (1 + (1 - ECCENTRICITY ** 2) * tau * tau) / ((1 - ECCENTRICITY ** 2) * Math.hypot(1, tau) * Math.hypot(1, taken));
    const change = (conformal - taken) * slope;
    tau += change;
    if (Math.abs(change) < 1e-15) break;
  }
  return tau;
}

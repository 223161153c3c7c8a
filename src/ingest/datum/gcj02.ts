import type { LngLat } from '../../domain/place.ts';

/*
 * GCJ-02 (高德, 腾讯) and BD-09 (百度) by the formulas that are public knowledge; the official ones are not published. They
 * agree with published pairs of coordinates to about 0.7 m (`SHIFTED_UNCERTAINTY_M`).
 */

/** Krasovsky 1940, on which the shift is computed whatever the datum. */
const A = 6378245;
const ECCENTRICITY_SQUARED = 0.00669342162296594323;
const RADIANS = Math.PI / 180;

/** Steps of less than a thousandth of a millimetre end the iteration. */
const TOLERANCE_DEG = 1e-11;
const MOST_STEPS = 50;

function wave(x: number, first: number, second: number): number {
  return (20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * (2 / 3)
    + (20 * Math.sin(first) + 40 * Math.sin(first / 3)) * (2 / 3) + second;
}

/** Degrees WGS84 to GCJ-02. */
export function wgs84ToGcj02([lng, lat]: LngLat): LngLat {
  const [x, y] = [lng - 105, lat - 35];
  const long = (150 * Math.sin((x / 12) * Math.PI) + 300 * Math.sin((x / 30) * Math.PI)) * (2 / 3);
  const tall = (160 * Math.sin((y / 12) * Math.PI) + 320 * Math.sin((y * Math.PI) / 30)) * (2 / 3);
  const root = Math.sqrt(Math.abs(x));
  const north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + wave(x, y * Math.PI, tall);
  const east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + wave(x, x * Math.PI, long);
  const sine = Math.sin(lat * RADIANS);
  const magic = 1 - ECCENTRICITY_SQUARED * sine * sine;
  const meridian = (A * (1 - ECCENTRICITY_SQUARED)) / (magic * Math.sqrt(magic));
  const parallel = (A / Math.sqrt(magic)) * Math.cos(lat * RADIANS);
  return [lng + east / (parallel * RADIANS), lat + north / (meridian * RADIANS)];
}

export function gcj02ToWgs84(position: LngLat): LngLat {
  return inverse(wgs84ToGcj02, position);
}

const BD_PI = (Math.PI * 3000) / 180;

/** Degrees GCJ-02 to BD-09. */
export function gcj02ToBd09([lng, lat]: LngLat): LngLat {
  const radius = Math.hypot(lng, lat) + 0.00002 * Math.sin(lat * BD_PI);
  const angle = Math.atan2(lat, lng) + 0.000003 * Math.cos(lng * BD_PI);
  return [radius * Math.cos(angle) + 0.0065, radius * Math.sin(angle) + 0.006];
}

export function wgs84ToBd09(position: LngLat): LngLat {
  return gcj02ToBd09(wgs84ToGcj02(position));
}

export function bd09ToWgs84(position: LngLat): LngLat {
  return inverse(wgs84ToBd09, position);
}

/**
 * The position that `forward` takes to `target`. The shift changes by less than a hundredth along itself, so going back by
 * what is left over gains at least two digits a step; one step alone, as commonly done, errs by metres.
 */
function inverse(forward: (position: LngLat) => LngLat, target: LngLat): LngLat {
  let [lng, lat] = target;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const [forwardLng, forwardLat] = forward([lng, lat]);
    const [errorLng, errorLat] = [forwardLng - target[0], forwardLat - target[1]];
    lng -= errorLng;
    lat -= errorLat;
    if (Math.abs(errorLng) < TOLERANCE_DEG && Math.abs(errorLat) < TOLERANCE_DEG) break;
  }
  return [lng, lat];
}

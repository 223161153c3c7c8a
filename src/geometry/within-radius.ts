import { chordLimits, chordSquared, earthCentred, longestGeodesicM, shortestGeodesicM } from './chord.ts';
import { MIN_CURVATURE_RADIUS_M, RADIANS } from './ellipsoid.ts';
import { geodesicDistanceM } from './geodesic.ts';
import type { Lists } from './lists.ts';
import { listsByKey } from './lists.ts';
import { pointRows, rowRange } from './rows.ts';

/** For each point the centres within reach, by ascending index, and the geodesic to each, m. */
export interface Reach extends Lists {
  readonly distanceM: Float64Array;
}

/**
 * Which centres reach which points: geodesic ≤ radius, exactly. Degrees in WGS84; each centre has its own radius in m.
 * A point or a centre without coordinates (NaN) reaches nothing, nor does a negative or NaN radius.
 *
 * A chord longer than the radius rules a pair out; every other pair gets its geodesic, which is wanted anyway.
 */
export function pointsWithinRadius(
  lng: Float64Array,
  lat: Float64Array,
  centreLng: Float64Array,
  centreLat: Float64Array,
  radiusM: Float64Array,
): Reach {
  const xyz = earthCentred(lng, lat);
  const centreXyz = earthCentred(centreLng, centreLat);
  const rows = pointRows(lng, lat);
  const pairPoint: number[] = [];
  const pairCentre: number[] = [];
  const pairDistanceM: number[] = [];

  for (let centre = 0; centre < centreLng.length; centre++) {
    const radius = radiusM[centre] as number;
    const atLng = centreLng[centre] as number;
    const atLat = centreLat[centre] as number;
    if (!(radius >= 0) || Number.isNaN(atLng) || Number.isNaN(atLat)) continue;
    const { surelyBeyond } = chordLimits(radius);
    const beyondSquared = surelyBeyond * surelyBeyond;
    const reachDeg = latitudeReachDeg(surelyBeyond);
    const { from, to } = rowRange(rows, atLat - reachDeg, atLat + reachDeg);
    for (let k = from; k < to; k++) {
      const point = rows.items[k] as number;
      if (chordSquared(xyz, point, centreXyz, centre) > beyondSquared) continue;
      const distanceM = geodesicDistanceM(lng[point] as number, lat[point] as number, atLng, atLat);
      if (distanceM <= radius) {
        pairPoint.push(point);
        pairCentre.push(centre);
        pairDistanceM.push(distanceM);
      }
    }
  }

  const { offsets, items: pairs } = listsByKey(pairPoint, lng.length);
  return {
    offsets,
    items: pairs.map((pair) => pairCentre[pair] as number),
    distanceM: Float64Array.from(pairs, (pair) => pairDistanceM[pair] as number),
  };
}

/** A path of this length changes its latitude by no more, since a radian of latitude is at least b²/a long. */
function latitudeReachDeg(lengthM: number): number {
  return ((lengthM / MIN_CURVATURE_RADIUS_M) * (1 + 1e-9)) / RADIANS;
}

/**
 * The nearest centre of each point by geodesic, and how far, m; of equally near ones the lowest index. Only centres with
 * a 1 in `allowed` count, when it is given. Index -1 and distance NaN where the point has no coordinates or nothing counts.
 */
export function nearestCentre(
  lng: Float64Array,
  lat: Float64Array,
  centreLng: Float64Array,
  centreLat: Float64Array,
  allowed?: Uint8Array,
): { index: Int32Array; distanceM: Float64Array } {
  const xyz = earthCentred(lng, lat);
  const centreXyz = earthCentred(centreLng, centreLat);
  const centres = [...centreLng.keys()].filter(
    (c) => (allowed === undefined || allowed[c] === 1) && !Number.isNaN(centreLng[c]) && !Number.isNaN(centreLat[c]),
  );
  const index = new Int32Array(lng.length).fill(-1);
  const distanceM = new Float64Array(lng.length).fill(NaN);
  const chords = new Float64Array(centres.length);

  for (let point = 0; point < lng.length; point++) {
    let least = Infinity;
    for (let k = 0; k < centres.length; k++) {
      const squared = chordSquared(xyz, point, centreXyz, centres[k] as number);
      chords[k] = squared;
      if (squared < least) least = squared;
    }
    // Whatever is nearest has a geodesic, and so a chord, within the longest that the least chord allows.
    const limit = longestGeodesicM(Math.sqrt(least));
    let best = Infinity;
    for (let k = 0; k < centres.length; k++) {
      if (shortestGeodesicM(Math.sqrt(chords[k] as number)) > limit) continue;
      const centre = centres[k] as number;
      const distance = geodesicDistanceM(lng[point] as number, lat[point] as number, centreLng[centre] as number, centreLat[centre] as number);
      if (distance < best) {
        best = distance;
        index[point] = centre;
        distanceM[point] = distance;
      }
    }
  }
  return { index, distanceM };
}

import { centreRuns } from './centre-runs.ts';
import { geodesicDistanceM } from './geodesic.ts';
import type { Lists } from './lists.ts';
import { nearestCentres } from './nearest-centre.ts';
import { pointIndex } from './point-index.ts';
import { listsOfRuns } from './runs.ts';

/** For each point the centres within reach, by ascending index, and the geodesic to each, m. */
export interface Reach extends Lists {
  readonly distanceM: Float64Array;
}

/**
 * Which centres reach which points: geodesic ≤ radius, exactly. Degrees in WGS84; each centre has its own radius in m.
 * A point or a centre without coordinates (NaN) reaches nothing, nor does a negative or NaN radius.
 *
 * Most of the time goes into the distances: who needs only the pairs keeps the index and calls `centreRuns`.
 */
export function pointsWithinRadius(
  lng: Float64Array,
  lat: Float64Array,
  centreLng: Float64Array,
  centreLat: Float64Array,
  radiusM: Float64Array,
): Reach {
  const index = pointIndex(lng, lat);
  const { offsets, items } = listsOfRuns(index, centreRuns(index, centreLng, centreLat, radiusM));
  const distanceM = new Float64Array(items.length);
  for (let point = 0; point < lng.length; point++) {
    const end = offsets[point + 1] as number;
    for (let k = offsets[point] as number; k < end; k++) {
      const centre = items[k] as number;
      distanceM[k] = geodesicDistanceM(lng[point] as number, lat[point] as number, centreLng[centre] as number, centreLat[centre] as number);
    }
  }
  return { offsets, items, distanceM };
}

/**
 * The nearest centre of each point by geodesic, and how far, m; of equally near ones the lowest index. Only centres with
 * a 1 in `allowed` count, when it is given. Index -1 and distance NaN where the point has no coordinates or nothing
 * counts. Who needs no distances keeps the point index and calls `nearestCentres`.
 */
export function nearestCentre(
  lng: Float64Array,
  lat: Float64Array,
  centreLng: Float64Array,
  centreLat: Float64Array,
  allowed?: Uint8Array,
): { index: Int32Array; distanceM: Float64Array } {
  const index = nearestCentres(pointIndex(lng, lat), centreLng, centreLat, allowed);
  const distanceM = Float64Array.from(index, (centre, point) =>
    centre === -1 ? NaN : geodesicDistanceM(lng[point] as number, lat[point] as number, centreLng[centre] as number, centreLat[centre] as number),
  );
  return { index, distanceM };
}

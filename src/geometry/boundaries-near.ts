import { edgeChains } from './edge-chains.ts';
import { MIN_CURVATURE_RADIUS_M, RADIANS } from './ellipsoid.ts';
import type { Lists } from './lists.ts';
import { listsByKey } from './lists.ts';
import { isChainWithin } from './margin.ts';
import type { PolygonTable } from './rings.ts';
import type { PointRows } from './rows.ts';
import { pointRows, rowRange } from './rows.ts';

/**
 * For each point the areas whose boundary comes nearer than the point's and the area's accuracy together, m, ascending:
 * the same as by `isBoundaryWithin`, without asking it of every pair. Points with NaN are near nothing.
 *
 * Each chain of edges looks up the points of a box around it, wider by the accuracy; points are grouped by accuracy, so
 * that one badly known position does not widen the boxes for all.
 */
export function boundariesNear(lng: Float64Array, lat: Float64Array, xyz: Float64Array, accuracyM: Float64Array, table: PolygonTable, areaAccuracyM: ArrayLike<number>): Lists {
  const areas = table.areaStart.length - 1;
  const pairPoint: number[] = [];
  const pairArea: number[] = [];
  const foundIn = new Int32Array(lng.length).fill(-1);
  const groups = groupsOf(lng, lat, accuracyM);
  for (let area = 0; area < areas; area++) {
    for (const { points, widestM } of groups) {
      const limitM = (point: number) => (accuracyM[point] as number) + (areaAccuracyM[area] as number);
      const found = (point: number): void => {
        foundIn[point] = area;
        pairPoint.push(point);
        pairArea.push(area);
      };
      nearArea(table, area, widestM + (areaAccuracyM[area] as number), points, lng, (point, chain) => {
        if (foundIn[point] !== area && isChainWithin(table, chain, xyz, point, lng[point] as number, lat[point] as number, limitM(point))) found(point);
      });
    }
  }
  const { offsets, items: pairs } = listsByKey(pairPoint, lng.length);
  return { offsets, items: pairs.map((pair) => pairArea[pair] as number) };
}

/** Calls for each chain of the area with each point in the box around it. */
function nearArea(table: PolygonTable, area: number, widestM: number, points: PointRows, lng: Float64Array, visit: (point: number, chain: number) => void): void {
  if (!(widestM > 0)) return;
  const { from, to, areaStart } = edgeChains(table);
  // A radian of latitude is at least b²/a long, one of longitude that times the cosine.
  const reachLat = ((widestM / MIN_CURVATURE_RADIUS_M) * (1 + 1e-9)) / RADIANS;
  for (let chain = areaStart[area] as number; chain < (areaStart[area + 1] as number); chain++) {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let position = from[chain] as number; position <= (to[chain] as number); position++) {
      const x = table.coords[2 * position] as number;
      const y = table.coords[2 * position + 1] as number;
      if (x < west) west = x;
      if (x > east) east = x;
      if (y < south) south = y;
      if (y > north) north = y;
    }
    const farthest = Math.max(Math.abs(south), Math.abs(north)) + reachLat;
    const cos = farthest < 89 ? Math.cos(farthest * RADIANS) : 0;
    const reachLng = (reachLat * (1 + 1e-9)) / cos;
    const around = cos === 0 || west - reachLng < -180 || east + reachLng > 180;
    const range = rowRange(points, south - reachLat, north + reachLat);
    for (let k = range.from; k < range.to; k++) {
      const point = points.items[k] as number;
      const x = lng[point] as number;
      if (around || (x >= west - reachLng && x <= east + reachLng)) visit(point, chain);
    }
  }
}

interface Group {
  readonly points: PointRows;
  readonly widestM: number;
}

/** Accuracies in one group differ by no more than this factor, but for the finest. */
const SPREAD = 4;
const FINEST_M = 100;

function groupsOf(lng: Float64Array, lat: Float64Array, accuracyM: Float64Array): readonly Group[] {
  const level = (point: number) => Math.max(0, Math.ceil(Math.log((accuracyM[point] as number) / FINEST_M) / Math.log(SPREAD)));
  const levels = Int32Array.from(lng, (_, point) => level(point));
  return [...new Set(levels)].map((wanted) => {
    let widestM = 0;
    const own = lat.map((value, point) => {
      if (levels[point] !== wanted) return NaN;
      widestM = Math.max(widestM, accuracyM[point] as number);
      return value;
    });
    return { points: pointRows(lng, own), widestM };
  });
}

import { areaRuns } from './area-runs.ts';
import type { Lists } from './lists.ts';
import { pointIndex } from './point-index.ts';
import { CROSSES, MISSES, rayMeetsEdges, straddles, TOUCHES } from './ray.ts';
import type { PolygonTable } from './rings.ts';
import { CHAIN_EDGES } from './rings.ts';
import { listsOfRuns } from './runs.ts';

/** Where a point lies with respect to a ring. */
export type Side = typeof OUTSIDE | typeof ON_EDGE | typeof INSIDE;
export const OUTSIDE = -1;
export const ON_EDGE = 0;
export const INSIDE = 1;

/** Is the point in the area? Edges, vertices and the edges of holes belong to it. Degrees; false when a number is NaN. */
export function areaContains(table: PolygonTable, area: number, lng: number, lat: number): boolean {
  return areaSide(table, area, lng, lat) !== OUTSIDE;
}

/** The same, telling the boundary from the interior. The boundary is every ring's edges, also where two polygons of the area meet. */
export function areaSide(table: PolygonTable, area: number, lng: number, lat: number): Side {
  if (!boxContains(table, area, lng, lat)) return OUTSIDE;
  const end = table.areaStart[area + 1] as number;
  let side: Side = OUTSIDE;
  for (let polygon = table.areaStart[area] as number; polygon < end; polygon++) {
    const here = polygonSide(table, polygon, lng, lat);
    if (here === ON_EDGE) return ON_EDGE;
    if (here === INSIDE) side = INSIDE;
  }
  return side;
}

function boxContains({ boxes }: PolygonTable, area: number, lng: number, lat: number): boolean {
  const at = 4 * area;
  return (
    lng >= (boxes[at] as number) && lat >= (boxes[at + 1] as number) && lng <= (boxes[at + 2] as number) && lat <= (boxes[at + 3] as number)
  );
}

function polygonSide(table: PolygonTable, polygon: number, lng: number, lat: number): Side {
  const outer = table.polygonStart[polygon] as number;
  const end = table.polygonStart[polygon + 1] as number;
  let polygonIs: Side = OUTSIDE;
  for (let ring = outer; ring < end; ring++) {
    const side = ringSide(table, ring, lng, lat);
    if (side === ON_EDGE) return ON_EDGE;
    if (side === INSIDE) polygonIs = ring === outer ? INSIDE : OUTSIDE;
  }
  return polygonIs;
}

/** Where a point lies with respect to one ring, as if it had no others beside it. */
export function ringSide({ coords, ringStart, chainStart, chainBoxes }: PolygonTable, ring: number, x: number, y: number): Side {
  const last = (ringStart[ring + 1] as number) - 1;
  const endChain = chainStart[ring + 1] as number;
  let edge = ringStart[ring] as number;
  let crossings = MISSES;
  for (let chain = chainStart[ring] as number; chain < endChain; chain++, edge += CHAIN_EDGES) {
    if ((chainBoxes[4 * chain] as number) > x || (chainBoxes[4 * chain + 1] as number) > y || (chainBoxes[4 * chain + 3] as number) < y) continue;
    const endEdge = Math.min(edge + CHAIN_EDGES, last);
    if ((chainBoxes[4 * chain + 2] as number) < x) {
      // All of the chain lies to the west: only its ends count.
      if (straddles(coords, edge, endEdge, y)) crossings ^= CROSSES;
      continue;
    }
    const meetings = rayMeetsEdges(coords, edge, endEdge, x, y);
    if (meetings === TOUCHES) return ON_EDGE;
    crossings ^= meetings;
  }
  return crossings === CROSSES ? INSIDE : OUTSIDE;
}

/**
 * Which areas contain which points, boundary included: for each point the areas by ascending index. Points without
 * coordinates are in none. Who asks again and again keeps the index and calls `areaRuns`.
 */
export function pointsInAreas(lng: Float64Array, lat: Float64Array, table: PolygonTable): Lists {
  const index = pointIndex(lng, lat);
  return listsOfRuns(index, areaRuns(index, table));
}

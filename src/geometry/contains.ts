import { areaRuns } from './area-runs.ts';
import type { Lists } from './lists.ts';
import { pointIndex } from './point-index.ts';
import { CROSSES, rayMeetsRun, TOUCHES } from './ray.ts';
import type { AreaTable } from './rings.ts';
import { listsOfRuns } from './runs.ts';

/** Where a point lies with respect to a ring. */
export type Side = typeof OUTSIDE | typeof ON_EDGE | typeof INSIDE;
export const OUTSIDE = -1;
export const ON_EDGE = 0;
export const INSIDE = 1;

/** Is the point in the area? Edges, vertices and the edges of holes belong to it. Degrees; false when a number is NaN. */
export function areaContains(table: AreaTable, area: number, lng: number, lat: number): boolean {
  return areaSide(table, area, lng, lat) !== OUTSIDE;
}

/** The same, telling the boundary from the interior. The boundary is every ring's edges, also where two polygons of the area meet. */
export function areaSide(table: AreaTable, area: number, lng: number, lat: number): Side {
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

function boxContains({ boxes }: AreaTable, area: number, lng: number, lat: number): boolean {
  const at = 4 * area;
  return (
    lng >= (boxes[at] as number) && lat >= (boxes[at + 1] as number) && lng <= (boxes[at + 2] as number) && lat <= (boxes[at + 3] as number)
  );
}

function polygonSide(table: AreaTable, polygon: number, lng: number, lat: number): Side {
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
export function ringSide(table: AreaTable, ring: number, lng: number, lat: number): Side {
  const last = (table.ringStart[ring + 1] as number) - 1;
  const meetings = rayMeetsRun(table, ring, table.ringStart[ring] as number, last, lng, lat);
  return meetings === TOUCHES ? ON_EDGE : meetings === CROSSES ? INSIDE : OUTSIDE;
}

/**
 * Which areas contain which points, boundary included: for each point the areas by ascending index. Points without
 * coordinates are in none. Who asks again and again keeps the index and calls `areaRuns`.
 */
export function pointsInAreas(lng: Float64Array, lat: Float64Array, table: AreaTable): Lists {
  const index = pointIndex(lng, lat);
  return listsOfRuns(index, areaRuns(index, table));
}

import { orient2d } from 'robust-predicates';
import type { Lists } from './lists.ts';
import { listsByKey } from './lists.ts';
import type { PolygonTable } from './rings.ts';
import type { Rows } from './rows.ts';
import { pointRows, rowOf, rowRange, rowsOver } from './rows.ts';

/*
 * Inside and outside, exactly: a ray to the east and the parity of the edges it crosses. Comparisons of coordinates are
 * exact; the one computed quantity, the side of an edge, comes from Shewchuk's adaptive orientation test, which falls
 * back on exact arithmetic when its error bound leaves the sign open. No tolerance anywhere. (Its one limit, underflow,
 * needs points closer than 1e-150 degrees.)
 */

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
export function ringSide(table: PolygonTable, ring: number, lng: number, lat: number): Side {
  const last = (table.ringStart[ring + 1] as number) - 1;
  let side: Side = OUTSIDE;
  for (let edge = table.ringStart[ring] as number; edge < last; edge++) {
    const meeting = rayMeetsEdge(table.coords, edge, lng, lat);
    if (meeting === TOUCHES) return ON_EDGE;
    if (meeting === CROSSES) side = side === INSIDE ? OUTSIDE : INSIDE;
  }
  return side;
}

const MISSES = 0;
const CROSSES = 1;
/** The point itself lies on the edge. */
const TOUCHES = 2;

/** Does the ray from the point to the east cross the edge? An edge owns its lower end, not its upper one, so that a vertex counts once. */
function rayMeetsEdge(coords: Float64Array, edge: number, x: number, y: number): number {
  const x1 = coords[2 * edge] as number;
  const y1 = coords[2 * edge + 1] as number;
  const x2 = coords[2 * edge + 2] as number;
  const y2 = coords[2 * edge + 3] as number;
  if ((y1 > y) === (y2 > y)) {
    // Both ends above, or none: only a vertex at the point or a level edge through it can touch.
    if (y1 === y && (x1 === x || (y2 === y && (x1 < x) !== (x2 < x)))) return TOUCHES;
    return y2 === y && x2 === x ? TOUCHES : MISSES;
  }
  if (x1 < x && x2 < x) return MISSES;
  if (x1 > x && x2 > x) return CROSSES;
  const turn = orient2d(x1, y1, x2, y2, x, y);
  if (turn === 0) return TOUCHES;
  // robust-predicates is negative when the three points turn left.
  return (turn < 0) === (y2 > y1) ? CROSSES : MISSES;
}

/**
 * Which areas contain which points, boundary included: for each point the areas by ascending index. Points with NaN are
 * in none. Points are looked up by row of latitude, the edges of an area likewise, so that a point meets few edges.
 */
export function pointsInAreas(lng: Float64Array, lat: Float64Array, table: PolygonTable): Lists {
  const points = pointRows(lng, lat);
  const pairPoint: number[] = [];
  const pairArea: number[] = [];
  const areas = table.areaStart.length - 1;
  for (let area = 0; area < areas; area++) {
    const south = table.boxes[4 * area + 1] as number;
    const north = table.boxes[4 * area + 3] as number;
    if (!(south <= north)) continue;
    let edges: EdgeRows | null = null;
    const { from, to } = rowRange(points, south, north);
    for (let k = from; k < to; k++) {
      const point = points.items[k] as number;
      const x = lng[point] as number;
      const y = lat[point] as number;
      if (!boxContains(table, area, x, y)) continue;
      edges ??= edgeRows(table, area);
      if (areaContainsByRow(table, area, edges, x, y)) {
        pairPoint.push(point);
        pairArea.push(area);
      }
    }
  }
  const { offsets, items: pairs } = listsByKey(pairPoint, lng.length);
  return { offsets, items: pairs.map((pair) => pairArea[pair] as number) };
}

/** The edges of one area by the rows of latitude they reach into, each row's edges ascending. */
interface EdgeRows extends Lists {
  readonly rows: Rows;
}

function edgeRows(table: PolygonTable, area: number): EdgeRows {
  const firstRing = table.polygonStart[table.areaStart[area] as number] as number;
  const endRing = table.polygonStart[table.areaStart[area + 1] as number] as number;
  const edgeCount = (table.ringStart[endRing] as number) - (table.ringStart[firstRing] as number);
  const rows = rowsOver(table.boxes[4 * area + 1] as number, table.boxes[4 * area + 3] as number, edgeCount >> 1);
  const entryEdge: number[] = [];
  const entryRow: number[] = [];
  for (let ring = firstRing; ring < endRing; ring++) {
    const last = (table.ringStart[ring + 1] as number) - 1;
    for (let edge = table.ringStart[ring] as number; edge < last; edge++) {
      const a = rowOf(rows, table.coords[2 * edge + 1] as number);
      const b = rowOf(rows, table.coords[2 * edge + 3] as number);
      for (let row = Math.min(a, b); row <= Math.max(a, b); row++) {
        entryEdge.push(edge);
        entryRow.push(row);
      }
    }
  }
  const { offsets, items } = listsByKey(entryRow, rows.count);
  return { rows, offsets, items: items.map((entry) => entryEdge[entry] as number) };
}

/** `areaContains` over the edges of the point's row alone; the others cannot meet its ray. */
function areaContainsByRow(table: PolygonTable, area: number, edges: EdgeRows, lng: number, lat: number): boolean {
  const row = rowOf(edges.rows, lat);
  const end = edges.offsets[row + 1] as number;
  let at = edges.offsets[row] as number;
  const endPolygon = table.areaStart[area + 1] as number;
  for (let polygon = table.areaStart[area] as number; polygon < endPolygon; polygon++) {
    const outer = table.polygonStart[polygon] as number;
    const endRing = table.polygonStart[polygon + 1] as number;
    let contained = false;
    for (let ring = outer; ring < endRing; ring++) {
      const endEdge = table.ringStart[ring + 1] as number;
      let odd = false;
      for (; at < end && (edges.items[at] as number) < endEdge; at++) {
        const meeting = rayMeetsEdge(table.coords, edges.items[at] as number, lng, lat);
        if (meeting === TOUCHES) return true;
        if (meeting === CROSSES) odd = !odd;
      }
      if (odd) contained = ring === outer;
    }
    if (contained) return true;
  }
  return false;
}

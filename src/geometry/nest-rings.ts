import Flatbush from 'flatbush';
import type { PolygonRings, Position } from './rings.ts';
import { side } from './segments.ts';

/** Edges looked at before giving up: some seconds. A country's islands and lakes need some millions. */
const MAX_STEPS = 300_000_000;
/** Vertices of a hole that may all lie on the edges of the ring around it. */
const MOST_TRIED = 16;

/**
 * Rings in any order to polygons, by the rule of shapefiles: outer rings turn clockwise, holes against it, and a hole
 * belongs to the smallest outer ring around it. A hole that lies in none, and a ring without area, becomes a polygon of its own: nothing is lost, and
 * `ringProblems` has the last word. `null` when there are too many rings within rings to tell in reasonable time. Planar;
 * any unit.
 */
export function nestRings(rings: readonly (readonly Position[])[]): PolygonRings[] | null {
  const areas = rings.map(doubleArea);
  const outers = rings.flatMap((ring, i) => ((areas[i] as number) < 0 ? [{ ring, area: -(areas[i] as number), holes: [] as (readonly Position[])[] }] : []));
  const others = rings.filter((_, i) => !((areas[i] as number) < 0));
  if (outers.length === 0) return rings.map((ring) => [ring]);

  const index = new Flatbush(outers.length);
  for (const { ring } of outers) index.add(...boxOf(ring));
  index.finish();
  let steps = 0;
  const orphans: PolygonRings[] = [];
  for (const ring of others) {
    const [west, south, east, north] = boxOf(ring);
    const around = index
      .search(west, south, east, north)
      .map((i) => outers[i])
      .filter((outer) => outer !== undefined)
      .filter((outer) => steps <= MAX_STEPS && isInside(ring, outer.ring, () => (steps += outer.ring.length)));
    if (steps > MAX_STEPS) return null;
    const [home] = around.sort((a, b) => a.area - b.area);
    if (home === undefined) orphans.push([ring]);
    else home.holes.push(ring);
  }
  return [...outers.map(({ ring, holes }) => [ring, ...holes]), ...orphans];
}

/** Twice the signed area, positive when the ring turns against the clock; counted from the first vertex, so that large coordinates lose no digits. */
export function doubleArea(ring: readonly Position[]): number {
  const [x0, y0] = ring[0] ?? [0, 0];
  let [sum, x, y] = [0, 0, 0];
  for (let i = 1; i < ring.length; i++) {
    const position = ring[i] as Position;
    const nextX = position[0] - x0;
    const nextY = position[1] - y0;
    sum += x * nextY - nextX * y;
    x = nextX;
    y = nextY;
  }
  return sum;
}

function boxOf(ring: readonly Position[]): [west: number, south: number, east: number, north: number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of ring) {
    [west, east] = [Math.min(west, x), Math.max(east, x)];
    [south, north] = [Math.min(south, y), Math.max(north, y)];
  }
  return [west, south, east, north];
}

/** Rings that do not cross: the first vertex off the other's edges tells for all. One that lies wholly on the edges counts as inside. */
function isInside(ring: readonly Position[], outer: readonly Position[], count: () => void): boolean {
  for (const position of ring.slice(0, MOST_TRIED)) {
    count();
    const where = sideOfRing(position, outer);
    if (where !== 0) return where > 0;
  }
  return true;
}

/** +1 inside, 0 on an edge, -1 outside; the parity of the edges east of the point. */
function sideOfRing([x, y]: Position, ring: readonly Position[]): number {
  let inside = false;
  for (let i = 1; i < ring.length; i++) {
    const a = ring[i - 1] as Position;
    const b = ring[i] as Position;
    if (Math.max(a[1], b[1]) < y || Math.min(a[1], b[1]) > y || Math.max(a[0], b[0]) < x) continue;
    const turn = side(a, b, [x, y]);
    if (turn === 0 && Math.min(a[0], b[0]) <= x) return 0;
    if (a[1] <= y !== b[1] <= y && (turn < 0) === b[1] > a[1]) inside = !inside;
  }
  return inside ? 1 : -1;
}

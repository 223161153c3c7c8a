import type { Steps } from '../../base/steps.ts';
import type { LngLat, MultiPolygon, Polygon } from '../../domain/place.ts';
import { ringBounds } from '../ring-bounds.ts';

/** Positions tried along each axis. */
const GRID = 24;

/** How far inside a position must be, as a share of the most inward one. */
const DEEP_ENOUGH = 0.4;

/** A label tries each of its places, so they are few and apart. */
const MOST_PLACES = 16;

/**
 * Positions well inside an area where its name may stand, the most inward first, the others spread over it. Found on a
 * grid, which is near enough for a word: nothing is decided here. Longitudes are shrunk by the cosine of the latitude so
 * that "far from the edge" means the same along both axes.
 */
export function labelPlaces(polygons: MultiPolygon): readonly LngLat[] {
  const places = found.get(polygons) ?? findPlaces(polygons);
  found.set(polygons, places);
  return places;
}

/** Finds them beforehand, an area a step: those of a city together are a long task. */
export function* labelPlacesSteps(areas: readonly MultiPolygon[]): Steps<void> {
  for (const [done, area] of areas.entries()) {
    labelPlaces(area);
    yield done / areas.length;
  }
}

/** Areas stay while the page asks about them again and again. */
const found = new WeakMap<MultiPolygon, readonly LngLat[]>();

function findPlaces(polygons: MultiPolygon): readonly LngLat[] {
  const polygon = largest(polygons);
  const outer = polygon?.[0];
  if (polygon === undefined || outer === undefined || outer.length === 0) return [];
  const [west, south, east, north] = ringBounds(outer);
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const tried: { readonly place: LngLat; readonly depth: number }[] = [];
  for (let i = 1; i < GRID; i++) {
    for (let j = 1; j < GRID; j++) {
      const place: LngLat = [west + ((east - west) * i) / GRID, south + ((north - south) * j) / GRID];
      tried.push({ place, depth: depthInside(polygon, place, shrink) });
    }
  }
  tried.sort((a, b) => b.depth - a.depth);
  const deepest = tried[0];
  if (deepest === undefined || deepest.depth <= 0) return [];
  const apart = Math.hypot((east - west) * shrink, north - south) / 10;
  const places: LngLat[] = [];
  for (const { place, depth } of tried) {
    if (depth < deepest.depth * DEEP_ENOUGH || places.length === MOST_PLACES) break;
    const near = places.some(([lng, lat]) => Math.hypot((lng - place[0]) * shrink, lat - place[1]) < apart);
    if (!near) places.push(place);
  }
  return places;
}

function largest(polygons: MultiPolygon): Polygon | undefined {
  let best: Polygon | undefined;
  let bestArea = -1;
  for (const polygon of polygons) {
    const [west, south, east, north] = ringBounds(polygon[0] ?? []);
    const area = (east - west) * (north - south);
    if (area > bestArea) [best, bestArea] = [polygon, area];
  }
  return best;
}

/** Distance to the nearest edge in shrunk degrees, positive inside. */
function depthInside(polygon: Polygon, [x, y]: LngLat, shrink: number): number {
  let inside = false;
  let nearest = Infinity;
  for (const ring of polygon) {
    let previous = ring.at(-1);
    for (const current of ring) {
      if (previous === undefined) break;
      const [ax, ay] = [(previous[0] - x) * shrink, previous[1] - y];
      const [bx, by] = [(current[0] - x) * shrink, current[1] - y];
      if (ay > 0 !== by > 0 && ax - (ay * (bx - ax)) / (by - ay) > 0) inside = !inside;
      nearest = Math.min(nearest, distanceFromOrigin(ax, ay, bx, by));
      previous = current;
    }
  }
  return inside ? nearest : -nearest;
}

function distanceFromOrigin(ax: number, ay: number, bx: number, by: number): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length2 = dx * dx + dy * dy;
  const t = length2 === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length2));
  return Math.hypot(ax + t * dx, ay + t * dy);
}

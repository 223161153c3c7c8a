import type { LngLat, MultiPolygon } from '../../domain/place.ts';
import type { VertexPlace } from '../../draft/vertices.ts';
import { cornersOf } from '../../draft/vertices.ts';

export interface Pixel {
  readonly x: number;
  readonly y: number;
}

/** What a pointer can take hold of: a corner, the middle of an edge (which makes a new corner), or the whole area. */
export type Handle =
  | { readonly kind: 'corner'; readonly place: VertexPlace; readonly at: LngLat; readonly px: Pixel }
  | { readonly kind: 'middle'; readonly place: VertexPlace; readonly at: LngLat; readonly px: Pixel }
  | { readonly kind: 'whole'; readonly at: LngLat; readonly px: Pixel };

/** An edge shorter than this on the screen has no middle: its corners would lie under it, px. */
const LEAST_EDGE_PX = 28;

export interface Sight {
  readonly project: (at: LngLat) => Pixel;
  readonly width: number;
  readonly height: number;
}

/** Handles within sight, corners last, so that they are drawn and found on top. */
export function handlesOf(area: MultiPolygon, sight: Sight): readonly Handle[] {
  const corners: Handle[] = [];
  const middles: Handle[] = [];
  for (const [polygon, rings] of area.entries()) {
    for (const [ring, positions] of rings.entries()) {
      const points = cornersOf(positions).map((at) => ({ at, px: sight.project(at) }));
      for (const [vertex, { at, px }] of points.entries()) {
        if (isSeen(px, sight)) corners.push({ kind: 'corner', place: { polygon, ring, vertex }, at, px });
        const next = points[(vertex + 1) % points.length];
        if (next === undefined || Math.hypot(next.px.x - px.x, next.px.y - px.y) < LEAST_EDGE_PX) continue;
        const middle: LngLat = [(at[0] + next.at[0]) / 2, (at[1] + next.at[1]) / 2];
        const middlePx = sight.project(middle);
        if (isSeen(middlePx, sight)) middles.push({ kind: 'middle', place: { polygon, ring, vertex: vertex + 1 }, at: middle, px: middlePx });
      }
    }
  }
  return [...wholeOf(area, sight), ...middles, ...corners];
}

/** The nearest handle within reach; of equally near ones the topmost. */
export function handleAt(handles: readonly Handle[], { x, y }: Pixel, reachPx: number): Handle | null {
  let best: Handle | null = null;
  let bestPx = reachPx;
  for (const handle of handles) {
    const distance = Math.hypot(handle.px.x - x, handle.px.y - y);
    if (distance <= bestPx) [best, bestPx] = [handle, distance];
  }
  return best;
}

/** In the middle of the box of the first outline: a handle that is nowhere near the edges. */
function wholeOf([first]: MultiPolygon, sight: Sight): readonly Handle[] {
  const ring = first?.[0] ?? [];
  if (ring.length === 0) return [];
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lng, lat] of ring) {
    [west, east] = [Math.min(west, lng), Math.max(east, lng)];
    [south, north] = [Math.min(south, lat), Math.max(north, lat)];
  }
  const at: LngLat = [(west + east) / 2, (south + north) / 2];
  return [{ kind: 'whole', at, px: sight.project(at) }];
}

function isSeen({ x, y }: Pixel, { width, height }: Sight): boolean {
  return x >= -8 && y >= -8 && x <= width + 8 && y <= height + 8;
}

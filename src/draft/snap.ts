import Flatbush from 'flatbush';
import type { LngLat, MultiPolygon, Ring } from '../domain/place.ts';
import { RADIANS } from '../geometry/ellipsoid.ts';
import type { RingSpot } from './trace.ts';

/** Where a pointer catches: on a corner exactly, or on an edge as near as a double allows. */
export interface Snap {
  readonly kind: 'corner' | 'edge';
  readonly at: LngLat;
  /** The ring that was caught, and where on it: from here a boundary can be traced. */
  readonly ring: Ring;
  readonly spot: RingSpot;
}

/** Edges of all layers that catch, with an index; built once a drag, asked at every move. */
export interface SnapTargets {
  readonly edges: readonly { readonly ring: Ring; readonly edge: number }[];
  readonly tree: Flatbush | null;
}

export function snapTargets(areas: readonly MultiPolygon[]): SnapTargets {
  const edges = areas.flat(2).flatMap((ring) => ring.slice(1).map((_, edge) => ({ ring, edge })));
  if (edges.length === 0) return { edges, tree: null };
  const tree = new Flatbush(edges.length);
  for (const { ring, edge } of edges) {
    const [from, to] = [ring[edge] as LngLat, ring[edge + 1] as LngLat];
    tree.add(Math.min(from[0], to[0]), Math.min(from[1], to[1]), Math.max(from[0], to[0]), Math.max(from[1], to[1]));
  }
  tree.finish();
  return { edges, tree };
}

/**
 * What a pointer catches within `reachDeg` (degrees of longitude at its latitude; as far north as on the map, which
 * stretches both alike): the nearest corner, else the nearest point of an edge. A corner within reach always wins, so
 * that two boundaries meet in the same number and not beside it.
 */
export function snapTo({ edges, tree }: SnapTargets, [lng, lat]: LngLat, reachDeg: number): Snap | null {
  if (tree === null) return null;
  const stretch = 1 / Math.cos(lat * RADIANS);
  const high = reachDeg / stretch;
  const distance = (at: LngLat): number => Math.hypot(at[0] - lng, (at[1] - lat) * stretch);
  let corner: Snap | null = null;
  let beside: Snap | null = null;
  for (const found of tree.search(lng - reachDeg, lat - high, lng + reachDeg, lat + high).sort((a, b) => a - b)) {
    const { ring, edge } = edges[found] as SnapTargets['edges'][number];
    const [from, to] = [ring[edge] as LngLat, ring[edge + 1] as LngLat];
    for (const [end, at] of [[edge, from], [edge + 1, to]] as const) {
      if (distance(at) > reachDeg || (corner !== null && distance(at) >= distance(corner.at))) continue;
      corner = { kind: 'corner', at, ring, spot: { edge: end === ring.length - 1 ? 0 : end, at } };
    }
    const at = footOn(from, to, [lng, lat], stretch);
    if (distance(at) > reachDeg || (beside !== null && distance(at) >= distance(beside.at))) continue;
    beside = { kind: 'edge', at, ring, spot: { edge, at } };
  }
  return corner ?? beside;
}

function footOn(from: LngLat, to: LngLat, [lng, lat]: LngLat, stretch: number): LngLat {
  const [dx, dy] = [to[0] - from[0], (to[1] - from[1]) * stretch];
  const squared = dx * dx + dy * dy;
  if (squared === 0) return from;
  const t = Math.min(Math.max(((lng - from[0]) * dx + (lat - from[1]) * stretch * dy) / squared, 0), 1);
  return [from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])];
}

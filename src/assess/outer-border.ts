import type { LngLat, MultiPolygon, Polygon } from '../domain/place.ts';

/**
 * The border of several areas together: an edge that two of them share is inside and cancels out. Each remaining edge
 * comes back as a ring there and back, which has no area: good for measuring the distance to the border, for nothing else.
 */
export function outerBorder(areas: readonly MultiPolygon[]): MultiPolygon {
  const edges = new Map<string, Polygon | null>();
  for (const ring of areas.flat(2)) {
    for (let k = 1; k < ring.length; k++) {
      const [from, to] = [ring[k - 1], ring[k]] as [LngLat, LngLat];
      const key = edgeKey(from, to);
      edges.set(key, edges.has(key) ? null : [[from, to, to, from]]);
    }
  }
  return [...edges.values()].filter((edge) => edge !== null);
}

function edgeKey(a: LngLat, b: LngLat): string {
  const [first, second] = [a.join(), b.join()].sort();
  return `${first ?? ''} ${second ?? ''}`;
}

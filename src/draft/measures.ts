import type { LngLat, MultiPolygon, Ring } from '../domain/place.ts';
import type { HeatSource } from '../domain/heat-source.ts';
import { geodesicDistanceM } from '../geometry/geodesic.ts';

/** 亩: fifteen of them are a hectare. */
export function muOf(squareMetres: number): number {
  return (squareMetres * 15) / 10_000;
}

/** Geodesic length of each edge of a ring or a line, m, in their order. */
export function edgeLengthsM(line: readonly LngLat[]): number[] {
  return line.slice(1).map((to, i) => {
    const from = line[i] ?? to;
    return geodesicDistanceM(from[0], from[1], to[0], to[1]);
  });
}

/** Length of all edges of a line or a ring, m. */
export function lengthM(line: readonly LngLat[]): number {
  return edgeLengthsM(line).reduce((sum, edge) => sum + edge, 0);
}

/** All rings together, those of holes included, m. */
export function perimeterM(area: MultiPolygon): number {
  return area.flat().reduce((sum: number, ring: Ring) => sum + lengthM(ring), 0);
}

/** The heat source whose point is nearest by geodesic, and how far it is; `null` when there is none. */
export function nearestSource([lng, lat]: LngLat, sources: readonly HeatSource[]): { readonly source: HeatSource; readonly distanceM: number } | null {
  let nearest: { source: HeatSource; distanceM: number } | null = null;
  for (const source of sources) {
    const distanceM = geodesicDistanceM(lng, lat, source.lngLat[0], source.lngLat[1]);
    if (nearest === null || distanceM < nearest.distanceM) nearest = { source, distanceM };
  }
  return nearest;
}

import { areaContains } from '../geometry/contains.ts';
import { geodesicDistanceM } from '../geometry/geodesic.ts';
import { areaMarginM } from '../geometry/margin.ts';
import { nearestCentre, pointsWithinRadius } from '../geometry/within-radius.ts';
import type { Lists } from './assessment.ts';
import type { Scene } from './scene.ts';

export interface SourceDistances extends Lists {
  readonly distanceM: Float64Array;
}

/** From a position to a source: to its point, or to the nearest point of its outline or course; 0 inside an area. */
export function sourceDistanceM(scene: Scene, source: number, lng: number, lat: number): number {
  const { sources, sourceList, sourceShapes } = scene;
  if (!sourceList[source]?.shaped) return geodesicDistanceM(lng, lat, sources.lng[source] as number, sources.lat[source] as number);
  return areaContains(sourceShapes, source, lng, lat) ? 0 : -areaMarginM(sourceShapes, source, lng, lat);
}

/** The sources within `radiusM` (one radius a source) of each position, ascending, and how far they are. */
export function sourcesWithin(scene: Scene, lng: Float64Array, lat: Float64Array, radiusM: Float64Array): SourceDistances {
  const { points, shapes } = split(scene);
  const at = pick(scene, points);
  const near = pointsWithinRadius(lng, lat, at.lng, at.lat, Float64Array.from(points, (source) => radiusM[source] as number));
  if (shapes.length === 0) return near;

  const offsets = new Uint32Array(lng.length + 1);
  const found: { source: number; distanceM: number }[] = [];
  for (let row = 0; row < lng.length; row++) {
    const here = shapes.flatMap((source) => {
      const distanceM = sourceDistanceM(scene, source, lng[row] as number, lat[row] as number);
      return distanceM <= (radiusM[source] as number) ? [{ source, distanceM }] : [];
    });
    for (let k = near.offsets[row] as number; k < (near.offsets[row + 1] as number); k++) {
      here.push({ source: points[near.items[k] as number] as number, distanceM: near.distanceM[k] as number });
    }
    found.push(...here.sort((a, b) => a.source - b.source));
    offsets[row + 1] = found.length;
  }
  return { offsets, items: Uint32Array.from(found, ({ source }) => source), distanceM: Float64Array.from(found, ({ distanceM }) => distanceM) };
}

/** The nearest source of each position: -1 and NaN where there is none. @param allowed 1 for each source that counts. */
export function nearestSource(scene: Scene, lng: Float64Array, lat: Float64Array, allowed?: Uint8Array): { index: Int32Array; distanceM: Float64Array } {
  const { points, shapes } = split(scene);
  const at = pick(scene, points);
  const nearest = nearestCentre(lng, lat, at.lng, at.lat, allowed && Uint8Array.from(points, (source) => allowed[source] as number));
  const index = nearest.index.map((point) => (point === -1 ? -1 : (points[point] as number)));
  const distanceM = nearest.distanceM.slice();
  for (const source of shapes) {
    if (allowed?.[source] === 0) continue;
    for (let row = 0; row < lng.length; row++) {
      const candidateM = sourceDistanceM(scene, source, lng[row] as number, lat[row] as number);
      if (Number.isNaN(candidateM) || candidateM >= (distanceM[row] as number)) continue;
      distanceM[row] = candidateM;
      index[row] = source;
    }
  }
  return { index, distanceM };
}

function split({ sourceList }: Scene): { readonly points: readonly number[]; readonly shapes: readonly number[] } {
  const all = [...sourceList.keys()];
  return { points: all.filter((source) => !sourceList[source]?.shaped), shapes: all.filter((source) => sourceList[source]?.shaped) };
}

function pick({ sources }: Scene, indices: readonly number[]): { readonly lng: Float64Array; readonly lat: Float64Array } {
  const column = (values: Float64Array) => Float64Array.from(indices, (index) => values[index] as number);
  return { lng: column(sources.lng), lat: column(sources.lat) };
}

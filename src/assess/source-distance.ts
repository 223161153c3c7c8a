import { centreRuns } from '../geometry/centre-runs.ts';
import { chordSquared, earthCentred, longestGeodesicM, shortestGeodesicM } from '../geometry/chord.ts';
import { shortGeodesicM } from '../geometry/chord-distance.ts';
import { areaContains } from '../geometry/contains.ts';
import { geodesicDistanceM } from '../geometry/geodesic.ts';
import { areaMarginM } from '../geometry/margin.ts';
import { nearestCentres } from '../geometry/nearest-centre.ts';
import type { PointIndex } from '../geometry/point-index.ts';
import { listsOfRuns } from '../geometry/runs.ts';
import type { Lists } from './assessment.ts';
import type { Columns } from './columns.ts';
import { earthCentredOf } from './positions.ts';
import type { Scene } from './scene.ts';

/** The sources near each record, ascending, with what tells how near without a geodesic. */
export interface SourcesNear extends Lists {
  /** To a source known by its point, the chord; to one known by its shape, the distance itself; m. */
  readonly straightM: Float64Array;
}

/** From a position to a source: to its point, or to the nearest point of its outline or course; 0 inside an area. */
export function sourceDistanceM(scene: Scene, source: number, lng: number, lat: number): number {
  const { sources, sourceList, sourceShapes } = scene;
  if (!sourceList[source]?.shaped) return geodesicDistanceM(lng, lat, sources.lng[source] as number, sources.lat[source] as number);
  return areaContains(sourceShapes, source, lng, lat) ? 0 : -areaMarginM(sourceShapes, source, lng, lat);
}

/**
 * The sources within `radiusM` of the records from `from` on (one radius a source; NaN leaves it out).
 *
 * @param index those records' positions.
 */
export function sourcesNear(scene: Scene, columns: Columns, from: number, index: PointIndex, radiusM: Float64Array): SourcesNear {
  const { sources } = scene;
  const { lng, lat } = columns;
  const xyz = index.count === columns.count ? earthCentredOf(columns) : earthCentred(lng.subarray(from, from + index.count), lat.subarray(from, from + index.count));
  const points = Float64Array.from(radiusM, (radius, source) => (scene.sourceList[source]?.shaped ? NaN : radius));
  const near = listsOfRuns(index, centreRuns(index, sources.lng, sources.lat, points));
  const straightM = chordsOf(near, xyz, earthCentredOf(sources));
  const shapes = shapedSources(scene).filter((source) => (radiusM[source] as number) >= 0);
  if (shapes.length === 0) return { ...near, straightM };

  const offsets = new Uint32Array(index.count + 1);
  const found: { source: number; straightM: number }[] = [];
  for (let row = 0; row < index.count; row++) {
    const here = shapes.flatMap((source) => {
      const distanceM = sourceDistanceM(scene, source, lng[from + row] as number, lat[from + row] as number);
      return distanceM <= (radiusM[source] as number) ? [{ source, straightM: distanceM }] : [];
    });
    for (let k = near.offsets[row] as number; k < (near.offsets[row + 1] as number); k++) {
      here.push({ source: near.items[k] as number, straightM: straightM[k] as number });
    }
    found.push(...here.sort((a, b) => a.source - b.source));
    offsets[row + 1] = found.length;
  }
  return { offsets, items: Uint32Array.from(found, ({ source }) => source), straightM: Float64Array.from(found, ({ straightM }) => straightM) };
}

function chordsOf({ offsets, items }: Lists, xyz: Float64Array, sourceXyz: Float64Array): Float64Array {
  const chordM = new Float64Array(items.length);
  for (let row = 0; row + 1 < offsets.length; row++) {
    for (let k = offsets[row] as number; k < (offsets[row + 1] as number); k++) chordM[k] = Math.sqrt(chordSquared(xyz, row, sourceXyz, items[k] as number));
  }
  return chordM;
}

/** A length that the distance to a source surely reaches, m, by `SourcesNear.straightM`. */
export function shortestByStraightM({ sourceList }: Scene, source: number, straightM: number): number {
  return sourceList[source]?.shaped ? straightM : shortestGeodesicM(straightM);
}

/** A length that it surely does not exceed, m. */
export function longestByStraightM({ sourceList }: Scene, source: number, straightM: number): number {
  return sourceList[source]?.shaped ? straightM : longestGeodesicM(straightM);
}

/** The nearest source of each facility, of those with a 1 in `allowed`: -1 where there is none. @param points the facilities' positions. */
export function nearestSource(scene: Scene, points: PointIndex, allowed: Uint8Array): Int32Array {
  const { sources, sourceList, facilities } = scene;
  const { lng, lat } = facilities;
  const index = nearestCentres(points, sources.lng, sources.lat, allowed.map((counts, source) => (sourceList[source]?.shaped ? 0 : counts)));
  for (const source of shapedSources(scene)) {
    if (allowed[source] !== 1) continue;
    for (let row = 0; row < lng.length; row++) {
      const distanceM = sourceDistanceM(scene, source, lng[row] as number, lat[row] as number);
      const found = index[row] as number;
      if (Number.isNaN(distanceM) || (found !== -1 && distanceM >= sourceDistanceM(scene, found, lng[row] as number, lat[row] as number))) continue;
      index[row] = source;
    }
  }
  return index;
}

/** Beyond this the quick distance is not held to be good enough. */
const QUICK_LIMIT_M = 200_000;
/** More than a quick distance is off by, m. */
const QUICK_ERROR_M = 1e-4;

/**
 * From a facility to a source, within a tenth of a millimetre; rounded to steps of `stepM` it is what the geodesic gives,
 * and it lies on the same side of `limitM`. Many times as fast as the geodesic, for columns.
 */
export function quickDistanceM(scene: Scene, source: number, facility: number, stepM: number, limitM: number): number {
  const { facilities, sources, sourceList } = scene;
  if (!sourceList[source]?.shaped) {
    const distanceM = shortGeodesicM(earthCentredOf(facilities), facility, earthCentredOf(sources), source);
    const isSteady = roundsSteadily(distanceM, stepM) && roundsSteadily(limitM - distanceM, stepM);
    if (distanceM < QUICK_LIMIT_M && Math.abs(limitM - distanceM) > stepM && isSteady) return distanceM;
  }
  return sourceDistanceM(scene, source, facilities.lng[facility] as number, facilities.lat[facility] as number);
}

function roundsSteadily(metres: number, stepM: number): boolean {
  const steps = Math.abs(metres) / stepM;
  return Math.abs(steps - Math.floor(steps) - 0.5) * stepM > QUICK_ERROR_M;
}

function shapedSources({ sourceList }: Scene): readonly number[] {
  return [...sourceList.keys()].filter((source) => sourceList[source]?.shaped);
}

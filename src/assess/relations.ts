import { pointsInAreas } from '../geometry/contains.ts';
import { isBoundaryWithin } from '../geometry/margin.ts';
import type { PolygonTable } from '../geometry/rings.ts';
import type { Lists } from './assessment.ts';
import type { Columns } from './columns.ts';
import type { Scene } from './scene.ts';
import type { SourceDistances } from './source-distance.ts';
import { sourcesWithin } from './source-distance.ts';

/**
 * Where each record of a range stands towards the shapes of the scene. Lists are numbered from the start of the range.
 * Everything is worked out at the first question, so that rules that ask nothing of a shape cost nothing.
 */
export interface Relations {
  /** Zones that contain the position, boundary included. */
  readonly zonesAround: () => Lists;
  /** Zones whose boundary is nearer than the position and the boundary are known: inside or not is `review`. */
  readonly zonesNear: () => Lists;
  readonly divisionsAround: () => Lists;
  readonly divisionsNear: () => Lists;
  /** 1 where the position may lie beyond all loaded divisions. */
  readonly mayLieBeyond: () => Uint8Array;
  /** Heat sources near enough to matter: within their reach, or beyond it by less than the accuracies. */
  readonly sourcesNear: () => SourceDistances;
}

/** @param reachM how far a heat source reaches unless it says otherwise, m; `null` when no rule names a radius. */
export function relate(scene: Scene, columns: Columns, from: number, to: number, reachM: number | null): Relations {
  const lng = columns.lng.subarray(from, to);
  const lat = columns.lat.subarray(from, to);
  const accuracyM = columns.accuracyM.subarray(from, to);
  const near = (shapes: PolygonTable, shapeAccuracyM: (area: number) => number) =>
    areasNear(shapes, lng, lat, (row, area) => (accuracyM[row] as number) + shapeAccuracyM(area));

  return {
    zonesAround: once(() => pointsInAreas(lng, lat, scene.zoneShapes)),
    zonesNear: once(() => near(scene.zoneShapes, (zone) => scene.zones[zone]?.accuracyM ?? 0)),
    divisionsAround: once(() => pointsInAreas(lng, lat, scene.divisionShapes)),
    divisionsNear: once(() => near(scene.divisionShapes, (division) => scene.divisions[division]?.accuracyM ?? 0)),
    mayLieBeyond: once(() => {
      const border = near(scene.outerBorder, () => scene.outerBorderAccuracyM);
      const around = pointsInAreas(lng, lat, scene.divisionShapes);
      return Uint8Array.from(lng, (_, row) => (listLength(border, row) > 0 || listLength(around, row) === 0 ? 1 : 0));
    }),
    sourcesNear: once(() => {
      const widest = accuracyM.reduce((widest, accuracy) => Math.max(widest, accuracy), 0);
      const { sources, sourceList } = scene;
      const radiusM = Float64Array.from(sourceList, (source, s) => (source.reachM ?? reachM ?? 0) + widest + (sources.accuracyM[s] as number));
      return sourcesWithin(scene, lng, lat, radiusM);
    }),
  };
}

/** Areas whose boundary comes nearer to a point than `limitM(row, area)`. */
function areasNear(shapes: PolygonTable, lng: Float64Array, lat: Float64Array, limitM: (row: number, area: number) => number): Lists {
  const areas = shapes.areaStart.length - 1;
  const offsets = new Uint32Array(lng.length + 1);
  const items: number[] = [];
  for (let row = 0; row < lng.length; row++) {
    if (!Number.isNaN(lng[row])) {
      for (let area = 0; area < areas; area++) {
        if (isBoundaryWithin(shapes, area, lng[row] as number, lat[row] as number, limitM(row, area))) items.push(area);
      }
    }
    offsets[row + 1] = items.length;
  }
  return { offsets, items: Uint32Array.from(items) };
}

export function listLength(lists: Lists, row: number): number {
  return (lists.offsets[row + 1] as number) - (lists.offsets[row] as number);
}

export function listOf(lists: Lists, row: number): Uint32Array {
  return lists.items.subarray(lists.offsets[row], lists.offsets[row + 1]);
}

export function isListed(lists: Lists, row: number, item: number): boolean {
  return listOf(lists, row).includes(item);
}

/** Works a value out at the first call and keeps it. */
function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}


import { failed, ok, type Result } from '../../base/result.ts';
import { nestRings } from '../../geometry/nest-rings.ts';
import type { Position } from '../../geometry/rings.ts';
import type { FileFault } from './file-fault.ts';

const HEADER_BYTES = 100;
const FILE_CODE = 9994;
const NO_SHAPE = 0;
/** A shape takes some hundred bytes of memory however small it is in the file. */
const MAX_SHAPES = 1_000_000;
/** Of one shape; a country's islands are some ten thousand. */
const MAX_PARTS = 200_000;

type Family = 'point' | 'line' | 'area' | 'points';

/** Shape types without height and with Z or M (ESRI Shapefile Technical Description, 1998, p. 4). */
const FAMILIES: ReadonlyMap<number, Family> = new Map(
  (['point', 'line', 'area', 'points'] as const).flatMap((family, i) => [0, 10, 20].map((more) => [([1, 3, 5, 8][i] as number) + more, family] as const)),
);

/**
 * The shapes of a .shp as GeoJSON geometries, one a record, `null` for an empty one. Every count is held against the bytes
 * that are there; a file that is cut off is refused as a whole, for a zone that is missing frees whoever stands in it.
 */
export function readShp(entry: string, bytes: Uint8Array): Result<readonly unknown[], FileFault> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const broken = (): Result<never, FileFault> => failed([{ code: 'shp-broken', entry }]);
  if (bytes.length < HEADER_BYTES || view.getInt32(0) !== FILE_CODE) return broken();
  const stated = view.getInt32(24) * 2;
  const type = view.getInt32(32, true);
  const family = FAMILIES.get(type);
  if (family === undefined && type !== NO_SHAPE) return failed([{ code: 'shp-type-unsupported', entry, type }]);
  if (stated < HEADER_BYTES) return broken();

  const shapes: unknown[] = [];
  for (let at = HEADER_BYTES; at < stated; ) {
    const record = shapes.length + 1;
    if (record > MAX_SHAPES) return failed([{ code: 'shp-too-many', entry, limit: MAX_SHAPES }]);
    if (at + 8 > bytes.length) return failed([{ code: 'shp-cut', entry, record }]);
    const length = view.getInt32(at + 4) * 2;
    const start = at + 8;
    at = start + length;
    if (length < 4 || at > stated) return broken();
    if (at > bytes.length) return failed([{ code: 'shp-cut', entry, record }]);
    const content = new DataView(bytes.buffer, bytes.byteOffset + start, length);
    const own = content.getInt32(0, true);
    if (own !== NO_SHAPE && own !== type) return broken();
    const shape = own === NO_SHAPE || family === undefined ? null : readShape(content, family, own);
    if (shape === 'broken') return broken();
    if (shape === 'intricate') return failed([{ code: 'shp-too-intricate', entry, record }]);
    shapes.push(shape);
  }
  return ok(shapes);
}

function readShape(content: DataView, family: Family, type: number): unknown {
  const hasZ = type > 10 && type < 20;
  if (family === 'point') {
    if (content.byteLength < 20 + (hasZ ? 8 : 0)) return 'broken';
    const height = hasZ ? content.getFloat64(20, true) : 0;
    return { type: 'Point', coordinates: [content.getFloat64(4, true), content.getFloat64(12, true), ...(height === 0 ? [] : [height])] };
  }
  if (content.byteLength < 40) return 'broken';
  const partCount = family === 'points' ? 0 : content.getInt32(36, true);
  const countAt = family === 'points' ? 36 : 40;
  if (content.byteLength < countAt + 4) return 'broken';
  const pointCount = content.getInt32(countAt, true);
  const partsAt = countAt + 4;
  const pointsAt = partsAt + 4 * partCount;
  if (partCount < 0 || pointCount < 0 || pointsAt + 16 * pointCount > content.byteLength) return 'broken';

  const heightsAt = pointsAt + 16 * pointCount + 16;
  const hasHeights = hasZ && heightsAt + 8 * pointCount <= content.byteLength;
  const position = (i: number): Position => {
    const [x, y] = [content.getFloat64(pointsAt + 16 * i, true), content.getFloat64(pointsAt + 16 * i + 8, true)];
    const height = hasHeights ? content.getFloat64(heightsAt + 8 * i, true) : 0;
    // A height is kept so that it can be said that it is left out.
    return (height === 0 ? [x, y] : [x, y, height]) as unknown as Position;
  };
  if (partCount > MAX_PARTS) return 'intricate';
  if (family === 'points') return pointsShape(Array.from({ length: pointCount }, (_, i) => position(i)));
  const starts = Array.from({ length: partCount }, (_, part) => content.getInt32(partsAt + 4 * part, true));
  const isAscending = starts.every((start, i) => start <= (starts[i + 1] ?? pointCount)) && (starts[0] ?? 0) === 0;
  if (!isAscending) return 'broken';
  const parts = starts.map((start, i) => Array.from({ length: (starts[i + 1] ?? pointCount) - start }, (_, k) => position(start + k)));
  return family === 'line' ? lineShape(parts) : areaShape(parts);
}

function pointsShape(points: readonly Position[]): unknown {
  if (points.length === 0) return null;
  return points.length === 1 ? { type: 'Point', coordinates: points[0] } : { type: 'MultiPoint', coordinates: points };
}

function lineShape(parts: readonly (readonly Position[])[]): unknown {
  if (parts.length === 0) return null;
  return parts.length === 1 ? { type: 'LineString', coordinates: parts[0] } : { type: 'MultiLineString', coordinates: parts };
}

function areaShape(parts: readonly (readonly Position[])[]): unknown {
  const polygons = nestRings(parts);
  if (polygons === null) return 'intricate';
  if (polygons.length === 0) return null;
  return polygons.length === 1 ? { type: 'Polygon', coordinates: polygons[0] } : { type: 'MultiPolygon', coordinates: polygons };
}

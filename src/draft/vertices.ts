import type { LngLat, MultiPolygon, Ring } from '../domain/place.ts';

/** A ring of an area; the first ring of a polygon is its outer one. */
export interface RingPlace {
  readonly polygon: number;
  readonly ring: number;
}

/** A corner, counted from 0 along its ring; the closing position is corner 0 again and has no number of its own. */
export interface VertexPlace extends RingPlace {
  readonly vertex: number;
}

/** Fewer corners enclose nothing. */
export const LEAST_CORNERS = 3;

export function ringAt(area: MultiPolygon, { polygon, ring }: RingPlace): Ring {
  const found = area[polygon]?.[ring];
  if (found === undefined) throw new Error(`ringAt: got polygon ${polygon}, ring ${ring}, expected one of the area's`);
  return found;
}

/** The corners of a ring, each once. */
export function cornersOf(ring: Ring): readonly LngLat[] {
  return ring.slice(0, -1);
}

/** The ring of these corners. */
export function ringOf(corners: readonly LngLat[]): Ring {
  const [first] = corners;
  return first === undefined ? [] : [...corners, first];
}

/** The area with one ring replaced. */
export function withRing(area: MultiPolygon, { polygon, ring }: RingPlace, changed: Ring): MultiPolygon {
  return area.map((rings, p) => (p === polygon ? rings.map((old, r) => (r === ring ? changed : old)) : rings));
}

export function moveVertex(area: MultiPolygon, place: VertexPlace, to: LngLat): MultiPolygon {
  const corners = expectCorner(area, place);
  return withRing(area, place, ringOf(corners.with(place.vertex, to)));
}

/** Puts a corner on the edge that ends at `place`, so that it becomes corner number `place.vertex` (up to the number of corners). */
export function insertVertex(area: MultiPolygon, place: VertexPlace, at: LngLat): MultiPolygon {
  const corners = cornersOf(ringAt(area, place));
  if (place.vertex < 0 || place.vertex > corners.length) {
    throw new Error(`insertVertex: got corner ${place.vertex}, expected 0 to ${corners.length}`);
  }
  return withRing(area, place, ringOf(corners.toSpliced(place.vertex, 0, at)));
}

/** Takes a corner out. `null` when the ring would keep fewer than three: a ring goes as a whole (`removeRing`). */
export function removeVertex(area: MultiPolygon, place: VertexPlace): MultiPolygon | null {
  const corners = expectCorner(area, place);
  return corners.length <= LEAST_CORNERS ? null : withRing(area, place, ringOf(corners.toSpliced(place.vertex, 1)));
}

/** Takes a hole out, or with its outer ring a whole polygon. */
export function removeRing(area: MultiPolygon, place: RingPlace): MultiPolygon {
  ringAt(area, place);
  if (place.ring === 0) return area.toSpliced(place.polygon, 1);
  return area.map((rings, p) => (p === place.polygon ? rings.toSpliced(place.ring, 1) : rings));
}

function expectCorner(area: MultiPolygon, place: VertexPlace): readonly LngLat[] {
  const corners = cornersOf(ringAt(area, place));
  if (corners[place.vertex] === undefined) throw new Error(`vertices: got corner ${place.vertex}, expected less than ${corners.length}`);
  return corners;
}

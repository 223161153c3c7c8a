import type { AreaTable } from './rings.ts';

/**
 * Whether a place is in an area, from the parity of each ring round it: in a polygon when inside its outer ring and in
 * none of its holes, in the area when in one of its polygons. Kept up to date ring by ring, whichever way rings lie.
 */
export interface Nesting {
  /** Of each ring of the table: 1 when inside it. */
  readonly inRing: Uint8Array;
  /** Of each polygon: how many of its holes. */
  readonly holes: Uint32Array;
  readonly outerRing: Uint32Array;
  readonly polygonOfRing: Uint32Array;
  /** How many polygons hold the place. */
  polygons: number;
}

/** Outside everything. */
export function outsideAll({ polygonStart, ringStart }: AreaTable): Nesting {
  const polygonOfRing = new Uint32Array(ringStart.length - 1);
  for (let polygon = 0; polygon + 1 < polygonStart.length; polygon++) {
    polygonOfRing.fill(polygon, polygonStart[polygon], polygonStart[polygon + 1]);
  }
  return { inRing: new Uint8Array(polygonOfRing.length), holes: new Uint32Array(polygonStart.length - 1), outerRing: polygonStart, polygonOfRing, polygons: 0 };
}

/** Steps over a ring. */
export function crossRing(nesting: Nesting, ring: number): void {
  const { inRing, holes } = nesting;
  const polygon = nesting.polygonOfRing[ring] as number;
  const outer = nesting.outerRing[polygon] as number;
  const change = inRing[ring] === 1 ? -1 : 1;
  inRing[ring] = change === 1 ? 1 : 0;
  if (ring === outer) {
    if (holes[polygon] === 0) nesting.polygons += change;
    return;
  }
  const before = holes[polygon] as number;
  holes[polygon] = before + change;
  if (inRing[outer] === 1 && before + (change - 1) / 2 === 0) nesting.polygons -= change;
}

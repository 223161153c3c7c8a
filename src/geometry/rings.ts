import { writeEarthCentred } from './chord.ts';

/** Area → polygon → ring → position: an area is a union of polygons; a polygon is an outer ring, then its holes. */
export type AreaRings = readonly PolygonRings[];
export type PolygonRings = readonly (readonly Position[])[];
export type Position = readonly [lng: number, lat: number];

/**
 * Many areas in flat arrays, so that a kernel walks memory in order. The edge number `p` of the table runs from
 * position `p` to `p + 1`; the last position of a ring starts no edge.
 */
export interface AreaTable {
  /** Longitude, latitude in degrees, two numbers a position; each ring ends on its first position. */
  readonly coords: Float64Array;
  /** First position of each ring, then the number of positions. */
  readonly ringStart: Uint32Array;
  /** First ring of each polygon, then the number of rings. */
  readonly polygonStart: Uint32Array;
  /** First polygon of each area, then the number of polygons. */
  readonly areaStart: Uint32Array;
  /** West, south, east, north of each area in degrees; an area without positions has a box that contains nothing. */
  readonly boxes: Float64Array;
  /** Each ring's edges in chains of up to `CHAIN_EDGES`, the first edges first: first chain of each ring, then the number of chains. */
  readonly chainStart: Uint32Array;
  /** West, south, east, north of each chain: most chains need no look at their edges. */
  readonly chainBoxes: Float64Array;
}

/** An area table that can be measured to. */
export interface PolygonTable extends AreaTable {
  /** The same positions as earth-centred x, y, z in m, three numbers a position. */
  readonly xyz: Float64Array;
}

export const CHAIN_EDGES = 8;

/** `areaTable` with what distances to its edges are measured from. */
export function polygonTable(areas: readonly AreaRings[]): PolygonTable {
  return measured(areaTable(areas));
}

/** The table with the chords that distances are found by. */
export function measured(table: AreaTable): PolygonTable {
  const { coords } = table;
  const xyz = new Float64Array((coords.length / 2) * 3);
  for (let at = 0; 2 * at < coords.length; at++) writeEarthCentred(xyz, 3 * at, coords[2 * at] as number, coords[2 * at + 1] as number);
  return { ...table, xyz };
}

/**
 * Lays areas out flat. Rings must be sound (`ringProblems`): an open ring, one of fewer than 4 positions or a number that
 * is not finite is the caller's mistake and throws.
 */
export function areaTable(areas: readonly AreaRings[]): AreaTable {
  const polygons = areas.flat();
  const rings = polygons.flat();
  const ringStart = starts(rings);
  const coords = new Float64Array(2 * (ringStart[rings.length] as number));
  let at = 0;
  for (let number = 0; number < rings.length; number++) {
    const ring = rings[number] as PolygonRings[number];
    expectSound(ring, number);
    for (let k = 0; k < ring.length; k++, at += 2) {
      const position = ring[k] as Position;
      coords[at] = position[0];
      coords[at + 1] = position[1];
      if (!Number.isFinite(position[0]) || !Number.isFinite(position[1])) throw new Error(`polygonTable: ring ${number}: got position ${position.join()}, expected finite numbers`);
    }
  }
  const laid = { coords, ringStart, polygonStart: starts(polygons), areaStart: starts(areas) };
  return { ...laid, boxes: boxesOf(laid), ...chainsOf(coords, ringStart) };
}

function chainsOf(coords: Float64Array, ringStart: Uint32Array): Pick<PolygonTable, 'chainStart' | 'chainBoxes'> {
  const rings = ringStart.length - 1;
  const chainStart = new Uint32Array(rings + 1);
  for (let ring = 0; ring < rings; ring++) {
    const edges = (ringStart[ring + 1] as number) - (ringStart[ring] as number) - 1;
    chainStart[ring + 1] = (chainStart[ring] as number) + Math.ceil(edges / CHAIN_EDGES);
  }
  const chainBoxes = new Float64Array(4 * (chainStart[rings] as number));
  for (let ring = 0; ring < rings; ring++) {
    const last = (ringStart[ring + 1] as number) - 1;
    let at = 4 * (chainStart[ring] as number);
    for (let from = ringStart[ring] as number; from < last; from += CHAIN_EDGES, at += 4) {
      writeBox(chainBoxes, at, coords, from, Math.min(from + CHAIN_EDGES, last));
    }
  }
  return { chainStart, chainBoxes };
}

/** The box round the positions from one to another, both included. */
function writeBox(boxes: Float64Array, at: number, coords: Float64Array, from: number, to: number): void {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let p = 2 * from; p <= 2 * to; p += 2) {
    const x = coords[p] as number;
    const y = coords[p + 1] as number;
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
  }
  boxes[at] = west;
  boxes[at + 1] = south;
  boxes[at + 2] = east;
  boxes[at + 3] = north;
}

function starts(lists: readonly { readonly length: number }[]): Uint32Array {
  const result = new Uint32Array(lists.length + 1);
  let sum = 0;
  for (const [i, list] of lists.entries()) result[i + 1] = sum += list.length;
  return result;
}

function expectSound(ring: readonly Position[], number: number): void {
  const first = ring[0];
  const last = ring.at(-1);
  if (first === undefined || last === undefined || ring.length < 4) {
    throw new Error(`polygonTable: ring ${number}: got ${ring.length} positions, expected at least 4`);
  }
  if (first[0] !== last[0] || first[1] !== last[1]) {
    throw new Error(`polygonTable: ring ${number}: got ends ${first.join()} and ${last.join()}, expected a closed ring`);
  }
}

/** Of areas that stand one behind the other. */
function boxesOf({ coords, ringStart, polygonStart, areaStart }: Pick<AreaTable, 'coords' | 'ringStart' | 'polygonStart' | 'areaStart'>): Float64Array {
  const boxes = new Float64Array(4 * (areaStart.length - 1));
  for (let area = 0; area + 1 < areaStart.length; area++) {
    const [first, end] = [area, area + 1].map((edge) => ringStart[polygonStart[areaStart[edge] as number] as number] as number);
    writeBox(boxes, 4 * area, coords, first as number, (end as number) - 1);
  }
  return boxes;
}

import { chordSquared, longestGeodesicM, writeEarthCentred } from './chord.ts';
import { metresPerRadian } from './ellipsoid.ts';
import { isBoxBeyond } from './margin.ts';
import type { PolygonTable } from './rings.ts';
import { CHAIN_EDGES } from './rings.ts';

/**
 * Those of some points whose distance from the boundary may have changed with the outline. For the others all that margin.ts
 * measures is the same to the last bit, but for the side: its search begins at the nearest start of a chain of edges, and
 * where one of an unchanged chain is nearer than all that changed, it begins alike and passes over all that changed.
 *
 * @param before a table of one area, and `after` likewise.
 * @param points numbers into `lng` and `lat`, degrees; quickest where neighbours follow each other.
 */
export function marginsMoved(before: PolygonTable, after: PolygonTable, points: Uint32Array, lng: Float64Array, lat: Float64Array): Uint32Array {
  const chains = compareChains(before, after);
  if (chains === null) return points;
  if (chains.changed.length === 0) return new Uint32Array(0);
  const xyz = new Float64Array(3);
  let witness = 0;
  return points.filter((point) => {
    const [x, y] = [lng[point] as number, lat[point] as number];
    writeEarthCentred(xyz, 0, x, y);
    const found = keptNearer(chains, before, after, x, y, xyz, witness);
    if (found !== -1) witness = found;
    return found === -1;
  });
}

interface Chains {
  /** First positions of the chains that are the same in both outlines. */
  readonly kept: readonly number[];
  readonly changed: readonly { readonly chain: number; readonly start: number }[];
}

/** `null` where rings or polygons are more, fewer or of other lengths: chains do not answer to each other then. */
function compareChains(before: PolygonTable, after: PolygonTable): Chains | null {
  if (!isSameList(before.polygonStart, after.polygonStart) || !isSameList(before.ringStart, after.ringStart)) return null;
  const kept: number[] = [];
  const changed: { chain: number; start: number }[] = [];
  for (let ring = 0; ring + 1 < before.ringStart.length; ring++) {
    const last = (before.ringStart[ring + 1] as number) - 1;
    let chain = before.chainStart[ring] as number;
    for (let start = before.ringStart[ring] as number; start < last; start += CHAIN_EDGES, chain++) {
      const end = Math.min(start + CHAIN_EDGES, last) + 1;
      if (isSameList(before.coords.subarray(2 * start, 2 * end), after.coords.subarray(2 * start, 2 * end))) kept.push(start);
      else changed.push({ chain, start });
    }
  }
  return { kept, changed };
}

/** A shorter chord's length could come out longer by the last bits of an arc sine. */
const ROUNDING_M = 1e-6;

/** A kept chain whose start is surely nearer than every changed chain, -1 where none is. @param first is tried first. */
function keptNearer({ kept, changed }: Chains, before: PolygonTable, after: PolygonTable, lng: number, lat: number, xyz: Float64Array, first: number): number {
  let least = Infinity;
  for (const { start } of changed) least = Math.min(least, chordSquared(before.xyz, start, xyz, 0), chordSquared(after.xyz, start, xyz, 0));
  const axisM = metresPerRadian(lat).east;
  for (let k = 0; k < kept.length; k++) {
    const which = (first + k) % kept.length;
    const squared = chordSquared(before.xyz, kept[which] as number, xyz, 0);
    if (!(squared < least)) continue;
    least = squared;
    const limitM = longestGeodesicM(Math.sqrt(squared)) + ROUNDING_M;
    if (changed.every(({ chain }) => isBoxBeyond(before.chainBoxes, chain, lng, lat, axisM, limitM) && isBoxBeyond(after.chainBoxes, chain, lng, lat, axisM, limitM))) return which;
  }
  return -1;
}

function isSameList(a: Float64Array | Uint32Array, b: Float64Array | Uint32Array): boolean {
  return a.length === b.length && a.every((value: number, k: number) => value === b[k]);
}

import { bulgeM } from './bulge.ts';
import type { PolygonTable } from './rings.ts';

/** Consecutive edges of one ring in a ball (earth-centred, m), so that most edges are passed over sixteen at a time. */
export interface EdgeChains {
  /** First edge of each chain and the edge after its last. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** Centre x, y, z and radius of the ball that holds the chain's edges, four numbers a chain. */
  readonly balls: Float64Array;
  /** First chain of each area, then the number of chains. */
  readonly areaStart: Uint32Array;
}

const EDGES = 16;

const known = new WeakMap<PolygonTable, EdgeChains>();

/** The chains of a table, worked out at the first question. */
export function edgeChains(table: PolygonTable): EdgeChains {
  let chains = known.get(table);
  if (chains === undefined) known.set(table, (chains = cutChains(table)));
  return chains;
}

function cutChains(table: PolygonTable): EdgeChains {
  const { ringStart, polygonStart, areaStart } = table;
  const areas = areaStart.length - 1;
  const from: number[] = [];
  const to: number[] = [];
  const starts = new Uint32Array(areas + 1);
  for (let area = 0; area < areas; area++) {
    const endRing = polygonStart[areaStart[area + 1] as number] as number;
    for (let ring = polygonStart[areaStart[area] as number] as number; ring < endRing; ring++) {
      const last = (ringStart[ring + 1] as number) - 1;
      for (let edge = ringStart[ring] as number; edge < last; edge += EDGES) {
        from.push(edge);
        to.push(Math.min(edge + EDGES, last));
      }
    }
    starts[area + 1] = from.length;
  }
  const balls = new Float64Array(4 * from.length);
  for (let chain = 0; chain < from.length; chain++) writeBall(balls, 4 * chain, table, from[chain] as number, to[chain] as number);
  return { from: Uint32Array.from(from), to: Uint32Array.from(to), balls, areaStart: starts };
}

/** Centred between the least and the greatest coordinates; an edge leaves the straight line between its ends by its bulge. */
function writeBall(balls: Float64Array, at: number, { xyz, coords }: PolygonTable, from: number, to: number): void {
  for (let axis = 0; axis < 3; axis++) {
    let [least, most] = [Infinity, -Infinity];
    for (let position = from; position <= to; position++) {
      const value = xyz[3 * position + axis] as number;
      if (value < least) least = value;
      if (value > most) most = value;
    }
    balls[at + axis] = (least + most) / 2;
  }
  let squared = 0;
  let bulge = 0;
  for (let position = from; position <= to; position++) {
    const dx = (xyz[3 * position] as number) - (balls[at] as number);
    const dy = (xyz[3 * position + 1] as number) - (balls[at + 1] as number);
    const dz = (xyz[3 * position + 2] as number) - (balls[at + 2] as number);
    squared = Math.max(squared, dx * dx + dy * dy + dz * dz);
    if (position < to) bulge = Math.max(bulge, bulgeM(coords, position));
  }
  balls[at + 3] = Math.sqrt(squared) + bulge;
}

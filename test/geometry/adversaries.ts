import type { AreaRings, Position } from '../../src/geometry/rings.ts';
import { box, closed, starRing, ulpBeside } from './shapes.ts';

/*
 * Zones and points where a test of inside and outside can go wrong, in a square of two degrees from (112, 35). Half of
 * the zones have corners on multiples of 2^-10 degrees, so that points can lie on edges exactly.
 */

const WEST = 112;
const SOUTH = 35;
const SIZE = 2;

export function anywhere(random: () => number): Position {
  return [WEST + SIZE * random(), SOUTH + SIZE * random()];
}

const onGrid = ([x, y]: Position): Position => [Math.round(1024 * x) / 1024, Math.round(1024 * y) / 1024];

export function awkwardAreas(random: () => number, count: number): AreaRings[] {
  return Array.from({ length: count }, (_, k) => KINDS[k % KINDS.length]?.(random) ?? []);
}

const KINDS: readonly ((random: () => number) => AreaRings)[] = [
  (random) => [[starRing(random, anywhere(random), 0.3 * random(), 4 + Math.floor(60 * random()))]],
  (random) => [[closed(starRing(random, anywhere(random), 0.4 * random() + 0.01, 4 + Math.floor(40 * random())).slice(1).map(onGrid))]],
  // Holes, and an island that shares an edge with its neighbour.
  (random) => {
    const [x, y] = onGrid(anywhere(random));
    const hole = box(x + 0.125, y + 0.125, x + 0.25, y + 0.25);
    return [[box(x, y, x + 0.375, y + 0.375), hole], [box(x + 0.375, y, x + 0.5, y + 0.25)]];
  },
  // A collinear spike out and back, and one inwards.
  (random) => {
    const [x, y] = onGrid(anywhere(random));
    return [[closed([[x, y], [x + 0.25, y], [x + 0.5, y], [x + 0.25, y], [x + 0.25, y + 0.25], [x + 0.125, y + 0.25], [x + 0.125, y + 0.125], [x + 0.125, y + 0.25], [x, y + 0.25]])]];
  },
  // A sliver one unit in the last place high or wide, and a sloping one.
  (random) => {
    const [x, y] = anywhere(random);
    const shapes: readonly AreaRings[] = [
      [[closed([[x, y], [x + 0.5, ulpBeside(y, 1)], [x + 0.5, y]])]],
      [[closed([[x, y], [ulpBeside(x, 1), y + 0.5], [x, y + 0.5]])]],
      [[closed([[x, y], [x + 0.5, y + 0.5], [x + 0.25, ulpBeside(y + 0.25, 1)]])]],
    ];
    return shapes[Math.floor(3 * random())] ?? [];
  },
  // Rough and long: more vertices than points beside them.
  (random) => [[starRing(random, anywhere(random), 0.5, 400), starRing(random, anywhere(random), 0.002, 7)]],
  // One of a mosaic of boxes that share their edges.
  (random) => {
    const [x, y] = [WEST + Math.floor(8 * random()) / 4, SOUTH + Math.floor(8 * random()) / 4];
    return [[box(x, y, x + 0.25, y + 0.25)]];
  },
  // A ring that crosses itself, and a polygon in another of the same area.
  (random) => [[closed(Array.from({ length: 6 }, () => onGrid(anywhere(random))))], [starRing(random, anywhere(random), 0.1, 9)]],
];

/** On vertices and edges, one unit in the last place beside them, level with vertices, and anywhere. */
export function awkwardPoints(random: () => number, areas: readonly AreaRings[], count: number): Position[] {
  const edges = areas.flat(2).flatMap((ring) => ring.slice(1).map((to, k) => [ring[k] as Position, to] as const));
  return Array.from({ length: count }, (_, k): Position => {
    const [[x1, y1], [x2, y2]] = edges[Math.floor(random() * edges.length)] ?? [[0, 0], [0, 0]];
    const share = [0.5, 0.25, random()][k % 3] as number;
    const [midX, midY] = [x1 + share * (x2 - x1), y1 + share * (y2 - y1)];
    const other = anywhere(random);
    const points: readonly Position[] = [
      [x1, y1],
      [ulpBeside(x1, 1), y1],
      [x1, ulpBeside(y1, -1)],
      [midX, midY],
      [ulpBeside(midX, random() < 0.5 ? 1 : -1), midY],
      [midX, ulpBeside(midY, random() < 0.5 ? 1 : -1)],
      [other[0], y1],
      [x1, other[1]],
      other,
      other,
    ];
    return points[k % points.length] as Position;
  });
}

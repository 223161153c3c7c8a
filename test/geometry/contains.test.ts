import { booleanPointInPolygon } from '@turf/turf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/base/random.ts';
import { areaContains, areaSide, pointsInAreas } from '../../src/geometry/contains.ts';
import type { AreaRings, PolygonRings, Position } from '../../src/geometry/rings.ts';
import { polygonTable } from '../../src/geometry/rings.ts';
import { exactPolygonContains, exactRingSide } from './oracles.ts';
import { box, closed, starRing, ulpBeside } from './shapes.ts';

function contains(polygon: PolygonRings, [lng, lat]: Position): boolean {
  return areaContains(polygonTable([[polygon]]), 0, lng, lat);
}

/** Everywhere a parity count can go wrong: vertices, edges, one ulp beside them, level with vertices. */
function awkwardPoints(polygon: PolygonRings, random: () => number): Position[] {
  const corners = polygon.flat();
  const west = Math.min(...corners.map(([x]) => x));
  const south = Math.min(...corners.map(([, y]) => y));
  const east = Math.max(...corners.map(([x]) => x));
  const north = Math.max(...corners.map(([, y]) => y));
  const anywhere = (): Position => [west - 0.1 + random() * (east - west + 0.2), south - 0.1 + random() * (north - south + 0.2)];
  return polygon.flatMap((ring) =>
    ring.slice(0, -1).flatMap(([x, y], i): Position[] => {
      const [x2, y2] = ring[i + 1] as Position;
      const t = random();
      const [midX, midY] = [x + t * (x2 - x), y + t * (y2 - y)];
      return [
        [x, y],
        [ulpBeside(x, 1), y],
        [ulpBeside(x, -1), y],
        [x, ulpBeside(y, 1)],
        [x, ulpBeside(y, -1)],
        [(x + x2) / 2, (y + y2) / 2],
        [midX, midY],
        [ulpBeside(midX, 1), midY],
        [ulpBeside(midX, -1), midY],
        [midX, ulpBeside(midY, 1)],
        [west - 0.05, y],
        [(west + east) / 2, y],
        [x, (south + north) / 2],
        anywhere(),
      ];
    }),
  );
}

describe('areaContains', () => {
  const donut = [box(112, 35, 113, 36), box(112.25, 35.25, 112.75, 35.75)];

  it.each([
    ['a corner', [112, 35], true],
    ['an edge', [112.5, 35], true],
    ['one ulp inside an edge', [112.5, ulpBeside(35, 1)], true],
    ['one ulp outside an edge', [112.5, ulpBeside(35, -1)], false],
    ['the ring between edge and hole', [112.1, 35.5], true],
    ["a hole's corner", [112.25, 35.25], true],
    ["a hole's edge", [112.5, 35.75], true],
    ["one ulp inside a hole", [112.5, ulpBeside(35.75, -1)], false],
    ['the middle of a hole', [112.5, 35.5], false],
    ['level with corners, outside', [111, 35], false],
    ['far away', [0, 0], false],
    ['no longitude', [NaN, 35.5], false],
    ['no latitude', [112.5, NaN], false],
  ] as const)('a box with a hole, at %s', (_, position, expected) => {
    expect(contains(donut, position)).toBe(expected);
  });

  it('agrees with exact arithmetic and with Turf on simple polygons with holes', () => {
    const random = seededRandom(1);
    const wrong: unknown[] = [];
    let compared = 0;
    for (let k = 0; k < 25; k++) {
      const centre: Position = [110 + 4 * random(), 34 + 4 * random()];
      const polygon = [starRing(random, centre, 0.5, 8 + Math.floor(20 * random())), starRing(random, centre, 0.03, 5)];
      const table = polygonTable([[polygon]]);
      const geojson = { type: 'Polygon' as const, coordinates: polygon.map((ring) => ring.map(([x, y]) => [x, y])) };
      for (const point of awkwardPoints(polygon, random)) {
        const expected = exactPolygonContains(polygon, point);
        const turf = booleanPointInPolygon([point[0], point[1]], geojson);
        if (areaContains(table, 0, ...point) !== expected || turf !== expected) wrong.push({ point, polygon, expected, turf });
        compared++;
      }
    }
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(5000);
  });

  it('is exact on slivers, one ulp high', () => {
    const [low, high] = [35, ulpBeside(35, 1)];
    const sliver = [closed([[112, low], [113, high], [113, low]])];
    const random = seededRandom(2);
    for (let k = 0; k < 300; k++) {
      const point: Position = [112 + random(), random() < 0.5 ? low : high];
      expect(contains(sliver, point)).toBe(exactPolygonContains(sliver, point));
    }
    expect(contains(sliver, [113, high])).toBe(true);
    expect(contains(sliver, [112.5, high])).toBe(false);
  });

  it('is exact where the differences of coordinates round (Kettner et al., Classroom examples of robustness problems, 2008)', () => {
    const table = polygonTable([[[closed([[-12, -12], [24, 24], [24, -12]])]]]);
    const steps = Array.from({ length: 32 }, (_, k) => k);
    const sides = steps.map((i) => steps.map((j) => areaSide(table, 0, 0.5 + i * 2 ** -52, 0.5 + j * 2 ** -52)));
    expect(sides).toEqual(steps.map((i) => steps.map((j) => (i === j ? 0 : Math.sign(i - j)))));
  });

  it('counts parity on any ring of a small grid, crossing or not', () => {
    const random = seededRandom(3);
    const wrong: unknown[] = [];
    const onGrid = (): Position => [Math.floor(6 * random()), Math.floor(6 * random())];
    for (let k = 0; k < 120; k++) {
      const ring = closed(Array.from({ length: 3 + Math.floor(6 * random()) }, onGrid));
      const table = polygonTable([[[ring]]]);
      for (let x = -0.5; x <= 6; x += 0.5) {
        for (let y = -0.5; y <= 6; y += 0.5) if (areaSide(table, 0, x, y) !== exactRingSide(ring, [x, y])) wrong.push({ ring, x, y });
      }
    }
    expect(wrong).toEqual([]);
  });

  it('joins the polygons of an area, and holds where two of them meet', () => {
    const table = polygonTable([[[box(0, 0, 1, 1)], [box(1, 0, 2, 1)], [box(5, 0, 6, 1), box(5.25, 0.25, 5.75, 0.75)], [box(5.4, 0.4, 5.6, 0.6)]]]);
    const sides = [0.5, 1, 1.5, 3, 5.1, 5.3, 5.5].map((lng) => areaSide(table, 0, lng, 0.5));
    expect(sides).toEqual([1, 0, 1, -1, 1, -1, 1]);
  });

  it('gives nothing for an area without polygons', () => {
    const table = polygonTable([[], [[box(0, 0, 1, 1)]]]);
    expect(areaContains(table, 0, 0.5, 0.5)).toBe(false);
    expect(areaContains(table, 1, 0.5, 0.5)).toBe(true);
  });
});

describe('areaContains does not depend on', () => {
  /** Multiples of 1/64, so that moving and mirroring are exact. */
  const dyadic = fc.integer({ min: -640, max: 640 }).map((k) => k / 64);
  const position = fc.tuple(dyadic, dyadic);
  const corners = fc.array(position, { minLength: 3, maxLength: 10 });

  it('the direction of the ring', () => {
    fc.assert(fc.property(corners, position, (ring, p) => contains([closed(ring)], p) === contains([closed([...ring].reverse())], p)));
  });

  it('where the ring starts', () => {
    fc.assert(
      fc.property(corners, position, fc.nat(9), (ring, p, k) => {
        const start = k % ring.length;
        return contains([closed(ring)], p) === contains([closed([...ring.slice(start), ...ring.slice(0, start)])], p);
      }),
    );
  });

  it('where on the map it all lies', () => {
    fc.assert(
      fc.property(corners, position, position, (ring, p, by) => {
        const move = ([x, y]: Position): Position => [x + 100 * by[0], y + by[1]];
        return contains([closed(ring)], p) === contains([closed(ring.map(move))], move(p));
      }),
    );
  });

  it('east and west, north and south', () => {
    fc.assert(
      fc.property(corners, position, (ring, p) => {
        const flips = [([x, y]: Position): Position => [-x, y], ([x, y]: Position): Position => [x, -y], ([x, y]: Position): Position => [y, x]];
        return flips.every((flip) => contains([closed(ring)], p) === contains([closed(ring.map(flip))], flip(p)));
      }),
    );
  });
});

describe('pointsInAreas', () => {
  it('agrees with areaContains point by point, on clustered points, vertices and holes', () => {
    const random = seededRandom(4);
    const areas: AreaRings[] = Array.from({ length: 30 }, () => {
      const centre: Position = [111 + 3 * random(), 34.5 + 2 * random()];
      const hole = starRing(random, centre, 0.05, 6);
      const island: Position = [centre[0] + 1, centre[1]];
      return [[starRing(random, centre, 0.4, 5 + Math.floor(200 * random())), hole], [starRing(random, island, 0.1, 7)]];
    });
    areas.splice(3, 0, []);
    const table = polygonTable(areas);
    const vertices = areas.flatMap((polygons) => polygons.flatMap((rings) => rings.flat())).filter((_, k) => k % 7 === 0);
    const spread = Array.from({ length: 3000 }, (): Position => [112 + random() * random(), 35.5 + random() * random()]);
    const points: Position[] = [...vertices, ...spread, [NaN, 35], [112, NaN], [NaN, NaN]];
    const lng = Float64Array.from(points, ([x]) => x);
    const lat = Float64Array.from(points, ([, y]) => y);

    const { offsets, items } = pointsInAreas(lng, lat, table);

    expect(offsets.length).toBe(points.length + 1);
    for (const [i, [x, y]] of points.entries()) {
      const expected = [...areas.keys()].filter((area) => areaContains(table, area, x, y));
      expect([...items.subarray(offsets[i], offsets[i + 1])]).toEqual(expected);
    }
    expect(items.length).toBeGreaterThan(vertices.length);
  });

  it('holds points on the level top and bottom of an area', () => {
    const table = polygonTable([[[box(112, 35, 113, 36)]]]);
    const { items } = pointsInAreas(Float64Array.of(112.5, 112.5, 113, 112.5), Float64Array.of(35, 36, 36, ulpBeside(36, 1)), table);
    expect([...items]).toEqual([0, 0, 0]);
  });

  it('takes no points and no areas', () => {
    const none = new Float64Array(0);
    expect(pointsInAreas(none, none, polygonTable([[[box(0, 0, 1, 1)]]]))).toEqual({ offsets: new Uint32Array(1), items: new Uint32Array(0) });
    expect(pointsInAreas(Float64Array.of(1), Float64Array.of(1), polygonTable([]))).toEqual({ offsets: new Uint32Array(2), items: new Uint32Array(0) });
  });
});

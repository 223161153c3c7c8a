import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/base/random.ts';
import { areaContains, pointsInAreas } from '../../src/geometry/contains.ts';
import type { AreaRings, Position } from '../../src/geometry/rings.ts';
import { polygonTable } from '../../src/geometry/rings.ts';
import { flatArea, plainContains } from './oracles.ts';
import { closed, starRing, ulpBeside } from './shapes.ts';

/** For machines that are busy with other work. */
const PATIENCE = { timeout: 60_000 };

/** The numbers of the points in one area. */
function members(points: readonly Position[], area: AreaRings): number[] {
  const { offsets } = pointsInAreas(Float64Array.from(points, ([x]) => x), Float64Array.from(points, ([, y]) => y), polygonTable([area]));
  return [...points.keys()].filter((p) => offsets[p] !== offsets[p + 1]);
}

function plainMembers(points: readonly Position[], area: AreaRings): number[] {
  const flat = flatArea(area);
  return [...points.keys()].filter((p) => plainContains(flat, ...(points[p] as [number, number])));
}

/** Multiples of a quarter, so that moving and mirroring are exact; few, so that points meet vertices and edges. */
const quarter = fc.integer({ min: -16, max: 16 }).map((k) => k / 4);
const position = fc.tuple(quarter, quarter);
const corners = fc.array(position, { minLength: 3, maxLength: 9 });
/** From one point, alone in its row, to some rows of several. */
const points = fc.array(position, { minLength: 1, maxLength: 40 });

describe('pointsInAreas, for any points and rings, crossing or not,', () => {
  it('agrees with a plain scan of every edge', PATIENCE, () => {
    fc.assert(
      fc.property(points, fc.array(fc.array(corners, { minLength: 1, maxLength: 3 }), { maxLength: 3 }), (at, polygons) => {
        const area = polygons.map((rings) => rings.map(closed));
        expect(members(at, area)).toEqual(plainMembers(at, area));
      }),
      { numRuns: 200 },
    );
  });

  it('does not depend on the direction or the start of the ring, on place or orientation', PATIENCE, () => {
    const flips: readonly ((p: Position) => Position)[] = [([x, y]) => [-x, y], ([x, y]) => [x, -y], ([x, y]) => [y, x], ([x, y]) => [x + 112, y + 35.5]];
    fc.assert(
      fc.property(points, corners, fc.nat(8), (at, ring, k) => {
        const start = k % ring.length;
        const expected = members(at, [[closed(ring)]]);
        expect(members(at, [[closed([...ring].reverse())]])).toEqual(expected);
        expect(members(at, [[closed([...ring.slice(start), ...ring.slice(0, start)])]])).toEqual(expected);
        for (const flip of flips) expect(members(at.map(flip), [[closed(ring.map(flip))]])).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});

describe('pointsInAreas', () => {
  it('is exact on long sloping edges, where a row cuts an edge between its ends and points lie within some ulps of it', () => {
    const random = seededRandom(90);
    for (let k = 0; k < 20; k++) {
      const ring = starRing(random, [112 + random(), 35 + random()], 1, 3 + Math.floor(3 * random()));
      const at = Array.from({ length: 1500 }, (): Position => {
        const edge = Math.floor(random() * (ring.length - 1));
        const [[x1, y1], [x2, y2]] = [ring[edge], ring[edge + 1]] as [Position, Position];
        const y = y1 + random() * (y2 - y1);
        let x = x1 + ((y - y1) * (x2 - x1)) / (y2 - y1);
        for (let step = Math.floor(5 * random()) - 2; step !== 0; step -= Math.sign(step)) x = ulpBeside(x, step > 0 ? 1 : -1);
        return [x, y];
      });
      expect(members(at, [[ring]])).toEqual(plainMembers(at, [[ring]]));
    }
  });

  it('is exact where an edge comes a long way and longitudes are small, so that interpolation errs by more than their last place', () => {
    const area = [[closed([[-100, -50], [100, 50], [-100, 50]] as Position[])], [closed([[-90, 30], [90, -30], [90, 30.1]] as Position[])]];
    for (const slope of [1 / 2, -1 / 3]) {
      const at = Array.from({ length: 4000 }, (_, k): Position => {
        const x = (k - 2000) * 2 ** -50;
        return [x, slope * x + ((k % 5) - 2) * 2 ** -56];
      });
      expect(members(at, area)).toEqual(plainMembers(at, area));
    }
  });

  it('takes an area whose edges all pass many rows in bands, and stays exact', PATIENCE, () => {
    const random = seededRandom(91);
    const spikes = Array.from({ length: 4000 }, (_, k): Position => {
      const [radius, turn] = [k % 2 === 0 ? 0.9 : 0.05, (2 * Math.PI * k) / 4000];
      return [112 + radius * Math.cos(turn), 35 + radius * Math.sin(turn)];
    });
    const at = [...Array.from({ length: 3000 }, (): Position => [111 + 2 * random(), 34 + 2 * random()]), ...spikes.filter((_, k) => k % 50 === 0)];
    const combs = Array.from({ length: 6000 }, (_, k): Position[] => closed([[111 + k / 3000, 34], [111 + k / 3000, 36], [111.0001 + k / 3000, 35]]));
    for (const area of [[[closed(spikes)]], combs.map((ring) => [ring])]) expect(members(at, area)).toEqual(plainMembers(at, area));
  });

  it('finds points that crowd in one place, lie in one line, or stray to the ends of the world', () => {
    const ring = starRing(seededRandom(92), [112, 35], 1, 50);
    const table = polygonTable([[[ring]]]);
    const crowded = Array.from({ length: 500 }, (_, k): Position => [112 + k * 1e-15, 35 + (k % 3) * 1e-14]);
    const level = Array.from({ length: 500 }, (_, k): Position => [111 + k / 250, 35.25]);
    const far: Position[] = [[-180, -90], [180, 90], [180, -90], [0, 0]];
    for (const at of [crowded, level, [...crowded, ...level, ...far], [...far, [112, 35]] as Position[]]) {
      expect(members(at, [[ring]])).toEqual([...at.keys()].filter((p) => areaContains(table, 0, ...(at[p] as [number, number]))));
    }
  });

  it('holds nothing that is no place on earth', () => {
    const everywhere = [[closed([[-400, -400], [400, -400], [400, 400], [-400, 400]] as Position[])]];
    expect(members([[181, 0], [0, 91], [NaN, 0], [0, Infinity], [180, -90], [-180, 90]], everywhere)).toEqual([4, 5]);
  });
});

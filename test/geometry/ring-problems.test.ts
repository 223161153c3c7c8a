import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/base/random.ts';
import { areaContains } from '../../src/geometry/contains.ts';
import type { PolygonRings, Position } from '../../src/geometry/rings.ts';
import { areaTable } from '../../src/geometry/rings.ts';
import { preventsUse, ringProblems } from '../../src/geometry/ring-problems.ts';
import { segmentMeeting } from '../../src/geometry/segments.ts';
import { box, closed, starRing, ulpBeside } from './shapes.ts';

const OUTER = box(112, 35, 113, 36);

describe('ringProblems', () => {
  const cases: readonly (readonly [name: string, polygon: PolygonRings, problems: readonly unknown[]])[] = [
    ['a box', [OUTER], []],
    ['a box turning the other way', [[...OUTER].reverse()], []],
    ['a box with a hole', [OUTER, box(112.2, 35.2, 112.4, 35.4)], []],
    ['a hole that touches the outer ring in a corner', [OUTER, closed([[112, 35.5], [112.4, 35.4], [112.4, 35.6]])], []],
    ['two holes that touch in a corner', [OUTER, box(112.2, 35.2, 112.4, 35.4), box(112.4, 35.4, 112.6, 35.6)], []],
    ['no ring', [], [{ code: 'ring-missing', ring: 0 }]],
    ['an empty ring', [[]], [{ code: 'ring-too-short', ring: 0, positions: 0 }]],
    ['three positions', [[[112, 35], [113, 35], [112, 35]]], [{ code: 'ring-too-short', ring: 0, positions: 3 }]],
    ['an open ring', [OUTER.slice(0, 4)], [{ code: 'ring-not-closed', ring: 0, first: [112, 35], last: [112, 36] }]],
    ['an end that misses by one ulp', [[...OUTER.slice(0, 4), [112, ulpBeside(35, 1)]]], [{ code: 'ring-not-closed', ring: 0, first: [112, 35], last: [112, ulpBeside(35, 1)] }]],
    ['a latitude of 95', [closed([[112, 35], [113, 35], [113, 95]])], [{ code: 'coordinate-out-of-range', ring: 0, position: 2, lng: 113, lat: 95 }]],
    ['a longitude of 181', [closed([[180, 35], [181, 35], [180, 36]])], [{ code: 'coordinate-out-of-range', ring: 0, position: 1, lng: 181, lat: 35 }]],
    ['metres for degrees', [closed([[500000, 3900000], [500100, 3900000], [500100, 3900100]])], [0, 1, 2, 3].map((position) => ({ code: 'coordinate-out-of-range', position }))],
    ['no number', [closed([[112, 35], [113, NaN], [113, 36]])], [{ code: 'coordinate-not-finite', ring: 0, position: 1, lng: 113, lat: NaN }]],
    ['infinity', [closed([[112, 35], [Infinity, 35], [113, 36]])], [{ code: 'coordinate-not-finite', ring: 0, position: 1, lng: Infinity, lat: 35 }]],
    ['the ends of the map', [box(-180, -90, -1, 90)], []],
    ['across the antimeridian', [box(-179, 35, 179, 36)], [{ code: 'ring-crosses-antimeridian', ring: 0, edge: 0 }, { code: 'ring-crosses-antimeridian', ring: 0, edge: 2 }]],
    ['a position twice', [[[112, 35], [112, 35], ...OUTER.slice(1)]], [{ code: 'ring-repeats-position', ring: 0, position: 1, lng: 112, lat: 35 }]],
    ['a line there and back', [closed([[112, 35], [113, 36], [112.5, 35.5]])], [{ code: 'ring-without-area', ring: 0 }]],
    ['one point', [closed([[112, 35], [112, 35], [112, 35]])], [{ code: 'ring-repeats-position' }, { code: 'ring-repeats-position' }, { code: 'ring-repeats-position' }, { code: 'ring-without-area', ring: 0 }]],
    ['a bow tie', [closed([[112, 35], [113, 36], [113, 35], [112, 36]])], [{ code: 'ring-crosses-itself', ring: 0, edge: 0, otherEdge: 2, lng: 112.5, lat: 35.5 }]],
    ['a bow tie in a hole', [OUTER, closed([[112.25, 35.25], [112.75, 35.75], [112.75, 35.25], [112.25, 35.75]])], [{ code: 'ring-crosses-itself', ring: 1, edge: 0, otherEdge: 2, lng: 112.5, lat: 35.5 }]],
    ['a spike', [closed([[112, 35], [113, 35], [113, 36], [113, 37], [113, 36], [112, 36]])], [{ code: 'ring-crosses-itself', ring: 0, edge: 2, otherEdge: 3 }]],
    ['a bow tie through a corner', [closed([[112, 35], [112.5, 35.5], [113, 36], [113, 35], [112.5, 35.5], [112, 36]])], [{ code: 'ring-touches-itself', ring: 0, lng: 112.5, lat: 35.5 }]],
    ['a corner on an edge', [closed([[112, 35], [113, 35], [113, 36], [112.5, 35], [112, 36]])], [{ code: 'ring-touches-itself', ring: 0, edge: 0, otherEdge: 2, lng: 112.5, lat: 35 }]],
    ['a hole that crosses the outer ring', [OUTER, box(112.5, 35.5, 113.5, 35.75)], [{ code: 'rings-cross', ring: 0, otherRing: 1, edge: 1, otherEdge: 0, lng: 113, lat: 35.5 }, { code: 'hole-outside-outer', ring: 1, position: 1, lng: 113.5, lat: 35.5 }]],
    ['a hole outside', [OUTER, box(114, 35, 115, 36)], [{ code: 'hole-outside-outer', ring: 1, position: 0, lng: 114, lat: 35 }]],
    ['a hole along an edge', [OUTER, box(112, 35.25, 112.5, 35.5)], [{ code: 'rings-cross', ring: 0, otherRing: 1, edge: 3 }]],
    ['a hole in a hole', [OUTER, box(112.2, 35.2, 112.8, 35.8), box(112.4, 35.4, 112.6, 35.6)], [{ code: 'hole-inside-hole', ring: 2, otherRing: 1 }]],
    ['holes that cross', [OUTER, box(112.2, 35.2, 112.5, 35.5), box(112.4, 35.4, 112.6, 35.6)], [{ code: 'rings-cross', ring: 1, otherRing: 2 }]],
  ];

  it.each(cases)('%s', (_, polygon, problems) => {
    const found = ringProblems(polygon);
    expect(found).toMatchObject(problems as object[]);
    expect(found.length).toBe(problems.length);
  });

  it('misses no crossing by rounding', () => {
    // The fourth corner lies one ulp above, on, or one ulp below the edge from (112, 35) to (114, 37).
    const withCorner = (lat: number): readonly string[] => ringProblems([closed([[112, 35], [114, 37], [112, 37], [113, lat], [112, 36]])]).map(({ code }) => code);
    expect(withCorner(ulpBeside(36, 1))).toEqual([]);
    expect(withCorner(36)).toEqual(['ring-touches-itself']);
    expect(withCorner(ulpBeside(36, -1))).toEqual(['ring-crosses-itself']);
  });

  it('agrees with trying every pair of edges, on random rings', () => {
    const random = seededRandom(50);
    const tally = { sound: 0, crossing: 0 };
    for (let k = 0; k < 250; k++) {
      const ring = closed(Array.from({ length: 4 + Math.floor(2 * random()) }, (): Position => [random(), random()]));
      const edges = ring.slice(1).map((to, i) => [ring[i] as Position, to] as const);
      const crosses = edges.some(([a, b], i) => edges.slice(i + 1).some(([c, d]) => segmentMeeting(a, b, c, d) === 'cross'));
      expect(ringProblems([ring]).map(({ code }) => code)).toEqual(crosses ? ['ring-crosses-itself'] : []);
      tally[crosses ? 'crossing' : 'sound']++;
    }
    expect(Math.min(tally.sound, tally.crossing)).toBeGreaterThan(50);
  });

  it('finds the first position of a hole outside, as every position tried alone, wherever the holes lie', () => {
    const random = seededRandom(52);
    const tally = { inside: 0, outside: 0, partly: 0 };
    for (let k = 0; k < 400; k++) {
      const outer = starRing(random, [112, 35], 1, 5 + Math.floor(20 * random()));
      const holes = [0, 1].map(() => starRing(random, [112 + 3 * random() - 1.5, 35 + 3 * random() - 1.5], 0.05 + 0.5 * random(), 6));
      const table = areaTable([[[outer]]]);
      const expected = holes.flatMap((hole, i) => {
        const position = hole.findIndex(([lng, lat]) => !areaContains(table, 0, lng, lat));
        const isWhole = hole.every(([lng, lat]) => !areaContains(table, 0, lng, lat));
        tally[position === -1 ? 'inside' : isWhole ? 'outside' : 'partly']++;
        return position === -1 ? [] : [{ code: 'hole-outside-outer', ring: i + 1, position, lng: hole[position]?.[0], lat: hole[position]?.[1] }];
      });
      expect(ringProblems([outer, ...holes]).filter(({ code }) => code === 'hole-outside-outer')).toEqual(expected);
    }
    expect(Math.min(tally.inside, tally.outside, tally.partly)).toBeGreaterThan(30);
  });

  it('finds the one crossing among 5,000 corners', () => {
    expect(ringProblems([starRing(seededRandom(51), [112, 35], 1, 5000)])).toEqual([]);
    const angles = Array.from({ length: 5000 }, (_, k) => (2 * Math.PI * k) / 5000);
    const ring = closed(angles.map((angle): Position => [112 + Math.cos(angle), 35 + Math.sin(angle)]));
    const swapped = [...ring];
    [swapped[2500], swapped[2501]] = [ring[2501] as Position, ring[2500] as Position];
    expect(ringProblems([swapped])).toMatchObject([{ code: 'ring-crosses-itself', edge: 2499, otherEdge: 2501 }]);
  });

  it('calls only a repeated position harmless', () => {
    expect(ringProblems([[[112, 35], ...OUTER]]).map(preventsUse)).toEqual([false]);
    expect(ringProblems([OUTER.slice(1)]).map(preventsUse)).toEqual([true]);
  });
});

describe('segmentMeeting', () => {
  it.each([
    ['cross', [0, 0], [2, 2], [0, 2], [2, 0]],
    ['touch', [0, 0], [2, 2], [1, 1], [2, 0]],
    ['touch', [0, 0], [2, 2], [2, 2], [4, 4]],
    ['touch', [0, 0], [0, 2], [0, 2], [0, 4]],
    ['overlap', [0, 0], [2, 2], [1, 1], [4, 4]],
    ['overlap', [0, 0], [0, 2], [0, 1], [0, 4]],
    ['overlap', [0, 0], [2, 2], [0, 0], [2, 2]],
    ['apart', [0, 0], [1, 1], [2, 2], [3, 3]],
    ['apart', [0, 0], [0, 1], [0, 2], [0, 3]],
    ['apart', [0, 0], [1, 1], [2, 0], [3, 3]],
    ['apart', [0, 0], [2, 2], [3, 3], [4, 0]],
  ] as const)('%s', (expected, a, b, c, d) => {
    expect(segmentMeeting(a, b, c, d)).toBe(expected);
    expect(segmentMeeting(d, c, a, b)).toBe(expected);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/base/random.ts';
import { areaRuns } from '../../src/geometry/area-runs.ts';
import { areaContains } from '../../src/geometry/contains.ts';
import type { PointIndex } from '../../src/geometry/point-index.ts';
import { pointIndex } from '../../src/geometry/point-index.ts';
import { reviseArea } from '../../src/geometry/revise-area.ts';
import type { AreaRings, Position } from '../../src/geometry/rings.ts';
import { polygonTable } from '../../src/geometry/rings.ts';
import { pointsOfRuns } from '../../src/geometry/runs.ts';
import { box, closed, starRing } from './shapes.ts';

function indexOf(points: readonly Position[]): PointIndex {
  return pointIndex(Float64Array.from(points, ([x]) => x), Float64Array.from(points, ([, y]) => y));
}

const ascending = (values: Iterable<number>): number[] => [...values].sort((a, b) => a - b);

/** Revises and compares with a full run, and with one look at each point. */
function expectAsInFull(index: PointIndex, points: readonly Position[], before: AreaRings, after: AreaRings): { entered: number; left: number } {
  const [tableBefore, tableAfter] = [polygonTable([before]), polygonTable([after])];
  const membersBefore = areaRuns(index, tableBefore);
  const { members, entered, left } = reviseArea(index, tableBefore, tableAfter, membersBefore);
  expect(members).toEqual(areaRuns(index, tableAfter));
  const was = points.map(([x, y]) => areaContains(tableBefore, 0, x, y));
  const is = points.map(([x, y]) => areaContains(tableAfter, 0, x, y));
  expect(ascending(entered)).toEqual([...points.keys()].filter((p) => is[p] && !was[p]));
  expect(ascending(left)).toEqual([...points.keys()].filter((p) => was[p] && !is[p]));
  expect(ascending(pointsOfRuns(index, members))).toEqual([...points.keys()].filter((p) => is[p]));
  return { entered: entered.length, left: left.length };
}

describe('reviseArea', () => {
  /** Small whole numbers: points fall on vertices and edges, level with them, and where edges meet. */
  const position = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }));
  const ring = fc.array(position, { minLength: 3, maxLength: 9 });
  const grid: Position[] = Array.from({ length: 25 * 25 }, (_, k): Position => [(k % 25) / 2, Math.floor(k / 25) / 2]);
  const gridIndex = indexOf(grid);

  it('equals the full run when a vertex moves, is added or removed, also where the ring then crosses itself', () => {
    fc.assert(
      fc.property(ring, fc.nat(8), position, fc.constantFrom('move', 'add', 'remove'), (corners, at, to, edit) => {
        const k = at % corners.length;
        const rest = corners.slice(edit === 'add' ? k : k + 1);
        const edited = [...corners.slice(0, k), ...(edit === 'remove' ? [] : [to]), ...rest];
        fc.pre(edited.length >= 3);
        expectAsInFull(gridIndex, grid, [[closed(corners)]], [[closed(edited)]]);
      }),
      { numRuns: 300 },
    );
  });

  it('equals the full run when rings and polygons come and go, or the area becomes empty', () => {
    const [outer, hole, island] = [box(1, 1, 11, 11), box(3, 3, 9, 9), box(5, 5, 7, 7)];
    const shapes: AreaRings[] = [[], [[outer]], [[outer, hole]], [[outer, hole], [island]], [[island]], [[outer], [hole]]];
    for (const before of shapes) for (const after of shapes) expectAsInFull(gridIndex, grid, before, after);
  });

  it('follows 40 moves of a large zone, one after another, with points on its vertices', () => {
    const random = seededRandom(70);
    const corners = starRing(random, [112.5, 35.5], 0.4, 200).slice(1);
    const hole = starRing(random, [112.5, 35.5], 0.05, 30);
    const points = [...corners, ...hole, ...Array.from({ length: 3000 }, (): Position => [112 + random(), 35 + random()]), [NaN, NaN] as const];
    const index = indexOf(points);
    let before: AreaRings = [[closed(corners), hole]];
    let crossings = 0;
    for (let move = 0; move < 40; move++) {
      const k = Math.floor(random() * corners.length);
      corners[k] = points[Math.floor(random() * (points.length - 1))] as Position;
      const after: AreaRings = [[closed(corners), hole]];
      if (move % 8 === 0) {
        const { entered, left } = expectAsInFull(index, points, before, after);
        crossings += entered + left;
      } else {
        const [tableBefore, tableAfter] = [polygonTable([before]), polygonTable([after])];
        expect(reviseArea(index, tableBefore, tableAfter, areaRuns(index, tableBefore)).members).toEqual(areaRuns(index, tableAfter));
      }
      before = after;
    }
    expect(crossings).toBeGreaterThan(20);
  });

  it('gives back the very members when nothing changed', () => {
    const table = polygonTable([[[box(2, 2, 9, 9)]]]);
    const members = areaRuns(gridIndex, table);
    const revision = reviseArea(gridIndex, table, polygonTable([[[box(2, 2, 9, 9)]]]), members);
    expect(revision.members).toBe(members);
    expect([revision.entered.length, revision.left.length]).toEqual([0, 0]);
  });
});

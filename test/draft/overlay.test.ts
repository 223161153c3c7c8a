import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../src/base/result.ts';
import type { LngLat, MultiPolygon } from '../../src/domain/place.ts';
import { cutHole } from '../../src/draft/holes.ts';
import { areaM2 } from '../../src/draft/area-m2.ts';
import { intersect, isSound, subtract, unite } from '../../src/draft/overlay.ts';
import { splitArea } from '../../src/draft/split.ts';
import { box } from '../geometry/shapes.ts';
import { holds, places, randomArea } from './areas.ts';

/** Areas of several hundred km²: this is the rounding of a few crossings. */
const ROUNDING_M2 = 1e-2;

const empty = <Problem>(result: Result<MultiPolygon, Problem>): MultiPolygon => (result.ok ? result.value : []);
const pair = fc.record({ a: fc.nat(500), b: fc.nat(500) }).filter(({ a, b }) => a !== b);

describe('union, difference and intersection', () => {
  it('answer for every place as logic would', () => {
    fc.assert(
      fc.property(pair, ({ a, b }) => {
        const [one, two] = [randomArea(a), randomArea(b)];
        const [both, either, rest] = [empty(intersect(one, two)), empty(unite([one, two])), empty(subtract(one, two))];
        for (const at of places(a + b, 60)) {
          const [inOne, inTwo] = [holds(one, at), holds(two, at)];
          expect([holds(both, at), holds(either, at), holds(rest, at)]).toEqual([inOne && inTwo, inOne || inTwo, inOne && !inTwo]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('have areas that add up', () => {
    fc.assert(
      fc.property(pair, ({ a, b }) => {
        const [one, two] = [randomArea(a), randomArea(b)];
        const shared = areaM2(empty(intersect(one, two)));
        expect(Math.abs(areaM2(empty(unite([one, two]))) + shared - areaM2(one) - areaM2(two))).toBeLessThan(ROUNDING_M2);
        expect(Math.abs(areaM2(empty(subtract(one, two))) + shared - areaM2(one))).toBeLessThan(ROUNDING_M2);
      }),
      { numRuns: 40 },
    );
  });

  it('say when nothing is left or shared, and refuse crossing edges', () => {
    const here = [[box(0, 0, 1, 1)]];
    const there = [[box(2, 0, 3, 1)]];
    const bowTie: MultiPolygon = [[[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]]];
    expect(subtract(here, here)).toEqual({ ok: false, problems: [{ code: 'nothing-left' }] });
    expect(intersect(here, there)).toEqual({ ok: false, problems: [{ code: 'no-overlap' }] });
    expect(unite([here, bowTie])).toEqual({ ok: false, problems: [{ code: 'shape-unsound' }] });
    expect(unite([])).toEqual({ ok: false, problems: [{ code: 'nothing-left' }] });
    expect(subtract(here, [])).toEqual({ ok: true, value: here });
  });

  it('join parts that share a boundary without a seam', () => {
    expect(unite([[[box(0, 0, 1, 1)]], [[box(1, 0, 2, 1)]]])).toMatchObject({ ok: true, value: [[{ length: 5 }]] });
  });
});

describe('cutHole', () => {
  it('leaves the closed rest: the hole without its edge is out', () => {
    const cut = empty(cutHole([[box(0, 0, 4, 4)]], box(1, 1, 2, 2)));
    expect(cut).toMatchObject([[{ length: 5 }, { length: 5 }]]);
    expect([holds(cut, [1.5, 1.5]), holds(cut, [1, 1.5]), holds(cut, [3, 3])]).toEqual([false, true, true]);
  });
});

describe('splitArea', () => {
  const line = fc.record({ from: fc.nat(59), over: fc.nat(59), to: fc.nat(59) });

  it('loses nothing: every place in exactly one half, and the areas add up', () => {
    let divided = 0;
    fc.assert(
      fc.property(fc.nat(500), line, (seed, { from, over, to }) => {
        const area = randomArea(seed);
        const corners = places(seed + 7, 60);
        const halves = splitArea(area, [corners[from], corners[over], corners[to]] as LngLat[]);
        if (!halves.ok) return;
        divided += 1;
        const { left, right } = halves.value;
        expect(isSound(left) && isSound(right)).toBe(true);
        expect(Math.abs(areaM2(left) + areaM2(right) - areaM2(area))).toBeLessThan(ROUNDING_M2);
        for (const at of places(seed, 60)) expect(Number(holds(left, at)) + Number(holds(right, at))).toBe(Number(holds(area, at)));
      }),
      { numRuns: 60 },
    );
    expect(divided).toBeGreaterThan(10);
  });

  it('has left and right as one walks the line', () => {
    const halves = splitArea([[box(0, 0, 2, 2)]], [[1, -1], [1, 3]]);
    expect(halves.ok && [holds(halves.value.left, [0.5, 1]), holds(halves.value.right, [1.5, 1])]).toEqual([true, true]);
  });

  it('goes on straight beyond a line that ends inside', () => {
    const halves = splitArea([[box(0, 0, 2, 2)]], [[1, 0.5], [1, 1]]);
    expect(halves.ok && [areaM2(halves.value.left) > 0, areaM2(halves.value.right) > 0]).toEqual([true, true]);
  });

  it('divides only the parts that the drawn line meets', () => {
    const area: MultiPolygon = [[box(0, 0, 2, 2)], [box(0, 5, 2, 6)]];
    const halves = splitArea(area, [[1, -1], [1, 3]]);
    expect(halves.ok && halves.value.left).toContainEqual(area[1]);
  });

  it('says why a line does not divide', () => {
    const area = [[box(0, 0, 2, 2)]];
    expect(splitArea(area, [[5, 5], [6, 5]])).toEqual({ ok: false, problems: [{ code: 'line-does-not-divide' }] });
    expect(splitArea(area, [[1, 1]])).toEqual({ ok: false, problems: [{ code: 'line-crosses-itself' }] });
    expect(splitArea(area, [[-1, 1], [3, 1], [1, 3], [1, -1]])).toEqual({ ok: false, problems: [{ code: 'line-crosses-itself' }] });
  });
});

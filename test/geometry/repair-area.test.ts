import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { geodesicAreaM2 } from '../../src/geometry/area.ts';
import { repairArea } from '../../src/geometry/repair-area.ts';
import { preventsUse, ringProblems } from '../../src/geometry/ring-problems.ts';
import type { Position } from '../../src/geometry/rings.ts';

const BOW_TIE = [[112, 35], [112.2, 35.2], [112.2, 35], [112, 35.2], [112, 35]] as const;
const SQUARE = [[112, 35], [112.2, 35], [112.2, 35.2], [112, 35.2], [112, 35]] as const;

describe('an area whose boundary crosses itself', () => {
  it('is cut at the crossing, and keeps both its parts', () => {
    const repair = repairArea([[BOW_TIE]]);
    expect(repair?.polygons).toHaveLength(2);
    const half = geodesicAreaM2([SQUARE]) / 2;
    // The two triangles turn against each other, so that together they have next to no area as they stand.
    expect(repair?.areaBeforeM2).toBeLessThan(half / 100);
    expect(Math.abs((repair?.areaAfterM2 ?? 0) - half)).toBeLessThan(half / 100);
  });

  it('keeps all that its boundary encloses, also twice', () => {
    const loop = [[0, 0], [4, 0], [4, 4], [1, 4], [1, 3], [3, 3], [3, 5], [0, 5], [0, 0]] as const;
    expect(repairArea([[loop]])?.polygons).toEqual([[[[0, 0], [4, 0], [4, 4], [3, 4], [3, 5], [0, 5], [0, 0]]]]);
  });

  it('loses the spikes that enclose nothing', () => {
    const spike = [[0, 0], [4, 0], [4, 4], [2, 4], [2, 6], [2, 4], [0, 4], [0, 0]] as const;
    expect(repairArea([[spike]])?.polygons).toEqual([[[[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]]]]);
  });

  it('keeps its sound holes', () => {
    const hole = [[112.16, 35.08], [112.18, 35.08], [112.18, 35.1], [112.16, 35.08]] as const;
    expect(repairArea([[BOW_TIE, hole]])?.polygons.map((polygon) => polygon.length).sort()).toEqual([1, 2]);
  });
});

describe('there is no proposal', () => {
  it.each<readonly [string, readonly Position[]]>([
    ['for a sound area', SQUARE],
    ['for an open ring', SQUARE.slice(1)],
    ['for a ring without area', [[0, 0], [1, 1], [2, 2], [0, 0]]],
    ['for positions off the earth', [[0, 0], [200, 200], [200, 0], [0, 200], [0, 0]]],
    ['for more positions than are cut in some seconds', [...BOW_TIE.slice(0, 4), ...Array.from({ length: 5000 }, (_, i): Position => [112 - i * 1e-7, 35.2]), [112, 35]]],
  ])('%s', (_, ring) => {
    expect(repairArea([[ring]])).toBeNull();
  });
});

it('gives sound polygons or none, whatever the rings', () => {
  const position = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }));
  fc.assert(
    fc.property(fc.array(position, { minLength: 3, maxLength: 12 }), (open) => {
      const ring = [...open, ...open.slice(0, 1)];
      const repair = repairArea([[ring]]);
      for (const polygon of repair?.polygons ?? []) expect(ringProblems(polygon).filter(preventsUse)).toEqual([]);
      if (repair !== null) expect(repair.areaAfterM2).toBeGreaterThan(0);
    }),
    { numRuns: 40 },
  );
});

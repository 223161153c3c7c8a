import { describe, expect, it } from 'vitest';
import { CERTAINTIES } from '../../src/assess/assessment.ts';
import { markSizePx } from '../../src/map/layers/facilities.ts';
import { atlasKey, atlasPlan, CELL_PX, HALO } from '../../src/map/mark-atlas.ts';
import { DUTIES } from '../../src/policy/duty.ts';

describe('atlasPlan', () => {
  const { cells, width, height } = atlasPlan();

  it('has a picture for every verdict: what may be demanded is at least what surely is', () => {
    for (const [weak, duty] of DUTIES.entries()) {
      for (const possibleDuty of DUTIES.slice(0, weak + 1)) {
        for (const certainty of CERTAINTIES) expect(cells).toHaveProperty([atlasKey({ duty, possibleDuty, certainty })]);
      }
    }
    expect(cells).toHaveProperty([HALO]);
  });

  it('gives each a cell of its own, inside a sheet that any graphics card takes', () => {
    const corners = Object.values(cells).map(({ x, y }) => `${x} ${y}`);
    expect(new Set(corners).size).toBe(corners.length);
    for (const { x, y } of Object.values(cells)) {
      expect(x + CELL_PX).toBeLessThanOrEqual(width);
      expect(y + CELL_PX).toBeLessThanOrEqual(height);
    }
    expect(Math.max(width, height)).toBeLessThanOrEqual(4096);
  });
});

describe('markSizePx', () => {
  it('grows with the zoom, within limits', () => {
    const sizes = [3, 7, 8, 9, 10, 11, 12, 14, 18].map(markSizePx);
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
    expect(sizes[0]).toBe(11);
    expect(sizes.at(-1)).toBe(28);
  });
});

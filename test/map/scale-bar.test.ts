import { describe, expect, it } from 'vitest';
import { mercator, metresPerPx } from '../../src/map/mercator.ts';
import { scaleBar } from '../../src/map/scale-bar.ts';

describe('scaleBar', () => {
  it('is the longest round length that fits', () => {
    expect(scaleBar(1, 110)).toEqual({ metres: 100, widthPx: 100 });
    expect(scaleBar(30, 110)).toEqual({ metres: 2000, widthPx: 2000 / 30 });
    expect(scaleBar(50, 110)).toEqual({ metres: 5000, widthPx: 100 });
  });

  it('always fits, and fills at least two fifths', () => {
    for (let metres = 0.01; metres < 1e5; metres *= 1.07) {
      const { widthPx } = scaleBar(metres, 110);
      expect(widthPx).toBeLessThanOrEqual(110);
      expect(widthPx).toBeGreaterThanOrEqual(43.9);
    }
  });
});

describe('metresPerPx', () => {
  it('halves with each zoom and shrinks towards the poles', () => {
    expect(metresPerPx(0, 0)).toBeCloseTo(78271.517, 3);
    expect(metresPerPx(1, 60)).toBeCloseTo(78271.517 / 4, 3);
  });
});

describe('mercator', () => {
  it('maps the world to the unit square, south down', () => {
    expect(mercator(0, 0)).toEqual([0.5, 0.5]);
    expect(mercator(180, 85.051129)[0]).toBe(1);
    expect(mercator(180, 85.051129)[1]).toBeCloseTo(0, 7);
  });
});

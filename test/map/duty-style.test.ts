import { describe, expect, it } from 'vitest';
import { DUTY_STYLE, shapePath, SHAPES, verdictMark } from '../../src/map/duty-style.ts';
import type { Theme } from '../../src/map/map-types.ts';
import { PALETTE } from '../../src/map/palette.ts';
import { ZONE_STYLE } from '../../src/map/zone-style.ts';
import { DUTIES } from '../../src/policy/duty.ts';
import { contrast, difference, seenBy } from './colour.ts';

const THEMES: readonly Theme[] = ['light', 'dark'];

describe('DUTY_STYLE', () => {
  it('gives every duty a shape of its own', () => {
    expect(new Set(DUTIES.map((duty) => DUTY_STYLE[duty].shape)).size).toBe(DUTIES.length);
    expect(new Set(SHAPES.map((shape) => shapePath(shape, 10))).size).toBe(SHAPES.length);
  });

  it.each(THEMES)('stands out from the map by 3:1 or more (%s)', (theme) => {
    for (const duty of DUTIES) {
      for (const ground of [PALETTE[theme].ground, PALETTE[theme].city]) {
        expect(contrast(DUTY_STYLE[duty][theme], ground), `${duty} on ${ground}`).toBeGreaterThanOrEqual(3);
      }
    }
  });

  // 10 CIELAB units are plainly different side by side; `hold` and `none` demand nothing and may look alike.
  it.each(THEMES)('keeps demanding duties apart for red-green blindness (%s)', (theme) => {
    const demanding = DUTIES.filter((duty) => duty !== 'hold' && duty !== 'none');
    for (const eye of ['normal', 'deuteranope', 'protanope'] as const) {
      demanding.forEach((a, at) => {
        for (const b of demanding.slice(at + 1)) {
          const apart = difference(seenBy(eye, DUTY_STYLE[a][theme]), seenBy(eye, DUTY_STYLE[b][theme]));
          expect(apart, `${a} and ${b} for ${eye}`).toBeGreaterThanOrEqual(10);
        }
      });
    }
  });
});

describe('PALETTE and ZONE_STYLE', () => {
  it.each(THEMES)('writes words at 4.5:1 on what they stand on (%s)', (theme) => {
    const { city, ground, countyName, prefectureName, reach, park, station } = PALETTE[theme];
    for (const ink of [countyName, reach, park, station]) expect(contrast(ink, city), ink).toBeGreaterThanOrEqual(4.5);
    expect(contrast(prefectureName, ground)).toBeGreaterThanOrEqual(3.5);
  });

  it.each(THEMES)('tells zones by pattern as well as hue, readable as words (%s)', (theme) => {
    const styles = Object.values(ZONE_STYLE);
    expect(new Set(styles.map((style) => style.pattern)).size).toBe(styles.length);
    for (const style of styles) expect(contrast(style[theme], PALETTE[theme].city)).toBeGreaterThanOrEqual(4.3);
  });
});

describe('verdictMark', () => {
  it('draws a certain verdict without a ring', () => {
    const mark = verdictMark('close', 'close', 'certain', 'light', 20);
    expect(mark.ring).toBeNull();
    expect(mark.colour).toBe(DUTY_STYLE.close.light);
  });

  it('rings an uncertain one in the colour of what it may become, broken when a fact is missing', () => {
    const review = verdictMark('retrofit', 'close', 'review', 'light', 20);
    expect(review.colour).toBe(DUTY_STYLE.retrofit.light);
    expect(review.ring).toMatchObject({ colour: DUTY_STYLE.close.light, dash: [] });
    const dash = verdictMark('retrofit', 'close', 'unknown', 'light', 20).ring?.dash ?? [];
    expect(dash).toHaveLength(2);
  });

  it('stays inside its box, ring and all', () => {
    for (const duty of DUTIES) {
      const { path, ring } = verdictMark(duty, 'close', 'review', 'dark', 20);
      const numbers = path.split(' ').filter((part) => /\d/.test(part)).map(Number);
      expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...numbers)).toBeLessThanOrEqual(20);
      expect((ring?.radius ?? 99) + (ring?.width ?? 99) / 2).toBeLessThanOrEqual(10);
    }
  });
});

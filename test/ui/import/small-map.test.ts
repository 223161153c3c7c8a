import { describe, expect, it } from 'vitest';
import type { LngLat, MultiPolygon } from '../../../src/domain/place.ts';
import { areaPath, boundsOf, edgesNear, frameOf, joined } from '../../../src/ui/import/small-map.ts';

const SQUARE: MultiPolygon = [[[[112, 35], [113, 35], [113, 36], [112, 36], [112, 35]]]];
const BOX = { west: 112, south: 35, east: 113, north: 36 };

describe('a small map', () => {
  it('puts the box into the picture, north up, with the same scale both ways', () => {
    const frame = frameOf(BOX, 200, 150);
    const [left, right, top, bottom] = [frame.x(112), frame.x(113), frame.y(36), frame.y(35)];
    expect(top).toBeCloseTo(6);
    expect(bottom).toBeCloseTo(144);
    expect((left + right) / 2).toBeCloseTo(100);
    // A degree of longitude is shorter by the cosine of the latitude.
    expect((right - left) / (bottom - top)).toBeCloseTo(Math.cos((35.5 * Math.PI) / 180));
    expect(frame.metresPerPx * (bottom - top)).toBeCloseTo(111_195, -1);
  });

  it('shows a neighbourhood of what has no extent', () => {
    const frame = frameOf({ west: 112, south: 35, east: 112, north: 35 }, 100, 100, { marginPx: 0, leastM: 400 });
    expect(frame.metresPerPx).toBeCloseTo(4);
    expect([frame.x(112), frame.y(35)]).toEqual([50, 50]);
  });

  it('knows the box of positions, and that there is none of none', () => {
    const positions: LngLat[] = [[112, 36], [113, 35]];
    expect(boundsOf(positions)).toEqual(BOX);
    expect(boundsOf([])).toBeNull();
    expect(joined(null, BOX)).toEqual(BOX);
    expect(joined(BOX, { west: 111, south: 35.5, east: 112, north: 37 })).toEqual({ west: 111, south: 35, east: 113, north: 37 });
  });

  it('draws outlines without the corners that nobody sees', () => {
    const frame = frameOf(BOX, 200, 150);
    const fine = Array.from({ length: 1000 }, (_, k): LngLat => [112 + k / 1000, 35]);
    const path = areaPath([[[...fine, [113, 35], [113, 36], [112, 36], [112, 35]]]], frame);
    expect(path.split('L').length).toBeLessThan(200);
    expect(path).toMatch(/^M[\d.]+ [\d.]+L.*Z$/u);
  });

  it('draws of an outline only the edges near a close-up', () => {
    const corner = frameOf({ west: 111.99, south: 34.99, east: 112.01, north: 35.01 }, 100, 100);
    expect(edgesNear(SQUARE, corner).match(/M/gu)).toHaveLength(2);
    expect(edgesNear(SQUARE, frameOf({ west: 112.4, south: 35.4, east: 112.5, north: 35.5 }, 100, 100))).toBe('');
  });
});

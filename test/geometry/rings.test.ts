import { describe, expect, it } from 'vitest';
import { geodesicCircle } from '../../src/geometry/circle-outline.ts';
import { listsByKey } from '../../src/geometry/lists.ts';
import { polygonTable } from '../../src/geometry/rings.ts';
import { inverseM } from './oracles.ts';
import { box } from './shapes.ts';

describe('polygonTable', () => {
  it('lays areas, polygons, rings and positions end to end', () => {
    const table = polygonTable([[[box(0, 0, 9, 9), box(1, 1, 2, 2)], [box(20, -5, 21, -4)]], [], [[box(112, 35, 113, 36)]]]);
    expect([...table.areaStart]).toEqual([0, 2, 2, 3]);
    expect([...table.polygonStart]).toEqual([0, 2, 3, 4]);
    expect([...table.ringStart]).toEqual([0, 5, 10, 15, 20]);
    expect([...table.coords.subarray(30)]).toEqual([112, 35, 113, 35, 113, 36, 112, 36, 112, 35]);
    expect([...table.boxes]).toEqual([0, -5, 21, 9, Infinity, Infinity, -Infinity, -Infinity, 112, 35, 113, 36]);
    expect([...table.xyz.subarray(0, 3)]).toEqual([6378137, 0, 0]);
    expect(table.xyz.length).toBe(60);
  });

  it('throws on rings that ringProblems would have refused', () => {
    expect(() => polygonTable([[[[[0, 0], [1, 0], [1, 1], [0, 1]]]]])).toThrow('ring 0: got ends 0,0 and 0,1, expected a closed ring');
    expect(() => polygonTable([[[[[0, 0], [1, 0], [0, 0]]]]])).toThrow('got 3 positions');
    expect(() => polygonTable([[[box(0, 0, 1, 1), [[0, 0], [1, NaN], [1, 1], [0, 0]]]]])).toThrow('ring 1: got position 1,NaN');
  });
});

describe('listsByKey', () => {
  it('lists places under their keys in order, and leaves negative keys out', () => {
    expect(listsByKey([2, 0, -1, 2, 0], 4)).toEqual({ offsets: Uint32Array.of(0, 2, 2, 4, 4), items: Uint32Array.of(1, 4, 0, 3) });
  });
});

describe('geodesicCircle', () => {
  it('is closed, turns counter-clockwise and keeps its distance', () => {
    const ring = geodesicCircle(112.85, 35.49, 30_000);
    expect(ring.length).toBe(181);
    expect(ring.at(-1)).toEqual(ring[0]);
    for (const position of ring) expect(Math.abs(inverseM([112.85, 35.49], position) - 30_000)).toBeLessThan(1e-6);
    const signed = ring.slice(1).reduce((sum, [x, y], i) => sum + (ring[i]?.[0] ?? NaN) * y - x * (ring[i]?.[1] ?? NaN), 0);
    expect(signed).toBeGreaterThan(0);
  });

  it('does not jump at the antimeridian', () => {
    const lngs = geodesicCircle(179.9, 35, 30_000, 36).map(([lng]) => lng);
    expect(Math.max(...lngs)).toBeGreaterThan(180);
    expect(Math.min(...lngs)).toBeGreaterThan(179);
  });
});

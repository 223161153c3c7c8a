import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { geodesicDistanceM } from '../../../src/geometry/geodesic.ts';
import { GRIDS } from '../../../src/ingest/datum/crs.ts';
import { fromGrid } from '../../../src/ingest/datum/gauss-krueger.ts';

interface Fixture {
  readonly points: readonly (readonly [epsg: number, eastingM: number, northingM: number, lng: number, lat: number])[];
}

const { points } = JSON.parse(readFileSync(new URL('../../fixtures/gauss-krueger.json', import.meta.url), 'utf8')) as Fixture;

describe('fromGrid', () => {
  it('agrees with PROJ within a tenth of a millimetre, in all four families of grids', () => {
    const families = new Set<string>();
    for (const [epsg, eastingM, northingM, lng, lat] of points) {
      const grid = GRIDS.find((candidate) => candidate.epsg === epsg);
      const position = grid === undefined ? null : fromGrid(grid, eastingM, northingM);
      families.add(`${grid?.widthDeg} ${grid?.zone !== null}`);
      expect([epsg, position === null ? Infinity : geodesicDistanceM(position[0], position[1], lng, lat)]).toEqual([epsg, expect.closeTo(0, 4)]);
    }
    expect([points.length, families.size]).toEqual([240, 4]);
  });

  it('has no place for numbers of another zone', () => {
    const grid = GRIDS.find(({ epsg }) => epsg === 4525);
    expect(grid && [fromGrid(grid, 38_500_000, 3_900_000), fromGrid(grid, 500_000, 3_900_000), fromGrid(grid, NaN, 3_900_000)]).toEqual([null, null, null]);
  });
});

import { describe, expect, it } from 'vitest';
import type { LngLat } from '../../src/domain/place.ts';
import { areaContains } from '../../src/geometry/contains.ts';
import { areaMarginM } from '../../src/geometry/margin.ts';
import { cell, cityTable, countyCodes, countyTable, pointOf, type Cells } from './city-files.ts';

const sources = cityTable('heat-sources.csv');
const byId = new Map(sources.map((row) => [cell(row, 'id'), row]));

const REACH_M = 30_000;
const OUTLINE_ACCURACY_M = 600;

/**
 * Geodesic distance from a plant to the city: 0 inside. Outside it the nearest point of the six counties together is the
 * nearest point of any of them, since a way to an inner line crosses the outer one first.
 */
function metresToCity([lng, lat]: LngLat): number {
  return Math.min(...countyCodes.map((_, county) => Math.max(0, -areaMarginM(countyTable, county, lng, lat))));
}

function placeOf(row: Cells): LngLat {
  const point = pointOf(row, 'lon', 'lat');
  if (point === null) throw new Error(`heat source ${cell(row, 'id')}: got no point, expected one`);
  return point;
}

function source(id: string): Cells {
  const row = byId.get(id);
  if (row === undefined) throw new Error(`got no heat source ${id}, expected it in heat-sources.csv`);
  return row;
}

describe('heat sources of Jincheng', () => {
  it('are the 19 coal plant sites whose reach may touch the city, 14 of them in Henan', () => {
    expect(sources).toHaveLength(19);
    expect(byId.size).toBe(19);
    expect(sources.filter((row) => cell(row, 'divisionCode').startsWith('41'))).toHaveLength(14);
    for (const row of sources) {
      const limit = REACH_M + OUTLINE_ACCURACY_M + Number(cell(row, 'locationAccuracyM'));
      expect(metresToCity(placeOf(row)), cell(row, 'name')).toBeLessThanOrEqual(limit);
    }
  });

  it('leave out the next ones, whose reach ends before the city', () => {
    const next: readonly (readonly [string, LngLat])[] = [
      ['中石化洛阳分公司发电厂', [112.59541, 34.91884]],
      ['焦作韩电公司武陟热电厂', [113.38887, 35.12455]],
      ['国家电投新乡豫新发电厂', [113.92916, 35.40551]],
      ['潞安屯留发电厂', [112.85058, 36.3653]],
    ];
    for (const [name, point] of next) {
      expect(metresToCity(point), name).toBeGreaterThan(REACH_M + OUTLINE_ACCURACY_M + 200);
      expect(sources.some((row) => cell(row, 'name') === name)).toBe(false);
    }
  });

  it('know Jincheng as CHP by its name, and Yangcheng as nothing at all', () => {
    const jincheng = source('GEM-L101504');
    expect([cell(jincheng, 'kind'), cell(jincheng, 'unitMW'), cell(jincheng, 'units')]).toEqual(['chp', '300', '2x300']);
    expect(placeOf(jincheng)).toEqual([112.92522, 35.46113]);
    expect(cell(jincheng, 'kindEvidence')).toContain('热电');

    const yangcheng = source('GEM-L101543');
    expect(cell(yangcheng, 'plantMW')).toBe('3300');
    expect([cell(yangcheng, 'kind'), cell(yangcheng, 'kindEvidence'), cell(yangcheng, 'large')]).toEqual(['', '', '']);
  });

  it('call a plant CHP with evidence only', () => {
    for (const row of sources) {
      expect(cell(row, 'kind') === 'chp', cell(row, 'name')).toBe(cell(row, 'kindEvidence') !== '');
      expect(['', 'chp']).toContain(cell(row, 'kind'));
    }
    const captive = source('GEM-L100678-1');
    expect([cell(captive, 'kind'), cell(captive, 'unitMW')]).toEqual(['chp', '350']);
  });

  it('keep plants with nothing in operation, which cannot give heat', () => {
    const idle = sources.filter((row) => cell(row, 'plantMW') === '0');
    expect(idle).toHaveLength(5);
    for (const row of idle) {
      expect([cell(row, 'unitMW'), cell(row, 'large')]).toEqual(['0', 'no']);
      expect(cell(row, 'note')).toMatch(/退役机组|规划机组/);
    }
    for (const row of sources) if (!idle.includes(row)) expect(cell(row, 'large')).toBe('');
  });

  it('agree with their own unit lists', () => {
    for (const row of sources) {
      const units = cell(row, 'units') === '' ? [] : cell(row, 'units').split(' + ').map((part) => part.split('x').map(Number));
      expect(units.reduce((sum, [n = 0, mw = 0]) => sum + n * mw, 0), cell(row, 'name')).toBe(Number(cell(row, 'plantMW')));
      expect(Math.max(0, ...units.map(([, mw = 0]) => mw))).toBe(Number(cell(row, 'unitMW')));
    }
  });

  it('stand in the county that their code names', () => {
    for (const row of sources) {
      const county = countyCodes.indexOf(cell(row, 'divisionCode'));
      const [lng, lat] = placeOf(row);
      if (county >= 0) expect(areaContains(countyTable, county, lng, lat), cell(row, 'name')).toBe(true);
      else expect(metresToCity([lng, lat])).toBeGreaterThan(0);
    }
  });
});

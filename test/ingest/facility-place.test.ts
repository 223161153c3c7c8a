import { describe, expect, it } from 'vitest';
import type { Facility } from '../../src/domain/facility.ts';
import { readFacilities } from '../../src/ingest/read-facilities.ts';
import { csv, division, divisions } from './files.ts';

function one(header: string, row: string): Facility {
  const [facility] = readFacilities(csv(header, row), { divisions }).accepted;
  if (facility === undefined) throw new Error(`expected an accepted row, got ${row}`);
  return facility;
}

describe('place', () => {
  it.each([
    ['泽州县', '140525'], ['泽州', '140525'], ['高平', '140581'], ['高平市', '140581'], ['晋城市泽州县', '140525'], ['山西省晋城市泽州县', '140525'],
    ['泽州县大阳镇', '140525'], ['城区', '140502'], ['晋城市城区', '140502'], ['晋城城区', '140502'], ['Zezhou', '140525'], ['chengqu', '140502'], ['晋城市', '140500'],
    ['Zezhou County', '140525'], ['Gaoping City', '140581'], ['山西省晋城市', '140500'], ['山西泽州', '140525'], ['晋城市城区北街街道', '140502'], ['大同市', '140200'],
  ])('%s is %s', (county, code) => {
    expect(one('name,county', `n,${county}`)).toMatchObject({ divisionCode: code, issues: [{ code: 'no-location' }] });
  });

  it.each(['阳泉市城区', '开发区', '阳城区', '县', '泽', '安阳县', '河南省焦作市', '河南省城区', '河南省晋城市泽州县', '城区北街街道'])('%s is no county that is loaded', (county) => {
    const facility = one('name,county', `n,${county}`);
    expect(facility.divisionCode).toBeNull();
    expect(facility.issues[0]).toEqual({ code: 'unknown-county', column: 'county', params: { column: 'county', value: county } });
  });

  it.each([['大同市云冈区', '140200', '大同市'], ['山西省大同市云冈区', '140200', '大同市'], ['晋城市开发区', '140500', '晋城市']])('of %s it knows the city, and says so', (county, code, known) => {
    expect(one('name,county', `n,${county}`)).toMatchObject({
      divisionCode: code, issues: [{ code: 'county-partly-known', column: 'county', params: { column: 'county', value: county, known } }, { code: 'no-location' }],
    });
  });

  it('takes the code before the name, and says when they differ', () => {
    expect(one('name,county,divisionCode', 'n,泽州县,140525')).toMatchObject({ divisionCode: '140525', issues: [{ code: 'no-location' }] });
    expect(one('name,county,divisionCode', 'n,泽州县,140581')).toMatchObject({
      divisionCode: '140581',
      issues: [{ code: 'division-code-disagrees' }, { code: 'no-location' }],
    });
    expect(['140525101', '140525.0', '140525.00'].map((code) => one('name,divisionCode', `n,${code}`).divisionCode)).toEqual(['140525', '140525', '140525']);
    expect(one('name,county,divisionCode', 'n,泽州县,1405')).toMatchObject({ divisionCode: '140525', issues: [{ code: 'division-code-unreadable' }, {}] });
  });
});

describe('a position beside its county', () => {
  const box = (west: number, east: number) => [[[[west, 35], [east, 35], [east, 36], [west, 36], [west, 35]]]] as const;
  const outlined = [
    { ...division('140525', '泽州县', 'Zezhou', 'county'), polygons: box(112, 113), accuracyM: 600 },
    { ...division('140522', '阳城县', 'Yangcheng', 'county'), polygons: box(111, 112), accuracyM: 600 },
    { ...division('140500', '晋城市', 'Jincheng', 'prefecture'), polygons: box(111, 113), accuracyM: 600 },
    { ...division('140200', '大同市', 'Datong', 'prefecture'), polygons: box(113, 114), accuracyM: 600 },
  ];
  const issuesAt = (header: string, row: string) =>
    readFacilities(csv(`name,lon,lat,${header}`, row), { divisions: outlined }).accepted[0]?.issues.map(({ code, column, params }) => [code, column, params['value'], params['found']]);

  it('is noted when it surely lies in another, by code or by name', () => {
    const found = (column: string, value: string, place: string) => [['position-outside-county', column, value, place]];
    expect(issuesAt('divisionCode', 'n,111.5,35.5,140525')).toEqual(found('divisionCode', '140525', '阳城县'));
    expect(issuesAt('county', 'n,111.5,35.5,泽州县')).toEqual(found('county', '泽州县', '阳城县'));
    expect(issuesAt('county', 'n,111.5,35.5,大同市')).toEqual(found('county', '大同市', '阳城县'));
    expect(issuesAt('divisionCode', 'n,112.5,35.5,410822')).toEqual(found('divisionCode', '410822', '泽州县'));
    expect(issuesAt('divisionCode', 'n,113.5,35.5,140525')).toEqual(found('divisionCode', '140525', '大同市'));
  });

  // The outline may be 600 m wrong, a point 100 m unless it says; 0.0076 degrees are 689 m here, 0.008 are 726 m.
  it.each([
    ['divisionCode', '112.5,35.5,140525'], ['divisionCode', '111.5,35.5,140500'], ['county', '112.5,35.5,晋城市'], ['county', '112.5,35.5,郑州市'],
    ['divisionCode', '111.9924,35.5,140525'], ['divisionCode,定位精度', '111.95,35.5,140525,5000'], ['divisionCode', '120,35.5,140525'], ['divisionCode', '112,35.5,140525'],
  ])('is not when the two agree, or may: %s of %s', (header, row) => {
    expect(issuesAt(header, `n,${row}`)?.filter(([code]) => code === 'position-outside-county')).toEqual([]);
  });

  it('counts the error of outline and point together', () => {
    expect(issuesAt('divisionCode', 'n,111.992,35.5,140525')).toHaveLength(1);
    expect(issuesAt('divisionCode,定位精度', 'n,111.992,35.5,140525,200')).toEqual([]);
    expect(issuesAt('divisionCode,定位精度', 'n,111.993,35.5,140525,0')).toHaveLength(1);
  });
});

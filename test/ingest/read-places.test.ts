import { describe, expect, it } from 'vitest';
import { readDivisions } from '../../src/ingest/read-divisions.ts';
import { OWN } from '../../src/ingest/read-options.ts';
import { readParks } from '../../src/ingest/read-parks.ts';
import { readStations } from '../../src/ingest/read-stations.ts';
import { csv, geoJson, RING } from './files.ts';

const codes = ({ quarantine }: { readonly quarantine: readonly { readonly code: string }[] }) => quarantine.map(({ code }) => code);

describe('readDivisions', () => {
  it('reads code, names, level and accuracy', () => {
    const { accepted, messages } = readDivisions(geoJson([{ properties: { code: '140525', name: '泽州县', name_en: 'Zezhou', level: 'county', accuracyM: 600, year: 2017 } }]), OWN);
    expect(accepted).toEqual([{ code: '140525', name: '泽州县', nameEn: 'Zezhou', level: 'county', polygons: [[RING]], accuracyM: 600 }]);
    expect(messages).toEqual([]);
  });

  it('tells the level by the code, and says that it takes a border as exact', () => {
    const { accepted, messages } = readDivisions(geoJson(['140000', '140500', '140525.0'].map((code) => ({ properties: { code } }))), OWN);
    expect(accepted.map(({ level }) => level)).toEqual(['province', 'prefecture', 'county']);
    expect(messages.map(({ code }) => code)).toEqual(Array(3).fill('accuracy-assumed-exact'));
  });

  it('sets aside what has no code, level or border', () => {
    const read = readDivisions(
      geoJson([{ properties: { name: 'a' } }, { properties: { code: '1405' } }, { properties: { code: '140525', level: '乡' } }, { properties: { code: '140525' }, geometry: null }, { properties: { code: '140525', accuracyM: 'x' } }]),
    );
    expect(codes(read)).toEqual(['code-missing', 'code-invalid', 'division-level-unreadable', 'geometry-missing', 'number-unreadable']);
    expect(read.quarantine.map(({ row, column, value }) => [row, column, value]).slice(1, 3)).toEqual([[2, 'code', '1405'], [3, 'level', '乡']]);
  });
});

describe('readParks', () => {
  it('reads a park that lies in two counties', () => {
    const { accepted } = readParks(csv('id,name,divisionCodes,lon,lat,locationAccuracyM,note', 'P,北留周村工业园区,140522;140525.0,112.6,35.5,6000,代表点'));
    expect(accepted).toEqual([{ id: 'P', name: '北留周村工业园区', divisionCodes: ['140522', '140525'], lngLat: [112.6, 35.5], accuracyM: 6000, note: '代表点' }]);
  });

  it('needs a name, a point, its accuracy and codes that are codes', () => {
    const rows = [',140525,112,35,5', 'a,140525,,,5', 'a,140525,112,35,', 'a,1405,112,35,5', 'a,140525,112,35,x'];
    expect(codes(readParks(csv('name,divisionCodes,lon,lat,locationAccuracyM', ...rows)))).toEqual([
      'name-missing', 'point-missing', 'accuracy-missing', 'code-invalid', 'number-unreadable',
    ]);
  });
});

describe('readStations', () => {
  it('reads a station', () => {
    const { accepted } = readStations(csv('code,name,level,role,divisionCode,lon,lat,locationAccuracyM,note', '2160A,自来水公司,国控,urban,,112.85,35.5051,500,'));
    expect(accepted).toEqual([{ code: '2160A', name: '自来水公司', level: 'national', role: 'urban', divisionCode: null, lngLat: [112.85, 35.5051], accuracyM: 500, note: '' }]);
  });

  it('needs a code, a level and a point', () => {
    const read = readStations(csv('code,level,lon,lat', ',national,112,35', 'a,,112,35', 'a,县控,112,35', 'a,national,,'));
    expect(codes(read)).toEqual(['code-missing', 'station-level-unreadable', 'station-level-unreadable', 'point-missing']);
  });

  it('takes an unreadable role for unknown and says so', () => {
    const { accepted, messages } = readStations(csv('code,level,role,lon,lat', 'a,national,x,112,35'), OWN);
    expect([accepted[0]?.role, messages.map(({ code }) => code)]).toEqual([null, ['source-word-unreadable']]);
  });
});

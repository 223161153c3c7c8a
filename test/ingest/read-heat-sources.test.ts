import { describe, expect, it } from 'vitest';
import { readHeatSources } from '../../src/ingest/read-heat-sources.ts';
import { csv, geoJson, textFile } from './files.ts';

describe('readHeatSources', () => {
  it('needs no more than a name and a point', () => {
    const { accepted, messages } = readHeatSources(csv('name,lon,lat', '热电厂,112.9,35.46'));
    expect(accepted).toEqual([
      {
        id: '热电厂', name: '热电厂', kind: null, kindEvidence: '', unitMW: null, plantMW: null, units: '', large: null, performanceGrade: null,
        listedForExit: null, spareHeatMW: null, enterprise: null, creditCode: null, divisionCode: null, lngLat: [112.9, 35.46], shape: null,
        locationAccuracyM: null, reachM: null, synthetic: false, original: { name: '热电厂', lon: '112.9', lat: '35.46' },
      },
    ]);
    expect(messages).toEqual([]);
  });

  it('takes an area or a line as the site, and refuses a broken one with the reason', () => {
    const feature = (name: string, type: string, coordinates: unknown) => ({ type: 'Feature', properties: { name }, geometry: { type, coordinates } });
    const ring = [[112, 35], [113, 35], [113, 36], [112, 35]];
    const { accepted, quarantine } = readHeatSources(
      geoJson([feature('a', 'Polygon', [ring]), feature('l', 'LineString', ring.slice(0, 2)), feature('p', 'Point', [112.9, 35.4]), feature('x', 'Polygon', [ring.slice(0, 3)]), feature('y', 'LineString', [[1, 2]])]),
    );
    expect(accepted.map(({ name, lngLat, shape }) => [name, lngLat, shape])).toEqual([
      ['a', [112, 35], { kind: 'area', polygons: [[ring]] }],
      ['l', [112, 35], { kind: 'line', lines: [ring.slice(0, 2)] }],
      ['p', [112.9, 35.4], null],
    ]);
    expect(quarantine.map(({ row, code }) => [row, code])).toEqual([[4, 'ring-too-short'], [5, 'geometry-malformed']]);
  });

  it('reads every field in Chinese, with its units', () => {
    const header = '热源编号,热源名称,类型,单机容量(万千瓦),装机容量(MW),大型工业企业,绩效等级,列入关停计划,富余热量(MW),供热半径(公里),行政区划代码,坐标,精度';
    const { accepted } = readHeatSources(csv(header, 'H1,某热电,热电联产,30,600,否,A级,否,120,15,140525,"112.9,35.46",200'));
    expect(accepted[0]).toMatchObject({
      id: 'H1', kind: 'chp', unitMW: 300, plantMW: 600, large: false, performanceGrade: 'A', listedForExit: false, spareHeatMW: 120, reachM: 15000,
      divisionCode: '140525', lngLat: [112.9, 35.46], locationAccuracyM: 200,
    });
  });

  it.each([
    ['name,lon,lat', 'a,,', 'point-missing'], ['name,lon,lat', ',112.9,35.46', 'name-missing'], ['name,lon,lat', 'a,112.9,', 'coordinate-incomplete'],
    ['name,lon,lat,unitMW', 'a,112.9,35.46,2x300', 'number-unreadable'], ['name,lon,lat,reachM', 'a,112.9,35.46,-1', 'number-negative'],
  ])('sets aside %s: %s', (header, row, code) => {
    const { quarantine, accepted } = readHeatSources(csv(header, row));
    expect([accepted, quarantine.map((rejected) => rejected.code)]).toEqual([[], [code]]);
  });

  it('keeps a source whose kind it can’t read, as unknown, and says so', () => {
    const { accepted, messages } = readHeatSources(csv('name,kind,lon,lat', 'a,锅炉房,112.9,35.46'));
    expect(accepted[0]?.kind).toBeNull();
    expect(messages).toEqual([
      { level: 'warning', file: 'ledger.csv', code: 'source-word-unreadable', params: { file: 'ledger.csv', row: 1, column: 'kind', value: '锅炉房' } },
    ]);
  });

  it('says that it takes a radius without a unit for kilometres', () => {
    const { accepted, messages } = readHeatSources(csv('name,供热半径,lon,lat', 'a,15,112.9,35.46'));
    expect([accepted[0]?.reachM, messages.map(({ code }) => code)]).toEqual([15000, ['unit-assumed']]);
  });

  it('reads GeoJSON points', () => {
    const { accepted } = readHeatSources(
      geoJson([{ id: 7, properties: { name: 'a', kind: 'chp', unitMW: 350 }, geometry: { type: 'Point', coordinates: [112.9, 35.46] } }]),
    );
    expect(accepted[0]).toMatchObject({ id: '7', kind: 'chp', unitMW: 350, lngLat: [112.9, 35.46] });
  });

  it('can’t use a binary file', () => {
    expect(readHeatSources({ name: 'h.xlsx', bytes: Uint8Array.of(0x50, 0x4b, 3, 4) })).toMatchObject({ usable: false, messages: [{ code: 'file-is-workbook' }] });
    expect(readHeatSources(textFile('[1,2]'))).toMatchObject({ usable: false, messages: [{ code: 'geojson-expected', params: { found: 'array' } }] });
  });
});

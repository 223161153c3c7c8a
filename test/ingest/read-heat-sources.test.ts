import { describe, expect, it } from 'vitest';
import { OWN } from '../../src/ingest/read-options.ts';
import { readHeatSources } from '../../src/ingest/read-heat-sources.ts';
import { csv, geoJson, RING, SQUARE, textFile } from './files.ts';

describe('readHeatSources', () => {
  it('needs no more than a name and a point', () => {
    const { accepted, messages } = readHeatSources(csv('name,lon,lat', '热电厂,112.9,35.46'), OWN);
    expect(accepted).toEqual([
      {
        id: '热电厂', name: '热电厂', kind: null, kindEvidence: '', unitMW: null, plantMW: null, units: '', large: null, performanceGrade: null,
        listedForExit: null, spareHeatMW: null, enterprise: null, creditCode: null, divisionCode: null, lngLat: [112.9, 35.46], shape: null,
        locationAccuracyM: null, reachM: null, synthetic: false, original: { name: '热电厂', lon: '112.9', lat: '35.46' },
      },
    ]);
    expect(messages).toEqual([]);
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
    const { accepted, messages } = readHeatSources(csv('name,kind,lon,lat', 'a,锅炉房,112.9,35.46'), OWN);
    expect(accepted[0]?.kind).toBeNull();
    expect(messages).toEqual([
      { level: 'warning', file: 'ledger.csv', code: 'source-word-unreadable', params: { file: 'ledger.csv', row: 1, column: 'kind', value: '锅炉房' } },
    ]);
  });

  it('says that it takes a radius without a unit for kilometres', () => {
    const { accepted, messages } = readHeatSources(csv('name,供热半径,lon,lat', 'a,15,112.9,35.46'), OWN);
    expect([accepted[0]?.reachM, messages.map(({ code }) => code)]).toEqual([15000, ['unit-assumed']]);
  });

  it('reads GeoJSON points', () => {
    const { accepted } = readHeatSources(
      geoJson([{ id: 7, properties: { name: 'a', kind: 'chp', unitMW: 350 }, geometry: { type: 'Point', coordinates: [112.9, 35.46] } }]),
    );
    expect(accepted[0]).toMatchObject({ id: '7', kind: 'chp', unitMW: 350, lngLat: [112.9, 35.46] });
  });

  const sites = (...geometries: readonly unknown[]) => readHeatSources(geoJson(geometries.map((geometry, i) => ({ properties: { name: `s${i + 1}` }, geometry })), 'h.json'));

  it('reads areas and lines as shapes, with a point that stands for each', () => {
    const bent = [[112, 35], [113, 35], [113, 36], [112.9, 36], [112.9, 35.1], [112, 35.1], [112, 35]];
    const line = [[112, 35], [113, 35.5]];
    const { accepted, quarantine } = sites(
      SQUARE, { type: 'MultiPolygon', coordinates: [[bent]] }, { type: 'LineString', coordinates: line }, { type: 'MultiLineString', coordinates: [line, line] }, { type: 'Point', coordinates: [112, 35] },
    );
    expect(quarantine).toEqual([]);
    expect(accepted.map(({ shape }) => shape)).toEqual([
      { kind: 'area', polygons: [[RING]] }, { kind: 'area', polygons: [[bent]] }, { kind: 'line', lines: [line] }, { kind: 'line', lines: [line, line] }, null,
    ]);
    const [square, ...others] = accepted.map(({ lngLat }) => lngLat);
    expect([square?.[0], square?.[1]]).toEqual([expect.closeTo(112.85, 9), expect.closeTo(35.45, 9)]);
    // The mean of the bent area's vertices lies outside it: its first vertex stands for it.
    expect(others).toEqual([[112, 35], [112, 35], [112, 35], [112, 35]]);
  });

  it.each([
    [{ type: 'Polygon', coordinates: [[[0, 0], [1, 0], [1, 1], [0, 1]]] }, 'ring-not-closed'],
    [{ type: 'Polygon', coordinates: [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]] }, 'ring-crosses-itself'],
    [{ type: 'LineString', coordinates: [[112, 35]] }, 'line-too-short'],
    [{ type: 'LineString', coordinates: [[35, 112], [35, 113]] }, 'line-out-of-range'],
    [{ type: 'LineString', coordinates: [[179, 35], [-179, 35]] }, 'line-crosses-antimeridian'],
    [{ type: 'LineString', coordinates: ['a', 'b'] }, 'geometry-malformed'],
    [{ type: 'MultiLineString', coordinates: [] }, 'geometry-malformed'],
    [{ type: 'MultiPoint', coordinates: [[112, 35]] }, 'geometry-not-a-point'],
    [null, 'point-missing'],
  ])('sets aside the shape %j', (geometry, code) => {
    const { accepted, quarantine } = sites({ type: 'Point', coordinates: [112, 35] }, geometry);
    expect([accepted.length, quarantine.map((found) => [found.file, found.row, found.code, found.original])]).toEqual([1, [['h.json', 2, code, { name: 's2' }]]]);
  });

  it('reads names and ids under whatever header a row fills', () => {
    const at = { type: 'Point', coordinates: [112.9, 35.46] };
    const features = [{ properties: { name: 'a' }, geometry: at }, { properties: { 名称: 'b' }, geometry: at }, { properties: { name: '', 电厂名称: 'c' }, geometry: at }];
    expect(readHeatSources(geoJson(features)).accepted.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect(readHeatSources(csv('编号,序号,name,lon,lat', 'H1,1,a,112,35', ',2,b,112,35')).accepted.map(({ id }) => id)).toEqual(['H1', '2']);
  });

  it('can’t use a binary file', () => {
    expect(readHeatSources({ name: 'h.xlsx', bytes: Uint8Array.of(0x50, 0x4b, 3, 4) })).toMatchObject({ usable: false, messages: [{ code: 'file-is-workbook' }] });
    expect(readHeatSources(textFile('[1,2]'))).toMatchObject({ usable: false, messages: [{ code: 'geojson-expected', params: { found: 'array' } }] });
  });
});

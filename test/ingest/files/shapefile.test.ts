import { describe, expect, it } from 'vitest';
import { readPrj } from '../../../src/ingest/files/prj.ts';
import { readShapefile, type ShapefileParts } from '../../../src/ingest/files/shapefile.ts';
import { gbk, makeDbf, makeShp, PRJ, utf8, type ShapeRecord } from './make/shapefile.ts';

/** Clockwise, as outer rings of shapefiles turn. */
const OUTER = [[0, 0], [0, 10], [10, 10], [10, 0], [0, 0]] as const;
const FAR = [[20, 0], [20, 10], [30, 10], [30, 0], [20, 0]] as const;
const HOLE = [[2, 2], [4, 2], [4, 4], [2, 4], [2, 2]] as const;
const ISLAND = [[2.5, 2.5], [2.5, 3.5], [3.5, 3.5], [3.5, 2.5], [2.5, 2.5]] as const;

const area = (...rings: readonly (readonly (readonly [number, number])[])[]): ShapeRecord => ({ rings });

function read(parts: Partial<ShapefileParts> & { readonly shp: Uint8Array }) {
  const shapes = readShapefile({ entry: 'z.shp', dbf: null, prj: PRJ.wgs84, cpg: null, ...parts });
  return shapes.ok ? shapes.value : (shapes.problems[0]?.code ?? '');
}

function geometries(type: number, ...records: readonly ShapeRecord[]): unknown {
  const shapes = read({ shp: makeShp(type, records) });
  return typeof shapes === 'string' ? shapes : shapes.features.map(({ geometry }) => geometry);
}

describe('shapes', () => {
  it('are areas with holes, however the rings are ordered', () => {
    expect(geometries(5, area(OUTER))).toEqual([{ type: 'Polygon', coordinates: [OUTER] }]);
    expect(geometries(5, area(HOLE, FAR, OUTER))).toEqual([{ type: 'MultiPolygon', coordinates: [[FAR], [OUTER, HOLE]] }]);
    expect(geometries(5, area(OUTER, HOLE, ISLAND))).toEqual([{ type: 'MultiPolygon', coordinates: [[OUTER, HOLE], [ISLAND]] }]);
  });

  it('lose no ring that turns the wrong way', () => {
    expect(geometries(5, area(HOLE))).toEqual([{ type: 'Polygon', coordinates: [HOLE] }]);
    expect(geometries(5, area(FAR, HOLE))).toEqual([{ type: 'MultiPolygon', coordinates: [[FAR], [HOLE]] }]);
  });

  it('put a hole into the smallest ring around it', () => {
    const inHole = [[2.8, 2.8], [3.2, 2.8], [3.2, 3.2], [2.8, 3.2], [2.8, 2.8]] as const;
    expect(geometries(5, area(OUTER, HOLE, ISLAND, inHole))).toEqual([{ type: 'MultiPolygon', coordinates: [[OUTER, HOLE], [ISLAND, inHole]] }]);
  });

  it('are points, empty shapes, and shapes with heights', () => {
    expect(geometries(1, { point: [112.5, 35.5] }, null)).toEqual([{ type: 'Point', coordinates: [112.5, 35.5] }, null]);
    expect(geometries(15, area(OUTER))).toEqual([{ type: 'Polygon', coordinates: [OUTER.map(([x, y], i) => [x, y, 700 + i])] }]);
    expect(geometries(3, area(OUTER))).toEqual([{ type: 'LineString', coordinates: OUTER }]);
  });

  it('are refused as a whole when the file is cut anywhere', () => {
    const whole = makeShp(5, [area(OUTER), area(FAR)]);
    for (let length = 0; length < whole.length; length += 3) {
      expect(read({ shp: whole.subarray(0, length) }), `${length} bytes`).toBe(length < 100 ? 'shp-broken' : 'shp-cut');
    }
  });

  it.each<readonly [string, string, (view: DataView) => void]>([
    ['no shapefile', 'shp-broken', (view) => view.setInt32(0, 1)],
    ['a length that leaves out the last shape', 'shp-broken', (view) => view.setInt32(24, (view.byteLength - 20) / 2)],
    ['a negative length', 'shp-broken', (view) => view.setInt32(24, -1)],
    ['a record without length', 'shp-broken', (view) => view.setInt32(104, 0)],
    ['a record of negative length', 'shp-broken', (view) => view.setInt32(104, -100)],
    ['a record longer than the file', 'shp-broken', (view) => view.setInt32(104, 2 ** 30)],
    ['more points than bytes', 'shp-broken', (view) => view.setInt32(148, 2 ** 31 - 1, true)],
    ['more parts than bytes', 'shp-broken', (view) => view.setInt32(144, 2 ** 31 - 1, true)],
    ['parts that start beyond the points', 'shp-broken', (view) => view.setInt32(152, 3, true)],
    ['another type within', 'shp-broken', (view) => view.setInt32(108, 3, true)],
    ['a type that no one can use', 'shp-type-unsupported', (view) => view.setInt32(32, 31, true)],
  ])('are refused with %s', (_, code, change) => {
    const shp = makeShp(5, [area(OUTER)]);
    change(new DataView(shp.buffer));
    expect(read({ shp })).toBe(code);
  });
});

describe('attributes', () => {
  const shp = makeShp(1, [{ point: [1, 2] }, { point: [3, 4] }]);
  const fields = [{ name: '名称' }, { name: 'area', type: 'N', length: 10 }, { name: 'day', type: 'D', length: 8 }, { name: 'on', type: 'L', length: 1 }];
  const rows = [['禁煤区', '1.50', '20241001', 'T'], ['禁燃区', '**********', '', '?']];
  const expected = [
    [['名称', '禁煤区'], ['area', '1.50'], ['day', '2024-10-01'], ['on', 'TRUE']],
    [['名称', '禁燃区'], ['area', ''], ['day', ''], ['on', '']],
  ];

  it.each<readonly [string, (text: string) => Uint8Array, number, string | null, string, readonly string[]]>([
    ['UTF-8 by .cpg', utf8, 0, 'UTF-8', 'utf-8', []],
    ['GBK by .cpg', gbk, 0, 'cp936\r\n', 'gb18030', []],
    ['GBK by the language byte', gbk, 0x4d, null, 'gb18030', []],
    ['UTF-8 that is not stated', utf8, 0, null, 'utf-8', ['dbf-encoding-guessed']],
    ['GBK that is not stated', gbk, 0x57, null, 'gb18030', ['dbf-encoding-guessed']],
    ['GBK stated as UTF-8', gbk, 0, 'UTF-8', 'gb18030', ['dbf-encoding-guessed']],
  ])('are read in %s', (_, encode, language, cpg, encoding, codes) => {
    const shapes = read({ shp, dbf: makeDbf(fields, rows, encode, language), cpg });
    expect(shapes).toMatchObject({ encoding, features: expected.map((attributes) => ({ attributes })) });
    expect(typeof shapes !== 'string' && shapes.remarks.map(({ code }) => code)).toEqual(codes);
  });

  it('survive a character cut at the end of its field', () => {
    const shapes = read({ shp, dbf: makeDbf([{ name: 'n', length: 4 }], [['禁煤'], ['ab']], utf8), cpg: 'UTF-8' });
    expect(shapes).toMatchObject({ encoding: 'utf-8', features: [{ attributes: [['n', '禁']] }, { attributes: [['n', 'ab']] }] });
  });

  it('of one name stay apart', () => {
    expect(read({ shp, dbf: makeDbf([{ name: 'a' }, { name: 'a' }], [['1', '2'], ['3', '4']], utf8) })).toMatchObject({ features: [{ attributes: [['a', '1'], ['a#2', '2']] }, {}] });
  });

  it('are refused when they can not be paired with the shapes, or are cut', () => {
    expect(read({ shp, dbf: makeDbf(fields, rows.slice(1), utf8) })).toBe('dbf-count-differs');
    const dbf = makeDbf(fields, rows, utf8);
    expect(read({ shp, dbf: dbf.subarray(0, dbf.length - 30) })).toBe('dbf-cut');
    for (let length = 0; length < 161; length += 5) expect(read({ shp, dbf: dbf.subarray(0, length) }), `${length} bytes`).toMatch(/^dbf-/u);
  });

  it.each<readonly [string, (view: DataView) => void]>([
    ['records without length', (view) => view.setUint16(10, 0, true)],
    ['fields longer than their record', (view) => view.setUint8(32 + 16, 255)],
    ['no end of the fields', (view) => view.setUint8(160, 0)],
    ['a header that ends at once', (view) => view.setUint16(8, 0, true)],
  ])('are refused with %s', (_, change) => {
    const dbf = makeDbf(fields, rows, utf8);
    change(new DataView(dbf.buffer));
    expect(read({ shp, dbf })).toMatch(/^dbf-(?:broken|cut)$/u);
  });

  it('say so when rows are marked as deleted', () => {
    const dbf = makeDbf([{ name: 'a' }], [['1'], ['2']], utf8);
    dbf[65] = 0x2a;
    expect(read({ shp, dbf })).toMatchObject({ remarks: [{ code: 'dbf-deleted-rows', count: 1 }] });
  });
});

describe('the coordinate system', () => {
  it.each([
    [PRJ.wgs84, { kind: 'named', crs: 'EPSG:4326' }],
    [PRJ.cgcs2000, { kind: 'named', crs: 'EPSG:4490' }],
    [PRJ.gaussKrueger(114, 500000), { kind: 'named', crs: 'EPSG:4547' }],
    [PRJ.gaussKrueger(111, 500000), { kind: 'named', crs: 'EPSG:4546' }],
    [PRJ.gaussKrueger(114, 38500000), { kind: 'named', crs: 'EPSG:4526' }],
    [PRJ.gaussKrueger(111, 37500000), { kind: 'named', crs: 'EPSG:4525' }],
    [PRJ.gaussKrueger(111, 19500000), { kind: 'named', crs: 'EPSG:4497' }],
    // A town's own meridian, and a prefix that contradicts the meridian, are no standard zones.
    [PRJ.gaussKrueger(112.5, 500000).replace('112.5.0', '112.5'), { kind: 'named', crs: 'CGCS2000_GK' }],
    [PRJ.gaussKrueger(111, 38500000), { kind: 'named', crs: 'CGCS2000_GK' }],
    [PRJ.gaussKrueger(114, 500000).replace('"Meter",1.0', '"Foot_US",0.3048'), { kind: 'named', crs: 'CGCS2000_GK' }],
    [PRJ.xian80, { kind: 'local-datum', crs: 'Xian_1980_3_Degree_GK_CM_114E' }],
    [PRJ.xian80.replaceAll('Xian_1980', 'Beijing_1954'), { kind: 'local-datum', crs: 'Beijing_1954_3_Degree_GK_CM_114E' }],
    ['PROJCS["WGS_1984_UTM_Zone_49N",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984"]]]', { kind: 'named', crs: 'WGS_1984_UTM_Zone_49N' }],
    ['', null],
    ['no projection', null],
  ])('of %j', (text, expected) => {
    expect(readPrj(text)).toEqual(expected);
  });

  it('is said when missing, and refused when it needs local parameters', () => {
    const shp = makeShp(1, [{ point: [1, 2] }]);
    expect(read({ shp, prj: null })).toMatchObject({ crs: null, remarks: [{ code: 'shp-without-prj' }, { code: 'shp-without-dbf' }] });
    expect(read({ shp, prj: PRJ.xian80 })).toBe('prj-local-datum');
    expect(read({ shp, prj: PRJ.gaussKrueger(114, 500000) })).toMatchObject({ crs: 'EPSG:4547' });
  });
});

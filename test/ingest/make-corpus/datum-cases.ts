import { wgs84ToBd09, wgs84ToGcj02 } from '../../../src/ingest/datum/gcj02.ts';
import type { Case } from './case.ts';
import { boilers, positions, text, type Boiler, type Position } from './rows.ts';

type Pair = readonly [first: number, second: number];

/** A ledger whose coordinates are made by `of`, under two headers. */
function placed(of: (one: Boiler) => Pair, headers: readonly [string, string] = ['经度', '纬度'], count = 60, digits = 6): string {
  const rows = boilers(count).map((one) => [one.id, one.name, one.firm, one.county, String(one.tph), ...of(one).map((value) => value.toFixed(digits))]);
  return text([['编号', '锅炉名称', '单位名称', '所在县区', '吨位', ...headers], ...rows]);
}

const wgs84 = ({ lng, lat }: Position): Pair => [lng, lat];
const gcj02 = ({ lng, lat }: Position): Pair => [...wgs84ToGcj02([lng, lat])];
const bd09 = ({ lng, lat }: Position): Pair => [...wgs84ToBd09([lng, lat])];
const swapped = ([a, b]: Pair): Pair => [b, a];
const grid = (key: 'zone37' | 'zone38' | 'cm111' | 'cm114' | 'six19') => (one: Position): Pair => one[key];
const northingFirst = (key: Parameters<typeof grid>[0]) => (one: Position): Pair => swapped(one[key]);

const geoJson = (of: (one: Position) => Pair, crs?: string): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    ...(crs === undefined ? {} : { crs: { type: 'name', properties: { name: crs } } }),
    features: positions.slice(0, 5).map((one, k) => ({ type: 'Feature', properties: { 名称: `${k + 1}号炉`, 县区: one.county }, geometry: { type: 'Point', coordinates: of(one) } })),
  });

/** Coordinates of every kind: stated, given, found out, asked for. */
export const datumCases: readonly Case[] = [
  { file: 'wgs84-unsaid.csv', about: 'degrees, and nobody says of what', bytes: placed(wgs84), expect: [60, 60, 0, 0], codes: ['crs-assumed'] },
  { file: 'wgs84-stated.csv', about: 'WGS84 by the header', bytes: placed(wgs84, ['经度(WGS84)', '纬度(WGS84)']), expect: [60, 60, 0, 0] },
  { file: 'cgcs2000-stated.csv', about: 'CGCS2000 degrees by the header', bytes: placed(wgs84, ['经度(CGCS2000)', '纬度(CGCS2000)']), expect: [60, 60, 0, 0], crs: 'EPSG:4490', codes: ['crs-stated'] },
  { file: 'cgcs2000-title.csv', about: 'CGCS2000 by the title', bytes: `晋城市锅炉台账（坐标系：国家2000）\n${placed(wgs84)}`, expect: [60, 60, 0, 0], crs: 'EPSG:4490', codes: ['crs-stated'] },
  { file: 'gcj02-stated.csv', about: 'GCJ-02 by the header', bytes: placed(gcj02, ['高德经度', '高德纬度']), expect: [60, 60, 0, 0], crs: 'gcj02', codes: ['crs-stated'] },
  { file: 'bd09-stated.csv', about: 'BD-09 by the header', bytes: placed(bd09, ['百度经度', '百度纬度']), expect: [60, 60, 0, 0], crs: 'bd09', codes: ['crs-stated'] },
  { file: 'gcj02-given.csv', about: 'GCJ-02 by the option', bytes: placed(gcj02), options: { crs: 'gcj02' }, expect: [60, 60, 0, 0], crs: 'gcj02' },
  { file: 'bd09-given.csv', about: 'BD-09 by the option', bytes: placed(bd09), options: { crs: 'bd09' }, expect: [60, 60, 0, 0], crs: 'bd09' },
  { file: 'gcj02-few.csv', about: 'five points in GCJ-02: no outline tells, and it is said', bytes: placed(gcj02, undefined, 5), expect: [5, 5, 0, 0], codes: ['crs-assumed'] },
  { file: 'gcj02-anchored.csv', about: 'GCJ-02 by known places of the same names', bytes: placed(gcj02), options: { anchored: true }, expect: [60, 60, 0, 0], crs: 'gcj02', codes: ['crs-decided'] },
  { file: 'bd09-anchored.csv', about: 'BD-09 by known places of the same names', bytes: placed(bd09), options: { anchored: true }, expect: [60, 60, 0, 0], crs: 'bd09', codes: ['crs-decided'] },
  { file: 'beijing54.csv', about: 'Beijing 54 is refused', bytes: placed(grid('zone38'), ['X(北京54)', 'Y(北京54)'], 5, 3), expect: 'crs-refused' },
  { file: 'xian80.csv', about: 'Xian 80 is refused', bytes: placed(northingFirst('zone38'), ['X坐标(西安80)', 'Y坐标(西安80)'], 5, 3), expect: 'crs-refused' },
  { file: 'xian80-title.csv', about: 'Xian 80 by the title is refused', bytes: `锅炉台账 坐标系：1980西安坐标系\n${placed(grid('zone38'), ['X', 'Y'], 5, 3)}`, expect: 'crs-refused' },
  { file: 'grid-unsaid.csv', about: 'metres with a zone, datum unsaid: a question', bytes: placed(northingFirst('zone38'), ['X', 'Y'], 60, 3), expect: 'crs-question' },
  { file: 'grid-unsaid-no-zone.csv', about: 'metres without a zone, datum unsaid: a question', bytes: placed(northingFirst('cm114'), ['X', 'Y'], 60, 3), expect: 'crs-question' },
  { file: 'grid-4526-given.csv', about: '3° zone 38, northing first, by the option', bytes: placed(northingFirst('zone38'), ['X', 'Y'], 60, 3), options: { crs: 'EPSG:4526' }, expect: [60, 60, 0, 0], crs: 'EPSG:4526' },
  { file: 'grid-4525-given.csv', about: '3° zone 37, easting first, by the option', bytes: placed(grid('zone37'), ['X', 'Y'], 60, 3), options: { crs: 'EPSG:4525' }, expect: [60, 60, 0, 0], crs: 'EPSG:4525' },
  { file: 'grid-4547-given.csv', about: '3° CM 114° without a zone, by the option', bytes: placed(northingFirst('cm114'), ['X', 'Y'], 60, 3), options: { crs: 'EPSG:4547' }, expect: [60, 60, 0, 0], crs: 'EPSG:4547' },
  { file: 'grid-4497-given.csv', about: '6° zone 19, by the option', bytes: placed(northingFirst('six19'), ['X', 'Y'], 60, 3), options: { crs: 'EPSG:4497' }, expect: [60, 60, 0, 0], crs: 'EPSG:4497' },
  { file: 'grid-2000-zone.csv', about: 'CGCS2000 by the header, the zone by the easting', bytes: placed(northingFirst('zone38'), ['X(CGCS2000)', 'Y(CGCS2000)'], 60, 3), expect: [60, 60, 0, 0], crs: 'EPSG:4526', codes: ['crs-decided'] },
  { file: 'grid-2000-no-zone.csv', about: 'CGCS2000 by the header, the meridian by the counties', bytes: placed(northingFirst('cm114'), ['X(CGCS2000)', 'Y(CGCS2000)'], 60, 3), expect: [60, 60, 0, 0], crs: 'EPSG:4547', codes: ['crs-decided'] },
  { file: 'grid-2000-cm111.csv', about: 'the same on the meridian of 111°', bytes: placed(grid('cm111'), ['Y(国家2000)', 'X(国家2000)'], 60, 3), expect: [60, 60, 0, 0], crs: 'EPSG:4546', codes: ['crs-decided'] },
  { file: 'grid-wrong.csv', about: 'metres of zone 38 said to be of zone 37', bytes: placed(grid('zone38'), ['X', 'Y'], 5, 3), options: { crs: 'EPSG:4525' }, expect: [5, 0, 5, 0], crs: 'EPSG:4525', codes: ['coordinate-not-of-grid'] },
  { file: 'metres-said-degrees.csv', about: 'metres said to be WGS84', bytes: placed(grid('zone38'), ['X', 'Y'], 5, 3), options: { crs: 'wgs84' }, expect: [5, 0, 5, 0], codes: ['coordinate-projected'] },
  { file: 'one-in-metres.csv', about: 'one row in metres among degrees', bytes: `${placed(wgs84, undefined, 5)}JC-999,x,y,泽州县,10,38412345.000,3930000.000\r\n`, expect: [6, 5, 1, 0], codes: ['coordinate-projected'] },
  { file: 'swapped.csv', about: 'latitude under longitude throughout', bytes: placed((one) => swapped(wgs84(one))), expect: [60, 60, 0, 0], codes: ['axes-swapped'] },
  { file: 'swapped-gcj02.csv', about: 'swapped, and in GCJ-02 by the header', bytes: placed((one) => swapped(gcj02(one)), ['经度(GCJ-02)', '纬度(GCJ-02)']), expect: [60, 60, 0, 0], crs: 'gcj02', codes: ['axes-swapped', 'crs-stated'] },
  { file: 'one-swapped.csv', about: 'one swapped row among others', bytes: `${placed(wgs84, undefined, 5)}JC-999,x,y,泽州县,10,35.49,112.85\r\n`, expect: [6, 5, 1, 0], codes: ['coordinates-swapped'] },
  { file: 'x-y-degrees.csv', about: 'degrees under X and Y, latitude first', bytes: placed((one) => swapped(wgs84(one)), ['X', 'Y']), expect: [60, 60, 0, 0], codes: ['axes-swapped'] },
  { file: 'points.geojson', about: 'points as GeoJSON', bytes: geoJson(wgs84), expect: [5, 5, 0, 0] },
  { file: 'points-4490.geojson', about: 'points that name CGCS2000', bytes: geoJson(wgs84, 'urn:ogc:def:crs:EPSG::4490'), expect: [5, 5, 0, 0], crs: 'EPSG:4490' },
  { file: 'points-4526.geojson', about: 'points in a grid that they name', bytes: geoJson(grid('zone38'), 'EPSG:4526'), expect: [5, 5, 0, 0], crs: 'EPSG:4526' },
  { file: 'points-3857.geojson', about: 'points in a system that is not read', bytes: geoJson(wgs84, 'EPSG:3857'), expect: 'crs-unsupported' },
  { file: 'points-gcj02.geojson', about: 'points in GCJ-02 by the option', bytes: geoJson(gcj02), options: { crs: 'gcj02' }, expect: [5, 5, 0, 0], crs: 'gcj02' },
];

import { gaussKrueger } from './gauss-krueger.ts';
import { gbk, makeDbf, makeShp, PRJ, utf8, type ShapeRecord } from './shapefile.ts';
import { makeZip } from './zip.ts';

type Position = readonly [lng: number, lat: number];
type Ring = readonly Position[];

/** Clockwise, as shapefiles have it; west, south, size in degrees. */
const square = (west: number, south: number, size = 0.1): Ring => [
  [west, south], [west, south + size], [west + size, south + size], [west + size, south], [west, south],
];
const against = (ring: Ring): Ring => [...ring].reverse();
const [TOWN, VILLAGE] = [square(112.8, 35.4), square(112.4, 35.4)];
const HOLE = against(square(112.83, 35.43, 0.02));
const BOW_TIE: Ring = [[112.8, 35.4], [112.9, 35.5], [112.9, 35.4], [112.8, 35.5], [112.8, 35.4]];

const area = (...rings: readonly Ring[]): ShapeRecord => ({ rings });
const FIELDS = [{ name: 'name' }, { name: 'kind', length: 20 }, { name: '级别', length: 10 }];
const NAMES = [['城区禁煤区', '禁煤区', ''], ['阳城禁燃区', '禁燃区', '一类']] as const;
const AREAS = [area(TOWN), area(VILLAGE)];

interface ShapefileBytes {
  readonly shp?: Uint8Array;
  readonly dbf?: Uint8Array | null;
  readonly prj?: string | null;
  readonly cpg?: string;
}

function shapefile({ shp = makeShp(5, AREAS), dbf = makeDbf(FIELDS, NAMES, utf8), prj = PRJ.wgs84, cpg }: ShapefileBytes): Uint8Array {
  return makeZip([
    { name: 'zones.shp', bytes: shp },
    ...(dbf === null ? [] : [{ name: 'zones.dbf', bytes: dbf }]),
    ...(prj === null ? [] : [{ name: 'zones.prj', bytes: prj }]),
    ...(cpg === undefined ? [] : [{ name: 'zones.cpg', bytes: cpg }]),
  ]);
}

function changed(bytes: Uint8Array, change: (view: DataView) => void): Uint8Array {
  const copy = bytes.slice();
  change(new DataView(copy.buffer));
  return copy;
}

const positions = (ring: Ring, separator = ',') => ring.map(([lng, lat]) => [lng, lat, 0].join(separator)).join(' ');
const polygon = (outer: string, hole = '') =>
  `<Polygon><outerBoundaryIs><LinearRing><coordinates>${outer}</coordinates></LinearRing></outerBoundaryIs>${hole === '' ? '' : `<innerBoundaryIs><LinearRing><coordinates>${hole}</coordinates></LinearRing></innerBoundaryIs>`}</Polygon>`;
const mark = (name: string, geometry: string, data = '<Data name="kind"><value>coalBan</value></Data>') =>
  `<Placemark><name>${name}</name><ExtendedData>${data}</ExtendedData>${geometry}</Placemark>`;
const kml = (inner: string, head = '<?xml version="1.0" encoding="UTF-8"?>') => `${head}<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${inner}</Document></kml>`;
const ZONES_KML = kml(`<Folder><name>全市</name>${mark('城区禁煤区', polygon(positions(TOWN), positions(HOLE)))}${mark('阳城禁煤区', polygon(positions(VILLAGE)))}</Folder>`);

const geoJson = (features: readonly unknown[], more: Readonly<Record<string, unknown>> = {}) => utf8(JSON.stringify({ type: 'FeatureCollection', ...more, features }));
const zone = (geometry: unknown, name = '城区禁煤区') => ({ type: 'Feature', properties: { name, kind: 'coalBan' }, geometry });
const onePolygon = (...rings: readonly (readonly (readonly number[])[])[]) => geoJson([zone({ type: 'Polygon', coordinates: rings })]);

/** Zones and points as mapping programs write them, and as no one should. */
export const placeFiles: Readonly<Record<string, () => Uint8Array>> = {
  'kml-zones.kml': () => utf8(ZONES_KML),
  'kml-spaces.kml': () => utf8(kml(mark('城区禁煤区', polygon(positions(TOWN, ', '))))),
  'kml-gbk.kml': () => gbk(kml(mark('城区禁煤区', polygon(positions(TOWN))), '<?xml version="1.0" encoding="GB2312"?>')),
  'kml-multi-geometry.kml': () => utf8(kml(mark('两块', `<MultiGeometry>${polygon(positions(TOWN))}<MultiGeometry>${polygon(positions(VILLAGE))}</MultiGeometry></MultiGeometry>`))),
  'kml-mixed-geometry.kml': () => utf8(kml(mark('混合', `<MultiGeometry>${polygon(positions(TOWN))}<Point><coordinates>112.8,35.4</coordinates></Point></MultiGeometry>`))),
  'kml-heights.kml': () => utf8(kml(mark('城区禁煤区', polygon(TOWN.map(([lng, lat]) => `${lng},${lat},700`).join(' '))))),
  'kml-network-link.kml': () => utf8(kml(`<NetworkLink><Link><href>http://example.com/zones.kml</href></Link></NetworkLink>${mark('城区禁煤区', polygon(positions(TOWN)))}`)),
  'kml-overlay.kml': () => utf8(kml(`<GroundOverlay><name>影像</name></GroundOverlay>${mark('城区禁煤区', polygon(positions(TOWN)))}`)),
  'kml-unclosed-ring.kml': () => utf8(kml(mark('城区禁煤区', polygon(positions(TOWN.slice(0, 4)))))),
  'kml-self-crossing.kml': () => utf8(kml(mark('城区禁煤区', polygon(positions(BOW_TIE))))),
  'kml-bad-coordinates.kml': () => utf8(kml(mark('城区禁煤区', polygon('112.8;35.4 112.9;35.5')))),
  'kml-no-geometry.kml': () => utf8(kml(mark('城区禁煤区', ''))),
  'kml-empty.kml': () => utf8(kml('')),
  'kml-entity.kml': () => utf8(`<!DOCTYPE kml [<!ENTITY x SYSTEM "http://example.com/x">]>${ZONES_KML.replace(/^<\?.*?\?>/u, '')}`),
  'kml-cut.kml': () => utf8(ZONES_KML.slice(0, 600)),
  'kml-facilities.kml': () =>
    utf8(kml(mark('1号锅炉', '<Point><coordinates>112.8512, 35.4921, 0</coordinates></Point>', '<Data name="吨位(t/h)"><value>35</value></Data><Data name="燃料类型"><value>烟煤</value></Data>'))),
  'kmz-zones.kmz': () => makeZip([{ name: 'doc.kml', bytes: ZONES_KML }, { name: 'files/icon.png', bytes: 'x' }]),
  'kml-named-json.geojson': () => utf8(ZONES_KML),

  'shp-zones-cpg-utf8.zip': () => shapefile({ cpg: 'UTF-8' }),
  'shp-zones-cpg-936.zip': () => shapefile({ dbf: makeDbf(FIELDS, NAMES, gbk), cpg: '936' }),
  'shp-zones-language-byte.zip': () => shapefile({ dbf: makeDbf(FIELDS, NAMES, gbk, 0x4d) }),
  'shp-zones-gbk-unsaid.zip': () => shapefile({ dbf: makeDbf(FIELDS, NAMES, gbk, 0x57) }),
  'shp-holes-and-islands.zip': () => shapefile({ shp: makeShp(5, [area(HOLE, TOWN, square(112.835, 35.435, 0.01)), area(VILLAGE)]) }),
  'shp-heights.zip': () => shapefile({ shp: makeShp(15, AREAS) }),
  'shp-null-shape.zip': () => shapefile({ shp: makeShp(5, [area(TOWN), null]) }),
  'shp-self-crossing.zip': () => shapefile({ shp: makeShp(5, [area(BOW_TIE), area(VILLAGE)]) }),
  'shp-cgcs2000-degrees.zip': () => shapefile({ prj: PRJ.cgcs2000 }),
  'shp-cgcs2000-3-degree.zip': () => shapefile({ shp: makeShp(5, AREAS.map((record) => projected(record, 114, 500_000))), prj: PRJ.gaussKrueger(114, 500_000) }),
  'shp-cgcs2000-zone-38.zip': () => shapefile({ shp: makeShp(5, AREAS.map((record) => projected(record, 114, 38_500_000))), prj: PRJ.gaussKrueger(114, 38_500_000) }),
  'shp-xian80.zip': () => shapefile({ prj: PRJ.xian80 }),
  'shp-beijing54.zip': () => shapefile({ prj: PRJ.xian80.replaceAll('Xian_1980', 'Beijing_1954') }),
  'shp-without-prj.zip': () => shapefile({ prj: null }),
  'shp-without-dbf.zip': () => shapefile({ dbf: null }),
  'shp-cut.zip': () => shapefile({ shp: makeShp(5, AREAS).subarray(0, 300) }),
  'shp-false-length.zip': () => shapefile({ shp: changed(makeShp(5, AREAS), (view) => view.setInt32(24, 2 ** 30)) }),
  'shp-false-count.zip': () => shapefile({ shp: changed(makeShp(5, AREAS), (view) => view.setInt32(148, 2 ** 31 - 1, true)) }),
  'shp-multipatch.zip': () => shapefile({ shp: changed(makeShp(5, AREAS), (view) => view.setInt32(32, 31, true)) }),
  'dbf-false-count.zip': () => shapefile({ dbf: changed(makeDbf(FIELDS, NAMES, utf8), (view) => view.setUint32(4, 2 ** 32 - 1, true)) }),
  'dbf-false-header.zip': () => shapefile({ dbf: changed(makeDbf(FIELDS, NAMES, utf8), (view) => view.setUint16(10, 0, true)) }),
  'dbf-cut.zip': () => shapefile({ dbf: makeDbf(FIELDS, NAMES, utf8).subarray(0, 150) }),
  'dbf-one-row-less.zip': () => shapefile({ dbf: makeDbf(FIELDS, NAMES.slice(1), utf8) }),
  'shp-alone.shp': () => makeShp(5, AREAS),
  'shp-facilities.zip': () =>
    shapefile({ shp: makeShp(1, [{ point: [112.8512, 35.4921] }, { point: [112.9013, 35.6005] }]), dbf: makeDbf([{ name: '锅炉名称' }, { name: '吨位', type: 'N', length: 8 }, { name: '燃料类型' }], [['1号锅炉', '35.00', '烟煤'], ['2号锅炉', '10.00', '天然气']], gbk, 0x4d) }),

  'geo-null-geometry.geojson': () => geoJson([zone(null)]),
  'geo-nested-collection.geojson': () => geoJson([zone({ type: 'GeometryCollection', geometries: [{ type: 'GeometryCollection', geometries: [{ type: 'Polygon', coordinates: [against(TOWN)] }] }] })]),
  'geo-deep-collection.geojson': () => utf8(`{"type":"Feature","properties":{"name":"a","kind":"coalBan"},"geometry":${'{"type":"GeometryCollection","geometries":['.repeat(5000)}${']}'.repeat(5000)}}`),
  'geo-unclosed.geojson': () => onePolygon(against(TOWN).slice(0, 4)),
  'geo-self-crossing.geojson': () => onePolygon(BOW_TIE),
  'geo-empty-collection.geojson': () => geoJson([]),
  'geo-empty-polygon.geojson': () => onePolygon(),
  'geo-duplicate-vertex.geojson': () => onePolygon(against(TOWN).flatMap((position) => [position, position])),
  'geo-3d.geojson': () => onePolygon(against(TOWN).map(([lng, lat]) => [lng, lat, 700])),
  'geo-winding.geojson': () => onePolygon(TOWN, against(HOLE)),
  'geo-antimeridian.geojson': () => onePolygon([[179, 35], [-179, 35], [-179, 36], [179, 36], [179, 35]]),
  'geo-crs-cgcs2000.geojson': () => geoJson([zone({ type: 'Polygon', coordinates: [against(TOWN)] })], { crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4490' } } }),
  'geo-crs-foreign.geojson': () => geoJson([zone({ type: 'Polygon', coordinates: [against(TOWN)] })], { crs: { type: 'name', properties: { name: 'EPSG:2436' } } }),
  'geo-infinite.geojson': () => utf8('{"type":"Feature","properties":{"name":"a","kind":"coalBan"},"geometry":{"type":"Polygon","coordinates":[[[1e999,35],[112,36],[113,36],[1e999,35]]]}}'),
  'geo-cut.geojson': () => onePolygon(against(TOWN)).subarray(0, 100),
};

function projected(record: ShapeRecord, meridian: number, easting: number): ShapeRecord {
  if (record === null || !('rings' in record)) return record;
  return { rings: record.rings.map((ring) => ring.map((position) => gaussKrueger(position, meridian, easting))) };
}

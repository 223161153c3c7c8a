import { describe, expect, it } from 'vitest';
import { readKml } from '../../../src/ingest/files/kml.ts';
import { kmlPositions } from '../../../src/ingest/files/kml-coordinates.ts';
import { gbk, utf8 } from './make/shapefile.ts';

const RING = '112.8,35.4,0 112.9,35.4,0 112.9,35.5,0 112.8,35.4,0';
const POSITIONS = [[112.8, 35.4], [112.9, 35.4], [112.9, 35.5], [112.8, 35.4]];
const polygon = (outer: string, ...inner: readonly string[]) =>
  `<Polygon><outerBoundaryIs><LinearRing><coordinates>${outer}</coordinates></LinearRing></outerBoundaryIs>${inner
    .map((ring) => `<innerBoundaryIs><LinearRing><coordinates>${ring}</coordinates></LinearRing></innerBoundaryIs>`)
    .join('')}</Polygon>`;
const document = (inner: string) => `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>${inner}</Document></kml>`;

function read(text: string | Uint8Array) {
  const kml = readKml('zones.kml', typeof text === 'string' ? utf8(text) : text);
  return kml.ok ? kml.value : (kml.problems[0]?.code ?? '');
}

/** The only placemark of a document. */
function placemark(inner: string) {
  const kml = read(document(`<Placemark>${inner}</Placemark>`));
  if (typeof kml === 'string') throw new Error(kml);
  return kml.features[0];
}

describe('coordinates', () => {
  it.each([
    ['112.5,37.8,0', [[112.5, 37.8]]],
    ['112.5, 37.8, 0', [[112.5, 37.8]]],
    ['112.5 , 37.8\n112.6 ,37.9,12.5', [[112.5, 37.8], [112.6, 37.9, 12.5]]],
    ['\n\t 112.5,37.8,0\n 1e2,-.5 ', [[112.5, 37.8], [100, -0.5]]],
    ['', []],
  ])('reads %j', (text, expected) => {
    expect(kmlPositions(text)).toEqual(expected);
  });

  it.each(['112.5', '112.5 37.8', '112.5,37.8,0,112.6,37.9,0', 'a,b', '112.5,,0', '112,5,37,8', '112.5,37.8,', 'NaN,1', '0x10,1'])('reads nothing from %j, for it can mean anything', (text) => {
    expect(kmlPositions(text)).toBeNull();
  });
});

describe('a KML file', () => {
  it('gives placemarks with name, data and folders', () => {
    const kml = read(
      document(
        `<name>全市</name><Folder><name>禁煤区</name><Folder><name>一类</name><Placemark id="z1"><name> 城区 </name><description><![CDATA[<b>市区</b>]]></description>` +
          `<ExtendedData><Data name="kind"><displayName>类型</displayName><value>coalBan</value></Data><SchemaData><SimpleData name="name">别名</SimpleData></SchemaData></ExtendedData>${polygon(RING)}</Placemark></Folder></Folder>`,
      ),
    );
    expect(kml).toMatchObject({
      encoding: 'utf-8',
      remarks: [],
      features: [{
        number: 1,
        id: 'z1',
        attributes: [['name', '城区'], ['kind', 'coalBan'], ['name#2', '别名'], ['description', '<b>市区</b>'], ['Folder', '禁煤区/一类']],
        geometry: { type: 'Polygon', coordinates: [POSITIONS] },
      }],
    });
  });

  it('gives points, lines, holes and shapes in groups', () => {
    expect(placemark('<Point><coordinates>112.5, 37.8, 0</coordinates></Point>')?.geometry).toEqual({ type: 'Point', coordinates: [112.5, 37.8] });
    expect(placemark('<LineString><coordinates>1,2 3,4</coordinates></LineString>')?.geometry).toEqual({ type: 'LineString', coordinates: [[1, 2], [3, 4]] });
    expect(placemark(polygon(RING, RING))?.geometry).toEqual({ type: 'Polygon', coordinates: [POSITIONS, POSITIONS] });
    expect(placemark(`<MultiGeometry>${polygon(RING)}<MultiGeometry>${polygon(RING)}</MultiGeometry></MultiGeometry>`)?.geometry).toEqual({ type: 'MultiPolygon', coordinates: [[POSITIONS], [POSITIONS]] });
    expect(placemark(`<MultiGeometry>${polygon(RING)}</MultiGeometry>`)?.geometry).toEqual({ type: 'Polygon', coordinates: [POSITIONS] });
    expect(placemark(`<MultiGeometry>${polygon(RING)}<Point><coordinates>1,2</coordinates></Point></MultiGeometry>`)?.geometry).toMatchObject({ type: 'GeometryCollection' });
    expect(placemark('')?.geometry).toBeNull();
  });

  it('keeps what it can not read where the fault shows', () => {
    expect(placemark('<Point><coordinates>112.5;37.8</coordinates></Point>')?.geometry).toEqual({ type: 'Point', coordinates: '112.5;37.8' });
    expect(placemark(polygon('1,2 3'))?.geometry).toEqual({ type: 'Polygon', coordinates: ['1,2 3'] });
  });

  it('says what it leaves out, and follows no link', () => {
    const kml = read(document('<NetworkLink><Link><href>http://example.com/a.kml</href></Link></NetworkLink><GroundOverlay/><Placemark><Model/></Placemark>'));
    expect(kml).toMatchObject({
      remarks: [
        { code: 'kml-network-link', entry: 'zones.kml', count: 1 },
        { code: 'kml-geometry-unsupported', entry: 'zones.kml', types: 'GroundOverlay, Model', count: 2 },
      ],
    });
  });

  it('reads the encodings that it states, and GBK that it does not', () => {
    const text = `<?xml version="1.0" encoding="GB2312"?><kml><Placemark><name>禁煤区</name></Placemark></kml>`;
    expect(read(gbk(text))).toMatchObject({ encoding: 'gb18030', features: [{ attributes: [['name', '禁煤区']] }] });
    expect(read(gbk(text.replace('GB2312', 'UTF-8')))).toMatchObject({ encoding: 'gb18030', features: [{ attributes: [['name', '禁煤区']] }] });
    const utf16 = Uint8Array.from([0xff, 0xfe, ...Array.from(text.replace('GB2312', 'UTF-16')).flatMap((char) => [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8])]);
    expect(read(utf16)).toMatchObject({ encoding: 'utf-16le', features: [{ attributes: [['name', '禁煤区']] }] });
  });

  it.each([
    ['xml-doctype', '<!DOCTYPE kml [<!ENTITY x SYSTEM "file:///etc/passwd">]><kml>&x;</kml>'],
    ['xml-malformed', '<kml><Placemark></kml>'],
    ['xml-malformed', '<kml><Placemark>'],
    ['kml-expected', '<gpx/>'],
    ['xml-too-deep', `<kml>${'<Folder>'.repeat(300)}`],
  ])('ends with %s on %s', (code, text) => {
    expect(read(text)).toBe(code);
  });
});

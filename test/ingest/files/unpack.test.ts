import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { unpack } from '../../../src/ingest/files/unpack.ts';
import { sayProblem } from '../../../src/text/messages.ts';
import { gbk, makeDbf, makeShp, PRJ, utf8 } from './make/shapefile.ts';
import { makeXlsx, sheetRows } from './make/xlsx.ts';
import { joined, makeZip } from './make/zip.ts';

/** Much is packed and unpacked; a loaded machine takes its time. */
vi.setConfig({ testTimeout: 60_000 });

const KML = '<kml><Placemark><name>a</name><Point><coordinates>112.5,35.5</coordinates></Point></Placemark></kml>';
const SHP = makeShp(1, [{ point: [112.5, 35.5] }]);
const DBF = makeDbf([{ name: 'name' }], [['甲']], gbk, 0x4d);
const XLSX = makeXlsx({ sheets: [{ name: '台账', rows: sheetRows([['名称', '吨位'], ['甲', 35], ['乙', 10]]), merges: ['A1:A2'] }] });
const OLE = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)]);
const GOOD = {
  'a.kml': utf8(KML),
  'a.kmz': makeZip([{ name: 'doc.kml', bytes: KML }]),
  'a.xlsx': XLSX,
  'a.zip': makeZip([{ name: 'a.shp', bytes: SHP }, { name: 'a.dbf', bytes: DBF }, { name: 'a.prj', bytes: PRJ.wgs84 }]),
  'a.shp': SHP,
} as const;

function open(name: string, bytes: Uint8Array | string) {
  const opened = unpack({ name, bytes: typeof bytes === 'string' ? utf8(bytes) : bytes });
  if (!opened.ok) return opened.problems.map(({ code }) => code).join();
  return opened.value.map(({ name: layer, content, remarks = [] }) => ({ layer, kind: content?.kind ?? 'text', codes: [...remarks, ...(content?.messages ?? [])].map(({ code }) => code) }));
}

describe('a file', () => {
  it.each<readonly [string, Uint8Array | string, string, readonly string[]]>([
    ['a.csv', 'a,b\n1,2\n', 'text', []],
    ['a.geojson', '{"type":"FeatureCollection"}', 'text', []],
    ['a.kml', KML, 'features', []],
    ['a.kmz', GOOD['a.kmz'], 'features', []],
    ['a.xlsx', XLSX, 'grids', []],
    ['a.zip', GOOD['a.zip'], 'features', []],
    ['a.shp', SHP, 'features', ['shp-alone']],
    ['no extension', XLSX, 'grids', ['file-misnamed']],
    ['a.csv', XLSX, 'grids', ['file-misnamed']],
    ['a.xls', 'a\tb\n1\t2\n', 'text', ['file-misnamed']],
    ['a.csv', KML, 'features', ['file-misnamed']],
    ['a.csv', '{"type":"Point"}', 'text', ['file-misnamed']],
    ['a.zip', makeZip([{ name: 'x/a.csv', bytes: 'a,b\n' }, { name: '__MACOSX/._a.csv', bytes: 'x' }]), 'text', []],
  ])('%s is read as what it holds', (name, bytes, kind, codes) => {
    expect(open(name, bytes)).toEqual([{ layer: name, kind, codes }]);
  });

  it('of several layers is several files', () => {
    const zip = makeZip([{ name: 'x/禁煤区.shp', bytes: SHP }, { name: 'b.kml', bytes: KML }, { name: '说明.txt', bytes: '说明' }]);
    expect(open('both.zip', zip)).toEqual([
      { layer: 'both.zip/x/禁煤区.shp', kind: 'features', codes: ['shp-without-prj', 'shp-without-dbf'] },
      { layer: 'both.zip/b.kml', kind: 'features', codes: [] },
    ]);
  });

  it.each<readonly [string, string, Uint8Array | string]>([
    ['workbook-legacy', 'a.xls', OLE],
    ['workbook-encrypted', 'a.xlsx', joined([OLE, Uint8Array.from('EncryptedPackage'.split('').flatMap((char) => [char.charCodeAt(0), 0]))])],
    ['workbook-foreign', 'a.xls', '<html><table><tr><td>a</td></tr></table></html>'],
    ['workbook-foreign', 'a.xls', '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'],
    ['workbook-foreign', 'a.ods', makeZip([{ name: 'content.xml', bytes: '<a/>' }])],
    ['workbook-foreign', 'a.xlsb', makeZip([{ name: 'xl/workbook.bin', bytes: 'x' }])],
    ['file-kind-unsupported', 'a.docx', makeZip([{ name: 'word/document.xml', bytes: '<a/>' }])],
    ['file-kind-unsupported', 'a.pdf', '%PDF-1.7'],
    ['file-kind-unsupported', 'a.kml', '<?xml version="1.0"?><gpx/>'],
    ['archive-without-data', 'a.zip', makeZip([{ name: 'a.png', bytes: 'x' }])],
    ['archive-without-data', 'a.zip', makeZip([])],
    ['shp-cut', 'a.zip', makeZip([{ name: 'a.shp', bytes: SHP.subarray(0, 120) }])],
    ['prj-local-datum', 'a.zip', makeZip([{ name: 'a.shp', bytes: SHP }, { name: 'A.PRJ', bytes: PRJ.xian80 }])],
  ])('ends with %s', (code, name, bytes) => {
    expect(open(name, bytes)).toBe(code);
  });

  it('is never read in part when one layer of several is bad', () => {
    expect(open('a.zip', makeZip([{ name: 'a.shp', bytes: SHP }, { name: 'b.shp', bytes: SHP.subarray(0, 120) }]))).toBe('shp-cut');
  });
});

describe.each(Object.entries(GOOD))('whatever happens to %s', (name, good) => {
  const settle = (bytes: Uint8Array) => {
    const opened = unpack({ name, bytes });
    if (opened.ok) return;
    expect(opened.problems.length).toBeGreaterThan(0);
    for (const { code, params } of opened.problems) expect([sayProblem('zh', code, params), sayProblem('en', code, params)].join()).not.toContain('undefined');
  };

  it('cut anywhere, it is read or refused with a sentence', () => {
    for (let length = 0; length < good.length; length += Math.max(1, Math.floor(good.length / 200))) settle(good.subarray(0, length));
  });

  it('with bytes changed, it is read or refused with a sentence', () => {
    const flip = fc.tuple(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }));
    fc.assert(
      fc.property(fc.array(flip, { minLength: 1, maxLength: 8 }), (flips) => {
        const bytes = good.slice();
        for (const [at, mask] of flips) bytes[at] = (bytes[at] ?? 0) ^ mask;
        settle(bytes);
      }),
      { numRuns: 300 },
    );
  });
});

describe('whatever happens within an archive whose checksums are right', () => {
  const name = fc.constantFrom('a.shp', 'a.dbf', 'a.prj', 'a.cpg');
  const good = { 'a.shp': makeShp(5, [{ rings: [[[0, 0], [0, 9], [9, 9], [9, 0], [0, 0]], [[2, 2], [4, 2], [4, 4], [2, 4], [2, 2]]] }]), 'a.dbf': DBF, 'a.prj': utf8(PRJ.cgcs2000), 'a.cpg': utf8('UTF-8') };
  const changes = fc.array(fc.tuple(name, fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 6 });

  it('a shapefile is read or refused', () => {
    fc.assert(
      fc.property(changes, fc.option(fc.tuple(name, fc.nat())), (flips, cut) => {
        const files = Object.fromEntries(Object.entries(good).map(([part, bytes]) => [part, bytes.slice()]));
        for (const [part, at, byte] of flips) files[part]?.fill(byte, at % (files[part].length || 1), (at % (files[part].length || 1)) + 1);
        const parts = Object.entries(files).map(([part, bytes]) => ({ name: part, bytes: cut?.[0] === part ? bytes.subarray(0, cut[1] % bytes.length) : bytes }));
        const opened = unpack({ name: 'a.zip', bytes: makeZip(parts) });
        expect(opened.ok || opened.problems.length > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('a workbook is read or refused', () => {
    const word = fc.constantFrom('<row>', '</row>', '<c>', '<c r="B2" t="s">', '<c t="b">', '</c>', '<v>', '</v>', '<v>1</v>', '<is><t>', '</t></is>', '<f/>', '<mergeCell ref="A1:C3"/>', '<row r="7">', '<row hidden="1"/>', '1e308', '9', '&amp;', '<c r="XFD1"/>');
    const part = fc.constantFrom('xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml', 'xl/styles.xml', 'xl/workbook.xml', '_rels/.rels');
    fc.assert(
      fc.property(part, fc.array(word, { maxLength: 20 }), fc.boolean(), (broken, words, closed) => {
        const inner = words.join('');
        const bytes = makeXlsx({ sheets: [{ name: 'a', rows: sheetRows([['a']]) }], strings: ['<t>a</t>'], styles: '<cellXfs><xf numFmtId="14"/></cellXfs>', more: [{ name: broken, bytes: closed ? `<x>${inner}</x>` : inner }] });
        const opened = unpack({ name: 'a.xlsx', bytes });
        expect(opened.ok || opened.problems.length > 0).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('a KML file is read or refused', () => {
    const word = fc.constantFrom('<Placemark>', '</Placemark>', '<Folder><name>', '</name></Folder>', '<Polygon>', '</Polygon>', '<outerBoundaryIs><LinearRing>', '</LinearRing></outerBoundaryIs>', '<coordinates>1,2 3,4</coordinates>', '<coordinates>', '</coordinates>', '<Data name="a">', '<value>1</value>', '</Data>', '<MultiGeometry>', '</MultiGeometry>', '<Point>', '</Point>', '<name>', '</name>', '<![CDATA[<', ']]>', '1,2', ' ');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 25 }), (words) => {
        const opened = unpack({ name: 'a.kml', bytes: utf8(`<kml>${words.join('')}</kml>`) });
        expect(opened.ok || opened.problems.length > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('work that grows with the square of a file', () => {
  it('is not done for attributes of one name', () => {
    const data = '<Data name="a"><value>1</value></Data>'.repeat(50_000);
    const opened = unpack({ name: 'a.kml', bytes: utf8(`<kml><Placemark><ExtendedData>${data}</ExtendedData></Placemark></kml>`) });
    const content = opened.ok ? opened.value[0]?.content : undefined;
    expect(content?.kind === 'features' && content.features[0]?.attributes.at(-1)).toEqual(['a#50000', '1']);
  });

  it('is not done for a tag of many attributes, nor for one that never ends', () => {
    expect(open('a.kml', `<kml><Placemark ${'a="1" '.repeat(200_000)}id="x"/></kml>`)).toEqual([{ layer: 'a.kml', kind: 'features', codes: [] }]);
    expect(open('a.kml', `<kml><Placemark ${'a="1" '.repeat(800_000)}`)).toBe('xml-malformed');
    expect(open('a.kml', `<kml>${' '.repeat(3_000_000)}`)).toBe('xml-malformed');
    expect(open('a.kml', `<kml><Point><coordinates>${' '.repeat(3_000_000)},`)).toBe('xml-malformed');
  });

  it('is not done for sheets without number', () => {
    const sheets = Array.from({ length: 1001 }, (_, i) => ({ name: `${i}`, rows: '' }));
    expect(open('a.xlsx', makeXlsx({ sheets }))).toBe('too-many-items');
  });

  it('is not done for rings without number', () => {
    const shp = makeShp(5, [{ rings: Array.from({ length: 200_001 }, () => []) }]);
    expect(open('a.shp', shp)).toBe('shp-too-intricate');
  });
});

it('makes of any bytes files or sentences', () => {
  const heads = fc.constantFrom('PK\u0003\u0004', '<kml>', '{', '\u0000\u0000\u0027\n', '');
  fc.assert(fc.property(heads, fc.uint8Array({ maxLength: 300 }), (head, tail) => {
    const opened = unpack({ name: 'x', bytes: joined([Uint8Array.from(head, (char) => char.charCodeAt(0)), tail]) });
    expect(opened.ok || opened.problems.length > 0).toBe(true);
  }));
});

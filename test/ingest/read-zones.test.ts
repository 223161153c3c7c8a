import { area } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { OWN } from '../../src/ingest/read-options.ts';
import { readZones } from '../../src/ingest/read-zones.ts';
import { geoJson, RING, SQUARE, textFile } from './files.ts';

const polygon = (...rings: readonly unknown[]) => ({ type: 'Polygon', coordinates: rings });
const named = { name: '某区', kind: 'coalBan' };

function skippedCode(geometry: unknown, properties: Readonly<Record<string, unknown>> = named) {
  const { accepted, skipped, quarantine, messages, input } = readZones(geoJson([{ properties, geometry }]));
  expect(accepted).toEqual([]);
  expect(input).toMatchObject({ rows: 1, accepted: 0, quarantined: 1 });
  expect(messages.filter(({ level }) => level === 'warning').map(({ code }) => code)).toEqual([skipped[0]?.code]);
  expect(quarantine.map(({ row, code, original }) => [row, code, original])).toEqual(skipped.map(({ code, original }) => [1, code, original]));
  return skipped[0]?.code;
}

const zoneOf = (properties: Readonly<Record<string, unknown>>) => readZones(geoJson([{ properties }])).accepted[0];

describe('a sound zone', () => {
  it('is read with all its attributes', () => {
    const properties = {
      id: 'Z1', name: '某禁燃区', kind: 'noBurn', class: 2, divisionCode: '140525', notice: '某政告〔2020〕1号', effectiveFrom: '2020-10-01', effectiveUntil: '2025/12/31',
      statedAreaKm2: 101.5, accuracyM: 5, illustrative: true, 备: null,
    };
    const { accepted, messages } = readZones(geoJson([{ properties }]), OWN);
    expect(accepted).toEqual([
      {
        id: 'Z1', name: '某禁燃区', kind: 'noBurn', class: 2, divisionCode: '140525', notice: '某政告〔2020〕1号', inForce: { from: '2020-10-01', until: '2025-12-31' },
        statedAreaKm2: 101.5, accuracyM: 5, illustrative: true, polygons: [[RING]], areaM2: expect.closeTo(100_690_000, -5) as number,
        original: {
          id: 'Z1', name: '某禁燃区', kind: 'noBurn', class: '2', divisionCode: '140525', notice: '某政告〔2020〕1号', effectiveFrom: '2020-10-01',
          effectiveUntil: '2025/12/31', statedAreaKm2: '101.5', accuracyM: '5', illustrative: 'true', 备: '',
        },
      },
    ]);
    expect(messages.map(({ code }) => code)).toEqual(['columns-unknown']);
  });

  it('is exact and in force for ever unless it says otherwise', () => {
    expect(zoneOf(named)).toMatchObject({ id: '某区', accuracyM: 0, inForce: { from: null, until: null }, class: null, illustrative: false, divisionCode: null });
  });

  it('falls back from id to the feature’s id, the name, the number', () => {
    const { accepted } = readZones(
      geoJson([{ id: 9, properties: { kind: 'coalBan', name: 'a', id: 'A' } }, { id: 9, properties: named }, { properties: named }, { properties: { kind: 'coalBan' } }]),
    );
    expect(accepted.map(({ id, name }) => [id, name])).toEqual([['A', 'a'], ['9', '某区'], ['某区', '某区'], ['#4', '#4']]);
  });

  it.each([
    [{ 名称: 'a', 类型: '禁煤区' }, 'coalBan', null], [{ 名称: 'a', 类别: '禁燃区', 级别: '二类' }, 'noBurn', 2], [{ 类型: '禁燃区', 类别: '三类' }, 'noBurn', 3],
    [{ kind: 'NoBurn', class: 'Ⅰ类' }, 'noBurn', 1], [{ kind: 'Ⅲ类禁燃区' }, 'noBurn', 3], [{ kind: 'Ⅲ类禁燃区', class: '四类' }, 'noBurn', null], [{ 类别: '建成区' }, 'builtUp', null],
  ])('%j', (properties, kind, zoneClass) => {
    expect(zoneOf(properties)).toMatchObject({ kind, class: zoneClass });
  });

  it('is read by whatever names each feature uses', () => {
    const { accepted } = readZones(
      geoJson([
        { properties: { id: 'A', kind: 'noBurn', class: 2 } }, { properties: { id: 'B', kind: 'noBurn', 级别: '二类' } }, { properties: { id: 'C', kind: 'noBurn', class: '', 级别: '三类' } },
        { properties: { name: 'D', 类型: '禁燃区', 级别: '二类' } }, { properties: { 名称: 'E', kind: 'coalBan' } }, { properties: { id: 'F', kind: 'noBurn', class: 1, 级别: '三类' } },
      ]),
    );
    expect(accepted.map(({ id, name, kind, class: zoneClass }) => [id, name, kind, zoneClass])).toEqual([
      ['A', 'A', 'noBurn', 2], ['B', 'B', 'noBurn', 2], ['C', 'C', 'noBurn', 3], ['D', 'D', 'noBurn', 2], ['E', 'E', 'coalBan', null], ['F', 'F', 'noBurn', 1],
    ]);
  });

  it('shortens an attribute nested beyond all reason, and says so', () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    const text = `{"type":"Feature","properties":{"kind":"coalBan","deep":${deep}},"geometry":${JSON.stringify(SQUARE)}}`;
    const { accepted, messages } = readZones(textFile(text, 'z.json'));
    expect(accepted[0]?.original['deep']).toBe(`${'['.repeat(64)}"…"${']'.repeat(64)}`);
    expect(messages.find(({ code }) => code === 'value-too-deep')).toMatchObject({ level: 'warning', params: { file: 'z.json', feature: 1, column: 'deep' } });
    expect(readZones(textFile(text.replace('"Feature",', `"Feature","crs":${deep.replace('[]', '{}')},`), 'z.json')).usable).toBe(true);
  });

  it('adds up areas, holes taken out', () => {
    const hole = [[112.82, 35.42], [112.84, 35.42], [112.84, 35.44], [112.82, 35.44], [112.82, 35.42]];
    const far = RING.map(([lng, lat]) => [lng + 1, lat]);
    const geometry = { type: 'MultiPolygon' as const, coordinates: [[RING.map(([lng, lat]) => [lng, lat]), hole], [far]] };
    const [zone] = readZones(geoJson([{ properties: named, geometry }])).accepted;
    // turf measures on a sphere, up to half a per cent off.
    expect((zone?.areaM2 ?? 0) / area(geometry)).toBeCloseTo(1, 2);
    expect(zone?.polygons.map((rings) => rings.length)).toEqual([2, 1]);
  });

  it('drops heights and says so', () => {
    const { accepted, messages } = readZones(geoJson([{ properties: named, geometry: polygon(RING.map(([lng, lat]) => [lng, lat, 800])) }]), OWN);
    expect(accepted[0]?.polygons).toEqual([[RING]]);
    expect(messages).toEqual([{ level: 'info', file: 'zones.geojson', code: 'third-coordinate-dropped', params: { file: 'zones.geojson', count: 5 } }]);
  });

  it.each([
    ['a Feature', { type: 'Feature', properties: named, geometry: SQUARE }, 1, 0], ['a bare Polygon', SQUARE, 0, 1], ['no feature', { type: 'FeatureCollection', features: [] }, 0, 0],
  ])('comes as %s too', (_, root, accepted, skipped) => {
    const read = readZones(textFile(JSON.stringify(root), 'z.json'));
    expect([read.usable, read.accepted.length, read.skipped.length]).toEqual([true, accepted, skipped]);
  });

  it('notes a class that is missing or unreadable, and attributes that it leaves out', () => {
    const codes = (properties: Readonly<Record<string, unknown>>) => readZones(geoJson([{ properties }]), OWN).messages.map(({ code }) => code);
    expect(codes({ kind: 'noBurn' })).toEqual(['zone-class-missing']);
    expect(codes({ kind: 'noBurn', class: '四类' })).toEqual(['zone-class-unreadable']);
    expect(codes({ kind: 'coalBan', statedAreaKm2: 'large', illustrative: 'perhaps', divisionCode: 'x' })).toEqual(Array(3).fill('zone-value-unreadable'));
  });
});

describe('a zone that can’t be used', () => {
  const [a, b, c, d] = [[0, 0], [1, 0], [1, 1], [0, 1]];
  it.each([
    ['without geometry', null, 'geometry-missing'],
    ['a line', { type: 'LineString', coordinates: [a, b] }, 'geometry-not-an-area'],
    ['a collection', { type: 'GeometryCollection', geometries: [SQUARE] }, 'geometry-not-an-area'],
    ['not closed', polygon([a, b, c, d]), 'ring-not-closed'],
    ['too short', polygon([a, b, a]), 'ring-too-short'],
    ['out of range', polygon([[112, 95], [113, 95], [113, 96], [112, 95]]), 'ring-out-of-range'],
    ['crossing itself', polygon([a, c, b, d, a]), 'ring-crosses-itself'],
    ['flat', polygon([a, b, [2, 0], a]), 'ring-without-area'],
    ['with a hole outside', polygon([a, b, c, d, a], [[5, 5], [6, 5], [6, 6], [5, 5]]), 'hole-outside-outer'],
    ['without rings', polygon(), 'geometry-malformed'],
    ['without polygons', { type: 'MultiPolygon', coordinates: [] }, 'geometry-malformed'],
    ['with words for numbers', polygon([['a', 'b'], b, c, a]), 'geometry-malformed'],
    ['with too few brackets', { type: 'Polygon', coordinates: [a, b, c, a] }, 'geometry-malformed'],
    ['no object', 7, 'geometry-malformed'],
  ])('%s', (_, geometry, code) => {
    expect(skippedCode(geometry)).toBe(code);
  });

  it.each([
    [{ name: 'a' }, 'zone-kind-missing'], [{ name: 'a', kind: '禁区' }, 'zone-kind-unknown'], [{ name: 'a', 类别: '二类' }, 'zone-kind-missing'],
    [{ kind: 'coalBan', effectiveFrom: 'soon' }, 'zone-date-unreadable'], [{ kind: 'coalBan', effectiveUntil: '2024-02-30' }, 'zone-date-unreadable'],
    [{ kind: 'coalBan', effectiveFrom: '2025-01-01', effectiveUntil: '2024-01-01' }, 'zone-dates-reversed'],
    [{ kind: 'coalBan', accuracyM: 'some' }, 'zone-accuracy-unreadable'], [{ kind: 'coalBan', accuracyM: -1 }, 'zone-accuracy-unreadable'],
  ])('%j', (properties, code) => {
    expect(skippedCode(SQUARE, properties)).toBe(code);
  });

  it('is named by file, feature, ring and place, and does not harm the others', () => {
    const bad = { type: 'MultiPolygon', coordinates: [[RING], [RING, [a, b, c, d]]] };
    const { accepted, skipped, usable } = readZones(geoJson([{ properties: named }, { properties: { ...named, id: 'Z2' }, geometry: bad }]));
    expect([usable, accepted.length]).toEqual([true, 1]);
    expect(skipped).toEqual([
      {
        id: 'Z2', name: '某区', kind: 'coalBan', class: null, divisionCode: null, inForce: { from: null, until: null }, bounds: { west: 0, south: 0, east: 112.9, north: 35.5 },
        code: 'ring-not-closed', params: { file: 'zones.geojson', feature: 2, zone: '某区', ring: 3 }, original: { ...named, id: 'Z2' },
      },
    ]);
  });

  it.each<[string, unknown, unknown]>([
    ['a ring that is not closed', { type: 'Polygon', coordinates: [[[1, 2], [3, 2], [3, 5]]] }, { west: 1, south: 2, east: 3, north: 5 }],
    ['a line', { type: 'LineString', coordinates: [[1, 2], [3, -4]] }, { west: 1, south: -4, east: 3, north: 2 }],
    ['metres', { type: 'Polygon', coordinates: [[[500_000, 3_900_000], [501_000, 3_900_000], [501_000, 3_901_000]]] }, null],
    ['a latitude beyond the pole', { type: 'LineString', coordinates: [[1, 2], [3, 90.1]] }, null],
    ['one unreadable position', { type: 'Polygon', coordinates: [[[1, 2], [3, '2'], [3, 5]]] }, null],
    ['nothing', { type: 'Polygon', coordinates: [] }, null],
    ['no coordinates', { type: 'Polygon' }, null],
    ['no geometry', null, null],
    ['nesting without end', { type: 'Polygon', coordinates: [[[[[[[1, 2]]]]]]] }, null],
  ])('keeps the box of what it names: %s', (_, geometry, bounds) => {
    expect(readZones(geoJson([{ properties: named, geometry }]), OWN).skipped.map((one) => one.bounds)).toEqual([bounds]);
  });

  it('keeps its class, its division and its days, by which it may still be left out of account', () => {
    const properties = { kind: 'noBurn', class: '2', divisionCode: '140525', effectiveFrom: '2024-05-01' };
    expect(readZones(geoJson([{ properties, geometry: null }])).skipped[0]).toMatchObject({ kind: 'noBurn', class: 2, divisionCode: '140525', inForce: { from: '2024-05-01', until: null } });
    expect(readZones(geoJson([{ properties: { ...properties, effectiveFrom: 'soon' } }])).skipped[0]).toMatchObject({ inForce: { from: null, until: null } });
  });

  it('stands in the quarantine with the cell that is to blame', () => {
    const { quarantine } = readZones(geoJson([{ properties: { kind: '禁区' } }, { properties: { kind: 'coalBan', 生效日期: 'soon' } }, { properties: { kind: 'coalBan', accuracyM: -1 } }]));
    expect(quarantine.map(({ file, row, column, value, code }) => [file, row, column, value, code])).toEqual([
      ['zones.geojson', 1, 'kind', '禁区', 'zone-kind-unknown'], ['zones.geojson', 2, '生效日期', 'soon', 'zone-date-unreadable'], ['zones.geojson', 3, 'accuracyM', '-1', 'zone-accuracy-unreadable'],
    ]);
  });

  it('counts members of a collection that are no features', () => {
    const { skipped, input } = readZones(textFile('{"type":"FeatureCollection","features":[null,7,{"type":"Feature","properties":{"kind":"coalBan"}}]}', 'z.json'));
    expect([input.rows, skipped.map(({ code }) => code)]).toEqual([3, ['zone-kind-missing', 'zone-kind-missing', 'geometry-missing']]);
  });
});

describe('a file that can’t be used', () => {
  it.each([
    ['{"type":', 'json-invalid'], ['[]', 'geojson-expected'], ['7', 'geojson-expected'], ['{"type":"Topology"}', 'geojson-expected'], ['name,kind\na,b\n', 'json-invalid'],
    ['{"type":"FeatureCollection","features":{}}', 'geojson-expected'],
    ['{"type":"FeatureCollection","features":[],"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3857"}}}', 'crs-unsupported'],
  ])('%s', (text, code) => {
    const { usable, messages } = readZones(textFile(text, 'z.json'));
    expect([usable, messages.map((found) => [found.level, found.code])]).toEqual([false, [['error', code]]]);
  });

  it.each(['urn:ogc:def:crs:OGC:1.3:CRS84', 'urn:ogc:def:crs:EPSG::4326', 'EPSG:4490', 'urn:ogc:def:crs:EPSG::4490'])('but %s is WGS84', (name) => {
    const root = { type: 'FeatureCollection', features: [], crs: { type: 'name', properties: { name } } };
    expect(readZones(textFile(JSON.stringify(root), 'z.json')).usable).toBe(true);
  });
});

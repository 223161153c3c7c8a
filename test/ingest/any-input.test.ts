import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Params } from '../../src/domain/issue.ts';
import { readDivisions } from '../../src/ingest/read-divisions.ts';
import { readFacilities } from '../../src/ingest/read-facilities.ts';
import { readHeatSources } from '../../src/ingest/read-heat-sources.ts';
import { readParks } from '../../src/ingest/read-parks.ts';
import { readStations } from '../../src/ingest/read-stations.ts';
import { readZones } from '../../src/ingest/read-zones.ts';
import type { Reading } from '../../src/ingest/reading.ts';
import type { SourceFile } from '../../src/ingest/source-file.ts';
import { sayProblem } from '../../src/text/messages.ts';
import { textFile } from './files.ts';

const READERS: readonly (readonly [string, (file: SourceFile) => Reading<unknown>])[] = [
  ['facilities', (file) => readFacilities(file, { divisions: [] })],
  ['heat sources', readHeatSources],
  ['zones', readZones],
  ['divisions', readDivisions],
  ['parks', readParks],
  ['stations', readStations],
];

/** What must hold of any reading: nothing lost, a reason for everything, each in both languages. */
function check({ accepted, quarantine, ignored, skipped, messages, input, usable }: Reading<unknown>): void {
  expect(accepted.length + quarantine.length + ignored.length).toBe(input.rows);
  expect([input.accepted, input.quarantined, input.ignored]).toEqual([accepted.length, quarantine.length, ignored.length]);
  expect(skipped.map(({ code, params }) => [code, params])).toEqual(skipped.length === 0 ? [] : quarantine.map(({ code, params }) => [code, params]));
  expect(messages.some(({ level }) => level === 'error')).toBe(!usable);
  const issues = accepted.flatMap((item) => (item as { readonly issues?: readonly { code: string; params: Params }[] }).issues ?? []);
  for (const lang of ['zh', 'en'] as const) {
    for (const { code, params } of [...quarantine, ...ignored, ...skipped, ...messages, ...issues]) {
      expect(sayProblem(lang, code, params)).not.toMatch(/undefined|\[object/u);
    }
  }
}

const CELLS = [
  '', ' ', '-', '煤', '天然气', '锅炉', '35', '35t/h', '2台35蒸吨', 'abc', '-1', '0', '112.85', '35.49', '95', '112°51′', '112°51′E 35°29′N', '燃煤锅炉', '煤+气', '112.85,35.49', '1e999', '合计',
  '是', '否', '√', '泽州县', '140525', '9.1E+17', '"', 'a"b', 'A级', '合成', '37612345', '国控', 'coalBan', '２', '__proto__', '2024-10-01',
] as const;
const HEADERS = [
  'id', '序号', 'name', '设施类型', 'kind', 'fuel', '燃料类型', '吨位', '容量', '容量(MW)', '容量(万大卡)', 'lon', '经度', 'lat', 'X', 'Y', '坐标', '台数', 'status',
  '是否在用', '所在县(市、区)', '行政区划代码', '__proto__', 'constructor', '', '备注', 'code', 'level', 'divisionCodes', '定位精度(米)', 'unitMW', '供热半径', '数据性质',
] as const;

const quoted = (cell: string) => (/[",\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

describe.each(READERS)('%s', (_, read) => {
  it('accounts for every row of any cell soup', () => {
    const cell = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...CELLS) }, fc.string({ maxLength: 6 }));
    const header = fc.array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...HEADERS) }, fc.string({ maxLength: 4 })), { minLength: 1, maxLength: 9 });
    const rows = fc.array(fc.array(cell, { maxLength: 10 }), { maxLength: 12 });
    const isQuoted = fc.boolean();
    fc.assert(
      fc.property(header, rows, isQuoted, (head, body, quote) => {
        const lines = [head, ...body].map((cells) => cells.map((text) => (quote ? quoted(text) : text)).join(','));
        check(read(textFile(lines.join('\n'))));
      }),
      { numRuns: 150 },
    );
  });

  it('gives a reading of any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => check(read({ name: 'f', bytes }))), { numRuns: 150 });
  });

  it('gives a reading of any JSON', () => {
    const key = fc.constantFrom('type', 'features', 'geometry', 'properties', 'coordinates', 'name', 'kind', 'id', 'crs', '__proto__');
    const word = fc.constantFrom('FeatureCollection', 'Feature', 'Polygon', 'MultiPolygon', 'LineString', 'MultiLineString', 'Point', 'coalBan', '140525', 'GeometryCollection');
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof({ maxDepth: 6 }, word, fc.double({ noNaN: true }), fc.constant(null), fc.array(tie('value'), { maxLength: 5 }), tie('object')),
      object: fc.array(fc.tuple(key, tie('value')), { maxLength: 5 }).map((entries) => Object.fromEntries(entries) as unknown),
    }));
    const feature = fc.record({ type: fc.constant('Feature'), properties: value, geometry: fc.oneof(value, fc.record({ type: word, coordinates: value })) });
    const root = fc.oneof(value, fc.record({ type: fc.constant('FeatureCollection'), features: fc.array(fc.oneof(feature, value), { maxLength: 4 }) }));
    fc.assert(fc.property(root, (json) => check(read(textFile(JSON.stringify(json), 'f.json')))), { numRuns: 200 });
  });
});

it('gives the same reading of the same bytes', () => {
  const file = textFile('id,name,吨位\n1,a,abc\n2,b,35\n');
  expect(readFacilities(file, { divisions: [] })).toEqual(readFacilities(file, { divisions: [] }));
});

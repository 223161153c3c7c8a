import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { openRuleBook } from '../../src/assess/rule-book.ts';
import { sceneOf } from '../../src/assess/scene-of.ts';
import type { ExportRequest } from '../../src/export/case-file.ts';
import { toCsv } from '../../src/export/csv.ts';
import { toGeoJson } from '../../src/export/geojson.ts';
import { toJson } from '../../src/export/json.ts';
import { toXlsx } from '../../src/export/xlsx.ts';
import { unpack } from '../../src/ingest/files/unpack.ts';
import { joined } from '../ingest/files/make/zip.ts';
import { facility, from, heatSource, HOME, pack, project, rule, zone } from '../assess/tiny.ts';

const SMALL = rule({ id: 'SMALL', when: { number: 'capacityTph', op: 'lte', limit: 35 }, deadline: { origin: 'stated', day: '2024-01-31' } });
const REACH = rule({ id: 'REACH', when: { withinReach: 'big' }, duty: 'close-or-consolidate' });

function request(indices: readonly number[]): ExportRequest {
  const world = project({
    facilities: [
      facility({ id: '0012', name: '=1+1', creditCode: '911405000000000000', capacityTph: 35, lngLat: from(HOME, 29_999.9999), synthetic: true, original: { 备注: '@x', 台数: '2', constructor: 'kept' } }),
      facility({ id: 'B', capacityTph: null, lngLat: from(HOME, 30_000.00003) }),
      facility({ id: 'C', lngLat: null }),
    ],
    heatSources: [heatSource({ name: '+热源' })],
    zones: [zone({ polygons: [[[[112, 35], [114, 35], [114, 36], [112, 36], [112, 35]]]] })],
  });
  const packs = [pack([SMALL, REACH])];
  const assessment = assess(sceneOf(world), openRuleBook(packs, '2024-06-01', {}));
  if (assessment === null) throw new Error('the run stopped');
  return { project: world, packs, choices: {}, assessment, lang: 'zh', indices };
}

const rowsOf = (csv: string) => Papa.parse<Record<string, string>>(csv.slice(1), { header: true, skipEmptyLines: true }).data;

describe('toCsv', () => {
  it('has a line for each facility asked, in that order', () => {
    expect(rowsOf(toCsv(request([2, 0]))).map((row) => row['设施编号'])).toEqual(['C', '\t0012']);
  });

  it('keeps codes as text, runs nothing, and lets a printed distance agree with what it decided', () => {
    const [first, second] = rowsOf(toCsv(request([0, 1])));
    expect(first).toMatchObject({ 设施名称: "'=1+1", 统一社会信用代码: '\t911405000000000000', 最近合格热源: "'+热源", 备注: "'@x", constructor: 'kept', 数据性质: '合成' });
    expect(Number(first?.['距最近合格热源（公里）'])).toBe(30);
    expect(Number(second?.['距最近合格热源（公里）'])).toBeGreaterThan(30);
  });

  it('says at least and possibly, and what is missing', () => {
    const [, , third] = rowsOf(toCsv(request([0, 1, 2])));
    expect(third).toMatchObject({ 判定: '可能须关停淘汰', 确定程度: '缺数据', 缺失字段: '容量；坐标', 期限: '', 是否逾期: '' });
  });
});

describe('toXlsx', () => {
  it('has the rows and columns of the CSV, and the manifest on a sheet of its own', () => {
    const written = toXlsx(request([0, 1, 2]));
    const opened = unpack({ name: 'out.xlsx', bytes: joined(written.ok ? written.value : []) });
    const content = opened.ok ? opened.value[0]?.content : undefined;
    const grids = content?.kind === 'grids' ? content.grids : [];
    const [header = [], ...rows] = Papa.parse<string[]>(toCsv(request([0, 1, 2])).slice(1), { skipEmptyLines: true }).data;
    // In a CSV an apostrophe or a tab keeps text from running; a workbook needs none.
    const bare = (cell: string) => cell.replace(/^['\t]/u, '');
    const lines = grids[0]?.lines.map(({ cells }) => header.map((_, column) => cells[column] ?? ''));
    expect(lines).toEqual([header.map(bare), ...rows.map((row) => row.map(bare))]);
    expect(grids[1]?.sheet).toBe('说明');
    expect(grids[1]?.lines.map(({ cells }) => cells[0])).toEqual(expect.arrayContaining(['软件', '判定日期', '输入文件', '政策包']));
  });

  it('says what does not fit, and writes nothing', () => {
    const asked = request([0]);
    const [first] = asked.project.facilities;
    if (first === undefined) throw new Error('no facility');
    const long = { ...asked, project: { ...asked.project, facilities: [{ ...first, original: { 备注: 'x'.repeat(40_000) } }] } };
    expect(toXlsx(long)).toEqual({ ok: false, problems: ['第 1 行“备注”有 40000 个字符，超过 XLSX 单元格 32767 个字符的上限，没有写出；请改用 --format csv，或缩短该内容。'] });
  });
});

describe('toJson', () => {
  it('never prints a distance that contradicts within', () => {
    const { facilities } = JSON.parse(toJson(request([0, 1]))) as { facilities: { heatSources: { distanceM: number; within: boolean }[]; nearestHeatSource: { distanceM: number } }[] };
    expect(facilities[0]?.heatSources).toEqual([{ id: 'S1', distanceM: 29_999.9999, within: true }]);
    expect(facilities[1]?.heatSources).toEqual([]);
    expect(facilities[1]?.nearestHeatSource.distanceM).toBeGreaterThan(30_000);
  });

  it('gives the same bytes twice', () => {
    expect(toJson(request([0, 1, 2]))).toBe(toJson(request([0, 1, 2])));
  });
});

describe('toGeoJson', () => {
  it('gives each facility a point, or a null geometry', () => {
    const { features } = JSON.parse(toGeoJson(request([0, 2]))) as { features: { geometry: { type: string } | null; properties: { id: string } }[] };
    expect(features.map(({ geometry, properties }) => [properties.id, geometry?.type ?? null])).toEqual([['0012', 'Point'], ['C', null]]);
  });
});

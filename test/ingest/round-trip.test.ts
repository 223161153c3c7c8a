import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { openRuleBook } from '../../src/assess/rule-book.ts';
import { sceneOf } from '../../src/assess/scene-of.ts';
import { finish } from '../../src/base/steps.ts';
import type { Facility } from '../../src/domain/facility.ts';
import type { Rejected } from '../../src/domain/issue.ts';
import { toCsv } from '../../src/export/csv.ts';
import { toGeoJson } from '../../src/export/geojson.ts';
import { quarantineCsv } from '../../src/export/quarantine-csv.ts';
import { toXlsx } from '../../src/export/xlsx.ts';
import { compareLedgers } from '../../src/ingest/compare-ledgers.ts';
import { unpack } from '../../src/ingest/files/unpack.ts';
import { NO_ANSWERS } from '../../src/ingest/layer-answers.ts';
import { readAgain } from '../../src/ingest/read-again.ts';
import { corrected, readDataSteps } from '../../src/ingest/read-data.ts';
import { readFacilities } from '../../src/ingest/read-facilities.ts';
import type { SourceFile } from '../../src/ingest/source-file.ts';
import type { Lang } from '../../src/text/lang.ts';
import { project } from '../assess/tiny.ts';
import { csv, divisions, geoJson, textFile } from './files.ts';

const HEADER = '编号,设施名称,单位名称,统一社会信用代码,锅炉类型,燃料类型,锅炉吨位(t/h),台数,用途,县区,经度(GCJ-02),纬度(GCJ-02),运行状态,绩效等级,去年煤耗';
const read = (file: ReturnType<typeof csv>) => readFacilities(file, { divisions });

/** The ledger as it is exported, opened again. */
function exported(facilities: readonly Facility[], lang: Lang, format: 'csv' | 'xlsx' | 'geojson'): SourceFile {
  const world = project({ facilities, divisions });
  const assessment = assess(sceneOf(world), openRuleBook([], '2024-06-01', {}));
  if (assessment === null) throw new Error('the run stopped');
  const request = { project: world, packs: [], choices: {}, assessment, lang, indices: [...facilities.keys()] };
  if (format !== 'xlsx') return textFile(format === 'csv' ? toCsv(request) : toGeoJson(request), `out.${format}`);
  const written = toXlsx(request);
  if (!written.ok) throw new Error(written.problems.join(' '));
  const opened = unpack({ name: 'out.xlsx', bytes: Uint8Array.from(Buffer.concat([...written.value].map((part) => Buffer.from(part)))) });
  const [file] = opened.ok ? opened.value : [];
  if (file === undefined) throw new Error('got no workbook');
  return file;
}

describe('a ledger that was exported', () => {
  const cell = (...words: readonly string[]) => fc.constantFrom('', ...words);
  const row = fc.tuple(
    cell('0012', '=A1', 'B-3', '20241001', '+5'), cell('1号锅炉', '@x', '-y'), cell('某厂', "'引号"), cell('91140500MA0GABCD1J', '911405000000000000'),
    cell('锅炉', '燃气锅炉', '茶水炉', '热风炉'), cell('烟煤', '煤层气', '煤+天然气', '核能'), cell('35', '≤4', '24.5MW', '2台10蒸吨', '0'), cell('2', ''), cell('供热', '取水'),
    cell('泽州县', '开发区', '晋城市'), cell('112.85', '112.8512345'), cell('35.49'), cell('在用', '待定'), cell('A级', 'B-'), cell('=1+1', '=HYPERLINK("x")', '无'),
  );

  it.each([
    ['csv', 'zh', 150],
    ['csv', 'en', 150],
    ['xlsx', 'zh', 40],
    ['xlsx', 'en', 40],
    ['geojson', 'zh', 100],
  ] as const)('as %s in %s comes back with the same facts, unasked', (format, lang, numRuns) => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
        const quoted = rows.map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(','));
        const first = read(csv(HEADER, ...quoted)).accepted;
        const second = readFacilities(exported(first, lang, format), { divisions, undeclared: 'ask' });
        // Its columns are known: nobody is asked what 原表：燃料类型 may be.
        expect(second.mapping?.columns.filter(({ why }) => why === 'alike' || why === 'none')).toEqual([]);
        const { added, missing, changed } = compareLedgers(first.map((one, k) => ({ ...one, id: `${k}` })), second.accepted.map((one, k) => ({ ...one, id: `${k}` })));
        expect([second.accepted.length, added, missing, changed]).toEqual([first.length, [], [], []]);
      }),
      { numRuns },
    );
  });
});

describe('a row that was set aside', () => {
  const rejected = read(csv('编号,名称,吨位,县区', '7,a,abc,泽州县', '8,b,35,泽州县')).quarantine;
  const [bad] = rejected;
  if (bad === undefined) throw new Error('expected a row that was set aside');

  it('joins when its cell is corrected, keeping its place and its cells', () => {
    const facility = readAgain(bad, [{ column: '吨位', value: '35' }], { divisions });
    expect(facility).toMatchObject({ id: '7', name: 'a', capacityTph: 35, divisionCode: '140525', source: { file: 'ledger.csv', row: 1 }, original: { 吨位: 'abc' } });
  });

  it('stays with what is still wrong', () => {
    expect(readAgain(bad, [{ column: '吨位', value: '-1' }], { divisions })).toMatchObject({ code: 'capacity-negative', row: 1, value: '-1', original: { 吨位: 'abc' } });
    expect(readAgain(bad, [{ column: '编号', value: '合计' }], { divisions })).toMatchObject({ code: 'row-of-totals', row: 1 });
  });

  it('of a map keeps its point, put right in place or read again from its list', () => {
    const file = geoJson([{ properties: { name: 'a', 吨位: 'x' }, geometry: { type: 'Point', coordinates: [112.85, 35.49] } }], 'f.geojson');
    const { quarantine } = readFacilities(file, { divisions, crs: 'gcj02' });
    const at = [expect.closeTo(112.8439, 4), expect.closeTo(35.4904, 4)];
    expect(readAgain(quarantine[0] as Rejected, [{ column: '吨位', value: '10' }], { divisions, crs: 'gcj02' })).toMatchObject({ name: 'a', capacityTph: 10, lngLat: at });
    expect(readFacilities(textFile(quarantineCsv(quarantine, 'zh').replace('x,', '10,')), { divisions, crs: 'gcj02' }).accepted).toMatchObject([{ name: 'a', capacityTph: 10, lngLat: at }]);
  });

  it('of other tables joins too', () => {
    const file = csv('热源名称,单机容量(MW),经度,纬度', '甲,多,112.9,35.5', '乙,300,112.8,35.4');
    const known = { divisions, anchors: [], areas: [] };
    const answers = { ...NO_ANSWERS, crs: 'wgs84' as const };
    const read = finish(readDataSteps('heatSources', file, answers, known));
    expect(read.reading.input).toMatchObject({ rows: 2, accepted: 1, quarantined: 1 });
    const mended = corrected(read, { ...answers, corrections: { '1': [{ column: '单机容量(MW)', value: '350' }] } }, known);
    expect([mended.reading.input, mended.reading.accepted.at(-1)]).toMatchObject([{ rows: 2, accepted: 2, quarantined: 0 }, { name: '甲', unitMW: 350, lngLat: [112.9, 35.5] }]);
    const still = corrected(read, { ...answers, corrections: { '1': [{ column: '单机容量(MW)', value: '很多' }] } }, known);
    expect(still.reading.quarantine).toMatchObject([{ row: 1, value: '很多' }]);
  });

  it.each([['facilities', '名称', '吨位'], ['heatSources', '热源名称', '单机容量(MW)']] as const)('is not turned round by itself: %s', (what, name, size) => {
    const rows = Array.from({ length: 20 }, (_, k) => `n${String(k)},10,112.8${String(k + 10)},35.5`);
    const known = { divisions, anchors: [], areas: [] };
    const answers = { ...NO_ANSWERS, crs: 'wgs84' as const };
    const read = finish(readDataSteps(what, csv(`${name},${size},经度,纬度`, ...rows, '倒,多,35.5,112.8'), answers, known));
    const { accepted, quarantine } = corrected(read, { ...answers, corrections: { '21': [{ column: size, value: '10' }] } }, known).reading;
    expect([accepted.length, quarantine.map(({ row, code }) => [row, code])]).toEqual([20, [[21, 'coordinates-swapped']]]);
  });

  it.each(['zh', 'en'] as const)('comes back from its list in %s when that is corrected', (lang) => {
    const { accepted, messages } = read(textFile(quarantineCsv(rejected, lang).replace('abc,', '35,')));
    expect(accepted).toMatchObject([{ id: '7', capacityTph: 35, original: { 编号: '7', 名称: 'a', 吨位: '35', 县区: '泽州县' } }]);
    expect(Object.keys(accepted[0]?.original ?? {})).toHaveLength(4);
    expect(messages.map(({ code }) => code)).not.toContain('columns-unknown');
  });
});

describe('compareLedgers', () => {
  const ledger = (...rows: readonly string[]) => read(csv('编号,名称,单位名称,吨位,经度,纬度', ...rows)).accepted;

  it('puts every facility of both ledgers into one list, and names each fact that has changed', () => {
    const before = ledger('1,a,甲厂,10,112.85,35.49', '2,b,甲厂,20,112.85,35.49', '3,c,乙厂,4,,', ',d,丙厂,6,,', ',e,,2,112.8,35.5');
    const after = ledger('2,b,甲厂,15,112.86,35.49', '1,a,甲厂,10,112.85,35.49', '9,f,甲厂,1,,', ',d,丙厂,8,,', ',e,,2,112.8001,35.5');
    const { added, missing, changed, same } = compareLedgers(before, after);
    expect([added, missing, same.map(({ before: old, after: young, by }) => [old, young, by])]).toEqual([[2], [2], [[0, 1, 'id']]]);
    expect(changed.map(({ before: old, after: young, by, changes }) => [old, young, by, changes.map(({ fact, before: a, after: b }) => [fact, a, b])])).toEqual([
      [1, 0, 'id', [['capacityTph', 20, 15], ['lngLat', [112.85, 35.49], [112.86, 35.49]]]],
      [3, 3, 'name-and-firm', [['capacityTph', 6, 8]]],
      [4, 4, 'name-and-place', [['lngLat', [112.8, 35.5], [112.8001, 35.5]]]],
    ]);
  });

  it('pairs nothing where a likeness fits several', () => {
    const twins = ledger(',1号炉,甲厂,10,,', ',1号炉,甲厂,20,,');
    expect(compareLedgers(twins, ledger(',1号炉,甲厂,10,,'))).toMatchObject({ added: [0], missing: [0, 1], changed: [], same: [] });
  });

  it('accounts for every facility of any two ledgers', () => {
    const row = fc.tuple(fc.constantFrom('', '1', '2'), fc.constantFrom('a', 'b'), fc.constantFrom('', '甲厂'), fc.constantFrom('', '1', '2'));
    const any = fc.array(row, { maxLength: 6 }).map((rows) => ledger(...rows.map((cells) => [...cells, '', ''].join(','))));
    fc.assert(
      fc.property(any, any, (before, after) => {
        const { added, missing, changed, same } = compareLedgers(before, after);
        expect([...missing, ...[...changed, ...same].map((pair) => pair.before)].sort()).toEqual([...before.keys()]);
        expect([...added, ...[...changed, ...same].map((pair) => pair.after)].sort()).toEqual([...after.keys()]);
      }),
    );
  });
});

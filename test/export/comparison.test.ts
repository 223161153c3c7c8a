import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { World } from '../../src/assess/compare.ts';
import { CHANGES } from '../../src/assess/change.ts';
import { compareWorlds, stepsBetween } from '../../src/assess/compare.ts';
import { totalsOf } from '../../src/assess/compare-totals.ts';
import { isAffected } from '../../src/assess/verdict.ts';
import { seededRandom } from '../../src/base/random.ts';
import { coverChange } from '../../src/draft/cover-change.ts';
import type { ComparisonRequest } from '../../src/export/comparison.ts';
import { comparisonCsvLines } from '../../src/export/comparison.ts';
import { comparisonGeoJsonLines } from '../../src/export/comparison-geojson.ts';
import { comparisonXlsx, totalsTable } from '../../src/export/comparison-xlsx.ts';
import { unpack } from '../../src/ingest/files/unpack.ts';
import { compareWords } from '../../src/text/compare.ts';
import { joined } from '../ingest/files/make/zip.ts';
import { HOME, facility, pack, project, rule, square, zone } from '../assess/tiny.ts';
import { draftZone, scenario } from '../state/workbooks.ts';

const LAW = pack([
  rule({ id: 'BAN', when: { inZone: ['coalBan'] }, deadline: { origin: 'stated', day: '2024-12-31' } }),
  rule({ id: 'BIG', duty: 'retrofit', when: { number: 'capacityTph', op: 'gte', limit: 35 } }),
]);
const w = compareWords.zh;

function world(seed: number, parts: Partial<World> = {}): World {
  const random = seededRandom(seed);
  const facilities = Array.from({ length: 25 }, (_, i) =>
    facility({
      id: i === 0 ? '=1+1' : `F${i % 20}`, name: i === 1 ? '+名' : `锅炉${i}`, capacityTph: random() < 0.2 ? null : Math.round(random() * 600) / 10, fuel: random() < 0.7 ? 'coal' : 'gas',
      count: 1 + Math.floor(random() * 3), divisionCode: random() < 0.5 ? '140525' : '140502', lngLat: random() < 0.1 ? null : [HOME[0] + 0.05 * random(), HOME[1] + 0.05 * random()],
    }),
  );
  return { data: project({ facilities, zones: [zone()] }), packs: [LAW], asOf: '2024-06-01', choices: {}, zones: [], reachM: {}, plans: {}, ...parts };
}

function request(before: World, after: World, pick: (all: readonly number[]) => readonly number[] = (all) => all): ComparisonRequest {
  const comparison = compareWorlds(before, after);
  const [first, last] = [stepsBetween(before, after)[0], stepsBetween(before, after).at(-1)];
  const named = scenario({ name: '@方案', description: '讨论稿', zones: after.zones, plans: after.plans });
  return {
    comparison, before: { name: '现状', scenario: null, world: before }, after: { name: named.name, scenario: named, world: after },
    cover: coverChange(first?.project.zones ?? [], last?.project.zones ?? [], [before.asOf, after.asOf]), lang: 'zh', indices: pick([...comparison.facilities.keys()]),
  };
}

const rowsOf = (asked: ComparisonRequest) => Papa.parse<Record<string, string>>([...comparisonCsvLines(asked)].join('').slice(1), { header: true, skipEmptyLines: true }).data;

const drawn = fc.record({ half: fc.constantFrom(0.01, 0.02, 0.03), replaces: fc.constantFrom(null, 'Z1') }).map(({ half, replaces }) => [draftZone({ polygons: square(HOME, half), replaces })]);
const planned = fc.dictionary(fc.constantFrom('F1', 'F2', 'F3'), fc.record({ choice: fc.constantFrom('close' as const, 'hold' as const), reason: fc.constant('因'), replacement: fc.constantFrom(null, '热网') }));

describe('an exported comparison', () => {
  it('reconciles with both totals in every format', () => {
    fc.assert(
      fc.property(fc.nat(1000), drawn, planned, (seed, zones, plans) => {
        const before = world(seed);
        const asked = request(before, { ...before, zones, plans });
        const { comparison } = asked;
        const { all } = totalsOf(comparison, before.data, before.data);
        const rows = rowsOf(asked);
        expect(rows).toHaveLength(before.data.facilities.length);
        const { features } = JSON.parse([...comparisonGeoJsonLines(asked)].join('')) as { features: { properties: Record<string, unknown> }[] };
        const points = features.map(({ properties }) => properties).filter(({ part }) => part === 'facility');
        for (const change of CHANGES) {
          const own = rows.filter((row) => row[w.heads.change] === w.change[change]);
          const units = own.reduce((sum, row) => sum + Number(row['台数']), 0);
          const tph = own.reduce((sum, row) => sum + Number(row['台数']) * Number(row['容量（蒸吨/小时）']), 0);
          expect([change, units, tph]).toEqual([change, all.byChange[change].count, expect.closeTo(all.byChange[change].tph, 6)]);
          expect(points.filter((point) => point['change'] === change).reduce((sum, point) => sum + Number(point['count']), 0)).toBe(units);
        }
        const affected = (side: string): number => rows.filter((row) => row[`${side}：${w.heads.verdict}`] !== '无要求').reduce((sum, row) => sum + Number(row['台数']), 0);
        expect(affected('甲 现状')).toBe(all.affectedBefore.count);
        expect(affected('乙 @方案')).toBe(all.affectedAfter.count);
        expect(all.affectedAfter.count).toBe(before.data.facilities.reduce((sum, { count }, i) => sum + (isAffected(comparison.after, i) ? count : 0), 0));

        const [, total] = [totalsTable(asked).header, totalsTable(asked).rows[0] ?? []];
        expect(total.slice(1, 1 + 3 * CHANGES.length).filter((_, i) => i % 3 === 0)).toEqual(CHANGES.map((change) => all.byChange[change].count));
        const counties = totalsTable(asked).rows.filter(([name]) => name === '140502' || name === '140525');
        expect(counties.reduce((sum, row) => sum + Number(row[1]), 0)).toBe(all.byChange.newlyAffected.count);
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('writes the same rows into a workbook, with the totals and both scenarios beside them, and no cell that runs', () => {
    const before = world(3);
    const plans = { F1: { choice: 'close', reason: '=HYPERLINK("x")', replacement: '城区热网' } } as const;
    const asked = request(before, { ...before, zones: [draftZone({ polygons: square(HOME, 0.03) })], plans }, (all) => all.slice(0, 3));
    const written = comparisonXlsx(asked);
    const opened = unpack({ name: 'out.xlsx', bytes: joined(written.ok ? written.value : []) });
    const content = opened.ok ? opened.value[0]?.content : undefined;
    const grids = content?.kind === 'grids' ? content.grids : [];
    expect(grids.map(({ sheet }) => sheet)).toEqual([w.tableSheet, w.totalsSheet, w.aboutSheet]);
    const csv = rowsOf(asked);
    expect(csv[0]?.['设施编号']).toBe("'=1+1");
    expect(csv[1]).toMatchObject({ 设施名称: "'+名", '乙 @方案：处置安排': '关停', '乙 @方案：安排理由': "'=HYPERLINK(\"x\")", '乙 @方案：替代热源': '城区热网' });
    const about = JSON.stringify(grids[2]);
    for (const said of ['@方案', '讨论稿', '甲 现状', 'coal-ban-map']) expect(about).toContain(said);
  });

  it('draws candidates of both sides and the ground between them, and says what both were made from', () => {
    const before = world(4, { zones: [draftZone({ id: 'a', polygons: square(HOME, 0.02) })] });
    const asked = request(before, { ...before, zones: [draftZone({ id: 'b', polygons: square(HOME, 0.03) })] });
    const { features, manifest } = JSON.parse([...comparisonGeoJsonLines(asked)].join('')) as {
      features: { geometry: unknown; properties: Record<string, unknown> }[];
      manifest: { before: { scenario: unknown; asOf: string }; after: { scenario: { name: string } | null; dataRevision: string }; gainedM2: number };
    };
    expect(features.flatMap(({ properties: { part, side, id } }) => (part === 'facility' ? [] : [[part, side, id]]))).toEqual([['draftZone', 'before', 'a'], ['draftZone', 'after', 'b'], ['gained', undefined, undefined]]);
    expect(features.filter(({ properties }) => properties['part'] === 'facility').every(({ properties }) => 'before' in properties && 'after' in properties && typeof properties['id'] === 'string')).toBe(true);
    expect(manifest).toMatchObject({ before: { scenario: null, asOf: '2024-06-01' }, after: { scenario: { name: '@方案' } } });
    expect(manifest.gainedM2).toBeCloseTo(Number(features.at(-1)?.properties['areaM2']), 3);
  });
});

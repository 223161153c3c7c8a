import { describe, expect, it } from 'vitest';
import { areaContains } from '../../src/geometry/contains.ts';
import { readCountyRings } from '../../scripts/ledger/counties.ts';
import { largestRemainder } from '../../scripts/ledger/largest-remainder.ts';
import { makeLedger, readZoneRings } from '../../scripts/ledger/make-ledger.ts';
import {
  boilers, cell, cityText, countyCode, countyCodes, countyTable, ledger, located, synthetic, tally,
} from './city-files.ts';

const FUEL_OF: Readonly<Record<string, string>> = { 煤: '煤', 天然气: '气', 煤层气: '气', 生物质: '生物质', 柴油: '油' };

describe('the ledger', () => {
  it('is made anew to the same bytes', () => {
    const made = makeLedger(readCountyRings(cityText('counties.geojson')), readZoneRings(cityText('zones.geojson')));
    expect(made).toBe(cityText('facilities.csv'));
  });

  it('opens in an office spreadsheet: BOM, CRLF, as many cells in each line', () => {
    const text = cityText('facilities.csv');
    expect(text.startsWith('\uFEFF设施编号,设施名称,')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(new Set(text.trimEnd().split('\r\n').map((line) => line.split(',').length))).toEqual(new Set([27]));
  });

  it('matches the published totals: 1,003 boilers by fuel', () => {
    expect(boilers).toHaveLength(1003);
    expect(tally(boilers, (row) => FUEL_OF[cell(row, '燃料类型')] ?? '?')).toEqual({ 煤: 76, 气: 849, 生物质: 50, 油: 28 });
    expect(boilers.every((row) => cell(row, '台数') === '1' && cell(row, '运行状态') !== '已拆除')).toBe(true);
  });

  it('names the ten boilers of the plan, 350 t/h, without inventing a place', () => {
    const named = ledger.filter((row) => cell(row, '数据性质') === '公开文件');
    expect(tally(named, (row) => cell(row, '单位名称'))).toEqual({
      山西天泽集团永丰化肥有限公司: 2,
      山西晋丰煤化工有限责任公司: 4,
      山西兰花丹峰化工股份有限公司: 2,
      山西金象煤化工有限责任公司: 2,
    });
    expect(named.reduce((sum, row) => sum + Number(cell(row, '容量（t/h）')), 0)).toBe(350);
    for (const row of named) {
      expect(cell(row, '设施编号')).toMatch(/^DOC-\d{3}$/);
      expect([cell(row, '设施类型'), cell(row, '燃料类型'), cell(row, '容量（t/h）')]).toEqual(['锅炉', '煤', '35']);
      for (const header of ['经度', '纬度', '所在县(市、区)', '运行状态', '所在园区']) expect(cell(row, header)).toBe('');
    }
  });

  it('spreads the other 993 by the 2020 shares of the counties', () => {
    // 993 × 133, 306, 258, 158, 138, 77, 21 of 1,091, by largest remainder.
    const inZone = (row: Parameters<typeof cell>[0]) => cell(row, '所在园区') === '晋城经济技术开发区';
    const drawn = boilers.filter((row) => cell(row, '数据性质') === '合成');
    const found = tally(drawn, (row) => (inZone(row) ? '开发区' : countyCode(row)));
    expect(found).toEqual({
      140502: 121, 140525: 278, 140581: 235, 140522: 144, 140524: 126, 140521: 70, 开发区: 19,
    });
    expect(drawn.filter(inZone).every((row) => countyCode(row) === '140502')).toBe(true);
  });

  it('gives every row its own id and says which rows are synthetic', () => {
    expect(new Set(ledger.map((row) => cell(row, '设施编号'))).size).toBe(ledger.length);
    expect(synthetic).toHaveLength(ledger.length - 10);
    for (const row of synthetic) {
      expect(cell(row, '设施编号')).toMatch(/^SYN-[BF]\d+$/);
      expect(cell(row, '设施名称')).toContain('合成');
      expect(cell(row, '单位名称')).toMatch(/^(示例.+\(合成\)\d{3})?$/);
      expect(cell(row, '统一社会信用代码')).toBe('');
    }
  });

  it('puts every located row inside its county', () => {
    const astray = synthetic.filter((row) => {
      const point = located(row);
      return point !== null && !areaContains(countyTable, countyCodes.indexOf(countyCode(row)), point[0], point[1]);
    });
    expect(astray.map((row) => cell(row, '设施编号'))).toEqual([]);
  });

  it('leaves a few cells blank, as clerks do', () => {
    const drawn = boilers.filter((row) => cell(row, '数据性质') === '合成');
    const asked = ['容量（t/h）', '用途', '经度', '运行状态', '清洁取暖', '是否安装在线监控', '行政区划代码', '所在县(市、区)'];
    for (const header of asked) {
      const share = drawn.filter((row) => cell(row, header) === '').length / drawn.length;
      expect(share, header).toBeGreaterThan(0);
      expect(share, header).toBeLessThanOrEqual(0.04);
    }
    const coal = drawn.filter((row) => cell(row, '燃料类型') === '煤');
    expect(tally(coal, (row) => cell(row, '是否超低排放'))['']).toBeGreaterThan(0);
    const accuracies = drawn.filter((row) => located(row) !== null).map((row) => cell(row, '定位精度(米)'));
    expect(accuracies).toContain('');
    expect(Math.min(...accuracies.filter(Boolean).map(Number))).toBe(5);
    expect(Math.max(...accuracies.map(Number))).toBe(500);
  });

  it('has the other facilities that the articles speak of', () => {
    const others = ledger.filter((row) => cell(row, '设施类型') !== '锅炉');
    expect(tally(others, (row) => cell(row, '设施类型'))).toEqual({
      茶水炉: 6,
      经营性炉灶: 6,
      储粮烘干设备: 5,
      农产品加工设施: 5,
      热风炉: 5,
      窑炉: 8,
      煤气发生炉: 8,
      小热电机组: 5,
      散煤: 3,
      '': 2,
    });
    expect(others.every((row) => cell(row, '数据性质') === '合成')).toBe(true);
  });
});

describe('largestRemainder', () => {
  it('splits the whole, the largest fractions first', () => {
    expect(largestRemainder(10, [1, 1, 1])).toEqual([4, 3, 3]);
    expect(largestRemainder(7, [50, 30, 20])).toEqual([4, 2, 1]);
    expect(largestRemainder(0, [3, 4])).toEqual([0, 0]);
  });
});

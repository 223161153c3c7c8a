import { describe, expect, it } from 'vitest';
import { FACILITY_KINDS, FUELS, GRADES, STATUSES, USES } from '../../src/domain/facility.ts';
import { HEAT_SOURCE_KINDS } from '../../src/domain/heat-source.ts';
import { ZONE_KINDS } from '../../src/domain/zone.ts';
import {
  facilityKind, flag, fuel, grade, heatSourceKind, isSynthetic, isTotal, stationLevel, status, use, zoneClass, zoneKind,
} from '../../src/ingest/columns/words.ts';

const TABLE = [
  [facilityKind, { boiler: '锅炉 蒸汽锅炉 承压热水锅炉 燃煤锅炉 有机热载体炉 BOILER', teaBoiler: '茶水炉 茶水锅炉 tea-boiler Tea_Boiler', commercialStove: '经营性炉灶', grainDryer: '储粮烘干设备 grain_dryer grain-dryer', farmProcessing: '农产品加工设施', hotAirStove: '热风炉 燃煤热风炉', kiln: '窑炉 隧道窑 砖窑 石灰窑', gasProducer: '煤气发生炉 气化炉 固定床间歇式煤气发生炉', smallChpUnit: '小热电机组 落后小热电', powerUnit: '发电机组 自备电厂', looseCoal: '散煤', openPit: '露天矿', other: '其它' }],
  [fuel, { coal: '煤 燃煤 烟煤 无烟煤 型煤 洁净型煤 兰炭 水煤浆 煤矸石 Coal', gas: '天然气 煤层气 煤气 焦炉煤气 液化石油气 LNG ｌｎｇ', oil: '柴油 轻柴油 重油', biomass: '生物质 生物质成型燃料 秸秆', electricity: '电 电力', other: '其他 醇基燃料 余热' }],
  [use, { heating: '供热 采暖 集中供热', homeHeating: '居民取暖', process: '工业生产 生产用汽', mixed: '生产兼供暖 生产兼采暖 生产、采暖 生产/供热 采暖和生产', power: '发电', hotWater: '生活热水 洗浴', catering: '餐饮', drying: '烘干', other: '其他' }],
  [status, { inUse: '在用 运行 正常运行 是', standby: '备用', stopped: '停用 停产 否', closed: '已拆除 关停 报废 淘汰', building: '在建' }],
  [grade, { A: 'A A级 a级', leading: '引领性 引领性企业', B: 'B', BMinus: 'B- B－ B-级', C: 'C级', D: 'D' }],
  [heatSourceKind, { chp: '热电联产 CHP', industrial: '工业余热', power: '纯发电' }],
  [stationLevel, { national: '国控', provincial: '省控', municipal: '市控', township: '乡镇', enterprise: '企业' }],
] as const;

describe('vocabularies', () => {
  for (const [vocabulary, words] of TABLE) {
    for (const [word, cells] of Object.entries(words)) {
      it.each(cells.split(' '))(`%s is ${word}`, (cell) => {
        expect(vocabulary(cell)).toBe(word);
      });
    }
  }

  it('reads the canonical words in any case', () => {
    const lists = [
      [facilityKind, FACILITY_KINDS], [fuel, FUELS], [use, USES], [status, STATUSES], [grade, GRADES], [heatSourceKind, HEAT_SOURCE_KINDS],
    ] as const;
    for (const [vocabulary, words] of lists) {
      for (const word of words) expect([vocabulary(word), vocabulary(word.toUpperCase())]).toEqual([word, word]);
    }
    for (const kind of ZONE_KINDS) expect(zoneKind(kind.toLowerCase())?.kind).toBe(kind);
  });

  it.each([
    [fuel, '煤/天然气'], [fuel, '煤改气'], [fuel, '无'], [fuel, '非煤'], [facilityKind, '非锅炉'], [facilityKind, '炉'],
    [status, '待淘汰'], [status, '拟关停'], [use, '其他用途不详'], [grade, 'E'], [flag, '部分'], [flag, '已安装未联网'], [fuel, '__proto__'], [fuel, 'constructor'],
  ] as const)('does not guess: %#', (vocabulary, cell) => {
    expect(vocabulary(cell)).toBeNull();
  });
});

it.each([
  ['是 有 √ ✓ yes Y TRUE 1 已安装 １', true],
  ['否 无 × no N False 0 未安装', false],
] as const)('%s: %s', (cells, answer) => {
  for (const cell of cells.split(' ')) expect([cell, flag(cell)]).toEqual([cell, answer]);
});

describe('zone words', () => {
  it.each([
    ['禁煤区', 'coalBan', null], ['高污染燃料禁燃区', 'noBurn', null], ['Ⅲ类禁燃区', 'noBurn', 3], ['禁燃区(二类)', 'noBurn', 2], ['一类禁燃区', 'noBurn', 1],
    ['建成区', 'builtUp', null], ['热力管网', 'heatNetwork', null], ['重点管控区域', 'keyControl', null], ['规划区', 'planning', null],
    ['经济技术开发区', 'development', null], ['非道路移动机械排放控制区', 'machineryControl', null],
  ])('%s', (cell, kind, zoneClassOfKind) => {
    expect(zoneKind(cell)).toEqual({ kind, class: zoneClassOfKind });
  });

  it.each([['一类', 1], ['Ⅱ类', 2], ['III', 3], ['2', 2], ['第三类', 3], ['I类(一般)', 1], ['四类', null], ['0', null], ['类', null]])('class %s is %s', (cell, answer) => {
    expect(zoneClass(cell)).toBe(answer);
  });

  it('does not know 禁区', () => {
    expect(zoneKind('禁区')).toBeNull();
  });
});

it('tells made-up data and totals', () => {
  expect(['合成', 'synthetic', '是', '公开文件', ''].map(isSynthetic)).toEqual([true, true, true, false, false]);
  expect(['合计', '合 计', '总计:', 'Total', '合计锅炉厂'].map(isTotal)).toEqual([true, true, true, true, false]);
});

import { FACILITY_KINDS, FUELS, GRADES, STATUSES, USES, type FacilityKind, type Fuel, type Grade, type Status, type Use } from '../../domain/facility.ts';
import { HEAT_SOURCE_KINDS, type HeatSourceKind } from '../../domain/heat-source.ts';
import type { Division } from '../../domain/division.ts';
import type { Station } from '../../domain/station.ts';
import { ZONE_KINDS, type ZoneKind } from '../../domain/zone.ts';
import { fold } from './fold.ts';

/** Looks a cell up; `null` when the word is not known. Words are matched whole: 煤气 must not be read as 煤. */
export type Vocabulary<Word> = (cell: string) => Word | null;

const MOST_REMEMBERED = 1000;

type Spellings<Word extends string> = Readonly<Record<Word, string>>;

/** Separators between the parts of one use or kind: 生产、采暖, 生产/采暖, 生产及采暖. */
const JOINTS = /[、,;/+和及与兼·()]/gu;

/** tea-boiler, grain_dryer; but the minus of B- says something. */
const WORD_JOINTS = /(?<=[a-z])[-_](?=[a-z])/gu;

function vocabulary<Word extends string>(words: readonly Word[], spellings: Spellings<Word>, joints?: RegExp): Vocabulary<Word> {
  const shape = (text: string) => (joints === undefined ? fold(text) : fold(text).replace(joints, '')).replace(WORD_JOINTS, '');
  const table = new Map<string, Word>();
  for (const word of words) {
    for (const spelling of [word, ...spellings[word].split(' ')]) {
      if (spelling !== '') table.set(shape(spelling), word);
    }
  }
  // A column repeats the same few words: folding each of them once is enough. Bounded, as a column may hold anything.
  const known = new Map<string, Word | null>();
  return (cell) => {
    const before = known.get(cell);
    if (before !== undefined) return before;
    const word = table.get(shape(cell)) ?? null;
    if (known.size < MOST_REMEMBERED) known.set(cell, word);
    return word;
  };
}

const facilityKindTable = vocabulary<FacilityKind>(FACILITY_KINDS, {
  boiler: '蒸汽 热水 链条炉 链条炉排 往复炉排 层燃炉 室燃炉 煤粉炉 循环流化床 流化床 有机热载体炉 导热油炉',
  teaBoiler: '茶水炉 茶炉 茶水锅炉 开水炉 开水锅炉 燃煤茶水炉 燃煤开水炉',
  commercialStove: '经营性炉灶 炉灶 经营性小煤炉 餐饮炉灶 灶具',
  grainDryer: '储粮烘干设备 储粮烘干 粮食烘干设备 粮食烘干 烘干设备 烘干机 粮食烘干机',
  farmProcessing: '农产品加工设施 农产品加工 农副产品加工设施 农产品加工设备',
  hotAirStove: '热风炉 燃煤热风炉 燃气热风炉 燃油热风炉 生物质热风炉 电热风炉',
  kiln: '窑炉 工业窑炉 炉窑 工业炉窑 砖瓦窑 隧道窑 轮窑 砖窑 石灰窑 水泥窑 陶瓷窑 回转窑 辊道窑',
  gasProducer: '煤气发生炉 气化炉 煤气炉 固定床煤气发生炉 固定床间歇式煤气发生炉 间歇式固定床煤气发生炉 固定床间歇式气化炉 固定床间歇式煤气化炉 造气炉',
  smallChpUnit: '小热电机组 小热电 燃煤小热电 燃煤小热电机组 小热电锅炉 落后小热电 落后小热电机组 落后燃煤小热电 落后燃煤小热电机组',
  powerUnit: '发电机组 火电机组 燃煤机组 煤电机组 燃气机组 自备电厂 自备电站 企业自备电厂 自备机组 自备发电机组 燃煤自备电厂 自备燃煤电厂 燃煤发电机组',
  looseCoal: '散煤 散煤燃烧 民用散煤',
  openPit: '露天矿 露天矿山 露天煤矿',
  other: '其他 其它 其他设施',
});

/** 蒸汽锅炉, 承压热水锅炉, 燃煤锅炉 …: whatever ends in 锅炉, unless a word before it denies it. */
const ANY_BOILER = /^[^非无未拟已]*锅炉$/u;

export const facilityKind: Vocabulary<FacilityKind> = (cell) =>
  facilityKindTable(cell) ?? (ANY_BOILER.test(fold(cell)) ? 'boiler' : null);

export const fuel = vocabulary<Fuel>(FUELS, {
  coal:
    '煤 煤炭 燃煤 原煤 烟煤 无烟煤 贫煤 褐煤 型煤 洁净型煤 蜂窝煤 散煤 块煤 末煤 精煤 洗精煤 洗中煤 中煤 混煤 动力煤 ' +
    '煤粉 水煤浆 煤泥 煤矸石 兰炭 焦炭 焦煤 洁净煤 优质煤',
  gas:
    '气 燃气 天然气 管道天然气 煤层气 煤矿瓦斯 瓦斯 煤气 人工煤气 焦炉煤气 高炉煤气 转炉煤气 发生炉煤气 ' +
    '液化气 液化石油气 液化天然气 压缩天然气 沼气 lng cng lpg naturalgas',
  oil: '油 燃油 柴油 轻柴油 重油 渣油 燃料油 轻油 diesel',
  biomass:
    '生物质 生物质成型燃料 生物质颗粒 生物质颗粒燃料 成型生物质 生物质燃料 秸秆 木柴 薪柴 木屑 木材 稻壳 木质颗粒',
  electricity: '电 电力 电能 电加热 用电 electric',
  other: '其他 其它 余热 余热利用 甲醇 醇基燃料 垃圾 生活垃圾 太阳能 氢气 热泵',
});

export const use = vocabulary<Use>(
  USES,
  {
    heating: '供热 供暖 采暖 取暖 集中供热 集中供暖 集中采暖 单位采暖 单位取暖 冬季采暖 冬季供暖 冬季取暖 采暖供热 供热采暖 供热供暖',
    homeHeating: '居民取暖 居民采暖 居民供暖 民用取暖 民用采暖 农村取暖 农户取暖 家庭取暖',
    process: '工业生产 生产 工业 工业用汽 生产用汽 生产用热 工艺用汽 生产供汽 工业供汽 供汽 工艺',
    mixed:
      '生产供暖 生产采暖 生产取暖 生产供热 工业生产供暖 工业生产采暖 工业生产供热 工业采暖 工业供热 采暖生产 供暖生产 供热生产 供热工业',
    power: '发电 电站',
    hotWater: '生活热水 热水 洗浴 洗澡 浴室 供热水',
    catering: '餐饮 炊事 食堂 做饭 烹饪',
    drying: '烘干 干燥 粮食烘干 储粮烘干 农产品烘干',
    other: '其他 其它',
  },
  JOINTS,
);

export const status = vocabulary<Status>(STATUSES, {
  // 是/否 answer the header 是否在用.
  inUse: '在用 使用 使用中 正在使用 运行 运行中 在运行 正常 正常运行 在产 是 有 yes √ active',
  standby: '备用 热备 冷备 热备用 冷备用 应急备用 备用锅炉',
  stopped: '停用 停运 停炉 停产 停止使用 长期停用 闲置 封存 报停 否 no',
  closed: '关停 已关停 关闭 已关闭 拆除 已拆除 已拆 淘汰 已淘汰 取缔 已取缔 报废 已报废',
  building: '在建 建设中 未建成',
});

const yesNo = vocabulary<'yes' | 'no'>(['yes', 'no'], {
  yes: '是 有 √ ✓ ✔ y true t 1 对 已 已安装 已完成 完成 已覆盖 覆盖 已改造 已配套',
  no: '否 无 没有 × ✗ ✘ x n false f 0 不是 未 未安装 未完成 未覆盖 未改造 未配套',
});

/** 是/否, 有/无, √/×, yes/no, true/false, 1/0 */
export const flag: Vocabulary<boolean> = (cell) => {
  const word = yesNo(cell);
  return word === null ? null : word === 'yes';
};

export const grade = vocabulary<Grade>(GRADES, {
  A: 'a级',
  leading: '引领性 引领性企业 引领 绩效引领性 绩效引领性企业',
  B: 'b级',
  BMinus: 'b- b-级',
  C: 'c级',
  D: 'd级',
});

export const heatSourceKind = vocabulary<HeatSourceKind>(HEAT_SOURCE_KINDS, {
  chp: '热电联产 热电 热电厂 热电联产机组 cogen cogeneration',
  industrial: '工业余热 大型工业企业 工业企业 工业热源 余热',
  power: '纯发电 发电 纯凝 纯凝发电 火电',
});

const zoneKindTable = vocabulary<ZoneKind>(ZONE_KINDS, {
  coalBan: '禁煤区 禁煤区域 禁煤',
  noBurn: '禁燃区 高污染燃料禁燃区 高污染燃料禁燃区域',
  builtUp: '建成区 城市建成区 县城建成区',
  heatNetwork: '热力管网 供热管网 热网 热力管网覆盖范围 热力管网覆盖区 供热管网覆盖范围 集中供热覆盖范围 集中供热管网覆盖范围',
  keyControl: '重点管控区 重点管控区域 重点控制区',
  planning: '规划区 城市规划区',
  development: '开发区 经济开发区 经济技术开发区',
  machineryControl: '非道路移动机械排放控制区 非道路移动机械控制区 高排放非道路移动机械禁用区',
});

const zoneClassTable = vocabulary<'1' | '2' | '3'>(['1', '2', '3'], {
  1: '一类 第一类 i类 i 一 1类 class1 一级',
  2: '二类 第二类 ii类 ii 二 2类 class2 二级',
  3: '三类 第三类 iii类 iii 三 3类 class3 三级',
});

const CLASS_IN_KIND = /第?[一二三123]类|i{1,3}类/u;

/** 一类, Ⅱ类(较严), 3 */
export const zoneClass: Vocabulary<1 | 2 | 3> = (cell) => {
  const word = zoneClassTable(fold(cell).replace(/\([^()]*\)$/u, ''));
  return word === null ? null : word === '1' ? 1 : word === '2' ? 2 : 3;
};

/** A kind that may name its class too: Ⅲ类禁燃区. */
export const zoneKind: Vocabulary<{ readonly kind: ZoneKind; readonly class: 1 | 2 | 3 | null }> = (cell) => {
  const folded = fold(cell);
  const named = CLASS_IN_KIND.exec(folded)?.[0];
  const kind = zoneKindTable(named === undefined ? folded : folded.replace(named, '').replace(/\(\)/u, ''));
  return kind === null ? null : { kind, class: named === undefined ? null : zoneClass(named) };
};

const STATION_LEVELS = ['national', 'provincial', 'municipal', 'township', 'enterprise'] as const satisfies readonly Station['level'][];

export const stationLevel = vocabulary<Station['level']>(STATION_LEVELS, {
  national: '国控 国控站 国控点 国家级 国控站点',
  provincial: '省控 省控站 省控点 省级 省控站点',
  municipal: '市控 市控站 市控点 市级 市控站点',
  township: '乡镇 乡镇站 乡镇站点',
  enterprise: '企业 企业站 企业自建',
});

export const stationRole = vocabulary<'urban' | 'background'>(['urban', 'background'], {
  urban: '城市 城市点 城区',
  background: '背景 背景点 清洁对照点 对照点',
});

const DIVISION_LEVELS = ['province', 'prefecture', 'county'] as const satisfies readonly Division['level'][];

export const divisionLevel = vocabulary<Division['level']>(DIVISION_LEVELS, {
  province: '省 省级',
  prefecture: '市 地级市 市级',
  county: '县 县级 区县',
});

/** 合成: made by a script. Anything else, such as 公开文件, is not. */
export function isSynthetic(cell: string): boolean {
  return SYNTHETIC.has(fold(cell)) || flag(cell) === true;
}

const SYNTHETIC = new Set(['合成', '合成数据', '示例', '示例数据', 'synthetic']);

/** 合计, 小计 … as the name of a row. */
export function isTotal(cell: string): boolean {
  return TOTALS.has(fold(cell).replace(/[::]$/u, ''));
}

const TOTALS = new Set(['合计', '总计', '小计', '共计', '总和', 'total', 'subtotal', 'sum']);

/** Year and month in folded text. */
export const MONTH = /^(\d{4})[-/.年](\d{1,2})月?$/u;

/** Year, month, day in folded text; a time of day behind an ISO date says nothing more. */
export const DAY = /^(\d{4})(?:[-/.年])?(\d{1,2})(?:[-/.月])?(\d{1,2})日?(?:t[\d:.z+]*)?$/u;


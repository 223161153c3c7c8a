import type { FacilityKind, Fuel, Grade, Status, Use } from '../domain/facility.ts';
import type { HeatSourceKind } from '../domain/heat-source.ts';
import type { Industry } from '../domain/industry.ts';
import type { ZoneKind } from '../domain/zone.ts';
import type { FlagField, NumberField, WordField } from '../policy/condition.ts';
import type { Duty } from '../policy/duty.ts';
import type { Lang } from './lang.ts';

/** The terms of the trade: one word for one concept, in both languages. */
export interface Terms {
  readonly kind: Readonly<Record<FacilityKind, string>>;
  readonly fuel: Readonly<Record<Fuel, string>>;
  readonly use: Readonly<Record<Use, string>>;
  readonly status: Readonly<Record<Status, string>>;
  readonly performanceGrade: Readonly<Record<Grade, string>>;
  readonly industry: Readonly<Record<Industry, string>>;
  readonly heatSourceKind: Readonly<Record<HeatSourceKind, string>>;
  readonly zoneKind: Readonly<Record<ZoneKind, string>>;
  readonly zoneClass: Readonly<Record<1 | 2 | 3, string>>;
  readonly duty: Readonly<Record<Duty, string>>;
  readonly outcome: Readonly<Record<'unbound' | 'outside' | 'exempt' | 'unknown' | 'review' | 'applies', string>>;
  readonly certainty: Readonly<Record<'certain' | 'review' | 'unknown', string>>;
  readonly deadlineOrigin: Readonly<Record<'stated' | 'inherited' | 'none', string>>;
  readonly truth: Readonly<Record<'yes' | 'no' | 'review' | 'unknown', string>>;
  /** Fields by which a fact can be asked for, and be missing. */
  readonly field: Readonly<Record<NumberField | WordField | FlagField | OtherField, string>>;
  /** A candidate zone by its name, wherever zones are named. */
  readonly draftZone: (name: string) => string;
  readonly unknown: string;
  readonly yes: string;
  readonly no: string;
}

type OtherField =
  | 'lngLat'
  | 'divisionCode'
  | 'enterprise'
  | 'park'
  | 'zone.class'
  | 'zone.shape'
  | 'heatSource.kind'
  | 'heatSource.unitMW'
  | 'heatSource.plantMW'
  | 'heatSource.large'
  | 'heatSource.performanceGrade'
  | 'heatSource.listedForExit'
  | 'heatSource.divisionCode';

const zh: Terms = {
  kind: {
    boiler: '锅炉',
    teaBoiler: '茶水炉',
    commercialStove: '经营性炉灶',
    grainDryer: '储粮烘干设备',
    farmProcessing: '农产品加工设施',
    hotAirStove: '热风炉',
    kiln: '窑炉',
    gasProducer: '煤气发生炉',
    smallChpUnit: '小热电机组',
    powerUnit: '发电机组',
    looseCoal: '散煤',
    openPit: '露天矿',
    other: '其他',
  },
  fuel: { coal: '煤', gas: '燃气', oil: '燃油', biomass: '生物质', electricity: '电', other: '其他' },
  use: {
    heating: '供热采暖',
    homeHeating: '居民取暖',
    process: '工业生产',
    mixed: '生产兼供暖',
    power: '发电',
    hotWater: '生活热水',
    catering: '餐饮',
    drying: '烘干',
    other: '其他',
  },
  status: { inUse: '在用', standby: '备用', stopped: '停用', closed: '已关停', building: '在建' },
  industry: {
    steel: '钢铁',
    coking: '焦化',
    coalWashing: '独立煤炭洗选',
    cement: '水泥',
    nonFerrous: '有色',
    foundry: '铸造（不含高端铸件）',
    highEndCasting: '高端铸件',
    ceramics: '建筑陶瓷',
    brick: '砖瓦',
    lime: '石灰',
    refractory: '耐火材料',
    glass: '玻璃',
    chemical: '化工',
    publicPower: '公用发电',
    captivePower: '自备电厂',
    districtHeating: '集中供热',
    other: '其他',
  },
  performanceGrade: { A: 'A 级', leading: '引领性', B: 'B 级', BMinus: 'B- 级', C: 'C 级', D: 'D 级' },
  heatSourceKind: { chp: '热电联产', industrial: '工业余热', power: '纯发电' },
  zoneKind: {
    coalBan: '禁煤区',
    noBurn: '高污染燃料禁燃区',
    builtUp: '城市建成区',
    heatNetwork: '热力管网覆盖范围',
    keyControl: '重点管控区域',
    planning: '规划区',
    development: '开发区',
    machineryControl: '非道路移动机械排放控制区',
  },
  zoneClass: { 1: 'Ⅰ类', 2: 'Ⅱ类', 3: 'Ⅲ类' },
  duty: {
    close: '关停淘汰',
    'close-or-consolidate': '关停或整合',
    'phase-out': '逐步淘汰',
    substitute: '清洁能源替代',
    retrofit: '提标改造',
    monitor: '安装在线监控',
    inspect: '排查整治',
    hold: '暂缓',
    none: '无要求',
  },
  outcome: { unbound: '不在辖区', outside: '不适用', exempt: '豁免', unknown: '缺数据', review: '待复核', applies: '适用' },
  certainty: { certain: '确定', review: '待复核', unknown: '缺数据' },
  deadlineOrigin: { stated: '文件载明', inherited: '沿用上位文件', none: '文件未定期限' },
  truth: { yes: '是', no: '否', review: '待复核', unknown: '未知' },
  field: {
    capacityTph: '容量',
    unitMW: '单机容量',
    plantMW: '全厂容量',
    stackM: '排气筒高度',
    hearthM: '炉膛直径',
    kind: '设施类型',
    fuel: '燃料',
    use: '用途',
    status: '运行状态',
    performanceGrade: '绩效等级',
    industry: '行业',
    cleanHeating: '清洁取暖',
    ultraLowEmission: '超低排放',
    monitored: '在线监控联网',
    dedicatedBiomass: '生物质专用锅炉',
    bagFilter: '布袋除尘',
    outdated: '落后机组',
    fixedBedIntermittent: '固定床间歇式',
    large: '大型工业企业',
    listedForExit: '列入退出计划',
    lngLat: '坐标',
    divisionCode: '所在县（市、区）',
    enterprise: '单位名称',
    park: '所在园区',
    'zone.class': '禁燃区类别',
    'zone.shape': '区域边界（未能读入）',
    'heatSource.kind': '热源是否热电联产',
    'heatSource.unitMW': '热源单机容量',
    'heatSource.plantMW': '热源全厂容量',
    'heatSource.large': '热源是否大型工业企业',
    'heatSource.performanceGrade': '热源绩效等级',
    'heatSource.listedForExit': '热源是否列入退出计划',
    'heatSource.divisionCode': '热源所在行政区',
  },
  draftZone: (name) => `【草案】${name}`,
  unknown: '未知',
  yes: '是',
  no: '否',
};

const en: Terms = {
  kind: {
    boiler: 'Boiler',
    teaBoiler: 'Tea boiler',
    commercialStove: 'Commercial stove',
    grainDryer: 'Grain dryer',
    farmProcessing: 'Farm-produce processing',
    hotAirStove: 'Hot-air stove',
    kiln: 'Kiln',
    gasProducer: 'Coal-gas producer',
    smallChpUnit: 'Small CHP unit',
    powerUnit: 'Power unit',
    looseCoal: 'Loose coal',
    openPit: 'Open pit',
    other: 'Other',
  },
  fuel: { coal: 'Coal', gas: 'Gas', oil: 'Oil', biomass: 'Biomass', electricity: 'Electricity', other: 'Other' },
  use: {
    heating: 'Heating',
    homeHeating: 'Home heating',
    process: 'Industrial process',
    mixed: 'Process and heating',
    power: 'Power',
    hotWater: 'Hot water',
    catering: 'Catering',
    drying: 'Drying',
    other: 'Other',
  },
  status: { inUse: 'In use', standby: 'Standby', stopped: 'Stopped', closed: 'Closed', building: 'Being built' },
  industry: {
    steel: 'Steel',
    coking: 'Coking',
    coalWashing: 'Stand-alone coal washing',
    cement: 'Cement',
    nonFerrous: 'Non-ferrous metals',
    foundry: 'Foundry (not high-end)',
    highEndCasting: 'High-end casting',
    ceramics: 'Building ceramics',
    brick: 'Bricks',
    lime: 'Lime',
    refractory: 'Refractories',
    glass: 'Glass',
    chemical: 'Chemicals',
    publicPower: 'Public power plant',
    captivePower: 'Captive power plant',
    districtHeating: 'District heating',
    other: 'Other',
  },
  performanceGrade: { A: 'A', leading: 'Leading', B: 'B', BMinus: 'B-', C: 'C', D: 'D' },
  heatSourceKind: { chp: 'CHP', industrial: 'Industrial heat', power: 'Power only' },
  zoneKind: {
    coalBan: 'Coal-ban zone',
    noBurn: 'Restricted-fuel zone',
    builtUp: 'Built-up area',
    heatNetwork: 'Heat-network area',
    keyControl: 'Key control area',
    planning: 'Planning area',
    development: 'Development zone',
    machineryControl: 'Machinery control zone',
  },
  zoneClass: { 1: 'class I', 2: 'class II', 3: 'class III' },
  duty: {
    close: 'Close',
    'close-or-consolidate': 'Close or consolidate',
    'phase-out': 'Phase out',
    substitute: 'Substitute fuel',
    retrofit: 'Retrofit',
    monitor: 'Monitor online',
    inspect: 'Inspect',
    hold: 'Hold',
    none: 'No duty',
  },
  outcome: { unbound: 'Other jurisdiction', outside: 'Does not apply', exempt: 'Exempt', unknown: 'Data missing', review: 'Needs review', applies: 'Applies' },
  certainty: { certain: 'Certain', review: 'Needs review', unknown: 'Data missing' },
  deadlineOrigin: { stated: 'stated in the document', inherited: 'from the higher document', none: 'no document states a day' },
  truth: { yes: 'yes', no: 'no', review: 'needs review', unknown: 'unknown' },
  field: {
    capacityTph: 'capacity',
    unitMW: 'unit capacity',
    plantMW: 'plant capacity',
    stackM: 'stack height',
    hearthM: 'hearth diameter',
    kind: 'kind',
    fuel: 'fuel',
    use: 'use',
    status: 'status',
    performanceGrade: 'performance grade',
    industry: 'industry',
    cleanHeating: 'clean heating',
    ultraLowEmission: 'ultra-low emission',
    monitored: 'online monitoring',
    dedicatedBiomass: 'dedicated biomass boiler',
    bagFilter: 'bag filter',
    outdated: 'outdated unit',
    fixedBedIntermittent: 'fixed-bed intermittent',
    large: 'large industrial enterprise',
    listedForExit: 'listed for exit',
    lngLat: 'coordinates',
    divisionCode: 'county',
    enterprise: 'enterprise',
    park: 'park',
    'zone.class': 'class of the restricted-fuel zone',
    'zone.shape': 'boundary of the zone (could not be read)',
    'heatSource.kind': 'whether the heat source is CHP',
    'heatSource.unitMW': 'unit capacity of the heat source',
    'heatSource.plantMW': 'plant capacity of the heat source',
    'heatSource.large': 'whether the heat source is a large enterprise',
    'heatSource.performanceGrade': 'performance grade of the heat source',
    'heatSource.listedForExit': 'whether the heat source is listed for exit',
    'heatSource.divisionCode': 'division of the heat source',
  },
  draftZone: (name) => `[draft] ${name}`,
  unknown: 'unknown',
  yes: 'yes',
  no: 'no',
};

export const terms: Readonly<Record<Lang, Terms>> = { zh, en };

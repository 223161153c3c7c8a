import type { LngLat } from './place.ts';
import type { Issue } from './issue.ts';

export const FACILITY_KINDS = [
  /** 锅炉 */ 'boiler',
  /** 茶水炉 */ 'teaBoiler',
  /** 经营性炉灶 */ 'commercialStove',
  /** 储粮烘干设备 */ 'grainDryer',
  /** 农产品加工设施 */ 'farmProcessing',
  /** 热风炉 */ 'hotAirStove',
  /** 窑炉 */ 'kiln',
  /** 煤气发生炉、气化炉 */ 'gasProducer',
  /** 小热电机组 */ 'smallChpUnit',
  /** 发电机组 */ 'powerUnit',
  /** 散煤 */ 'looseCoal',
  /** 露天矿 */ 'openPit',
  /** 其他 */ 'other',
] as const;
export type FacilityKind = (typeof FACILITY_KINDS)[number];

export const FUELS = [
  /** 煤 */ 'coal',
  /** 天然气、煤层气等 */ 'gas',
  /** 油 */ 'oil',
  /** 生物质 */ 'biomass',
  /** 电 */ 'electricity',
  /** 其他 */ 'other',
] as const;
export type Fuel = (typeof FUELS)[number];

export const USES = [
  /** 集中供热、单位采暖 */ 'heating',
  /** 居民取暖 */ 'homeHeating',
  /** 工业生产 */ 'process',
  /** 生产兼采暖 */ 'mixed',
  /** 发电 */ 'power',
  /** 生活热水 */ 'hotWater',
  /** 餐饮 */ 'catering',
  /** 烘干 */ 'drying',
  /** 其他 */ 'other',
] as const;
export type Use = (typeof USES)[number];

export const STATUSES = [
  /** 在用 */ 'inUse',
  /** 备用 */ 'standby',
  /** 停用 */ 'stopped',
  /** 已关停、已拆除 */ 'closed',
  /** 在建 */ 'building',
] as const;
export type Status = (typeof STATUSES)[number];

/** 重污染天气绩效等级, best first; `leading` is 引领性. */
export const GRADES = ['A', 'leading', 'B', 'BMinus', 'C', 'D'] as const;
export type Grade = (typeof GRADES)[number];

/** Where a row was read: `row` is the data record, counted from 1 after the header. */
export interface RowSource {
  readonly file: string;
  readonly sheet?: string;
  readonly row: number;
}

/**
 * 设施: one record of the ledger (台账). Every fact the ledger may not know is nullable: `null` is "unknown", never "no".
 * A group row ("2台35蒸吨") carries `count`; `capacityTph` is per unit.
 */
export interface Facility {
  readonly id: string;
  readonly name: string;
  readonly enterprise: string | null;
  /** 统一社会信用代码 */
  readonly creditCode: string | null;
  readonly kind: FacilityKind | null;
  readonly fuel: Fuel | null;
  readonly use: Use | null;
  readonly status: Status | null;
  readonly count: number;
  /** 额定蒸发量, t/h of steam per unit (1 t/h = 0.7 MW of heat). */
  readonly capacityTph: number | null;
  /** 发电机组容量, electric MW per unit. */
  readonly unitMW: number | null;
  /** GB/T 2260, six digits. */
  readonly divisionCode: string | null;
  /** 所在园区, as the ledger names it. */
  readonly park: string | null;
  readonly lngLat: LngLat | null;
  readonly locationAccuracyM: number | null;
  /** 清洁取暖已覆盖 */
  readonly cleanHeating: boolean | null;
  readonly ultraLowEmission: boolean | null;
  /** 自动监控且已联网 */
  readonly monitored: boolean | null;
  /** 生物质专用锅炉 */
  readonly dedicatedBiomass: boolean | null;
  /** 配套布袋等高效除尘 */
  readonly bagFilter: boolean | null;
  /** 落后(小热电) */
  readonly outdated: boolean | null;
  /** 固定床间歇式 */
  readonly fixedBedIntermittent: boolean | null;
  readonly performanceGrade: Grade | null;
  /** 排气筒高度, m. */
  readonly stackM: number | null;
  /** 炉膛直径, m. */
  readonly hearthM: number | null;
  /** Made by a script, not measured: said wherever the facility is shown or exported. */
  readonly synthetic: boolean;
  readonly source: RowSource;
  /** Every cell as it stood in the file, by its header. */
  readonly original: Readonly<Record<string, string>>;
  readonly issues: readonly Issue[];
}

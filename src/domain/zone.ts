import type { Bounds, MultiPolygon, Period } from './place.ts';

export const ZONE_KINDS = [
  /** 禁煤区 */ 'coalBan',
  /** 高污染燃料禁燃区, class 1 to 3 */ 'noBurn',
  /** 城市建成区 */ 'builtUp',
  /** 热力管网覆盖范围 */ 'heatNetwork',
  /** 重点管控区域 */ 'keyControl',
  /** 规划区 */ 'planning',
  /** 经济技术开发区 */ 'development',
  /** 非道路移动机械排放控制区 */ 'machineryControl',
] as const;
export type ZoneKind = (typeof ZONE_KINDS)[number];

/** 区域: a polygon area that a policy speaks of. */
export interface Zone {
  readonly id: string;
  readonly name: string;
  readonly kind: ZoneKind;
  /** 禁燃区类别 一类/二类/三类; `null` when missing or unreadable. */
  readonly class: 1 | 2 | 3 | null;
  readonly divisionCode: string | null;
  /** 公告文号 */
  readonly notice: string | null;
  readonly inForce: Period;
  readonly statedAreaKm2: number | null;
  readonly polygons: MultiPolygon;
  readonly areaM2: number;
  /** How well the boundary is known, m; a legal boundary is exact (0) unless its source says otherwise. */
  readonly accuracyM: number;
  /** 示意: drawn for illustration, no official boundary. */
  readonly illustrative: boolean;
  readonly original: Readonly<Record<string, string>>;
}

/** A zone that could not be used as it stood, with what can be said of it: a position that may lie in it is not surely outside. */
export interface SkippedZone {
  readonly id: string;
  readonly name: string;
  readonly kind: ZoneKind | null;
  readonly class: Zone['class'];
  readonly divisionCode: string | null;
  readonly inForce: Period;
  /** The box round its positions; `null` when they can't be read. */
  readonly bounds: Bounds | null;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly original: Readonly<Record<string, string>>;
}

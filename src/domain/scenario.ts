import type { IsoDay, MultiPolygon } from './place.ts';
import type { ZoneKind } from './zone.ts';

/**
 * 草案区域: an analyst's candidate boundary. It is no `Zone` and never stands among the enacted ones: only the answer to
 * a scenario sees both, and says which is which.
 */
export interface DraftZone {
  /** Unique in its scenario. */
  readonly id: string;
  readonly name: string;
  readonly kind: ZoneKind;
  /** 禁燃区类别; `null` while it is left open, which makes verdicts that hang on it `review`. */
  readonly class: 1 | 2 | 3 | null;
  /** May be empty: then it contains nothing, which is how an enacted zone is tried out as lifted. */
  readonly polygons: MultiPolygon;
  /** Key (`uniqueKeys` over zone ids) of the enacted zone that it would take the place of; `null` when it comes on top. */
  readonly replaces: string | null;
  /** How far off its corners may be, m, where they were converted from a shifted datum; absent: drawn as it is meant. */
  readonly accuracyM?: number;
}

export const PLAN_CHOICES = [
  /** 关停 */ 'close',
  /** 整合 */ 'consolidate',
  /** 暂缓 */ 'hold',
] as const;
export type PlanChoice = (typeof PLAN_CHOICES)[number];

/** What the city means to do with a facility, beside what the law demands of it. */
export interface Plan {
  readonly choice: PlanChoice;
  readonly reason: string;
  /** 替代热源: what heats instead, in the city's words; `null` while none is stated. */
  readonly replacement: string | null;
}

/** 方案: candidate zones and choices on top of one revision of the data. What is enacted stays as it is below it. */
export interface Scenario {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly zones: readonly DraftZone[];
  /** Heat source key → reach in m, where it differs from the source's own and the rule's. */
  readonly reachM: Readonly<Record<string, number>>;
  /** Reading id → option id, where it differs from the pack's own choice. */
  readonly readings: Readonly<Record<string, string>>;
  /** Facility key → plan. */
  readonly plans: Readonly<Record<string, Plan>>;
  /** Id of the scenario that this one was copied from. */
  readonly forkedFrom: string | null;
  /** 定稿: nothing in it changes any more; a fork does. */
  readonly frozen: boolean;
  /** `revisionOf` the data when it was made. */
  readonly dataRevision: string;
  readonly madeOn: IsoDay;
}

/** All scenarios of a piece of work, and the one that is open; `open: null` is today's law as it stands (现状). */
export interface Workbook {
  readonly scenarios: readonly Scenario[];
  readonly open: string | null;
}

export const NO_WORK: Workbook = { scenarios: [], open: null };

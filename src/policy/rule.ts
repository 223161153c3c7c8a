import type { ZoneKind } from '../domain/zone.ts';
import type { IsoDay, Period } from '../domain/place.ts';
import type { Condition } from './condition.ts';
import type { Duty } from './duty.ts';

/** Words a person reads; Chinese is the source, English follows. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** 责任单位: `lead` where the text says 牵头, otherwise all of them `share` the duty. */
export interface Departments {
  readonly lead: readonly string[];
  readonly share: readonly string[];
}

/** `inherited`: from another article or document named in `from`; `none`: no document states a day, and none is printed. */
export type Deadline =
  | { readonly origin: 'stated'; readonly day: IsoDay }
  | { readonly origin: 'inherited'; readonly day: IsoDay; readonly from: string }
  | { readonly origin: 'none'; readonly day: null };

/** A clause that takes a facility out of the rule. */
export interface Exemption {
  readonly clause: Bilingual;
  readonly article: string;
  readonly condition: Condition;
}

/** One demand of one article on single facilities. */
export interface Rule {
  readonly id: string;
  readonly title: Bilingual;
  readonly article: string;
  /** The few words that carry the limit; every number of the rule stands in them. */
  readonly phrase: string;
  /** Versions of one demand share a topic: at most one per jurisdiction is in force on a day. */
  readonly topic: string;
  readonly inForce: Period;
  /** Outlives its document: a zone binds until it is revoked. */
  readonly standing: boolean;
  /** Whom the article addresses. */
  readonly subject: Condition;
  /** Under what circumstances. */
  readonly when: Condition;
  readonly unless: readonly Exemption[];
  readonly duty: Duty;
  /** For `hold`: the actions that it holds back. */
  readonly holds: readonly Duty[];
  readonly deadline: Deadline;
  readonly departments: Departments;
}

/** An ambiguity of the text: asked once, answered with a reason, switchable. */
export interface Reading {
  readonly id: string;
  readonly question: Bilingual;
  readonly options: readonly { readonly id: string; readonly label: Bilingual }[];
  readonly chosen: string;
  readonly why: Bilingual;
}

/** Which heat sources count for a reach rule, and how far they reach. */
export interface SourceSet {
  readonly id: string;
  readonly article: string;
  readonly phrase: string;
  readonly radiusM: number;
  readonly eligible: Condition;
}

/** A further demand on heat sources that lie in the pack's jurisdiction (YQ21-3-source). */
export interface SourceRequirement {
  readonly id: string;
  readonly article: string;
  readonly phrase: string;
  readonly inForce: Period;
  /** Outlives its document. */
  readonly standing: boolean;
  readonly appliesTo: Condition;
  readonly require: Condition;
}

/** Facilities named in the text. An enterprise is matched without its company suffix and by any of its names. */
export interface NamedList {
  readonly id: string;
  readonly article: string;
  readonly entries: readonly {
    readonly enterprise: string;
    readonly alsoKnownAs: readonly string[];
    readonly count: number;
    readonly capacityTph: number | null;
  }[];
}

/** What may not be built; `forbidden` 严禁、不再, `inPrinciple` 原则上不再. It is asked of a project, never of the ledger. */
export interface SitingRule {
  readonly id: string;
  readonly title: Bilingual;
  readonly article: string;
  readonly phrase: string;
  readonly topic: string;
  readonly inForce: Period;
  readonly standing: boolean;
  readonly subject: Condition;
  readonly when: Condition;
  readonly unless: readonly Exemption[];
  readonly strength: 'forbidden' | 'inPrinciple';
  readonly departments: Departments;
}

/** One article or item of the document: the entries of the pack that speak for it, or why none does. */
export interface Coverage {
  readonly article: string;
  readonly heading: Bilingual;
  readonly by: readonly string[];
  readonly why: Bilingual | null;
}

/** A duty of governments about an area, not about one facility. */
export interface AreaDuty {
  readonly id: string;
  readonly article: string;
  readonly title: Bilingual;
  readonly phrase: string;
  readonly deadline: Deadline;
  readonly departments: Departments;
  /** Zones of these kinds are to be drawn where clean heating is complete, and so not before (先立后破). */
  readonly designates?: readonly ZoneKind[];
}

/** An air-quality target. */
export interface Target {
  readonly id: string;
  readonly article: string;
  readonly phrase: string;
  readonly divisionCode: string;
  /** A part of the division that no code names, such as a development zone; no station is known to stand for it. */
  readonly place: Bilingual | null;
  readonly pollutant: 'pm25' | 'no2' | 'so2' | 'dustfall' | 'heavyPollutionDays';
  readonly op: 'lt' | 'lte';
  readonly limit: number;
  readonly unit: 'ug/m3' | 't/(km2·month)' | 'day';
  readonly period: Period;
  /** `hard` 约束性, `steady` 稳定控制, `strive` 力争; `trigger` 超过即启动整治: no target, a duty begins beyond it. */
  readonly strength: 'hard' | 'steady' | 'strive' | 'trigger';
}

/** A published count that a ledger can be held against. */
export interface ControlTotal {
  readonly id: string;
  readonly article: string;
  readonly phrase: string;
  readonly divisionCode: string;
  readonly where: Condition;
  readonly count: number | null;
  readonly capacityTph: number | null;
}

/** One document as data. */
export interface RulePack {
  readonly format: 'coal-ban-map/rule-pack@1';
  readonly id: string;
  readonly version: string;
  readonly title: Bilingual;
  /** What people call it beside an article: "山西2024方案". */
  readonly shortTitle: Bilingual;
  /** 文号; empty when the copy at hand shows none. */
  readonly documentNumber: string;
  /** `null` when the copy at hand shows none. */
  readonly issued: IsoDay | null;
  /** GB/T 2260 code of the area bound. */
  readonly jurisdiction: string;
  readonly inForce: Period;
  readonly supersedes: readonly string[];
  readonly readings: readonly Reading[];
  readonly sourceSets: readonly SourceSet[];
  readonly sourceRequirements: readonly SourceRequirement[];
  readonly lists: readonly NamedList[];
  readonly rules: readonly Rule[];
  readonly siting: readonly SitingRule[];
  readonly areaDuties: readonly AreaDuty[];
  readonly targets: readonly Target[];
  readonly controlTotals: readonly ControlTotal[];
  /** Every article of the document, in its order. */
  readonly coverage: readonly Coverage[];
}

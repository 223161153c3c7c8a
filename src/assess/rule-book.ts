import type { IsoDay } from '../domain/place.ts';
import type { Condition } from '../policy/condition.ts';
import type { Choices } from '../policy/conditions.ts';
import { chosenOptions, resolveReadings } from '../policy/conditions.ts';
import { requirementsInForce, rulesInForce } from '../policy/in-force.ts';
import type { Exemption, NamedList, RulePack, SourceRequirement, SourceSet } from '../policy/rule.ts';
import type { BoundRule } from './assessment.ts';

/** A rule in force with its readings settled. */
export interface OpenRule extends BoundRule {
  readonly subject: Condition;
  readonly when: Condition;
  readonly unless: readonly Exemption[];
}

export interface OpenSourceSet {
  readonly set: SourceSet;
  readonly pack: RulePack;
  readonly eligible: Condition;
}

export interface OpenRequirement {
  readonly requirement: SourceRequirement;
  readonly pack: RulePack;
  readonly appliesTo: Condition;
  readonly require: Condition;
}

/** The law of one day under one choice of readings: what `assess` applies. */
export interface RuleBook {
  readonly asOf: IsoDay;
  readonly packs: readonly RulePack[];
  readonly rules: readonly OpenRule[];
  readonly requirements: readonly OpenRequirement[];
  /** Keyed by `scopedId`. */
  readonly sourceSets: ReadonlyMap<string, OpenSourceSet>;
  readonly lists: ReadonlyMap<string, NamedList>;
  /** The widest radius that any pack names, m; how far a source is drawn and listed. `null`: no pack names one. */
  readonly reachM: number | null;
}

export function openRuleBook(packs: readonly RulePack[], asOf: IsoDay, choices: Choices): RuleBook {
  const chosen = new Map(packs.map((pack) => [pack, chosenOptions(pack.readings, choices)]));
  const settle = (pack: RulePack, condition: Condition) => resolveReadings(condition, chosen.get(pack) ?? {});
  const sets = packs.flatMap((pack) => pack.sourceSets.map((set) => [scopedId(pack, set.id), { set, pack, eligible: settle(pack, set.eligible) }] as const));
  return {
    asOf,
    packs,
    rules: rulesInForce(packs, asOf).map(({ rule, pack }) => ({
      rule,
      pack,
      subject: settle(pack, rule.subject),
      when: settle(pack, rule.when),
      unless: rule.unless.map((exemption) => ({ ...exemption, condition: settle(pack, exemption.condition) })),
    })),
    requirements: requirementsInForce(packs, asOf).map(({ requirement, pack }) => ({
      requirement,
      pack,
      appliesTo: settle(pack, requirement.appliesTo),
      require: settle(pack, requirement.require),
    })),
    sourceSets: new Map(sets),
    lists: new Map(packs.flatMap((pack) => pack.lists.map((list) => [scopedId(pack, list.id), list] as const))),
    reachM: sets.length === 0 ? null : Math.max(...sets.map(([, { set }]) => set.radiusM)),
  };
}

/** Lists and source sets are named within their pack. */
export function scopedId(pack: RulePack, id: string): string {
  return `${pack.id}/${id}`;
}

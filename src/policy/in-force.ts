import { inPeriod, type IsoDay } from '../domain/place.ts';
import type { Rule, RulePack, SourceRequirement } from './rule.ts';

/**
 * The packs whose own period contains the day. A pack that is out of force may still bind by a standing rule, so ask
 * `rulesInForce` what binds; this answers which documents are current.
 */
export function packsInForce(packs: readonly RulePack[], asOf: IsoDay): readonly RulePack[] {
  return packs.filter((pack) => inPeriod(pack.inForce, asOf));
}

/**
 * Every rule that counts on the day, in the order of the packs and of the rules in them. A rule counts when its own
 * period and its pack's hold; a standing rule outlives its pack, not its own end. `supersedes` plays no part: a document
 * that was replaced carries the day on which it ended.
 */
export function rulesInForce(
  packs: readonly RulePack[],
  asOf: IsoDay,
): readonly { readonly rule: Rule; readonly pack: RulePack }[] {
  return packs.flatMap((pack) =>
    pack.rules.filter((rule) => inForceOn(rule, pack, asOf)).map((rule) => ({ rule, pack })),
  );
}

/** The same for what a document demands of heat sources. */
export function requirementsInForce(
  packs: readonly RulePack[],
  asOf: IsoDay,
): readonly { readonly requirement: SourceRequirement; readonly pack: RulePack }[] {
  return packs.flatMap((pack) =>
    pack.sourceRequirements.filter((requirement) => inForceOn(requirement, pack, asOf)).map((requirement) => ({ requirement, pack })),
  );
}

/** Whether one provision of a pack counts on the day. */
export function inForceOn(rule: Pick<Rule, 'inForce' | 'standing'>, pack: RulePack, asOf: IsoDay): boolean {
  const packPeriod = rule.standing ? { from: pack.inForce.from, until: null } : pack.inForce;
  return inPeriod(packPeriod, asOf) && inPeriod(rule.inForce, asOf);
}

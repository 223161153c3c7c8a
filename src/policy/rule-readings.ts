import type { Condition } from './condition.ts';
import { nodesOf } from './conditions.ts';
import type { Reading, RulePack } from './rule.ts';

/** A rule of either kind, by its conditions. */
interface Conditioned {
  readonly subject: Condition;
  readonly when: Condition;
  readonly unless: readonly { readonly condition: Condition }[];
}

/** The readings that a rule hangs on, those of the source sets that it asks for included, in the order of the pack. */
export function readingsOfRule(rule: Conditioned, pack: RulePack): readonly Reading[] {
  const own = [rule.subject, rule.when, ...rule.unless.map(({ condition }) => condition)];
  const sets = new Set(own.flatMap((condition) => [...nodesOf(condition)]).flatMap((node) => ('withinReach' in node ? [node.withinReach] : 'ownUnit' in node ? [node.ownUnit] : [])));
  const all = [...own, ...pack.sourceSets.filter(({ id }) => sets.has(id)).map(({ eligible }) => eligible)];
  return readingsIn(all, pack);
}

/** The readings that conditions of a pack hang on: those whose options they hold, and those named as the reason of a doubt. */
export function readingsIn(conditions: readonly Condition[], pack: RulePack): readonly Reading[] {
  const named = new Set(
    conditions.flatMap((condition) => [...nodesOf(condition)]).flatMap((node) => ('reading' in node ? [node.reading] : 'undecided' in node ? [node.undecided] : [])),
  );
  return pack.readings.filter(({ id }) => named.has(id));
}

import type { IsoDay } from '../../domain/place.ts';
import { inPeriod } from '../../domain/place.ts';
import { rulesInForce } from '../../policy/in-force.ts';
import type { Rule, RulePack } from '../../policy/rule.ts';

/** How a document stands on a day, and how many of its rules bind then (a lapsed one may keep standing rules). */
export interface PolicyStanding {
  readonly state: 'inForce' | 'notYet' | 'lapsed';
  readonly rules: number;
  /** Of these, the ones that outlive their document. */
  readonly standing: readonly Rule[];
}

export function policyStanding(pack: RulePack, asOf: IsoDay): PolicyStanding {
  const { from } = pack.inForce;
  const state = inPeriod(pack.inForce, asOf) ? 'inForce' : from !== null && asOf < from ? 'notYet' : 'lapsed';
  const rules = rulesInForce([pack], asOf).map(({ rule }) => rule);
  return { state, rules: rules.length, standing: rules.filter(({ standing }) => standing) };
}

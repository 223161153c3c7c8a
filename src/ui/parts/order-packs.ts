import { lies } from '../../domain/division.ts';
import type { IsoDay } from '../../domain/place.ts';
import type { Project } from '../../domain/project.ts';
import type { RulePack } from '../../policy/rule.ts';
import { policyStanding } from './policy-standing.ts';

const STATE_ORDER = { inForce: 0, notYet: 1, lapsed: 2 } as const;

/** Whether a document can bind a place of the loaded city; without counties, nobody can say that it does not. */
export function bindsHere({ jurisdiction }: RulePack, { divisions }: Pick<Project, 'divisions'>): boolean {
  const counties = divisions.filter(({ level }) => level === 'county');
  return counties.length === 0 || counties.some(({ code }) => lies(code, jurisdiction));
}

/** The documents as a reader looks for them: those that bind here before others, in force before lapsed, the nearest law first. */
export function orderPacks(packs: readonly RulePack[], project: Pick<Project, 'divisions'>, asOf: IsoDay): readonly RulePack[] {
  const rank = (pack: RulePack): number => (bindsHere(pack, project) ? 0 : 10) + STATE_ORDER[policyStanding(pack, asOf).state];
  const breadth = ({ jurisdiction }: RulePack): number => /(?:00)*$/.exec(jurisdiction)?.[0].length ?? 0;
  return [...packs].sort((a, b) => rank(a) - rank(b) || breadth(a) - breadth(b));
}

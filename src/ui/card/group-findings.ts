import type { Outcome } from '../../assess/assessment.ts';
import type { Finding } from '../../assess/finding.ts';
import type { Duty } from '../../policy/duty.ts';
import { dutyRank } from '../../policy/duty.ts';
import type { Rule, RulePack } from '../../policy/rule.ts';

/** The order in which a reader asks: what binds, what may, what is let off, what does not and why not. */
export const OUTCOME_ORDER = ['applies', 'review', 'unknown', 'exempt', 'outside', 'unbound'] as const satisfies readonly Outcome[];

export interface FindingGroup {
  readonly outcome: Outcome;
  readonly findings: readonly Finding[];
}

/** The findings by outcome, the strongest duty first within each; every finding is in exactly one group. */
export function groupFindings(findings: readonly Finding[], dutyOf: (finding: Finding) => Duty): FindingGroup[] {
  return OUTCOME_ORDER.map((outcome) => ({
    outcome,
    findings: findings.filter((finding) => finding.outcome === outcome).sort((a, b) => dutyRank(dutyOf(a)) - dutyRank(dutyOf(b))),
  })).filter((group) => group.findings.length > 0);
}

/** The rule a finding speaks of, in the packs that were asked. */
export function boundRule(packs: readonly RulePack[], finding: Pick<Finding, 'pack' | 'rule'>): { readonly rule: Rule; readonly pack: RulePack } {
  const pack = packs.find(({ id }) => id === finding.pack);
  const rule = pack?.rules.find(({ id }) => id === finding.rule);
  if (pack === undefined || rule === undefined) throw new Error(`boundRule: got ${finding.pack}/${finding.rule}, expected a rule of the packs asked`);
  return { rule, pack };
}

import type { ReplacementClause, ReplacementState } from '../../assess/replacement-first.ts';
import { BANNING_KINDS, replacementChecks, replacementClauses } from '../../assess/replacement-first.ts';
import type { Scenario as DraftScenario } from '../../domain/scenario.ts';
import type { Evidence } from '../../policy/evidence.ts';
import { memoiseLast } from '../memoise.ts';
import type { Answer } from '../session.ts';
import type { Ledger, LedgerRow } from './ledger.ts';

/** A facility that the scenario would leave without heat for homes, or perhaps would. */
export interface Wanting {
  readonly row: LedgerRow;
  readonly state: Exclude<ReplacementState, 'clear'>;
  /** It lies in a candidate zone, or a plan ends it. */
  readonly by: 'zone' | 'plan';
}

export interface Replacement {
  /** Blocking ones first. */
  readonly wanting: readonly Wanting[];
  /** The tests behind one, and the clauses that speak for it. */
  readonly explain: (wanting: Wanting) => { readonly evidence: readonly Evidence[]; readonly clauses: readonly ReplacementClause[] };
}

/** 先立后破 over a scenario: a pass of the engine over the whole ledger, so to be asked when the work has come to rest. */
export const replacementOf = memoiseLast(({ answer, rows }: Ledger, { zones, plans }: DraftScenario): Replacement => {
  const { city, packs, asOf } = answer.question;
  const checks = replacementChecks(city.project, asOf);
  const kinds = BANNING_KINDS.filter((kind) => zones.some((zone) => zone.kind === kind));
  const found = rows.flatMap((row): Wanting[] => {
    const plan = Object.hasOwn(plans, row.key) ? plans[row.key] : undefined;
    if ((plan?.replacement ?? '').trim() !== '') return [];
    const isEnded = plan !== undefined && plan.choice !== 'hold';
    const [planned, drawn] = [isEnded ? checks.anywhere(row.index) : 'clear', checks.inDraft(row.index)];
    if (drawn !== 'blocking' && planned !== 'clear') return [{ row, state: planned, by: 'plan' }];
    return drawn === 'clear' ? [] : [{ row, state: drawn, by: 'zone' }];
  });
  return {
    wanting: found.sort((a, b) => Number(a.state === 'open') - Number(b.state === 'open') || a.row.index - b.row.index),
    explain: ({ row, by }) => {
      const { inDraft, anywhere } = checks.explain(row.index);
      return { evidence: (by === 'zone' ? inDraft : anywhere).evidence, clauses: replacementClauses(answer.assessment, packs, row.index, by === 'zone' ? kinds : []) };
    },
  };
});

/** Whether one facility heats homes without a replacement. */
export const homesOf = memoiseLast(({ question: { city, asOf } }: Answer, { facility }: LedgerRow): ReplacementState =>
  replacementChecks({ ...city.project, facilities: [facility] }, asOf).anywhere(0),
);

import type { Plan } from '../domain/scenario.ts';

/** Why a plan can't be entered. */
export type PlanProblem =
  | 'reason-needed'
  /** 先立后破: it would end homes' heating, and says nothing of what heats instead. */
  | 'replacement-needed';

/**
 * Every plan carries its reason; residents' heating is not ended before its replacement is stated. Where it is open whether
 * the facility heats homes, the plan may stand and is listed as open.
 *
 * @param heatsHomes whether, for all that is known, the facility heats homes without a replacement.
 */
export function planProblem({ choice, reason, replacement }: Plan, heatsHomes: 'blocking' | 'open' | 'clear'): PlanProblem | null {
  if (reason.trim() === '') return 'reason-needed';
  const isStated = replacement !== null && replacement.trim() !== '';
  return choice !== 'hold' && heatsHomes === 'blocking' && !isStated ? 'replacement-needed' : null;
}

import { DUTIES } from '../../policy/duty.ts';
import type { Filters } from '../../state/filters.ts';

type VerdictFilters = Pick<Filters, 'duties' | 'possible'>;

/** The filters about the verdict as choices of one list: a duty's own word, or `?` and the word for "may be". */
export function verdictFilterOf({ duties, possible }: VerdictFilters): string[] {
  return [...duties, ...possible.map((duty) => `?${duty}`)];
}

export function readVerdictFilter(choice: string | null): VerdictFilters {
  return {
    duties: DUTIES.filter((duty) => choice === duty),
    possible: DUTIES.filter((duty) => choice === `?${duty}`),
  };
}

type RuleFilters = Pick<Filters, 'rule' | 'mayRule'>;

/** The same for rules: an id for those to which it surely applies, `?` and the id for those to which it may. */
export function ruleFilterOf({ rule, mayRule }: RuleFilters): string[] {
  return [...(rule === null ? [] : [rule]), ...(mayRule === null ? [] : [`?${mayRule}`])];
}

export function readRuleFilter(choice: string | null): RuleFilters {
  return choice?.startsWith('?') === true ? { rule: null, mayRule: choice.slice(1) } : { rule: choice, mayRule: null };
}

import type { Answer } from '../session.ts';
import { bindingOf } from './ledger.ts';

export interface RuleTally {
  /** Units of facilities to which the rule surely applies, and to which it may. */
  readonly applies: number;
  readonly may: number;
}

const cache = new WeakMap<Answer, ReadonlyMap<string, RuleTally>>();

/** What each rule of the answer binds, over the whole ledger, by `pack/rule`; a group row counts each of its units. */
export function ruleTallies(answer: Answer): ReadonlyMap<string, RuleTally> {
  const known = cache.get(answer);
  if (known !== undefined) return known;
  const { facilities } = answer.question.city.project;
  const tallies = new Map(
    answer.assessment.rules.map(({ rule, pack }, r): [string, RuleTally] => {
      const tally = { applies: 0, may: 0 };
      for (const [index, { count }] of facilities.entries()) {
        const binding = bindingOf(answer, r, index);
        if (binding !== null) tally[binding] += count;
      }
      return [`${pack.id}/${rule.id}`, tally];
    }),
  );
  cache.set(answer, tallies);
  return tallies;
}

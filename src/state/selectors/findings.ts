import { OUTCOMES } from '../../assess/assessment.ts';
import { explain } from '../../assess/explain.ts';
import type { Finding } from '../../assess/finding.ts';
import { openRuleBook } from '../../assess/rule-book.ts';
import { sceneOf } from '../../assess/scene-of.ts';
import type { Surroundings } from '../../assess/surroundings.ts';
import * as around from '../../assess/surroundings.ts';
import { dutyRank } from '../../policy/duty.ts';
import { memoiseLast } from '../memoise.ts';
import type { Answer, Question } from '../session.ts';
import type { LedgerRow } from './ledger.ts';

/*
 * Evidence is worked out for one facility at a time, when somebody looks. This file brings the engine's code with it:
 * what the page needs for its first paint must not import it.
 */

const cache = new WeakMap<Answer, Map<number, readonly Finding[]>>();
/** The law of an answer's day under its readings. */
export const bookOf = memoiseLast(({ packs, asOf, choices }: Question) => openRuleBook(packs, asOf, choices));

/** What every rule of the answer's day says of a facility, with the evidence. */
export function findingsOf(answer: Answer, index: number): readonly Finding[] {
  const known = cache.get(answer) ?? new Map<number, readonly Finding[]>();
  cache.set(answer, known);
  let findings = known.get(index);
  if (findings === undefined) known.set(index, (findings = explain(sceneOf(answer.question.city.project), bookOf(answer.question), index)));
  return findings;
}

/** What leaves a stronger duty open: the facts that are missing, and whether a judgement is asked for. */
export interface OpenQuestion {
  readonly missing: readonly string[];
  readonly review: boolean;
}

const REVIEW = OUTCOMES.indexOf('review');

/** Why a stronger duty of this row is only possible. */
export function openQuestionOf({ assessment }: Answer, { index }: LedgerRow): OpenQuestion {
  const { rules, outcomes, count, duty, missing, missingSets } = assessment;
  const review = rules.some(({ rule }, r) => outcomes[r * count + index] === REVIEW && dutyRank(rule.duty) < (duty[index] ?? 0));
  return { missing: missingSets[missing[index] ?? 0] ?? [], review };
}

/** Over many rows, by index: which facts are missing most, the commonest first, and in how many rows a judgement is asked for. */
export function openQuestions({ assessment }: Answer, indices: readonly number[]): { readonly fields: readonly string[]; readonly reviews: number } {
  const { rules, outcomes, count, duty, missing, missingSets } = assessment;
  const perSet = new Uint32Array(missingSets.length);
  for (const index of indices) {
    const set = missing[index] ?? 0;
    perSet[set] = (perSet[set] ?? 0) + 1;
  }
  const counts = new Map<string, number>();
  for (const [set, fields] of missingSets.entries()) for (const field of fields) counts.set(field, (counts.get(field) ?? 0) + (perSet[set] ?? 0));
  const isReview = new Uint8Array(count);
  for (const [r, { rule }] of rules.entries()) {
    const [from, rank] = [r * count, dutyRank(rule.duty)];
    for (const index of indices) if (outcomes[from + index] === REVIEW && rank < (duty[index] ?? 0)) isReview[index] = 1;
  }
  const named = [...counts].filter(([, n]) => n > 0).sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return { fields: named.map(([field]) => field), reviews: isReview.reduce((sum, mark) => sum + mark, 0) };
}

/** The heat sources around a facility. */
export function surroundingsOf({ question }: Answer, index: number): Surroundings {
  return around.surroundingsOf(sceneOf(question.city.project), bookOf(question), index);
}

/** The reach of heat source i under the rules of the answer, m; `null` when no rule gives it one. */
export function reachOf({ question }: Answer, source: number): number | null {
  return question.city.project.heatSources[source]?.reachM ?? bookOf(question).reachM;
}

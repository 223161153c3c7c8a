import type { Params } from '../domain/issue.ts';
import type { Lang } from './lang.ts';
import type { Sentences } from './problem-params.ts';
import { problemsEn } from './problems-en.ts';
import { problemsZh } from './problems-zh.ts';

/** What is wrong and what to do about it, by code; a missing translation does not compile. */
export const messages: Readonly<Record<Lang, Sentences>> = { zh: problemsZh, en: problemsEn };

/**
 * The sentence for a code of `ProblemParams`.
 * Throws on a code without a sentence: codes come from our own readers, so that is our mistake.
 */
export function sayProblem(lang: Lang, code: string, params: Params): string {
  const table = messages[lang];
  if (!Object.hasOwn(table, code)) throw new Error(`sayProblem: no sentence for code ${JSON.stringify(code)}`);
  // Codes and parameters are paired where they are made (`ingest/problem.ts`); here the pairing is only looked up again.
  const say = table[code as keyof Sentences] as (params: Params) => string;
  return say(params);
}

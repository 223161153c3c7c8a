import type { Message, Params, Rejected } from '../domain/issue.ts';
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

/** The same with its place: `ledger.csv 第 3 行:…`. */
export function sayRejected(lang: Lang, { file, sheet, row, code, params }: Rejected): string {
  // Sentences about features name file and number themselves.
  if (Object.hasOwn(params, 'feature')) return sayProblem(lang, code, params);
  const place = sheet === undefined ? file : `${file} [${sheet}]`;
  const sentence = sayProblem(lang, code, params);
  return lang === 'zh' ? `${place} 第 ${row} 行:${sentence}` : `${place}, row ${row}: ${sentence}`;
}

/** Messages name their file themselves. */
export function sayMessage(lang: Lang, message: Message): string {
  return sayProblem(lang, message.code, message.params);
}

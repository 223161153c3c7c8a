import { readFileSync } from 'node:fs';
import { jsonFault } from '../../src/policy/json-fault.ts';
import { parseRulePack } from '../../src/policy/parse-rule-pack.ts';
import { unquotedNumbers } from '../../src/policy/phrase-numbers.ts';
import type { Lang } from '../../src/text/lang.ts';
import { sayPackProblem } from '../../src/text/pack-problems.ts';
import { PHRASE_WORDS } from '../../src/text/phrase-words.ts';
import { policyWords } from '../text/policy.ts';

/** One file of a user's, checked: `sound` when it can be used; `lines` say what is wrong, or what it holds. */
export interface CheckedPack {
  readonly sound: boolean;
  readonly lines: readonly string[];
}

/** Reads a rule pack as the product will, and says each problem with its path. */
export function checkPack(file: string, lang: Lang): CheckedPack {
  const words = policyWords[lang];
  const text = readText(file);
  if (text === null) return { sound: false, lines: [words.unreadable(file)] };
  const json = readJson(text);
  if (!json.ok) return { sound: false, lines: [words.notJson(file, json.line, json.column, json.detail)] };
  const parsed = parseRulePack(json.value);
  if (!parsed.ok) return { sound: false, lines: [words.broken(file, parsed.problems.length), ...parsed.problems.map((problem) => `  ${sayPackProblem(lang, problem)}`)] };
  const pack = parsed.value;
  const unsaid = unquotedNumbers(pack, PHRASE_WORDS);
  return { sound: true, lines: [words.sound(file, pack), ...(unsaid.length === 0 ? [] : [words.unquoted, ...unsaid.map((one) => `  ${one}`)])] };
}

function readText(file: string): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch {
    return null;
  }
}

type Json = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly line: number; readonly column: number; readonly detail: string };

function readJson(text: string): Json {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch (error) {
    const { line, column } = jsonFault(text) ?? { line: 1, column: 1 };
    return { ok: false, line, column, detail: error instanceof Error ? error.message : String(error) };
  }
}

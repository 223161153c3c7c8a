import { readdirSync, readFileSync } from 'node:fs';
import { parseRulePack } from '../../src/policy/parse-rule-pack.ts';
import type { RulePack } from '../../src/policy/rule.ts';

const FOLDER = new URL('../../data/policy/', import.meta.url);

/** The documents in `data/policy/`, as text, by file name. */
export const packTexts: ReadonlyMap<string, string> = new Map(
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => [file, readFileSync(new URL(file, FOLDER), 'utf8')]),
);

export function loadPacks(): readonly RulePack[] {
  return [...packTexts].map(([file, text]) => {
    const parsed = parseRulePack(JSON.parse(text));
    if (!parsed.ok) throw new Error(`${file}: ${JSON.stringify(parsed.problems, null, 2)}`);
    return parsed.value;
  });
}

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Params } from '../../src/domain/issue.ts';
import { messages, sayProblem } from '../../src/text/messages.ts';

/** Answers each parameter with its own name in marks, so that a sentence shows which ones it uses. */
const ECHO = new Proxy<Params>({}, { get: (_, name) => `<${String(name)}>` });
const used = (sentence: string) => [...new Set(sentence.match(/<\w+>/gu) ?? [])].sort();
const codes = Object.keys(messages.zh);

function sourcesUnder(folder: URL): string {
  return readdirSync(folder, { withFileTypes: true })
    .map((entry) => (entry.isDirectory() ? sourcesUnder(new URL(`${entry.name}/`, folder)) : readFileSync(new URL(entry.name, folder), 'utf8')))
    .join('\n');
}

describe.each(codes)('%s', (code) => {
  it('says the same things in both languages, and what to do', () => {
    const [zh, en] = [sayProblem('zh', code, ECHO), sayProblem('en', code, ECHO)];
    expect(used(en)).toEqual(used(zh));
    expect(zh).toMatch(/\p{Script=Han}.*。$/u);
    expect(en).toMatch(/\.$/u);
    expect(en.replace(/“[^”]*”/gu, '')).not.toMatch(/\p{Script=Han}/u);
  });

  it('is given by a reader', () => {
    expect(sourcesUnder(new URL('../../src/ingest/', import.meta.url))).toContain(`'${code}'`);
  });
});

it('has the same codes in both languages', () => {
  expect(Object.keys(messages.en).sort()).toEqual(codes.sort());
});

it.each(['no-such-code', 'toString', '__proto__'])('throws on the code %s, which is our mistake', (code) => {
  expect(() => sayProblem('zh', code, {})).toThrow(`no sentence for code "${code}"`);
});

it('names column, value and what to do', () => {
  const params = { column: '吨位', value: 'abc' };
  expect(sayProblem('zh', 'capacity-unreadable', params)).toBe('“吨位”列的“abc”读不出容量；请写每台的蒸吨数（如 35），多台请用“台数”列，未知请留空。');
  expect(sayProblem('en', 'capacity-unreadable', params)).toMatch(/^“abc” in column “吨位” is not a capacity;/u);
  expect(sayProblem('zh', 'ring-not-closed', { file: 'z.json', feature: 2, zone: 'A', ring: 1 })).toMatch(/^z\.json 第 2 个要素“A”的第 1 个环/u);
});

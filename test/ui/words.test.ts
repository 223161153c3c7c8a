import { describe, expect, it } from 'vitest';
import { lawWords } from '../../src/text/law.ts';
import { ui } from '../../src/text/ui.ts';

/** Every word of the page, by its path; functions are called with marked parameters. */
function words(node: unknown, path: string): [string, string][] {
  if (typeof node === 'string') return [[path, node]];
  if (isSentence(node)) return [[path, node(...Array.from({ length: node.length }, (_, i) => `<${String(i)}>`))]];
  return Object.entries(node as object).flatMap(([key, part]) => words(part, `${path}.${key}`));
}

function isSentence(node: unknown): node is (...parameters: string[]) => string {
  return typeof node === 'function';
}

const zh = [...words(ui.zh, 'ui'), ...words(lawWords.zh, 'law')];
const en = new Map([...words(ui.en, 'ui'), ...words(lawWords.en, 'law')]);

describe('the words of the page', () => {
  it('are the same set in both languages', () => {
    expect([...en.keys()].sort()).toEqual(zh.map(([path]) => path).sort());
  });

  it('are all there', () => {
    expect([...zh, ...en].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('say in English every parameter that they say in Chinese', () => {
    const said = (text: string) => [...text.matchAll(/<\d>/g)].map(([mark]) => mark).sort();
    for (const [path, text] of zh) expect([path, said(en.get(path) ?? '')]).toEqual([path, said(text)]);
  });

  it('hold no Chinese in English but the name of the other language', () => {
    expect([...en].filter(([path, text]) => /\p{Script=Han}/u.test(text) && path !== 'ui.switchLanguage')).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { PACK_PROBLEM_CODES } from '../../src/policy/pack-problem.ts';
import { parseRulePack } from '../../src/policy/parse-rule-pack.ts';
import { LANGS } from '../../src/text/lang.ts';
import { sayPackProblem } from '../../src/text/pack-problems.ts';
import { replaced } from '../policy/json-surgery.ts';
import { smallPack } from '../policy/small-pack.ts';

function said(path: string, value: unknown): readonly (readonly string[])[] {
  const parsed = parseRulePack(replaced(smallPack(), path, value));
  return parsed.ok ? [] : parsed.problems.map((problem) => LANGS.map((lang) => sayPackProblem(lang, problem)));
}

describe('sayPackProblem', () => {
  it.each<[string, unknown, string, string]>([
    ['rules[0].phrase', undefined, 'rules[0].phrase：缺少 phrase。', 'rules[0].phrase: phrase is missing.'],
    ['rules[0].title', [1, 2], 'rules[0].title：应为对象 {…}，实为 有 2 项的数组。', 'rules[0].title: expected object, got list of 2.'],
    ['rules[0].duty', 'demolish', 'rules[0].duty：应为：close | close-or-consolidate | phase-out | substitute | retrofit | monitor | inspect | hold | none；实为 "demolish"。', 'rules[0].duty: expected close | close-or-consolidate | phase-out | substitute | retrofit | monitor | inspect | hold | none; got "demolish".'],
    ['issued', '2023-02-29', 'issued：应为：日历上有的日期 YYYY-MM-DD；实为 "2023-02-29"。', 'issued: expected YYYY-MM-DD; got "2023-02-29".'],
    ['lists[0].entries', [], 'lists[0].entries：不能为空，应有至少一项。', 'lists[0].entries: may not be empty: at least one.'],
    ['rules[0].when', { onList: 'nowhere' }, 'rules[0].when.onList：文件中没有 nowhere；应为：named。', 'rules[0].when.onList: the file defines no nowhere; expected: named.'],
    ['targets[0].id', 'R1', 'targets[0].id：R1 重复，应与 rules[0].id 不同。', 'targets[0].id: R1 stands twice: not as in rules[0].id.'],
    ['', 7, '（整个文件）：应为对象 {…}，实为 7。', '(the whole file): expected object, got 7.'],
  ])('%s', (path, value, zh, en) => {
    expect(said(path, value)).toEqual([[zh, en]]);
  });

  it('has a sentence for every code, with the path, what was expected and what stood there', () => {
    for (const lang of LANGS) {
      for (const code of PACK_PROBLEM_CODES) {
        const sentence = sayPackProblem(lang, { path: 'a.b', code, expected: 'EXPECTED', got: 'GOT' });
        expect(sentence).toContain('a.b');
        expect(sentence).toContain('EXPECTED');
      }
    }
  });
});

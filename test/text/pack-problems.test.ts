import { describe, expect, it } from 'vitest';
import { PACK_PROBLEM_CODES } from '../../src/policy/pack-problem.ts';
import { sayJsonFault, sayPackPath, sayPackProblem } from '../../src/text/pack-problems.ts';

describe('problems of a rule pack', () => {
  it.each(PACK_PROBLEM_CODES)('%s: says what was expected and what stood there', (code) => {
    const said = { zh: sayPackProblem('zh', { path: 'rules[0]', code, expected: '35', got: '"x"' }), en: sayPackProblem('en', { path: 'rules[0]', code, expected: '35', got: '"x"' }) };
    expect(said.en).not.toMatch(/\p{Script=Han}/u);
    if (code !== 'missing') expect([said.zh, said.en].every((sentence) => sentence.includes('35'))).toBe(true);
    if (!['missing', 'unknownKey', 'empty', 'tooDeep'].includes(code)) expect([said.zh, said.en].every((sentence) => sentence.includes('"x"'))).toBe(true);
  });

  it('names the spot, or the whole file', () => {
    expect(sayPackPath('zh', { path: 'rules[3].when', code: 'type', expected: '', got: '' })).toBe('rules[3].when');
    expect(sayPackPath('zh', { path: '', code: 'type', expected: '', got: '' })).toBe('整个文件');
  });

  it('says where JSON breaks', () => {
    expect(sayJsonFault('zh', { line: 3, column: 7, found: '}' })).toBe('不是有效的 JSON：第 3 行第 7 列处出现了多余或错误的 "}"。');
    expect(sayJsonFault('en', { line: 1, column: 2, found: null })).toContain('line 1, column 2 the file ends');
  });
});

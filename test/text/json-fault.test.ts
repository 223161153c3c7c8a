import { describe, expect, it } from 'vitest';
import { sayJsonFault } from '../../src/text/json-fault.ts';

describe('sayJsonFault', () => {
  it('says where JSON breaks, and what stands there', () => {
    expect(sayJsonFault('zh', { line: 3, column: 7, found: '}' })).toBe('不是有效的 JSON：第 3 行第 7 列处出现了多余或错误的 "}"。');
    expect(sayJsonFault('en', { line: 3, column: 7, found: '}' })).toBe('This is not valid JSON: at line 3, column 7 stands an unexpected "}".');
  });

  it('says when the text ends too early', () => {
    expect(sayJsonFault('zh', { line: 1, column: 2, found: null })).toContain('第 1 行第 2 列处文件意外结束');
    expect(sayJsonFault('en', { line: 1, column: 2, found: null })).toContain('line 1, column 2 the file ends');
  });
});

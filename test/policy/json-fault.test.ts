import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonFault } from '../../src/policy/json-fault.ts';

describe('jsonFault', () => {
  it.each([
    ['', 1, 1, null],
    ['{', 1, 2, null],
    ['{"a": 1,}', 1, 9, '}'],
    ['{\n  "a": 1\n  "b": 2\n}', 3, 3, '"'],
    ['{\r\n  "规则": [1, 2 3]\r\n}', 2, 15, '3'],
    ['{a: 1}', 1, 2, 'a'],
    ["{'a': 1}", 1, 2, "'"],
    ['[01]', 1, 3, '1'],
    ['[1.]', 1, 4, ']'],
    ['[nul]', 1, 5, ']'],
    ['"a\nb"', 1, 3, '\n'],
    ['"\\x"', 1, 3, 'x'],
    ['"\\u12g4"', 1, 6, 'g'],
    ['{} {}', 1, 4, '{'],
    ['{"a" 1}', 1, 6, '1'],
    ['{"a"： 1}', 1, 5, '：'],
  ])('finds the spot in %j', (text, line, column, found) => {
    expect(jsonFault(text)).toEqual({ line, column, found });
  });

  it('agrees with the language on what is JSON', () => {
    const soup = fc.oneof(fc.json(), fc.string(), fc.string({ unit: fc.constantFrom(...Array.from('{}[]",:0-1.eE\\ tfnu\n')) }));
    fc.assert(
      fc.property(soup, (text) => {
        expect(jsonFault(text) === null).toBe(isJson(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('stops at a nesting that no pack has, instead of running out of stack', () => {
    expect(jsonFault('['.repeat(100_000))).toEqual({ line: 1, column: 1002, found: '[' });
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

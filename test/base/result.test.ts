import { describe, expect, it } from 'vitest';
import { assertNever } from '../../src/base/assert-never.ts';
import { failed, ok } from '../../src/base/result.ts';

describe('Result', () => {
  it('holds a value or what is wrong', () => {
    expect(ok(3)).toEqual({ ok: true, value: 3 });
    expect(failed(['empty'])).toEqual({ ok: false, problems: ['empty'] });
  });
});

describe('assertNever', () => {
  it('names the place and the value of our mistake', () => {
    expect(() => assertNever({ kind: 'new' } as never, 'legend')).toThrow('legend: unexpected value {"kind":"new"}');
  });
});

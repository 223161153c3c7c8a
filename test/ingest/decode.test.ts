import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/ingest/decode.ts';
import { sha256Hex } from '../../src/ingest/sha256.ts';
import { textFile } from './files.ts';

const decode = (bytes: readonly number[]) => decodeText({ name: 'f.csv', bytes: Uint8Array.from(bytes) });
const codes = (bytes: readonly number[]) => {
  const result = decode(bytes);
  return result.ok ? result.value.text : result.problems.map(({ code }) => code);
};

describe('decodeText', () => {
  it('reads UTF-8 with and without a byte order mark alike', () => {
    expect(codes([0xe7, 0x85, 0xa4])).toBe('煤');
    expect(codes([0xef, 0xbb, 0xbf, 0xe7, 0x85, 0xa4])).toBe('煤');
  });

  it.each([
    ['nothing', [], 'file-empty'],
    ['a byte order mark alone', [0xef, 0xbb, 0xbf], 'file-empty'],
    ['blank lines alone', [0x0d, 0x0a, 0x20], 'file-empty'],
    ['a character cut in two', [0x41, 0xe7, 0x85, 0xa4, 0xe7, 0x85], 'text-cut-off'],
    ['UTF-16 cut in two', [0xff, 0xfe, 0x41, 0x00, 0x42], 'text-cut-off'],
    ['GBK cut in two (锅炉)', [0x41, 0xb9, 0xf8, 0xc2], 'text-cut-off'],
    ['Big5 (鍋爐)', [0xc1, 0xe7, 0xc4, 0x6c], 'encoding-unclear'],
    ['Latin-1 (é,)', [0xe9, 0x2c], 'encoding-unclear'],
    ['a NUL byte', [0x41, 0x00, 0x42], 'file-not-text'],
    ['an XLSX (zip)', [0x50, 0x4b, 0x03, 0x04, 0x00], 'file-is-workbook'],
    ['an XLS (OLE2)', [0xd0, 0xcf, 0x11, 0xe0], 'file-is-workbook'],
  ])('refuses %s', (_, bytes, code) => {
    expect(codes(bytes)).toEqual([code]);
  });

  it.each([
    ['GBK', [0xb9, 0xf8, 0xc2, 0xaf], '锅炉', 'gb18030'],
    ['GBK that is also UTF-8 (煤)', [0xc3, 0xba], '煤', 'gb18030'],
    ['degrees in UTF-8, which is also GBK', [0x39, 0xc2, 0xb0], '9°', 'utf-8'],
    ['GB18030 of four bytes (㐂)', [0xb9, 0xf8, 0xc2, 0xaf, 0xb9, 0xf8, 0xc2, 0xaf, 0xb9, 0xf8, 0xc2, 0xaf, 0x81, 0x39, 0xef, 0x31], '锅炉锅炉锅炉㐂', 'gb18030'],
    ['UTF-16 LE with its mark', [0xff, 0xfe, 0x41, 0x00, 0x64, 0x71], 'A煤', 'utf-16le'],
    ['UTF-16 BE with its mark', [0xfe, 0xff, 0x00, 0x41, 0x71, 0x64], 'A煤', 'utf-16be'],
    ['UTF-16 LE without', [0x41, 0x00, 0x2c, 0x00, 0x64, 0x71, 0x0a, 0x00], 'A,煤\n', 'utf-16le'],
    ['UTF-16 BE without', [0x00, 0x41, 0x00, 0x2c, 0x71, 0x64, 0x00, 0x0a], 'A,煤\n', 'utf-16be'],
  ])('reads %s', (_, bytes, text, encoding) => {
    expect(decode(bytes)).toEqual({ ok: true, value: { text, encoding } });
  });

  it('reads GBK whose first Chinese character stands in row 5,900', () => {
    const ascii = new TextEncoder().encode('id,name\n1,a\n'.padEnd(12, ' ').repeat(5900));
    const bytes = Uint8Array.from([...ascii, 0xc3, 0xba, 0xb9, 0xf8]);
    const result = decodeText({ name: 'f.csv', bytes });
    expect(result.ok && [result.value.encoding, result.value.text.slice(-2)]).toEqual(['gb18030', '煤锅']);
  });

  it('decodes pieces as one, also where a piece ends within a character', () => {
    const text = `${'x'.repeat(2 * 1024 * 1024 - 1)}煤`;
    const result = decodeText(textFile(text));
    expect(result.ok && result.value.text === text).toBe(true);
  });

  it('takes the user at their word', () => {
    const big5 = { name: 'f.csv', bytes: Uint8Array.from([0xc1, 0xe7]) };
    expect(decodeText(big5, 'gb18030').ok).toBe(true);
    expect(decodeText(big5, 'utf-8')).toMatchObject({ ok: false, problems: [{ code: 'encoding-not-as-stated', params: { encoding: 'utf-8' } }] });
  });

  it('refuses more than its limit, naming both sizes', () => {
    const result = decodeText({ name: 'big.csv', bytes: new Uint8Array(200 * 1024 * 1024 + 1) });
    expect(result).toEqual({
      ok: false,
      problems: [{ level: 'error', file: 'big.csv', code: 'file-too-large', params: { file: 'big.csv', megabytes: 201, limit: 200 } }],
    });
  });
});

describe('sha256Hex', () => {
  it('gives the published digest of "abc" (FIPS 180-4)', () => {
    expect(sha256Hex(textFile('abc').bytes)).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

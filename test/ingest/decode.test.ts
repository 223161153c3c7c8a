import { describe, expect, it } from 'vitest';
import { decodeUtf8 } from '../../src/ingest/decode.ts';
import { sha256Hex } from '../../src/ingest/sha256.ts';
import { textFile } from './files.ts';

const decode = (bytes: readonly number[]) => decodeUtf8({ name: 'f.csv', bytes: Uint8Array.from(bytes) });
const codes = (bytes: readonly number[]) => {
  const result = decode(bytes);
  return result.ok ? result.value.text : result.problems.map(({ code }) => code);
};

describe('decodeUtf8', () => {
  it('reads UTF-8 with and without a byte order mark alike', () => {
    expect(codes([0xe7, 0x85, 0xa4])).toBe('煤');
    expect(codes([0xef, 0xbb, 0xbf, 0xe7, 0x85, 0xa4])).toBe('煤');
  });

  it.each([
    ['nothing', [], 'file-empty'],
    ['a byte order mark alone', [0xef, 0xbb, 0xbf], 'file-empty'],
    ['blank lines alone', [0x0d, 0x0a, 0x20], 'file-empty'],
    ['GBK (锅炉)', [0xb9, 0xf8, 0xc2, 0xaf], 'encoding-not-utf8'],
    ['a character cut in two', [0x41, 0xe7, 0x85], 'encoding-not-utf8'],
    ['UTF-16 with its mark', [0xff, 0xfe, 0x41, 0x00], 'encoding-not-utf8'],
    ['a NUL byte', [0x41, 0x00, 0x42], 'file-not-text'],
    ['an XLSX (zip)', [0x50, 0x4b, 0x03, 0x04, 0x00], 'file-is-workbook'],
    ['an XLS (OLE2)', [0xd0, 0xcf, 0x11, 0xe0], 'file-is-workbook'],
  ])('refuses %s', (_, bytes, code) => {
    expect(codes(bytes)).toEqual([code]);
  });

  it('refuses more than its limit, naming both sizes', () => {
    const result = decodeUtf8({ name: 'big.csv', bytes: new Uint8Array(200 * 1024 * 1024 + 1) });
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

/** A text with the encoding that it was read in. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
}

/** Strictly in the first encoding that fits; `null` when none does. A byte order mark, if any, is taken off. */
export function textIn(bytes: Uint8Array, encodings: readonly string[]): Decoded | null {
  for (const encoding of encodings) {
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
    } catch {
      // A byte that does not fit: on to the next.
    }
  }
  return null;
}

/** Names of encodings as files write them, to those that a decoder knows; GBK and GB2312 are parts of GB18030. `null` for others. */
export function encodingNamed(name: string): string | null {
  const bare = name.trim().toLowerCase().replaceAll(/[^a-z\d]/gu, '');
  if (/^(?:utf8|65001|cp65001)$/u.test(bare)) return 'utf-8';
  if (/^(?:(?:cp|ansi|oem|ms|windows)?936|gbk|gb2312|gb18030|euccn|xgbk)$/u.test(bare)) return 'gb18030';
  if (/^(?:(?:cp|ansi|oem|windows)?950|big5)$/u.test(bare)) return 'big5';
  return /^(?:utf16(?:le|be)?|windows1252|1252|cp1252|ansi1252|iso88591|88591|latin1|ascii)$/u.test(bare) ? (LATIN[bare] ?? 'windows-1252') : null;
}

const LATIN: Readonly<Record<string, string>> = { utf16: 'utf-16le', utf16le: 'utf-16le', utf16be: 'utf-16be' };

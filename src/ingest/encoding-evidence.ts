/** Enough to tell: the shares below settle within a few hundred characters. */
const MOST_LOOKED_AT = 4 * 1024 * 1024;

/** The share of two-byte characters that must be among those in daily use (GB 2312) before bytes pass for GB18030. */
const LEAST_COMMON = 0.85;

/**
 * Whether bytes that are no UTF-8 look like Chinese in GB18030. Nearly any bytes decode as GB18030, also Big5 or a picture;
 * but Chinese as it is written consists of the characters of GB 2312 (both bytes from A1 on, first up to F7), and other
 * encodings hit those only by chance.
 */
export function isPlausibleGb(bytes: Uint8Array): boolean {
  let [common, rare] = [0, 0];
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const end = Math.min(bytes.length - 1, Math.max(first, 0) + MOST_LOOKED_AT);
  for (let i = Math.max(first, 0); i < end; i += 1) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[i + 1] ?? 0;
    // A1–A9 are signs, B0–F7 characters.
    const isCommon = trail >= 0xa1 && ((lead >= 0xa1 && lead <= 0xa9) || (lead >= 0xb0 && lead <= 0xf7));
    if (isCommon) common += 1;
    else rare += 1;
    // Four-byte characters have a digit second.
    i += trail >= 0x30 && trail <= 0x39 ? 3 : 1;
  }
  return common > 0 && common / (common + rare) >= LEAST_COMMON;
}

/**
 * UTF-16 without its mark: digits, commas and line ends leave a zero in every second byte, on one side only
 * but for few characters (一 is 4E 00). Text in any other encoding has no zero at all.
 */
export function isUtf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return null;
  const zeros = [0, 0];
  const end = Math.min(bytes.length, MOST_LOOKED_AT);
  for (let i = 0; i < end; i += 1) {
    if (bytes[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  // In a ledger every third character is a digit or a sign; fewer zeros are stray.
  if (Math.max(even, odd) < end / 12 || Math.min(even, odd) > Math.max(even, odd) / 20) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

/** Signs of U+0080 to U+07FF that stand in Chinese ledgers: ° ± ² ³ · × ÷ and the like. */
const SIGNS = /[^\u0000-\u007f\u00a0-\u00b9\u00d7\u00f7\u03b1-\u03c9\u2000-\uffff]/u;
const BEYOND_TWO_BYTES = /[\u0800-\uffff]/u;

/** What the pieces of a decoded text show together. */
export interface Letters {
  readonly add: (piece: string) => void;
  /**
   * Text that is sound UTF-8 but holds letters of Greece or Arabia and not one Chinese character: 煤 alone in GBK (C3 BA) is
   * also ú in UTF-8.
   */
  readonly areOddUtf8: () => boolean;
  readonly haveZero: () => boolean;
  readonly areBlank: () => boolean;
}

export function openLetters(): Letters {
  let [isBeyond, hasSigns, hasZero, isBlank] = [false, false, false, true];
  return {
    add: (piece) => {
      isBeyond ||= BEYOND_TWO_BYTES.test(piece);
      hasSigns ||= !isBeyond && SIGNS.test(piece);
      hasZero ||= piece.includes('\0');
      isBlank &&= piece.trim() === '';
    },
    areOddUtf8: () => !isBeyond && hasSigns,
    haveZero: () => hasZero,
    areBlank: () => isBlank,
  };
}

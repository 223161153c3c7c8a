/** Cells that say "no entry" in so many words. */
const NO_ENTRY = new Set([
  '', '-', '--', '—', '——', '–', '/', '//', '\\', '?', 'n/a', 'na', 'null', 'nan', 'unknown',
  '未知', '不详', '不明', '暂无', '待定', '待核实', '不清楚', '无数据',
]);

const LONGEST = Math.max(...[...NO_ENTRY].map((entry) => entry.length));

/** Digits, small letters and signs of ASCII and the common Han characters, which folding leaves as they are: most cells. */
const FOLDED_ALREADY = /^[!-@[-`{-~\u4e00-\u9fff]*$/u;
const SPACES = /[\s\u200b\u200c\u200d\ufeff]+/gu;

/** What two spellings of one word share: full-width forms, case and every kind of space folded away (Unicode NFKC). */
export function fold(text: string): string {
  return FOLDED_ALREADY.test(text) ? text : text.normalize('NFKC').toLowerCase().replace(SPACES, '');
}

/** Han characters that the entries above begin with. */
const FIRST_HAN = '未不暂待无';

/** Whether a trimmed cell is blank in effect. */
export function saysNothing(text: string): boolean {
  if (text.length > LONGEST) return false;
  // Most cells begin with a digit or another character, and need not be folded.
  const first = text.charCodeAt(0);
  if (first >= 0x30 && first <= 0x39) return false;
  if (first >= 0x4e00 && first <= 0x9fff && !FIRST_HAN.includes(text.charAt(0))) return false;
  return NO_ENTRY.has(fold(text));
}

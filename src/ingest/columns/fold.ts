/** Cells that say "no entry" in so many words. */
const NO_ENTRY = new Set([
  '', '-', '--', '—', '——', '–', '/', '//', '\\', '?', 'n/a', 'na', 'null', 'nan', 'unknown',
  '未知', '不详', '不明', '暂无', '待定', '待核实', '不清楚', '无数据',
]);

/** What two spellings of one word share: full-width forms, case and every kind of space folded away (Unicode NFKC). */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[\s\u200b\u200c\u200d\ufeff]+/gu, '');
}

export function saysNothing(text: string): boolean {
  return NO_ENTRY.has(fold(text));
}

/**
 * Text that a spreadsheet leaves as it is. A leading `= + - @` or control character would run as a formula, so an
 * apostrophe goes before it; digits that a spreadsheet would round, strip of zeros or turn into a date or a power of ten
 * get a tab before them, which makes them text and shows as nothing. Our own reader takes both off again.
 */
export function textCell(text: string): string {
  if (/^\s*[=+\-@\t\r\n|\uFF1D\uFF0B\uFF0D\uFF20]/u.test(text)) return `'${text}`;
  return READ_AS_NUMBER.test(text) ? `\t${text}` : text;
}

/** Twelve digits or more, leading zeros, dates such as 3-4, powers such as 1E5. */
const READ_AS_NUMBER = /^(?:\d{12,}|0\d+|\d+(?:[-/]\d+){1,2}|\d+(?:\.\d+)?[eE][+-]?\d+)$/u;

/** One line of a CSV (RFC 4180) without its end. */
export function csvLine(cells: readonly string[]): string {
  return cells.map((cell) => (/[",\r\n\t]|^\s|\s$/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
}

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

/** A text cell as it stands in a line: `textCell`, then quoted where `csvLine` would. Quick for the many that need neither. */
export function csvCell(text: string): string {
  return isPlain(text) ? text : csvLine([textCell(text)]);
}

/**
 * Holds nothing that is quoted, ends with a letter, a digit, a Chinese character or the like and begins so: with a digit only
 * when a letter shows that it is neither a number nor a day, as in a credit code. `false` may err.
 */
function isPlain(text: string): boolean {
  const last = text.length - 1;
  if (last < 0) return true;
  const isDigitFirst = isDigitCode(text.charCodeAt(0));
  if (!(isDigitFirst || isWordCode(text.charCodeAt(0))) || !(isWordCode(text.charCodeAt(last)) || isDigitCode(text.charCodeAt(last)))) return false;
  let isText = !isDigitFirst;
  for (let i = 1; i <= last; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x2c || code === 0x22 || code < 0x20) return false;
    // An E may be that of a power of ten.
    isText ||= isWordCode(code) && (code | 0x20) !== 0x65;
  }
  return isText;
}

/** A Latin letter or a CJK ideograph. */
function isWordCode(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || (code >= 0x4e00 && code <= 0x9fff);
}

function isDigitCode(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

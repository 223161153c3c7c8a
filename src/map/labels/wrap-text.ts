/** Width of a piece of text, px. */
export type Measure = (text: string) => number;

/** Breaks between any two Han characters and after spaces; a Latin word or a number stays whole. */
const PIECES = /\p{Script=Han}|[^\p{Script=Han}\s]+\s*|\s+/gu;

/** Closing punctuation never begins a line. */
const CLOSING = /^[)\]}、。,;:!?)】》〉」]/u;

/** Lines of at most `maxPx`, as even as they come: a word with one lost letter below it reads badly. */
export function wrapText(text: string, maxPx: number, measure: Measure): readonly string[] {
  const whole = measure(text);
  const even = whole / Math.ceil(whole / maxPx);
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(PIECES) ?? []) {
    const full = measure(line.trimEnd()) >= even || measure(line + piece.trimEnd()) > maxPx;
    if (line !== '' && full && !CLOSING.test(piece)) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

/** Where a text stops being JSON: line and column counted from 1, and what stands there; `null` in `found` is the end of the text. */
export interface JsonFault {
  readonly line: number;
  readonly column: number;
  readonly found: string | null;
}

/** Deeper than any pack; nesting costs stack. */
const DEEPEST = 1000;

/** Thrown through the scanner at the first position that no JSON text can have. */
const STOP = new Error('jsonFault: the text stops being JSON');

/**
 * Where JSON written by hand is broken. Browsers word this differently and some leave the position out, so it is looked
 * for again here. `null` for a text that is JSON.
 */
export function jsonFault(text: string): JsonFault | null {
  let at = 0;
  const stop = (): never => {
    throw STOP;
  };
  const skip = (): void => {
    while (/[ \t\r\n]/.test(text[at] ?? '')) at += 1;
  };
  const eat = (mark: string): void => {
    if (text[at] !== mark) stop();
    at += 1;
  };
  const word = (letters: string): void => {
    for (const letter of letters) eat(letter);
  };
  const digits = (): void => {
    if (!/[0-9]/.test(text[at] ?? '')) stop();
    while (/[0-9]/.test(text[at] ?? '')) at += 1;
  };
  const number = (): void => {
    if (text[at] === '-') at += 1;
    if (text[at] === '0') at += 1;
    else digits();
    if (text[at] === '.') {
      at += 1;
      digits();
    }
    if (/[eE]/.test(text[at] ?? '')) {
      at += 1;
      if (/[+-]/.test(text[at] ?? '')) at += 1;
      digits();
    }
  };
  const string = (): void => {
    eat('"');
    for (;;) {
      const letter = text[at];
      if (letter === undefined || letter < ' ') stop();
      at += 1;
      if (letter === '"') return;
      if (letter !== '\\') continue;
      if (text[at] === 'u') {
        at += 1;
        for (let i = 0; i < 4; i += 1) {
          if (!/[0-9a-fA-F]/.test(text[at] ?? '')) stop();
          at += 1;
        }
      } else if (/["\\/bfnrt]/.test(text[at] ?? '')) at += 1;
      else stop();
    }
  };
  const entries = (close: string, entry: () => void): void => {
    at += 1;
    skip();
    if (text[at] === close) {
      at += 1;
      return;
    }
    for (;;) {
      entry();
      skip();
      if (text[at] === close) {
        at += 1;
        return;
      }
      eat(',');
      skip();
    }
  };
  const value = (depth: number): void => {
    if (depth > DEEPEST) stop();
    skip();
    const first = text[at] ?? '';
    if (first === '{') {
      entries('}', () => {
        string();
        skip();
        eat(':');
        value(depth + 1);
      });
    } else if (first === '[') {
      entries(']', () => {
        value(depth + 1);
      });
    } else if (first === '"') string();
    else if (first === 't') word('true');
    else if (first === 'f') word('false');
    else if (first === 'n') word('null');
    else number();
  };

  try {
    value(0);
    skip();
    return at === text.length ? null : faultAt(text, at);
  } catch (error) {
    if (error === STOP) return faultAt(text, at);
    throw error;
  }
}

function faultAt(text: string, at: number): JsonFault {
  const lines = text.slice(0, at).split(/\r\n|\r|\n/u);
  const last = lines.at(-1) ?? '';
  const [found = null] = text.slice(at);
  return { line: lines.length, column: Array.from(last).length + 1, found };
}

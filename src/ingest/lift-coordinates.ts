/** JSON without the arrays of its `coordinates`. */
export interface LiftedJson {
  /** In the place of each array stands a text that `withCoordinates` knows. */
  readonly bytes: Uint8Array;
  readonly arrays: readonly unknown[];
}

const [QUOTE, BACKSLASH, COLON, COMMA, OPEN, CLOSE, MINUS, POINT, ZERO] = [0x22, 0x5c, 0x3a, 0x2c, 0x5b, 0x5d, 0x2d, 0x2e, 0x30];
const NAME = 'coordinates"';
/** The positions of a MultiPolygon stand four deep. */
const MOST_LEVELS = 8;
/** Powers of ten that are doubles; a whole number below 2^53 divided by one is the double nearest to the decimal. */
const POWERS = Array.from({ length: 23 }, (_, k) => Number(`1e${String(k)}`));
const EXACT_BELOW = 2 ** 53;
/** Begins what stands for an array. In a file it can only stand escaped, and such a file is left alone. */
const SIGN = '\0';
const ESCAPED_SIGN = 'u0000';

interface Reader {
  readonly bytes: Uint8Array;
  at: number;
}

/**
 * Nearly all of a large GeoJSON file is positions. They are read from the bytes into the arrays that `JSON.parse` would give,
 * which spares a text of the whole and a second look at it. `null` where something in them is not plain (an exponent, more
 * digits than 2^53 holds, no numbers): the whole file is then for `JSON.parse`. What remains is sound UTF-8, and JSON, where
 * and only where the file is; what is wrong with it is for others to say.
 */
export function liftCoordinates(bytes: Uint8Array): LiftedJson | null {
  const reader: Reader = { bytes, at: 0 };
  const rest: Uint8Array[] = [];
  const arrays: unknown[] = [];
  const encoder = new TextEncoder();
  let from = 0;
  while (reader.at < bytes.length) {
    if (bytes[reader.at++] !== QUOTE) continue;
    const isNamed = standsAt(bytes, reader.at, NAME);
    if (!skipText(reader)) return null;
    if (!isNamed || !takes(reader, COLON) || !isNext(reader, OPEN)) continue;
    const start = reader.at;
    const array = readArray(reader, MOST_LEVELS);
    if (array === null) return null;
    rest.push(bytes.subarray(from, start), encoder.encode(JSON.stringify(`${SIGN}${String(arrays.length)}`)));
    arrays.push(array);
    from = reader.at;
  }
  rest.push(bytes.subarray(from));
  return { bytes: joined(rest), arrays };
}

/** `JSON.parse` with the arrays in their places again. @param text of the lifted bytes. */
export function withCoordinates(text: string, { arrays }: LiftedJson): unknown {
  return JSON.parse(text, (_, value: unknown) => (typeof value === 'string' && value.startsWith(SIGN) ? arrays[Number(value.slice(SIGN.length))] : value));
}

/** To behind the quote that ends the text; `false` where none does, or the text might pass for one of ours. */
function skipText(reader: Reader): boolean {
  const { bytes } = reader;
  while (reader.at < bytes.length) {
    const byte = bytes[reader.at++];
    if (byte === QUOTE) return true;
    if (byte !== BACKSLASH) continue;
    if (standsAt(bytes, reader.at, ESCAPED_SIGN)) return false;
    reader.at++;
  }
  return false;
}

function standsAt(bytes: Uint8Array, at: number, ascii: string): boolean {
  for (let k = 0; k < ascii.length; k++) if (bytes[at + k] !== ascii.charCodeAt(k)) return false;
  return true;
}

/** An array of arrays, or of numbers; `null` for any other. */
function readArray(reader: Reader, levels: number): unknown[] | null {
  if (levels === 0 || !takes(reader, OPEN)) return null;
  if (takes(reader, CLOSE)) return [];
  if (!isNext(reader, OPEN)) return readNumbers(reader);
  const items: unknown[] = [];
  do {
    const item = readArray(reader, levels - 1);
    if (item === null) return null;
    items.push(item);
  } while (takes(reader, COMMA));
  return takes(reader, CLOSE) ? items : null;
}

function readNumbers(reader: Reader): number[] | null {
  const first = readNumber(reader);
  if (Number.isNaN(first)) return null;
  if (!takes(reader, COMMA)) return takes(reader, CLOSE) ? [first] : null;
  const second = readNumber(reader);
  if (Number.isNaN(second)) return null;
  // Nearly all: a position.
  const numbers = [first, second];
  while (takes(reader, COMMA)) {
    const next = readNumber(reader);
    if (Number.isNaN(next)) return null;
    numbers.push(next);
  }
  return takes(reader, CLOSE) ? numbers : null;
}

/** NaN for what is no plain decimal. */
function readNumber(reader: Reader): number {
  skipSpace(reader);
  const { bytes } = reader;
  const isNegative = bytes[reader.at] === MINUS;
  if (isNegative) reader.at++;
  const start = reader.at;
  const whole = readDigits(reader, 0);
  const isPlain = reader.at === start + 1 || (reader.at > start && bytes[start] !== ZERO);
  let [digits, decimals] = [whole, 0];
  if (bytes[reader.at] === POINT) {
    const point = reader.at++;
    digits = readDigits(reader, whole);
    decimals = reader.at - point - 1;
    if (decimals === 0) return NaN;
  }
  if (!isPlain || digits >= EXACT_BELOW || decimals >= POWERS.length) return NaN;
  const value = digits / (POWERS[decimals] as number);
  return isNegative ? -value : value;
}

/** Digits that fit the integers of the processor, which add up faster. */
const CHUNK = 9;

/** `so` followed by the digits here, as one whole number; at least 2^53 when it is no longer exact. */
function readDigits(reader: Reader, so: number): number {
  const { bytes } = reader;
  let at = reader.at;
  let value = so;
  let chunk = 0;
  let end = at + CHUNK;
  for (; at < bytes.length; at++) {
    const digit = (bytes[at] as number) - ZERO;
    if (digit < 0 || digit > 9) break;
    if (at === end) {
      value = value * (POWERS[CHUNK] as number) + chunk;
      chunk = 0;
      end += CHUNK;
    }
    chunk = (chunk * 10 + digit) | 0;
  }
  reader.at = at;
  return value * (POWERS[at - end + CHUNK] as number) + chunk;
}

/** Steps over the sign, if it comes next. */
function takes(reader: Reader, sign: number): boolean {
  if (!isNext(reader, sign)) return false;
  reader.at++;
  return true;
}

function isNext(reader: Reader, sign: number): boolean {
  skipSpace(reader);
  return reader.bytes[reader.at] === sign;
}

function skipSpace(reader: Reader): void {
  const { bytes } = reader;
  for (;;) {
    const byte = bytes[reader.at];
    if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return;
    reader.at++;
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

import { failed, ok, type Result } from '../base/result.ts';
import type { Message } from '../domain/issue.ts';
import { DELIMITERS } from './csv-cutter.ts';
import { isPlausibleGb, isUtf16WithoutMark, openLetters, type Letters } from './encoding-evidence.ts';
import { message } from './problem.ts';
import type { SourceFile } from './source-file.ts';
import type { TextPieces } from './text-pieces.ts';
import { finish, type Steps } from '../base/steps.ts';

export const ENCODINGS = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export interface DecodedText {
  /** Without a byte order mark. */
  readonly text: string;
  readonly encoding: Encoding;
}

/** A string of this many bytes still fits every browser's limit of about 2^29 UTF-16 units, with room for the tables. */
const LIMIT_MB = 200;
const BYTES_PER_MB = 1024 * 1024;
export const MOST_BYTES = LIMIT_MB * BYTES_PER_MB;
/** Decoded in one stretch: about 10 ms. */
const PIECE = 2 * BYTES_PER_MB;

/** Zip (xlsx, ods), OLE2 (xls), and what else an office sends by mistake. */
const WORKBOOK_SIGNATURES = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
] as const;

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** A text that is not held: each walk over its pieces decodes them anew. Without a byte order mark. */
export interface DecodedPieces {
  readonly text: TextPieces;
  readonly encoding: Encoding;
}

export function decodeText(source: SourceFile, wanted: Encoding | null = null): Result<DecodedText, Message> {
  return finish(decodeSteps(source, wanted));
}

/**
 * Bytes to text, strictly: a byte that does not fit is never replaced. A byte order mark decides; then UTF-8 over the whole
 * file, whose first Chinese character may stand in row 5,900; then UTF-16 and GB18030 where the bytes look like them.
 * Otherwise nobody knows, and the message asks. `wanted` is the user's answer and is taken at its word.
 */
export function* decodeSteps(source: SourceFile, wanted: Encoding | null = null): Steps<Result<DecodedText, Message>> {
  const found = yield* judgeSteps(source, wanted, PIECE, () => {
    const pieces: string[] = [];
    return { hear: (piece) => pieces.push(piece), heard: pieces };
  });
  if (!found.ok) return found;
  const { heard, encoding } = found.value;
  return ok({ text: heard.length === 1 ? (heard[0] ?? '') : heard.join(''), encoding });
}

/** The same of a text too long to be held. @param pieceBytes decoded at a time. */
export function* decodePiecesSteps(source: SourceFile, wanted: Encoding | null = null, pieceBytes = PIECE): Steps<Result<DecodedPieces, Message>> {
  const found = yield* judgeSteps(source, wanted, pieceBytes, () => {
    const heard = { length: 0, signs: new Set<string>() };
    const hear = (piece: string): void => {
      heard.length += piece.length;
      for (const sign of DELIMITERS) if (!heard.signs.has(sign) && piece.includes(sign)) heard.signs.add(sign);
    };
    return { hear, heard };
  });
  if (!found.ok) return found;
  const { encoding, body, heard: { length, signs } } = found.value;
  const pieces = { [Symbol.iterator]: () => piecesOf(encoding, body, pieceBytes) };
  return ok({ text: { length, has: (sign) => signs.has(sign), pieces }, encoding });
}

/** Hears the pieces of a text in one encoding; a new one for each that is tried. */
interface Hearer<Heard> {
  readonly hear: (piece: string) => void;
  readonly heard: Heard;
}

/** Finds the encoding, and what is heard of the text in it. */
function* judgeSteps<Heard>(
  source: SourceFile,
  wanted: Encoding | null,
  pieceBytes: number,
  openHearer: () => Hearer<Heard>,
): Steps<Result<{ readonly encoding: Encoding; readonly body: Uint8Array; readonly heard: Heard }, Message>> {
  const file = source.name;
  const { bytes } = source;
  const refuse = (code: 'file-empty' | 'file-is-workbook' | 'file-not-text' | 'text-cut-off' | 'encoding-unclear') =>
    failed([message('error', code, { file })]);

  if (bytes.length === 0) return refuse('file-empty');
  if (bytes.length > LIMIT_MB * BYTES_PER_MB) {
    const megabytes = Math.ceil(bytes.length / BYTES_PER_MB);
    return failed([message('error', 'file-too-large', { file, megabytes, limit: LIMIT_MB })]);
  }
  if (WORKBOOK_SIGNATURES.some((signature) => startsWith(bytes, signature))) return refuse('file-is-workbook');

  const mark = MARKS.find(([, signature]) => startsWith(bytes, signature));
  const body = mark === undefined ? bytes : bytes.subarray(mark[1].length);
  const stated = wanted ?? mark?.[0] ?? null;
  let decoded: Attempt<Heard>;
  let encoding: Encoding;
  if (stated !== null) {
    encoding = stated;
    decoded = yield* decodeAs(encoding, body, pieceBytes, openHearer());
    if (decoded.letters === null && !decoded.isCutOff) return failed([message('error', 'encoding-not-as-stated', { file, encoding })]);
  } else {
    encoding = isUtf16WithoutMark(body) ?? 'utf-8';
    if (encoding === 'utf-8' && body.includes(0)) return refuse('file-not-text');
    decoded = yield* decodeAs(encoding, body, pieceBytes, openHearer());
    if (decoded.letters === null && !decoded.isCutOff && !isPlausibleGb(body)) return refuse('encoding-unclear');
    if (decoded.letters === null || decoded.letters.areOddUtf8()) {
      const other = isPlausibleGb(body) ? yield* decodeAs('gb18030', body, pieceBytes, openHearer()) : NOTHING;
      if (other.letters !== null) [decoded, encoding] = [other, 'gb18030'];
      else if (decoded.letters === null && !decoded.isCutOff) return refuse(other.isCutOff ? 'text-cut-off' : 'encoding-unclear');
    }
  }
  if (decoded.letters === null) return refuse('text-cut-off');
  if (decoded.letters.haveZero()) return refuse('file-not-text');
  return decoded.letters.areBlank() ? refuse('file-empty') : ok({ encoding, body, heard: decoded.heard });
}

/** `isCutOff`: all was sound but the very end, where a character lacks bytes. */
type Attempt<Heard> = { readonly letters: Letters; readonly heard: Heard } | { readonly letters: null; readonly isCutOff: boolean };

const NOTHING = { letters: null, isCutOff: false } as const;

function* decodeAs<Heard>(encoding: Encoding, bytes: Uint8Array, pieceBytes: number, { hear, heard }: Hearer<Heard>): Steps<Attempt<Heard>> {
  const letters = openLetters();
  const pieces = piecesOf(encoding, bytes, pieceBytes);
  for (let at = pieceBytes; ; at += pieceBytes) {
    let piece: IteratorResult<string, void>;
    try {
      piece = pieces.next();
    } catch {
      // The last piece is what the decoder gives when it hears that no more bytes come.
      return at - pieceBytes >= bytes.length ? { letters: null, isCutOff: true } : NOTHING;
    }
    if (piece.done === true) return { letters, heard };
    if (piece.value === '') continue;
    letters.add(piece.value);
    hear(piece.value);
    yield Math.min(1, at / bytes.length);
  }
}

/** The text piece by piece; throws at a byte that does not fit. */
function* piecesOf(encoding: Encoding, bytes: Uint8Array, pieceBytes: number): Generator<string, void> {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  for (let from = 0; from < bytes.length; from += pieceBytes) yield decoder.decode(bytes.subarray(from, from + pieceBytes), { stream: true });
  yield decoder.decode();
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}

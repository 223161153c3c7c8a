import { failed, ok, type Result } from '../base/result.ts';
import type { Message } from '../domain/issue.ts';
import { isOddUtf8, isPlausibleGb, isUtf16WithoutMark } from './encoding-evidence.ts';
import { message } from './problem.ts';
import type { SourceFile } from './source-file.ts';
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

export function decodeText(source: SourceFile, wanted: Encoding | null = null): Result<DecodedText, Message> {
  return finish(decodeSteps(source, wanted));
}

/**
 * Bytes to text, strictly: a byte that does not fit is never replaced. A byte order mark decides; then UTF-8 over the whole
 * file, whose first Chinese character may stand in row 5,900; then UTF-16 and GB18030 where the bytes look like them.
 * Otherwise nobody knows, and the message asks. `wanted` is the user's answer and is taken at its word.
 */
export function* decodeSteps(source: SourceFile, wanted: Encoding | null = null): Steps<Result<DecodedText, Message>> {
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
  let decoded: Attempt;
  let encoding: Encoding;
  if (stated !== null) {
    encoding = stated;
    decoded = yield* decodeAs(encoding, body);
    if (decoded.text === null && !decoded.isCutOff) return failed([message('error', 'encoding-not-as-stated', { file, encoding })]);
  } else {
    encoding = isUtf16WithoutMark(body) ?? 'utf-8';
    if (encoding === 'utf-8' && body.includes(0)) return refuse('file-not-text');
    decoded = yield* decodeAs(encoding, body);
    if (decoded.text === null && !decoded.isCutOff && !isPlausibleGb(body)) return refuse('encoding-unclear');
    if (decoded.text === null || isOddUtf8(decoded.text)) {
      const other = isPlausibleGb(body) ? yield* decodeAs('gb18030', body) : NOTHING;
      if (other.text !== null) [decoded, encoding] = [other, 'gb18030'];
      else if (decoded.text === null && !decoded.isCutOff) return refuse(other.isCutOff ? 'text-cut-off' : 'encoding-unclear');
    }
  }
  if (decoded.text === null) return refuse('text-cut-off');
  if (decoded.text.includes('\0')) return refuse('file-not-text');
  return decoded.text.trim() === '' ? refuse('file-empty') : ok({ text: decoded.text, encoding });
}

/** `isCutOff`: all was sound but the very end, where a character lacks bytes. */
interface Attempt {
  readonly text: string | null;
  readonly isCutOff: boolean;
}

const NOTHING: Attempt = { text: null, isCutOff: false };

function* decodeAs(encoding: Encoding, bytes: Uint8Array): Steps<Attempt> {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  const pieces: string[] = [];
  try {
    for (let from = 0; from < bytes.length; from += PIECE) {
      pieces.push(decoder.decode(bytes.subarray(from, from + PIECE), { stream: true }));
      yield Math.min(1, (from + PIECE) / bytes.length);
    }
  } catch {
    return NOTHING;
  }
  try {
    pieces.push(decoder.decode());
  } catch {
    return { text: null, isCutOff: true };
  }
  return { text: pieces.length === 1 ? (pieces[0] ?? '') : pieces.join(''), isCutOff: false };
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}

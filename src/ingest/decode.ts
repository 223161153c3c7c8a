import type { Message } from '../domain/issue.ts';
import { failed, ok, type Result } from '../base/result.ts';
import { message } from './problem.ts';
import type { SourceFile } from './source-file.ts';

export interface DecodedText {
  /** Without a byte order mark. */
  readonly text: string;
  readonly encoding: 'utf-8';
}

/** A string of this many bytes still fits every browser's limit of about 2^29 UTF-16 units, with room for the tables. */
const LIMIT_MB = 200;
const BYTES_PER_MB = 1024 * 1024;

/** Zip (xlsx, ods) and OLE2 (xls). */
const WORKBOOK_SIGNATURES = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
] as const;

/** UTF-8 bytes to text, strictly: a byte that is not UTF-8 is an error, never a replacement character. */
export function decodeUtf8(source: SourceFile): Result<DecodedText, Message> {
  const file = source.name;
  const { bytes } = source;
  const refuse = (problem: Message): Result<never, Message> => failed([problem]);

  if (bytes.length === 0) return refuse(message('error', 'file-empty', { file }));
  if (bytes.length > LIMIT_MB * BYTES_PER_MB) {
    const megabytes = Math.ceil(bytes.length / BYTES_PER_MB);
    return refuse(message('error', 'file-too-large', { file, megabytes, limit: LIMIT_MB }));
  }
  if (WORKBOOK_SIGNATURES.some((signature) => startsWith(bytes, signature))) {
    return refuse(message('error', 'file-is-workbook', { file }));
  }
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) {
    return refuse(message('error', 'encoding-not-utf8', { file }));
  }
  if (bytes.includes(0)) return refuse(message('error', 'file-not-text', { file }));

  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse(message('error', 'encoding-not-utf8', { file }));
  }
  if (text.trim() === '') return refuse(message('error', 'file-empty', { file }));
  return ok({ text, encoding: 'utf-8' });
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}

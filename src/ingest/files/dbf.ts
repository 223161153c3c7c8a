import { failed, ok, type Result } from '../../base/result.ts';
import { uniqueNames, type Attributes } from './attributes.ts';
import type { FileFault } from './file-fault.ts';
import { encodingNamed } from './text-of.ts';

export interface DbfContent {
  readonly rows: readonly Attributes[];
  readonly encoding: string;
  readonly remarks: readonly FileFault[];
}

interface Field {
  readonly name: Uint8Array;
  readonly type: string;
  readonly at: number;
  readonly length: number;
}

const FIELD_BYTES = 32;
/** As of a sheet. */
const MAX_CELLS = 10_000_000;
const FIELDS_END = 0x0d;
const DELETED = 0x2a;
/** Language byte of a Chinese Windows or DOS; what others say is seldom true of Chinese files. */
const CHINESE: ReadonlyMap<number, string> = new Map([[0x4d, 'gb18030'], [0x7a, 'gb18030'], [0x4f, 'big5'], [0x78, 'big5']]);

/**
 * The rows of a dBASE table. `cpg` is what the file beside it says of the encoding, `shapes` how many
 * rows there must be. Counts in the header are held against
 * the bytes that are there; a table that is cut off is refused as a whole.
 */
export function readDbf(entry: string, bytes: Uint8Array, cpg: string | null, shapes: number): Result<DbfContent, FileFault> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const broken = (): Result<never, FileFault> => failed([{ code: 'dbf-broken', entry }]);
  if (bytes.length < FIELD_BYTES + 1) return broken();
  const count = view.getUint32(4, true);
  const headerBytes = view.getUint16(8, true);
  const recordBytes = view.getUint16(10, true);
  if (count !== shapes) return failed([{ code: 'dbf-count-differs', entry, shapes, rows: count }]);
  const fields = readFields(view, bytes, headerBytes);
  const used = fields?.reduce((sum, { length }) => sum + length, 1) ?? 0;
  if (fields === null || recordBytes === 0 || used > recordBytes) return broken();
  if (count * fields.length > MAX_CELLS) return failed([{ code: 'too-many-items', entry, limit: MAX_CELLS }]);
  const found = Math.floor((bytes.length - headerBytes) / recordBytes);
  if (found < count) return failed([{ code: 'dbf-cut', entry, found: Math.max(0, found), expected: count }]);

  const texts = function* (): Generator<Uint8Array> {
    yield* fields.map(({ name }) => name);
    for (let row = 0; row < count; row++) {
      for (const field of fields) if (field.type === 'C') yield cellBytes(bytes, headerBytes + row * recordBytes, field);
    }
  };
  const stated = encodingNamed(cpg ?? '') ?? CHINESE.get(bytes[29] ?? 0) ?? null;
  const { encoding, guessed } = encodingOf(stated, texts);
  const say = lenient(encoding);
  const names = uniqueNames(fields.map(({ name }) => say(name).trim()));
  let deleted = 0;
  const rows = Array.from({ length: count }, (_, row) => {
    const start = headerBytes + row * recordBytes;
    if (bytes[start] === DELETED) deleted += 1;
    return fields.map((field, i) => [names[i] ?? '', valueOf(cellBytes(bytes, start, field), field, say)] as const);
  });
  const remarks: FileFault[] = [];
  if (guessed) remarks.push({ code: 'dbf-encoding-guessed', entry, encoding });
  if (deleted > 0) remarks.push({ code: 'dbf-deleted-rows', entry, count: deleted });
  return ok({ rows, encoding, remarks });
}

function readFields(view: DataView, bytes: Uint8Array, headerBytes: number): readonly Field[] | null {
  const fields: Field[] = [];
  let offset = 1;
  for (let at = FIELD_BYTES; ; at += FIELD_BYTES) {
    if (at < Math.min(headerBytes, bytes.length) && bytes[at] === FIELDS_END) return fields.length === 0 ? null : fields;
    if (at + FIELD_BYTES > Math.min(headerBytes, bytes.length)) return null;
    const name = bytes.subarray(at, at + 11);
    const end = name.indexOf(0);
    const type = String.fromCharCode(view.getUint8(at + 11));
    // Long text uses the byte of the decimals for its length.
    const length = view.getUint8(at + 16) + (type === 'C' ? 256 * view.getUint8(at + 17) : 0);
    if (length === 0) return null;
    fields.push({ name: end < 0 ? name : name.subarray(0, end), type, at: offset, length });
    offset += length;
  }
}

function cellBytes(bytes: Uint8Array, start: number, { at, length }: Field): Uint8Array {
  return bytes.subarray(start + at, start + at + length);
}

function valueOf(cell: Uint8Array, { type }: Field, say: (bytes: Uint8Array) => string): string {
  const number = new DataView(cell.buffer, cell.byteOffset, cell.byteLength);
  if (type === 'I' && cell.length === 4) return String(number.getInt32(0, true));
  if ((type === 'O' || type === 'B') && cell.length === 8) return String(number.getFloat64(0, true));
  const text = say(cell).replaceAll('\0', ' ').trim();
  if (type === 'L') return /^[yt]$/iu.test(text) ? 'TRUE' : /^[nf]$/iu.test(text) ? 'FALSE' : '';
  if (type === 'D') return text.replace(/^(\d{4})(\d{2})(\d{2})$/u, '$1-$2-$3');
  // Stars fill a number that did not fit.
  return /^\*+$/u.test(text) ? '' : text;
}

/** The stated encoding if all texts are sound in it, else UTF-8, else GB18030, which is said. */
function encodingOf(stated: string | null, texts: () => Iterable<Uint8Array>): { readonly encoding: string; readonly guessed: boolean } {
  for (const encoding of [...(stated === null ? [] : [stated]), 'utf-8']) {
    const soundness = soundnessIn(encoding, texts());
    if (soundness !== 'broken') return { encoding, guessed: encoding !== stated && soundness === 'sound' };
  }
  return { encoding: 'gb18030', guessed: true };
}

/** `ascii` when no letter tells encodings apart. A character cut off at the end of its field is no fault: programs cut texts by bytes. */
function soundnessIn(encoding: string, texts: Iterable<Uint8Array>): 'ascii' | 'sound' | 'broken' {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let isAscii = true;
  for (const text of texts) {
    if (text.every((byte) => byte < 0x80)) continue;
    isAscii = false;
    try {
      decoder.decode(text, { stream: true });
    } catch {
      return 'broken';
    }
    try {
      decoder.decode();
    } catch {
      // Only the end was cut.
    }
  }
  return isAscii ? 'ascii' : 'sound';
}

function lenient(encoding: string): (bytes: Uint8Array) => string {
  const decoder = new TextDecoder(encoding);
  return (bytes) => {
    const text = decoder.decode(bytes, { stream: true });
    // What is left over is a cut character; it must not run into the next text.
    decoder.decode();
    return text;
  };
}

import { failed, ok, type Result } from '../../base/result.ts';
import type { FileFault } from './file-fault.ts';

/** One file of an archive, as its directory describes it; nothing is unpacked yet. */
export interface ZipEntry {
  /** With `/` between folders, whatever the writer used. */
  readonly name: string;
  readonly method: 'stored' | 'deflated';
  /** Where its packed bytes lie in the archive. */
  readonly from: number;
  readonly to: number;
  /** What the directory says of the unpacked bytes; held against them while unpacking. */
  readonly size: number;
  readonly crc32: number;
}

/** A workbook has some dozens, a KMZ some hundreds. */
const MAX_ENTRIES = 10_000;

const END_SIGNATURE = 0x06_05_4b_50;
const ENTRY_SIGNATURE = 0x02_01_4b_50;
const LOCAL_SIGNATURE = 0x04_03_4b_50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const MAX_COMMENT_BYTES = 0xff_ff;
const IN_ZIP64 = 0xff_ff_ff_ff;
const ZIP64_TAG = 0x00_01;

const ENCRYPTED_FLAG = 1;
const UTF8_FLAG = 1 << 11;
const METHODS: ReadonlyMap<number, ZipEntry['method']> = new Map([[0, 'stored'], [8, 'deflated']]);

/**
 * The files of a zip archive (PKWARE APPNOTE 6.3), checked before anything is unpacked: every entry lies within the
 * archive, no two share bytes (the overlap of zip bombs), no two share a name, and no name climbs out of its folder.
 */
export function readZipDirectory(bytes: Uint8Array): Result<readonly ZipEntry[], FileFault> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) return failed([{ code: 'zip-broken' }]);
  const count = view.getUint16(end + 10, true);
  if (count > MAX_ENTRIES) return failed([{ code: 'zip-too-many-entries', limit: MAX_ENTRIES }]);

  const entries: ZipEntry[] = [];
  const start = view.getUint32(end + 16, true);
  let at = start;
  for (let number = 0; number < count; number++) {
    const read = readEntry(view, bytes, at, end);
    if ('code' in read) return failed([read]);
    if (read.entry !== null) entries.push(read.entry);
    at = read.next;
  }
  const fault = placeFault(entries, start) ?? nameFault(entries);
  return fault === null ? ok(entries) : failed([fault]);
}

/** The end record stands last, before a comment of at most 64 KiB that it gives the length of. */
function findEnd(view: DataView): number | null {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= 0 && at >= last - MAX_COMMENT_BYTES; at--) {
    if (view.getUint32(at, true) === END_SIGNATURE && view.getUint16(at + 20, true) <= last - at) return at;
  }
  return null;
}

type Read = { readonly entry: ZipEntry | null; readonly next: number } | FileFault;

function readEntry(view: DataView, bytes: Uint8Array, at: number, end: number): Read {
  if (at + ENTRY_BYTES > end || view.getUint32(at, true) !== ENTRY_SIGNATURE) return { code: 'zip-broken' };
  const nameEnd = at + ENTRY_BYTES + view.getUint16(at + 28, true);
  const extraEnd = nameEnd + view.getUint16(at + 30, true);
  const next = extraEnd + view.getUint16(at + 32, true);
  if (next > end) return { code: 'zip-broken' };

  const flags = view.getUint16(at + 8, true);
  const name = entryName(bytes.subarray(at + ENTRY_BYTES, nameEnd), (flags & UTF8_FLAG) !== 0);
  // A folder has no bytes of its own.
  if (name.endsWith('/')) return { entry: null, next };
  if ((flags & ENCRYPTED_FLAG) !== 0) return { code: 'zip-encrypted', entry: name };
  const method = METHODS.get(view.getUint16(at + 10, true));
  if (method === undefined) return { code: 'zip-method-unknown', entry: name };

  const wide = wideNumbers(view, nameEnd, extraEnd);
  const number = (offset: number) => {
    const value = view.getUint32(at + offset, true);
    return value === IN_ZIP64 ? wide() : value;
  };
  // In this order, for that is how they stand in the ZIP64 field.
  const [size, packed, local] = [number(24), number(20), number(42)];
  if (size === null || packed === null || local === null || local + LOCAL_BYTES > end) return { code: 'zip-broken' };
  if (view.getUint32(local, true) !== LOCAL_SIGNATURE) return { code: 'zip-broken' };
  const from = local + LOCAL_BYTES + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (from + packed > end) return { code: 'zip-broken' };
  return { entry: { name, method, from, to: from + packed, size, crc32: view.getUint32(at + 16, true) }, next };
}

/** The numbers of the ZIP64 extra field one by one, for writers that use it for small files too. */
function wideNumbers(view: DataView, from: number, to: number): () => number | null {
  let [at, end] = [0, 0];
  for (let field = from; field + 4 <= to; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== ZIP64_TAG) continue;
    [at, end] = [field + 4, Math.min(to, field + 4 + view.getUint16(field + 2, true))];
    break;
  }
  return () => {
    if (at + 8 > end) return null;
    const value = view.getBigUint64(at, true);
    at += 8;
    return value > BigInt(Number.MAX_SAFE_INTEGER) ? null : Number(value);
  };
}

/** Windows writes Chinese names in GBK without saying so. */
function entryName(bytes: Uint8Array, isUtf8: boolean): string {
  return decodeName(bytes, isUtf8).replaceAll('\\', '/');
}

function decodeName(bytes: Uint8Array, isUtf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: !isUtf8 }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function placeFault(entries: readonly ZipEntry[], directory: number): FileFault | null {
  let taken = 0;
  for (const { name, from, to } of [...entries].sort((a, b) => a.from - b.from)) {
    if (from < taken + LOCAL_BYTES || to > directory) return { code: 'zip-overlap', entry: name };
    taken = to;
  }
  return null;
}

/** Files are never written to a disk here; but whoever writes such names means no good. */
function nameFault(entries: readonly ZipEntry[]): FileFault | null {
  const seen = new Set<string>();
  for (const { name } of entries) {
    if (/^\/|^[a-z]:|\0|(?:^|\/)\.\.(?:\/|$)/iu.test(name)) return { code: 'zip-name-unsafe', entry: name };
    const folded = name.toLowerCase();
    if (seen.has(folded)) return { code: 'zip-name-twice', entry: name };
    seen.add(folded);
  }
  return null;
}

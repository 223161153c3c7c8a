import { deflateSync } from 'fflate';
import { crc32 } from '../../../../src/ingest/files/crc32.ts';

/** A file for an archive; what is not given is as it should be. The rest is for archives that lie. */
export interface ZipPart {
  readonly name: string | Uint8Array;
  readonly bytes: Uint8Array | string;
  readonly stored?: boolean;
  readonly method?: number;
  readonly flags?: number;
  /** What the directory claims. */
  readonly size?: number;
  readonly crc?: number;
  /** Points to the packed bytes of the part of this number instead of its own. */
  readonly sharesWith?: number;
}

/** An archive byte by byte, so that each field can be false. */
export function makeZip(parts: readonly ZipPart[]): Uint8Array {
  const local: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  const offsets: number[] = [];
  let at = 0;
  for (const part of parts) {
    const bytes = typeof part.bytes === 'string' ? new TextEncoder().encode(part.bytes) : part.bytes;
    const name = typeof part.name === 'string' ? new TextEncoder().encode(part.name) : part.name;
    const packed = part.stored === true ? bytes : deflateSync(bytes, { level: 9 });
    const fields = {
      flags: part.flags ?? (typeof part.name === 'string' ? 0x800 : 0),
      method: part.method ?? (part.stored === true ? 0 : 8),
      crc: part.crc ?? crc32(bytes),
      packed: packed.length,
      size: part.size ?? bytes.length,
      name,
    };
    const offset = part.sharesWith === undefined ? at : (offsets[part.sharesWith] ?? 0);
    offsets.push(offset);
    directory.push(record(0x02014b50, fields, offset), name);
    if (part.sharesWith !== undefined) continue;
    const head = record(0x04034b50, fields, null);
    local.push(head, name, packed);
    at += head.length + name.length + packed.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = new Uint8Array(22);
  const view = new DataView(end.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, parts.length, true);
  view.setUint16(10, parts.length, true);
  view.setUint32(12, size, true);
  view.setUint32(16, at, true);
  return joined([...local, ...directory, end]);
}

interface Fields {
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly name: Uint8Array;
}

/** A local header, or with an offset an entry of the directory. */
function record(signature: number, { flags, method, crc, packed, size, name }: Fields, offset: number | null): Uint8Array {
  const bytes = new Uint8Array(offset === null ? 30 : 46);
  const view = new DataView(bytes.buffer);
  const from = offset === null ? 4 : 6;
  view.setUint32(0, signature, true);
  if (offset !== null) view.setUint16(4, 20, true);
  view.setUint16(from, 20, true);
  view.setUint16(from + 2, flags, true);
  view.setUint16(from + 4, method, true);
  view.setUint16(from + 8, 0x21, true);
  view.setUint32(from + 10, crc, true);
  view.setUint32(from + 14, packed, true);
  view.setUint32(from + 18, size, true);
  view.setUint16(from + 22, name.length, true);
  if (offset !== null) view.setUint32(42, offset, true);
  return bytes;
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

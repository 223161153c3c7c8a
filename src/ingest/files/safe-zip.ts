import { Inflate } from 'fflate';
import { failed, ok, type Result } from '../../base/result.ts';
import { finish, type Steps } from '../../base/steps.ts';
import { crc32 } from './crc32.ts';
import { readZipDirectory, type ZipEntry } from './zip-directory.ts';
import type { FileFault } from './file-fault.ts';

/** An archive open for reading. */
export interface Zip {
  readonly entries: readonly ZipEntry[];
  /** By its full name; upper and lower case count as the same, as on the systems that write such files. */
  find(name: string): ZipEntry | null;
  /**
   * Unpacks an entry piece by piece: at most 4 MiB are in memory at a time. `take` gives false when it has seen enough.
   * `null` when all is well; a fault may come after pieces were given out, which must then be thrown away.
   */
  unpack(entry: ZipEntry, take: (piece: Uint8Array) => boolean): Steps<FileFault | null>;
  /** Unpacks an entry of at most `limitMb` in one piece. */
  unpackWhole(entry: ZipEntry, limitMb: number): Result<Uint8Array, FileFault>;
}

/**
 * 100,000 rows of 15 columns unpack to some 80 MB. Over all entries of an archive, each time they are unpacked; below the
 * longest string of every browser, so that no text of an archive can be too long to join.
 */
const MAX_UNPACKED_MB = 500;
const BYTES_PER_MB = 1024 * 1024;

/** Deflate packs at most 1032 : 1 (zlib's technical notes); tables of real ledgers reach about 40 : 1. */
const MAX_RATIO = 300;
/** Small files may well be of one letter. */
const RATIO_FREE_BYTES = 8 * BYTES_PER_MB;

/** Packed bytes given to the inflater at a time, which may turn each into 1032. */
const STEP_BYTES = 4096;

/** Opens an archive. Sizes in it are claims: real bytes are counted while unpacking, and it stops at the limits, `mostMb` over all. */
export function openZip(bytes: Uint8Array, mostMb = MAX_UNPACKED_MB): Result<Zip, FileFault> {
  const directory = readZipDirectory(bytes);
  if (!directory.ok) return directory;
  const entries = directory.value;
  const byName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  let left = mostMb * BYTES_PER_MB;

  function* unpack(entry: ZipEntry, take: (piece: Uint8Array) => boolean): Steps<FileFault | null> {
    const packed = entry.to - entry.from;
    const mostOfRatio = Math.max(RATIO_FREE_BYTES, packed * MAX_RATIO);
    let [size, sum, enough] = [0, 0, false];
    let fault: FileFault | null = null;
    const give = (piece: Uint8Array): void => {
      if (fault !== null || enough || piece.length === 0) return;
      size += piece.length;
      left -= piece.length;
      if (size > mostOfRatio) fault = { code: 'zip-bomb', entry: entry.name };
      else if (left < 0) fault = { code: 'zip-too-large', limitMb: mostMb };
      else if (size > entry.size) fault = { code: 'zip-entry-damaged', entry: entry.name };
      else {
        sum = crc32(piece, sum);
        enough = !take(piece);
      }
    };
    const found = (): FileFault | null => fault;
    const push = entry.method === 'stored' ? (more: Uint8Array) => (give(more), true) : inflater(give);
    let isSound = packed > 0 || entry.method === 'stored';
    for (let at = entry.from; at < entry.to && isSound && found() === null && !enough; at += STEP_BYTES) {
      isSound = push(bytes.subarray(at, Math.min(at + STEP_BYTES, entry.to)), at + STEP_BYTES >= entry.to);
      yield (at - entry.from) / packed;
    }
    if (found() !== null || enough) return found();
    if (!isSound) return { code: 'zip-entry-damaged', entry: entry.name };
    return size === entry.size && sum === entry.crc32 ? null : { code: 'zip-entry-damaged', entry: entry.name };
  }

  function unpackWhole(entry: ZipEntry, limitMb: number): Result<Uint8Array, FileFault> {
    const pieces: Uint8Array[] = [];
    let size = 0;
    const limit = limitMb * BYTES_PER_MB;
    const fault = finish(unpack(entry, (piece) => {
      pieces.push(piece.slice());
      size += piece.length;
      return size <= limit;
    }));
    if (fault !== null) return failed([fault]);
    if (size > limit) return failed([{ code: 'zip-too-large', limitMb }]);
    const whole = new Uint8Array(size);
    let at = 0;
    for (const piece of pieces) {
      whole.set(piece, at);
      at += piece.length;
    }
    return ok(whole);
  }

  return ok({ entries, find: (name) => byName.get(name.toLowerCase()) ?? null, unpack, unpackWhole });
}

/** Packed bytes to `give`; its result is whether they were sound so far. */
function inflater(give: (piece: Uint8Array) => void): (packed: Uint8Array, isLast: boolean) => boolean {
  const inflate = new Inflate(give);
  return (packed, isLast) => {
    try {
      inflate.push(packed, isLast);
      return true;
    } catch {
      // The inflater says so by throwing.
      return false;
    }
  };
}

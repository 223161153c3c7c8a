import { failed, ok, type Result } from '../../base/result.ts';
import { finish, type Steps } from '../../base/steps.ts';
import type { FileFault } from './file-fault.ts';
import type { Zip } from './safe-zip.ts';
import { openXmlScanner, xmlAttributes, type XmlHandler } from './xml-scan.ts';
import type { ZipEntry } from './zip-directory.ts';

/** Scans an XML file of an archive as it is unpacked, so that it is never in memory as a whole. */
export function* scanXml(zip: Zip, entry: ZipEntry, handler: XmlHandler): Steps<FileFault | null> {
  const scanner = openXmlScanner(handler);
  let decoder: TextDecoder | null = null;
  let fault: ReturnType<typeof scanner.write> = null;
  const unpackFault = yield* zip.unpack(entry, (piece) => {
    decoder ??= new TextDecoder(encodingOf(piece));
    fault = scanner.write(decoder.decode(piece, { stream: true }));
    return fault === null && handler.done?.() !== true;
  });
  if (unpackFault !== null) return unpackFault;
  if (handler.done?.() === true) return null;
  fault ??= scanner.end();
  return fault === null ? null : { code: fault, entry: entry.name };
}

/** Office files are UTF-8, or UTF-16 with its mark (ECMA-376-2 §8.1.4). */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

/** An element without what is inside it. */
export interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** Of styles, sheets or parts: a hundred times what a rich workbook has. */
const MAX_TAGS = 100_000;

/** The elements of the given names, wherever they stand: for small files of settings. */
export function tagsOf(zip: Zip, entry: ZipEntry, names: ReadonlySet<string>): Result<readonly Tag[], FileFault> {
  const tags: Tag[] = [];
  const fault = finish(scanXml(zip, entry, {
    open: (name, attributes) => {
      if (names.has(name)) tags.push({ name, attributes: xmlAttributes(attributes) });
    },
    close: () => undefined,
    text: () => undefined,
    done: () => tags.length > MAX_TAGS,
  }));
  if (fault !== null) return failed([fault]);
  return tags.length > MAX_TAGS ? failed([{ code: 'too-many-items', entry: entry.name, limit: MAX_TAGS }]) : ok(tags);
}

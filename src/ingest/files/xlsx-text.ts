import { failed, ok, type Result } from '../../base/result.ts';
import type { Steps } from '../../base/steps.ts';
import type { FileFault } from './file-fault.ts';
import type { Zip } from './safe-zip.ts';
import { scanXml } from './scan-xml.ts';
import type { ZipEntry } from './zip-directory.ts';

/** As many as a sheet may have cells. */
const MAX_STRINGS = 10_000_000;

/** The texts that the cells refer to by number; the runs of rich text are joined, the reading aids of Japanese left out. */
export function* readSharedStrings(zip: Zip, entry: ZipEntry | null): Steps<Result<readonly string[], FileFault>> {
  const strings: string[] = [];
  if (entry === null) return ok(strings);
  let parts: string[] = [];
  let [inText, inAid] = [false, false];
  const fault = yield* scanXml(zip, entry, {
    open: (name) => {
      if (name === 'si') parts = [];
      else if (name === 'rPh') inAid = true;
      else if (name === 't') inText = !inAid;
    },
    close: (name) => {
      if (name === 'si') strings.push(unescaped(parts.join('')));
      else if (name === 'rPh') inAid = false;
      else if (name === 't') inText = false;
    },
    text: (text) => {
      if (inText) parts.push(text);
    },
    done: () => strings.length > MAX_STRINGS,
  });
  if (fault !== null) return failed([fault]);
  return strings.length > MAX_STRINGS ? failed([{ code: 'too-many-items', entry: entry.name, limit: MAX_STRINGS }]) : ok(strings);
}

/** `_x000D_` stands for a character that XML can't hold (ECMA-376-1 §22.4.2.4). */
export function unescaped(text: string): string {
  return text.includes('_x') ? text.replace(/_x([\da-f]{4})_/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text;
}

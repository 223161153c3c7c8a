import { failed, ok, type Result } from '../../base/result.ts';
import type { FileFault } from './file-fault.ts';
import type { Zip } from './safe-zip.ts';
import { tagsOf } from './scan-xml.ts';
import type { ZipEntry } from './zip-directory.ts';

/** Built-in formats of days and times: the common ones (ECMA-376-1 §18.8.30), and those of Chinese, Japanese and Korean Excel. */
const BUILT_IN: readonly (readonly [from: number, to: number])[] = [[14, 22], [27, 36], [45, 47], [50, 58]];

/** For each cell style whether it shows a number as a day. */
export function readDayStyles(zip: Zip, entry: ZipEntry | null): Result<readonly boolean[], FileFault> {
  if (entry === null) return ok([]);
  const tags = tagsOf(zip, entry, new Set(['numFmt', 'cellStyleXfs', 'cellXfs', 'xf', 'cellStyles', 'dxfs']));
  if (!tags.ok) return failed(tags.problems);
  const own = new Map<string, boolean>();
  const styles: boolean[] = [];
  let inCells = false;
  for (const { name, attributes } of tags.value) {
    const id = attributes.get('numFmtId') ?? '';
    if (name === 'numFmt') {
      if (!own.has(id)) own.set(id, isDayFormat(attributes.get('formatCode') ?? ''));
    } else if (name !== 'xf') inCells = name === 'cellXfs';
    else if (inCells) styles.push(own.get(id) ?? BUILT_IN.some(([from, to]) => Number(id) >= from && Number(id) <= to));
  }
  return ok(styles);
}

/** Whether a format of the user's own shows days or times of day; a span of hours such as [h]:mm stays a number. */
export function isDayFormat(format: string): boolean {
  const [bare = ''] = format.replace(/"[^"]*"|\\.|_.|\*./gu, '').split(';');
  if (/\[(?:h+|m+|s+)\]/iu.test(bare)) return false;
  const letters = bare.replace(/\[[^\]]*\]|general|am\/pm|a\/p/giu, '');
  return /[ymdhs]/iu.test(letters) && !/[0#?]/u.test(letters.replace(/(?<=s\.)0+/giu, ''));
}

const MS_PER_DAY = 86_400_000;
/** The last day that a spreadsheet knows, 9999-12-31. */
const LAST_SERIAL = 2_958_466;
const DAYS_BEFORE_1904 = 1462;
/** Excel counts a 29 February 1900, which never was. */
const FALSE_LEAP_DAY = 60;

/** A spreadsheet's day number as 2024-10-01, with 08:30:00 behind it where it has a time; `null` when it is no day. */
export function dayOfSerial(serial: number, from1904: boolean): string | null {
  const count = from1904 ? serial + DAYS_BEFORE_1904 : serial;
  if (!(count >= 1 && count < LAST_SERIAL) || Math.floor(count) === FALSE_LEAP_DAY) return null;
  const seconds = Math.round((count - (count < FALSE_LEAP_DAY ? 0 : 1)) * 86_400);
  const time = new Date(Date.UTC(1899, 11, 31) + seconds * 1000);
  const isWhole = time.getTime() % MS_PER_DAY === 0;
  const text = time.toISOString();
  return isWhole ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 19)}`;
}

import { describe, expect, it, vi } from 'vitest';
import { openZip, type Zip } from '../../../src/ingest/files/safe-zip.ts';
import { finish } from '../../../src/base/steps.ts';
import { gbk } from './make/shapefile.ts';
import { makeZip, type ZipPart } from './make/zip.ts';

/** Much is packed and unpacked; a loaded machine takes its time. */
vi.setConfig({ testTimeout: 60_000 });

const HELLO = { name: 'a/hello.txt', bytes: '你好' } as const;

/** Opens an archive and unpacks everything; the code of the first fault, or the texts. */
function everything(bytes: Uint8Array): string | readonly string[] {
  const opened = openZip(bytes);
  if (!opened.ok) return opened.problems[0]?.code ?? '';
  const texts: string[] = [];
  for (const entry of opened.value.entries) {
    const whole = opened.value.unpackWhole(entry, 100);
    if (!whole.ok) return whole.problems[0]?.code ?? '';
    texts.push(`${entry.name}=${new TextDecoder().decode(whole.value)}`);
  }
  return texts;
}

const zipOf = (...parts: readonly ZipPart[]) => everything(makeZip(parts));

describe('an archive', () => {
  it('gives its files, packed or stored, in folders of any spelling', () => {
    expect(zipOf(HELLO, { name: 'b\\c.txt', bytes: 'x', stored: true }, { name: 'folder/', bytes: '', stored: true })).toEqual(['a/hello.txt=你好', 'b/c.txt=x']);
    expect(zipOf()).toEqual([]);
  });

  it('reads names in GBK, as Windows writes them', () => {
    expect(zipOf({ name: gbk('禁煤区.shp'), bytes: 'x' })).toEqual(['禁煤区.shp=x']);
  });

  it('finds a file whatever the case of its name', () => {
    const opened = openZip(makeZip([HELLO]));
    expect(opened.ok && opened.value.find('A/HELLO.TXT')?.name).toBe('a/hello.txt');
    expect(opened.ok && opened.value.find('toString')).toBeNull();
  });

  it('passes a comment at its end', () => {
    const zip = makeZip([HELLO]);
    const withComment = new Uint8Array(zip.length + 3);
    withComment.set(zip);
    withComment[zip.length - 2] = 3;
    expect(everything(withComment)).toEqual(['a/hello.txt=你好']);
  });
});

describe('a bad archive', () => {
  it('is broken when it is cut', () => {
    const zip = makeZip([HELLO]);
    for (let length = 0; length < zip.length; length++) expect(everything(zip.subarray(0, length)), `${length} bytes`).toBe('zip-broken');
  });

  it.each<readonly [string, ZipPart]>([
    ['zip-encrypted', { ...HELLO, flags: 1 }],
    ['zip-method-unknown', { ...HELLO, method: 9 }],
    ['zip-name-unsafe', { ...HELLO, name: '../../etc/passwd' }],
    ['zip-name-unsafe', { ...HELLO, name: '/root.txt' }],
    ['zip-name-unsafe', { ...HELLO, name: 'C:\\windows' }],
    ['zip-name-unsafe', { ...HELLO, name: 'a\0b' }],
    ['zip-entry-damaged', { ...HELLO, crc: 1 }],
    ['zip-entry-damaged', { ...HELLO, size: 5 }],
    ['zip-entry-damaged', { ...HELLO, size: 7 }],
    ['zip-entry-damaged', { ...HELLO, method: 8, stored: true, bytes: 'no deflate' }],
  ])('is refused as %s', (code, part) => {
    expect(zipOf(part)).toBe(code);
  });

  it('may not name two files alike', () => {
    expect(zipOf(HELLO, { ...HELLO, name: 'A/Hello.txt' })).toBe('zip-name-twice');
  });

  it('may not use bytes twice', () => {
    expect(zipOf(HELLO, { name: 'again', bytes: HELLO.bytes, sharesWith: 0 })).toBe('zip-overlap');
  });

  it('may not hold too many files', () => {
    const many = Array.from({ length: 10_001 }, (_, i) => ({ name: `${i}`, bytes: '', stored: true }));
    expect(zipOf(...many)).toBe('zip-too-many-entries');
  });

  it('is a bomb when it unpacks out of all proportion', () => {
    const zeros = new Uint8Array(9 * 1024 * 1024);
    expect(zipOf({ name: 'zeros', bytes: zeros })).toBe('zip-bomb');
    // The claim of a small size does not let it through either.
    expect(zipOf({ name: 'zeros', bytes: zeros, size: 10 })).toBe('zip-entry-damaged');
  });

  it('stops at the limit of what is asked for, and of all together', () => {
    const opened = openZip(makeZip([{ name: 'x', bytes: new Uint8Array(3 * 1024 * 1024) }]), 10) as { readonly value: Zip };
    const [entry] = opened.value.entries;
    if (entry === undefined) throw new Error('no entry');
    expect(opened.value.unpackWhole(entry, 2)).toEqual({ ok: false, problems: [{ code: 'zip-too-large', limitMb: 2 }] });
    const again = [1, 2, 3].map(() => finish(opened.value.unpack(entry, () => true)));
    expect(again.at(-1)).toEqual({ code: 'zip-too-large', limitMb: 10 });
  });
});

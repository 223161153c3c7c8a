import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openXmlScanner, xmlAttributes } from '../../../src/ingest/files/xml-scan.ts';

/** What the scanner reports of a text that comes in pieces of a length. */
function scan(text: string, length = text.length): readonly string[] {
  const seen: string[] = [];
  const scanner = openXmlScanner({
    open: (name, attributes) => seen.push(`<${name}${[...xmlAttributes(attributes)].map(([key, value]) => ` ${key}=${value}`).join('')}>`),
    close: (name) => seen.push(`</${name}>`),
    text: (piece) => {
      const last = seen.at(-1) ?? '';
      if (last.startsWith('#')) seen[seen.length - 1] = last + piece;
      else seen.push(`#${piece}`);
    },
  });
  let fault = null;
  for (let at = 0; at < text.length && fault === null; at += Math.max(1, length)) fault = scanner.write(text.slice(at, at + Math.max(1, length)));
  fault ??= scanner.end();
  return fault === null ? seen : [...seen, fault];
}

const DOCUMENT = '<?xml version="1.0"?>\n<!-- <no> --><x:a b="1 > 0" c:d = \'&lt;"&#x4e2d;\'><e/>你&amp;好&nbsp;<![CDATA[<f>&amp;]]></x:a >\n';

describe('the scanner', () => {
  const expected = ['<a b=1 > 0 d=<"中>', '<e>', '</e>', '#你&好&nbsp;<f>&amp;', '</a>'];

  it('reports elements without prefixes, text with the five references of XML, and sections as they are', () => {
    expect(scan(DOCUMENT)).toEqual(expected);
  });

  it('reports the same however the text is cut', () => {
    for (let length = 1; length < DOCUMENT.length; length++) expect(scan(DOCUMENT, length), `pieces of ${length}`).toEqual(expected);
  });

  it.each([
    ['xml-malformed', '<a><b></a></b>'],
    ['xml-malformed', '<a>'],
    ['xml-malformed', '<a/><b/>'],
    ['xml-malformed', ''],
    ['xml-malformed', '< >'],
    ['xml-malformed', '<a b="'],
    ['xml-malformed', '<a><!-- '],
    ['xml-malformed', '</a>'],
    ['xml-doctype', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
    ['xml-too-deep', '<a>'.repeat(300)],
  ])('ends with %s on %s', (fault, text) => {
    expect(scan(text).at(-1)).toBe(fault);
    expect(scan(text, 1).at(-1)).toBe(fault);
  });

  it('never throws, and reports the same in one piece or in many', () => {
    const word = fc.constantFrom('<', '>', '/', 'a', '"', "'", '=', '&', ';', '!', '[CDATA[', ']]>', '--', '?', ' ', '<a>', '</a>', '&amp;', '中');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), fc.integer({ min: 1, max: 9 }), (words, length) => {
        const text = words.join('');
        expect(scan(text, length)).toEqual(scan(text));
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish } from '../../src/base/steps.ts';
import { decodePiecesSteps, decodeText, ENCODINGS, type Encoding } from '../../src/ingest/decode.ts';
import { readTable } from '../../src/ingest/read-table.ts';
import { joined, wholeText, type TextPieces } from '../../src/ingest/text-pieces.ts';

const isHeader = (cell: string): boolean => cell === '名称' || cell === '吨位';

/** A text in pieces of `size` letters. */
function inPieces(text: string, size: number): TextPieces {
  const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, k) => text.slice(k * size, (k + 1) * size));
  return { ...wholeText(text), pieces };
}

const tableOf = (text: TextPieces) => {
  const table = readTable('t.csv', text, isHeader);
  return table.ok ? { ...table.value, share: null, records: [...table.value.records] } : table.problems;
};

describe('a text in pieces', () => {
  it('gives the table that the whole text gives, wherever it is cut', () => {
    const units = fc.constantFrom('a', ',', '"', '\n', '\r', '\r\n', '\t', '，', '名称', '吨位', ' ', '1', '名称,吨位\n', '"a\nb",1\n', '"a"",1\n');
    const text = fc.array(units, { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.constantFrom(1, 2, 3, 7, 20), (body, size) => {
        expect(tableOf(inPieces(body, size))).toEqual(tableOf(wholeText(body)));
      }),
      { numRuns: 300 },
    );
  });

  it('gives it for quoted cells that run on too long, or for ever', () => {
    const lines = Array.from({ length: 200 }, (_, k) => `${k},1`).join('\n');
    for (const body of [`名称,吨位\n"a,1\n${lines}`, `名称,吨位\n"a,1\n${lines}\nb",1\nc,2`, `名称,吨位\r"a,1\r${lines.replaceAll('\n', '\r')}`]) {
      for (const size of [1, 40, 300]) expect(tableOf(inPieces(body, size))).toEqual(tableOf(wholeText(body)));
    }
  });
});

const bytesIn = (encoding: Encoding, text: string): number[] => {
  if (encoding === 'utf-8' || encoding === 'gb18030') return [...new TextEncoder().encode(text)];
  const isLittle = encoding === 'utf-16le';
  return Array.from({ length: text.length }, (_, k) => text.charCodeAt(k)).flatMap((code) => (isLittle ? [code & 255, code >> 8] : [code >> 8, code & 255]));
};

describe('decodePiecesSteps', () => {
  it('judges and decodes any bytes as the whole is, wherever they are cut', () => {
    const texts = fc.string({ unit: fc.constantFrom('煤', 'a', ',', '\n', 'é', '𠮷', '\t', '，', '\0', ' '), maxLength: 30 });
    const sound = fc.tuple(texts, fc.constantFrom(...ENCODINGS)).map(([text, encoding]) => bytesIn(encoding, text));
    const bytes = fc.oneof(sound, fc.array(fc.constantFrom(0xc3, 0xba, 0xb0, 0xa1, 0x2c, 0x0a, 0x41, 0xe7, 0x85, 0xa4, 0xff, 0xfe, 0x00, 0x81, 0x30), { maxLength: 24 }));
    fc.assert(
      fc.property(bytes, fc.constantFrom(1, 2, 3, 8), fc.option(fc.constantFrom(...ENCODINGS)), (values, size, wanted) => {
        const source = { name: 'f.csv', bytes: Uint8Array.from(values) };
        const [whole, cut] = [decodeText(source, wanted), finish(decodePiecesSteps(source, wanted, size))];
        if (!whole.ok || !cut.ok) {
          expect([cut.ok, cut.ok ? [] : cut.problems]).toEqual([whole.ok, whole.ok ? [] : whole.problems]);
          return;
        }
        const { text, encoding } = cut.value;
        expect([joined(text), joined(text), encoding, text.length]).toEqual([whole.value.text, whole.value.text, whole.value.encoding, whole.value.text.length]);
        for (const sign of [',', '\t', '，', ';']) expect(text.has(sign)).toBe(whole.value.text.includes(sign));
      }),
      { numRuns: 1000 },
    );
  });
});

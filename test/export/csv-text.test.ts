import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCell, csvLine, textCell } from '../../src/export/cell.ts';
import { numberText } from '../../src/export/csv-text.ts';
import { originalCell } from '../../src/export/kept-columns.ts';
import { rounded } from '../../src/export/rounded.ts';
import { alikeIn, alikeInList } from '../../src/export/same-cells.ts';
import { originalOf } from '../../src/ingest/original.ts';
import { facility } from '../assess/tiny.ts';

/** Numbers as they stand in ledgers, their neighbours, and any other. */
const numbers = fc.oneof(
  fc.double(),
  fc.tuple(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), fc.integer({ min: 0, max: 9 })).map(([digits, places]) => digits / 10 ** places),
  fc.integer({ min: -200_000, max: 200_000 }).map((halves) => halves / 2000),
  fc.tuple(fc.integer({ min: 0, max: 10 ** 7 }), fc.constantFrom(1, -1)).map(([millionths, side]) => (millionths / 1e6) * (1 + side * Number.EPSILON)),
);

describe('numberText', () => {
  it('is what String says', () => {
    fc.assert(fc.property(numbers, (value) => { expect(numberText(value)).toBe(String(value)); }), { numRuns: 5000 });
    for (const value of [0, -0, 1e-6, 1e-7, 999_999_999.999999, 123_456_789.0123456, 1e15, 1e21, NaN, Infinity, -Infinity]) expect(numberText(value)).toBe(String(value));
  });
});

describe('rounded', () => {
  it('is what toFixed says', () => {
    const digits = fc.constantFrom(0, 1, 3);
    fc.assert(fc.property(numbers, digits, (value, places) => { expect(rounded(value, places) + 0).toBe(Number(value.toFixed(places)) + 0); }), { numRuns: 5000 });
    for (const value of [0.0005, 1.0005, 1.0015, 8.345, 2.5, -2.5, -0.04, 29_999.9995]) expect(rounded(value, 3)).toBe(Number(value.toFixed(3)));
  });
});

describe('csvCell', () => {
  it('is the guarded text in quotes where it needs them', () => {
    const units = fc.constantFrom(...'0139eExXaZ中-/+.=," \t\r\n;|#'.split(''));
    fc.assert(fc.property(fc.string({ unit: units, maxLength: 8 }), (text) => { expect(csvCell(text)).toBe(csvLine([textCell(text)])); }), { numRuns: 10_000 });
    for (const text of ['91140500100028683X', '911405001000286830', '12E5', '12e5x', '1-2', '3x,', '007A']) expect(csvCell(text)).toBe(csvLine([textCell(text)]));
  });
});

describe('numbers of rows that are alike', () => {
  it('are equal where all columns are, and only there', () => {
    const rows = fc.array(fc.tuple(fc.nat(2), fc.nat(3), fc.integer({ min: -1, max: 2 })), { maxLength: 60 });
    fc.assert(
      fc.property(rows, (cells) => {
        const found = alikeIn(Uint32Array.from(cells, ([so]) => so), [Uint8Array.from(cells, ([, byte]) => byte), Int16Array.from(cells, ([, , short]) => short)]);
        expectSame(found, cells.map((row) => row.join()));
      }),
    );
  });

  it('are equal where the lists are, and only there', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.nat(4), { maxLength: 4 }), { maxLength: 40 }), (lists) => {
        const offsets = new Uint32Array(lists.length + 1);
        for (const [k, list] of lists.entries()) offsets[k + 1] = (offsets[k] as number) + list.length;
        expectSame(alikeInList({ offsets, items: Uint32Array.from(lists.flat()) }), lists.map((list) => list.join()));
      }),
    );
  });

  function expectSame(found: Uint32Array, keys: readonly string[]): void {
    const numberOf = new Map(keys.map((key, row) => [key, found[row]]));
    expect([...found]).toEqual(keys.map((key) => numberOf.get(key)));
    expect(new Set(numberOf.values()).size).toBe(numberOf.size);
  }
});

describe('originalCell', () => {
  it('finds what the row has of its own, and nothing else', () => {
    const bare = facility({ original: { 备注: 'x' } });
    const odd = facility({ original: originalOf(['constructor', '__proto__', 'toString'], ['a', 'b', 'c']) });
    expect(['备注', 'constructor', '__proto__', 'toString'].map((header) => originalCell(bare, header))).toEqual(['x', '', '', '']);
    expect(['备注', 'constructor', '__proto__', 'toString'].map((header) => originalCell(odd, header))).toEqual(['', 'a', 'b', 'c']);
  });
});

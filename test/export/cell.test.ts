import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvLine, textCell } from '../../src/export/cell.ts';

describe('textCell', () => {
  it.each(['=1+1', '+86', '-2', '@SUM(A1)', '\t=1', ' =cmd|x', '＝1', '|x'])('never runs %j', (text) => {
    expect(textCell(text)).toBe(`'${text}`);
  });

  it.each(['911405007000000000', '007', '3-4', '2024/5/1', '1E5', '12e3'])('stays text: %j', (text) => {
    expect(textCell(text)).toBe(`\t${text}`);
  });

  it.each(['', '1', '35.5', '晋城热电', 'SYN-0001', '91140500MA0GT'])('leaves %j alone', (text) => {
    expect(textCell(text)).toBe(text);
  });
});

describe('csvLine', () => {
  it('reads back as it was, whatever the cells', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (rows) => {
        const text = rows.map((cells) => `${csvLine(cells)}\r\n`).join('');
        const back = Papa.parse<string[]>(text, { newline: '\r\n', delimiter: ',' }).data.slice(0, -1);
        expect(back).toEqual(rows);
      }),
    );
  });
});

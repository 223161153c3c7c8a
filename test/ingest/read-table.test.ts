import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { originalOf } from '../../src/ingest/original.ts';
import { readTable } from '../../src/ingest/read-table.ts';
import { wholeText } from '../../src/ingest/text-pieces.ts';

const KNOWN = ['name', 'fuel'];
const read = (text: string) => {
  const table = readTable('t.csv', wholeText(text), (cell) => KNOWN.includes(cell));
  if (!table.ok) return null;
  const { keys } = table.value;
  return { ...table.value, records: [...table.value.records].map((record) => ({ ...record, original: originalOf(keys, record.cells) })) };
};

function records(text: string) {
  const table = read(text);
  return table?.records.map(({ row, cells, problem }) => [row, problem?.code ?? cells.join('|')]);
}

describe('readTable', () => {
  it('reads quoted cells with delimiters, quotes and line breaks', () => {
    expect(records('a,b\n"1,5","say ""hi"""\n"two\nlines",2\n')).toEqual([
      [1, '1,5|say "hi"'],
      [2, 'two\nlines|2'],
    ]);
  });

  it.each([['\r\n'], ['\n'], ['\r']])('takes %j for a line end', (end) => {
    expect(records(['a,b', '1,2', '3,4'].join(end))).toEqual([[1, '1|2'], [2, '3|4']]);
  });

  it('loses no row where line ends are mixed', () => {
    expect(records('a,b\r\n1,2\n3,4\r5,6\r\n')?.length).toBe(3);
  });

  it.each([[','], ['\t'], [';'], ['|']])('finds the delimiter %j by the header', (delimiter) => {
    expect(records([`a${delimiter}b`, `1${delimiter}2`].join('\n'))).toEqual([[1, '1|2']]);
  });

  it('sets a row aside whose cells do not fit the header, but not for blank cells at its end', () => {
    expect(records('a,b\n1\n1,2,3\n1,2,,\n')).toEqual([[1, 'cells-too-few'], [2, 'cells-too-many'], [3, '1|2||']]);
  });

  it('counts blank lines as rows, but not the end of the last line', () => {
    expect(records('\n\na,b\n1,2\n\n3,4\n')).toEqual([[1, '1|2'], [2, ''], [3, '3|4']]);
  });

  it('loses one line to a lone quote, not the rest of the file', () => {
    const text = 'id,name,t\n1,"coal,35\n2,gas,10\n3,oil,5\n';
    expect(records(text)).toEqual([[1, 'quote-unbalanced'], [2, '2|gas|10'], [3, '3|oil|5']]);
  });

  it('does not let two lone quotes swallow the rows between them', () => {
    const text = 'id,name,t\n1,"coal,35\n2,gas,10\n3,oil",5\n';
    expect(Papa.parse(text, { header: true, skipEmptyLines: true }).data).toHaveLength(1);
    expect(records(text)).toEqual([[1, 'quote-unbalanced'], [2, '2|gas|10'], [3, '3|oil"|5']]);
  });

  it('keeps a quote within a cell as it is', () => {
    expect(records('id,name\n1,12" pipe\n')).toEqual([[1, '1|12" pipe']]);
  });

  it.each(['\r\n', '\r', '\n'])('keeps the line break %j within a cell', (end) => {
    const table = read(`id,"no${end}te"${end}1,"two${end}${end}lines"${end}2,x${end}`);
    expect(table?.header).toEqual(['id', `no${end}te`]);
    expect(table?.records.map(({ original }) => original[`no${end}te`])).toEqual([`two${end}${end}lines`, 'x']);
  });

  it('keeps different line breaks in one cell apart', () => {
    expect(records('a,b\n"1\r2\r\n3\n4",5\r\n6,7')).toEqual([[1, '1\r2\r\n3\n4|5'], [2, '6|7']]);
  });

  it.each([
    ['晋城市锅炉台账\nname,fuel\na,煤\n', ['晋城市锅炉台账']], ['\n晋城市锅炉台账,\n"填报单位：某局",\n\nname,fuel\na,煤\n', ['晋城市锅炉台账', '填报单位：某局']],
    ['"晋城市\r\n锅炉台账"\r\nname\tfuel\r\na\t煤\r\n', ['晋城市\r\n锅炉台账']],
  ])('passes over the titles of %j and names them', (text, titles) => {
    const table = read(text);
    expect(table?.header).toEqual(['name', 'fuel']);
    expect(table?.records.map(({ row, cells }) => [row, cells])).toEqual([[1, ['a', '煤']]]);
    expect(table?.messages).toEqual(titles.map((title) => ({ level: 'info', file: 't.csv', code: 'title-skipped', params: { file: 't.csv', title } })));
  });

  it.each(['x\na\nb\n', 'x,y\nname,fuel\n', 'name\nname,fuel\n', 'x\nname\n', `${'x\n'.repeat(7)}name,fuel\n`])('takes the first line of %j for its header', (text) => {
    expect([read(text)?.header.join(), read(text)?.messages]).toEqual([text.slice(0, text.indexOf('\n')), []]);
  });

  it('has nothing to read without a header', () => {
    expect(read('\n \n')).toBeNull();
  });

  it('gives blank and repeated headers a name of their own, and says so', () => {
    const table = read('t,,t,t#2,t\n1,2,3,4,5\n');
    expect(table?.header).toEqual(['t', '', 't', 't#2', 't']);
    expect(table?.records[0]?.original).toEqual({ t: '1', '#2': '2', 't#3': '3', 't#2': '4', 't#4': '5' });
    expect(table?.messages.map(({ code }) => code)).toEqual(['header-blank', 'header-repeated', 'header-repeated']);
  });

  // Not both in one row: commas beside line breaks can look exactly like rows caught between lone quotes.
  it.each([['commas', ','], ['line breaks', '\n']])('gives back whatever papaparse wrote, with %s in the cells', (_, special) => {
    const cell = fc.string({ unit: fc.constantFrom('a', '煤', '"', ' ', ';', '1', special) });
    const grid = fc.array(fc.tuple(cell, cell, cell), { maxLength: 8 });
    fc.assert(
      fc.property(grid, (rows) => {
        const text = Papa.unparse([['h1', 'h2', 'h3'], ...rows], { newline: '\n', quotes: true });
        expect(read(text)?.records.map(({ cells }) => cells)).toEqual(rows);
      }),
      { numRuns: 300 },
    );
  });

  it('puts every line of any text into exactly one record', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '1', ',', '"', '\n'), maxLength: 60 });
    fc.assert(
      fc.property(text, (body) => {
        const table = read(`h1,h2\n${body}`);
        const lines = (cells: readonly string[]) => cells.join(',').split('\n').length;
        const total = table?.records.reduce((sum, { cells }) => sum + lines(cells), 0);
        const expected = body.split('\n').length - (body === '' || body.endsWith('\n') ? 1 : 0);
        expect(total).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });
});

describe('originalOf', () => {
  it('keeps cells under headers that objects use themselves', () => {
    const original = originalOf(['__proto__', 'constructor', 'toString'], ['a', 'b', 'c']);
    expect(Object.entries(original)).toEqual([['__proto__', 'a'], ['constructor', 'b'], ['toString', 'c']]);
    expect(JSON.stringify(original)).toBe('{"__proto__":"a","constructor":"b","toString":"c"}');
    expect(Object.getPrototypeOf(original)).toBe(Object.prototype);
  });

  it('names the cells beyond the header by their place', () => {
    expect(originalOf(['a'], ['1', '2'])).toEqual({ a: '1', '#2': '2' });
  });
});

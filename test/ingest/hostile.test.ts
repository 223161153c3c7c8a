import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { finish } from '../../src/base/steps.ts';
import { readFacilities, readFacilitiesSteps } from '../../src/ingest/read-facilities.ts';
import { readLongLedgerSteps } from '../../src/ingest/read-long-ledger.ts';
import { readTable } from '../../src/ingest/read-table.ts';
import { wholeText } from '../../src/ingest/text-pieces.ts';
import { sayProblem } from '../../src/text/messages.ts';
import { csv, divisions, textFile } from './files.ts';

/** Nothing here takes seconds on a quiet machine; a loaded one is given time. */
vi.setConfig({ testTimeout: 60_000 });

const read = (text: string) => readFacilities(textFile(text), { divisions: [] });
const codes = (text: string) => read(text).messages.map(({ code }) => code);

describe('hostile tables', () => {
  it('a million columns end in a sentence that says how many', () => {
    const { messages, usable } = read(`${'a,'.repeat(1_000_000)}name\n1\n`);
    expect([usable, messages.map(({ code, params }) => [code, params['columns']])]).toEqual([false, [['columns-too-many', 1_000_001]]]);
  });

  it('two megabytes in one cell set one row aside, and no sentence repeats them', () => {
    const { accepted, quarantine } = read(`name,吨位\na,${'9'.repeat(2_000_000)}\nb,35\n`);
    expect([accepted.length, quarantine.map(({ code }) => code)]).toEqual([1, ['cell-too-long']]);
    const long = read(`name,吨位\na,${'x'.repeat(30_000)}\n`).quarantine[0];
    expect(long === undefined ? 0 : sayProblem('zh', long.code, long.params).length).toBeLessThan(400);
    expect(long?.original['吨位']).toHaveLength(30_000);
  });

  it.each(['"'.repeat(200_000), `"${'a,b\n'.repeat(50_000)}`, '"a\n'.repeat(50_000), ','.repeat(100_000), '\n'.repeat(300_000)])('quotes, commas and breaks without end are read in time', (body) => {
    const { accepted, quarantine, ignored, input } = read(`name,吨位\n${body}`);
    expect(accepted.length + quarantine.length + ignored.length).toBe(input.rows);
  });

  it('a NUL, and headers that objects use themselves', () => {
    expect(codes('name,吨位\na,3\u00005\n')).toEqual(['file-not-text']);
    const { accepted } = read('name,__proto__,constructor,hasOwnProperty\na,x,y,z\n');
    expect(Object.entries(accepted[0]?.original ?? {})).toEqual([['name', 'a'], ['__proto__', 'x'], ['constructor', 'y'], ['hasOwnProperty', 'z']]);
    expect(structuredClone(accepted)).toEqual(accepted);
  });

  it('thousands of rows under one id, in one place', () => {
    const rows = Array.from({ length: 3000 }, () => 'a,a,112.85,35.49');
    expect(readFacilities(csv('id,name,lon,lat', ...rows), { divisions }).accepted.every(({ issues }) => issues.some(({ code }) => code === 'duplicate-id'))).toBe(true);
  });

  it('blank lines without end before the header are passed over, also in pieces', () => {
    const after = (lines: number) => textFile(`${'\n'.repeat(lines)}name,吨位\na,10\n`);
    expect(readFacilities(after(12_000_000), { divisions: [] }).accepted).toHaveLength(1);
    const inPieces = { divisions: [], pieceBytes: 1000 };
    expect(finish(readLongLedgerSteps(after(1_000_000), inPieces, () => () => undefined)).reading.input).toMatchObject({ rows: 1, accepted: 1 });
  });

  it('a code in the column of counts sets one row aside, split or not', () => {
    for (const groups of ['count', 'split'] as const) {
      const { accepted, quarantine } = readFacilities(textFile('name,吨位,台数\na,10,140525001\nb,10,99999999999\nc,10,300\n'), { divisions: [], groups });
      expect([accepted.reduce((sum, { count }) => sum + count, 0), quarantine.map(({ code }) => code)]).toEqual([300, ['count-invalid', 'count-invalid']]);
    }
  });

  it('any text between delimiters gives a table or a reason', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', '\t', ';', '，', '名称', '吨位', ' ', '1', '度'), maxLength: 80 });
    fc.assert(
      fc.property(text, (body) => {
        const table = readTable('t.csv', wholeText(body), (cell) => cell === '名称' || cell === '吨位');
        if (table.ok) expect([...table.value.records].map(({ row }) => row)).toEqual([...[...table.value.records].keys()].map((k) => k + 1));
        else expect(table.problems).toHaveLength(1);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('reading in steps', () => {
  const file = csv('编号,名称,经度,纬度', ...Array.from({ length: 20_000 }, (_, k) => `${k},n${k},112.${100_000 + k},35.49`));

  it('says how far it is, never backwards, and comes to what reading at once does', () => {
    const steps = readFacilitiesSteps(file, { divisions });
    const shares: number[] = [];
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) shares.push(step.value);
    expect(shares.length).toBeGreaterThan(8);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect([Math.min(...shares) >= 0, Math.max(...shares) <= 1]).toEqual([true, true]);
    expect(step.value).toEqual(readFacilities(file, { divisions }));
  });

  it('can be left off at any step', () => {
    const steps = readFacilitiesSteps(file, { divisions });
    steps.next();
    expect(steps.return(readFacilities(csv('name', 'a'), { divisions })).done).toBe(true);
    expect(steps.next().done).toBe(true);
  });
});

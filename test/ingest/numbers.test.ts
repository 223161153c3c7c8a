import { describe, expect, it } from 'vitest';
import { toStandard, unitOf } from '../../src/ingest/columns/units.ts';
import { parseDay } from '../../src/ingest/days.ts';
import { parseDegrees, splitPair } from '../../src/ingest/degrees.ts';
import { parseNumber, parseQuantity } from '../../src/ingest/numbers.ts';

describe('parseNumber', () => {
  it.each([
    ['35', 35], ['35.0', 35], [' 35 ', 35], ['３５．５', 35.5], ['1,234.5', 1234.5], ['１，２３４', 1234], ['.5', 0.5], ['-3', -3], ['+3', 3], ['1e3', 1000], ['035', 35],
  ])('%j is %d', (cell, value) => {
    expect(parseNumber(cell)).toBe(value);
  });

  it.each(['abc', '', '35t', '1,5', '12,34', '35.5.5', '2×35', '35-65', '≤35', '约35', '0x10', 'Infinity', 'NaN', '1e999', '三十五', '1 000 t'])('%j is none', (cell) => {
    expect(parseNumber(cell)).toBeNull();
  });
});

describe('parseQuantity', () => {
  it.each([['35t/h', 35, 't/h'], ['35蒸吨', 35, 't/h'], ['35 蒸吨/小时', 35, 't/h'], ['７ＭＷ', 7, 'MW'], ['35', 35, undefined]])('%j', (cell, value, unit) => {
    const read = parseQuantity(cell, 'steam');
    expect([read?.value, read?.unit?.name]).toEqual([value, unit]);
  });

  it.each(['2台35蒸吨', '35蒸吨2台', '2×35t/h', '35t/h×2', '35吨煤', '35m'])('%j is none', (cell) => {
    expect(parseQuantity(cell, 'steam')).toBeNull();
  });
});

it('converts heat to steam exactly on the limits of the policies', () => {
  const mw = unitOf('steam', 'mw');
  const inTph = [0.7, 2.8, 7, 24.5, 45.5].map((value) => (mw === null ? null : toStandard(value, mw)));
  expect(inTph).toEqual([1, 4, 10, 35, 65]);
});

describe('parseDegrees', () => {
  it.each([['112.8452', 112.8452], ['-95', -95], ['１１２.5', 112.5],
    ['112°50′42″', 112.845], ['112°50\'42"', 112.845], ['112度50分42秒', 112.845], ['112.5°', 112.5], ['112.5E', 112.5], ['东经112.5度', 112.5], ['12°30′W', -12.5],
 ])('%s', (cell, value) => {
    expect(parseDegrees('经度', cell)).toBe(value);
  });

  it.each([
    ['112°60′', 'coordinate-dms'], ['112°50′60″', 'coordinate-dms'], ['112.5°30′', 'coordinate-dms'], ['112°分', 'coordinate-dms'], ['abc', 'coordinate-unreadable'],
    ['112.85,35.49', 'coordinate-unreadable'], ['37612345.6', 'coordinate-projected'], ['3929000', 'coordinate-projected'],
  ])('%s: %s', (cell, code) => {
    expect(parseDegrees('经度', cell)).toMatchObject({ code, params: { column: '经度', value: cell } });
  });

  it('splits a pair', () => {
    for (const cell of ['112.85,35.49', '112.85，35.49', '112.85, 35.49', '112.85 35.49', '(112.85;35.49)', '112.85、35.49']) {
      expect([cell, splitPair(cell)]).toEqual([cell, ['112.85', '35.49']]);
    }
    expect(splitPair('112.85')).toBeNull();
    expect(splitPair('112.85,35.49,800')).toBeNull();
  });
});

describe('parseDay', () => {
  it.each(['2024-10-01', '2024/10/1', '2024.10.1', '20241001', '2024年10月1日', '２０２４-10-01', '2024-10-01T00:00:00Z'])('%s', (cell) => {
    expect(parseDay(cell)).toBe('2024-10-01');
  });

  it.each(['2024-02-30', '2024-13-01', '2024', '2024-10', '1/10/2024', 'soon', '', '24-10-01', '2024-10-01-02'])('%j is none', (cell) => {
    expect(parseDay(cell)).toBeNull();
  });
});

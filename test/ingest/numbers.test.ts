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
  it.each([['112.8452', 112.8452], ['-95', -95], ['１１２.5', 112.5]])('%s', (cell, value) => {
    expect(parseDegrees('经度', cell, 'lng')).toBe(value);
  });

  it.each([
    ['112°50′42″7', 'coordinate-dms'], ['112°42"', 'coordinate-dms'], ['112.5°30′', 'coordinate-dms'], ['112°30.5′10″', 'coordinate-dms'], ['-112°51′W', 'coordinate-dms'],
    ['112°60′0″', 'coordinate-dms-range'], ['112度51分60秒', 'coordinate-dms-range'], ['35°29′24″N', 'coordinates-swapped'], ['abc', 'coordinate-unreadable'],
    ['112.85,35.49', 'coordinate-unreadable'], ['37612345.6', 'coordinate-projected'], ['3929000', 'coordinate-projected'],
  ])('%s: %s', (cell, code) => {
    expect(parseDegrees('经度', cell, 'lng')).toMatchObject({ code, params: { column: '经度', value: cell } });
  });

  it.each([
    '112°51′0″E', '112°51′0″', "112°51'0\"", "112º51'00''", '112度51分0秒', '112° 51′ 0.0″ E', '东经112度51分', '112°51', 'E112°51′', '112.85°', '112.85E', '112.85°东经', '１１２°５１′０″',
  ])('%s is exactly 112.85', (cell) => {
    expect(parseDegrees('经度', cell, 'lng')).toBe(112.85);
  });

  it('knows the sides of the globe', () => {
    expect(['35°29′24″N', 'N35.49', '北纬35度29分24秒'].map((cell) => parseDegrees('纬度', cell, 'lat'))).toEqual([35.49, 35.49, 35.49]);
    expect([parseDegrees('纬度', '0°30′S', 'lat'), parseDegrees('纬度', '-0°30′', 'lat'), parseDegrees('经度', '112°51′W', 'lng')]).toEqual([-0.5, -0.5, -112.85]);
  });

  it('splits a pair', () => {
    for (const cell of ['112.85,35.49', '112.85，35.49', '112.85, 35.49', '112.85 35.49', '(112.85;35.49)', '112.85、35.49']) {
      expect([cell, splitPair(cell)]).toEqual([cell, ['112.85', '35.49']]);
    }
    for (const cell of ['112°51′0″E,35°29′24″N', '112°51′0″E 35°29′24″N', '112° 51′ 0″ E, 35° 29′ 24″ N', '东经112度51分0秒，北纬35度29分24秒', 'N35°29′24″ E112°51′0″', 'E112.85N35.49', '112°51′0″ 35°29′24″']) {
      const [lng = '', lat = ''] = splitPair(cell) ?? [];
      expect([cell, parseDegrees('', lng, 'lng'), parseDegrees('', lat, 'lat')]).toEqual([cell, 112.85, 35.49]);
    }
    expect(splitPair('112.85')).toBeNull();
    expect(splitPair('112.85,35.49,800')).toBeNull();
  });
});

describe('parseDay', () => {
  it.each(['2024-10-01', '2024/10/1', '2024.10.1', '20241001', '2024年10月1日', '２０２４-10-01', '2024-10-01T00:00:00Z'])('%s', (cell) => {
    expect(parseDay(cell)).toBe('2024-10-01');
  });

  it.each(['2024-02-30', '2024-13-01', '2024', '2024-10', '2024-11', '2024年12月', '1/10/2024', 'soon', '', '24-10-01', '2024-10-01-02'])('%j is none', (cell) => {
    expect(parseDay(cell)).toBeNull();
  });
});

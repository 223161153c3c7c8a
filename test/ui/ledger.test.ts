import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_FILTERS } from '../../src/state/filters.ts';
import { ledgerOf } from '../../src/state/selectors/ledger.ts';
import { searchTextsOf } from '../../src/state/selectors/search-texts.ts';
import { findFacilities } from '../../src/ui/header/find-facilities.ts';
import { rowAfterKey } from '../../src/ui/ledger/row-keys.ts';
import { readVerdictFilter, verdictFilterOf } from '../../src/ui/ledger/verdict-filter.ts';
import { FACILITIES, answeredSession } from '../state/tiny-session.ts';

describe('rowAfterKey', () => {
  it.each([
    ['ArrowDown', 3, 4],
    ['ArrowUp', 3, 2],
    ['PageDown', 3, 8],
    ['PageUp', 7, 2],
    ['PageUp', 3, 0],
    ['Home', 3, 0],
    ['End', 3, 9],
    ['ArrowUp', 0, 0],
    ['ArrowDown', 9, 9],
  ])('%s from row %i of 10 goes to %i', (key, row, to) => {
    expect(rowAfterKey(key, row, 10, 5)).toBe(to);
  });

  it('leaves other keys and empty lists alone', () => {
    expect(rowAfterKey('Enter', 3, 10, 5)).toBeNull();
    expect(rowAfterKey('ArrowDown', 0, 0, 5)).toBeNull();
  });

  it('never leaves the list, and a page of no height still moves', () => {
    fc.assert(
      fc.property(fc.constantFrom('ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'), fc.nat(99), fc.integer({ min: -3, max: 200 }), (key, row, page) => {
        const to = rowAfterKey(key, row, 100, page);
        expect(to).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThan(100);
      }),
    );
    expect(rowAfterKey('PageDown', 0, 10, 0)).toBe(1);
  });
});

describe('the verdict filter', () => {
  it('reads one choice, sure or possible', () => {
    expect(readVerdictFilter('close')).toEqual({ duties: ['close'], possible: [] });
    expect(readVerdictFilter('?close')).toEqual({ duties: [], possible: ['close'] });
    expect(readVerdictFilter(null)).toEqual({ duties: [], possible: [] });
  });

  it('writes what it reads', () => {
    expect(verdictFilterOf({ ...NO_FILTERS, duties: ['close'], possible: ['retrofit'] })).toEqual(['close', '?retrofit']);
  });
});

describe('findFacilities', () => {
  const rows = ledgerOf(answeredSession())?.rows ?? [];
  const texts = searchTextsOf(FACILITIES);
  const find = (text: string, most = 99) => findFacilities(rows, texts, text, most);
  const ids = (text: string) => find(text).first.map(({ key }) => key);

  it('finds by part of a name or enterprise, full-width or not', () => {
    expect(ids('化肥')).toEqual(['a', 'b']);
    expect(ids(' 第二 化肥 ')).toEqual(['b']);
    expect(ids('A')).toEqual(['a']);
  });

  it('counts all and lists a few, those whose name begins with the text or whose id it is first', () => {
    expect(find('化肥', 1)).toEqual({ count: 2, first: [rows[0]] });
    const named = ['x1', 'x10', 'y'].map((id, index) => ({ ...(rows[index] ?? rows[0]), index, facility: { ...FACILITIES[0], id, name: id === 'y' ? '1号' : `第1号${id}`, enterprise: null, creditCode: null } })) as typeof rows;
    const listed = (text: string) => findFacilities(named, searchTextsOf(named.map(({ facility }) => facility)), text, 9).first.map(({ facility }) => facility.id);
    expect(listed('1')).toEqual(['y', 'x1', 'x10']);
    expect(listed('x10')).toEqual(['x10']);
    expect(listed('x1')).toEqual(['x1', 'x10']);
  });

  it('finds nothing for nothing', () => {
    expect(ids('')).toEqual([]);
    expect(ids('   ')).toEqual([]);
    expect(ids('无此厂')).toEqual([]);
  });
});

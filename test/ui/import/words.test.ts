import { describe, expect, it } from 'vitest';
import { importWords } from '../../../src/text/import.ts';
import { sayInPage } from '../../../src/text/import-problems.ts';
import { messages } from '../../../src/text/messages.ts';
import { terms } from '../../../src/text/terms.ts';
import { ui } from '../../../src/text/ui.ts';
import { correctionsOf, joinedRows, withoutRow } from '../../../src/ui/import/corrected-rows.ts';
import { factName, factValue } from '../../../src/ui/import/fact-words.ts';
import { sizeText } from '../../../src/ui/import/item-words.ts';

const zh = { lang: 'zh', w: ui.zh, t: terms.zh } as const;

describe('sentences of the page', () => {
  /** Parameters that every sentence can be made of. */
  const params = new Proxy({}, { get: (_, name) => (name === 'crs' ? 'gcj02' : name === 'fields' ? 'fuel, use' : 7) });

  it.each(['zh', 'en'] as const)('never send a reader of the page to the command line (%s)', (lang) => {
    const said = Object.keys(messages[lang]).map((code) => sayInPage(lang, code, params));
    // Questions are asked with buttons, not said; see the views of questions.
    const asked = ['crs-question', 'sheet-question'].map((code) => sayInPage(lang, code, params));
    expect(said.filter((sentence) => /--[a-z]/u.test(sentence) && !asked.includes(sentence))).toEqual([]);
  });

  it('names missing columns in the words of the trade', () => {
    expect(sayInPage('zh', 'columns-missing', { file: 'a.csv', fields: 'fuel, use' })).toContain('燃料、用途');
  });
});

describe('rows put right', () => {
  const quarantine = [{ file: 'a.csv', row: 7, code: 'capacity-unreadable', params: {}, original: {} }];

  it('have joined when they are no longer set aside, and are taken back one by one', () => {
    const corrections = { 7: [{ column: '吨位', value: '?' }], 12: [{ column: '吨位', value: '35' }], 3: [{ column: '吨位', value: '4' }] };
    expect(joinedRows(corrections, quarantine).map(({ row }) => row)).toEqual([3, 12]);
    expect(joinedRows(withoutRow(corrections, 12), quarantine).map(({ row }) => row)).toEqual([3]);
  });

  it('are the cells typed over, whatever they are called', () => {
    const original = { 吨位: '35t', 名称: '炉' };
    expect(correctionsOf(original, { 吨位: '35', 名称: '炉' })).toEqual([{ column: '吨位', value: '35' }]);
    expect(correctionsOf(original, { constructor: 'x' })).toEqual([{ column: 'constructor', value: 'x' }]);
  });
});

describe('facts that differ', () => {
  it('are written as people write them, the unknown too', () => {
    expect(factValue(zh, [], 'fuel', 'coal')).toBe('煤');
    expect(factValue(zh, [], 'capacityTph', 35)).toBe('35 t/h');
    expect(factValue(zh, [], 'fuel', null)).toBe('未知');
    expect(factValue(zh, [], 'monitored', true)).toBe('是');
    expect(factValue(zh, [], 'lngLat', [112.85, 35.49])).toBe('112.850000, 35.490000');
    expect(factValue(zh, [], 'name', '1号炉')).toBe('1号炉');
    expect(factValue(zh, [{ code: '140525', name: '泽州县', nameEn: 'Zezhou', level: 'county', polygons: [], accuracyM: 0 }], 'divisionCode', '140525')).toBe('泽州县');
    expect(factName(zh, importWords.zh, 'lngLat')).toBe('坐标');
  });
});

it('writes sizes of files', () => {
  expect([812, 48_213, 3_200_000].map((bytes) => sizeText('en', bytes))).toEqual(['812 B', '48.2 kB', '3.2 MB']);
});

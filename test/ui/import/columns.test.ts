import { describe, expect, it } from 'vitest';
import { FACILITY_COLUMNS } from '../../../src/ingest/columns/facility-columns.ts';
import { isSure, type ColumnChoice, type Mapping } from '../../../src/ingest/mapping.ts';
import { DATA_KINDS } from '../../../src/ingest/layer-kind.ts';
import { importWords } from '../../../src/text/import.ts';
import { accepted, choose, fieldName, fieldsOf, standing, unitsOf } from '../../../src/ui/import/field-choices.ts';

const column = (header: string, part: Partial<ColumnChoice>): ColumnChoice => ({ header, field: null, unit: null, datum: null, why: 'none', confidence: 0, like: null, ...part });
const MAPPING: Mapping = {
  columns: [
    column('吨位数', { field: 'capacityTph', unit: 't/h', why: 'alike', confidence: 0.8, like: '吨位' }),
    column('煤耗', {}),
    column('名称', { field: 'name', why: 'name', confidence: 1 }),
  ],
};

describe('choosing what columns are read as', () => {
  it('offers each field of a ledger once', () => {
    const offered = fieldsOf('facilities').flatMap(({ fields }) => fields);
    expect([...offered].sort()).toEqual(FACILITY_COLUMNS.map(({ field }) => field).sort());
  });

  it('names every field of every kind in both languages', () => {
    for (const kind of DATA_KINDS) {
      for (const field of fieldsOf(kind).flatMap(({ fields }) => fields)) {
        expect(fieldName('zh', importWords.zh, kind, field), `${kind} ${field}`).toMatch(/\p{Script=Han}|^pm|^so|^no|^co$|^o3|^aqi/u);
        expect(fieldName('en', importWords.en, kind, field)).not.toBe('');
      }
    }
  });

  it('gives a quantity its usual unit and keeps one that fits', () => {
    expect(unitsOf('facilities', 'capacityTph')[0]).toBe('t/h');
    expect(unitsOf('airReadings', 'co')[0]).toBe('mg/m3');
    expect(unitsOf('facilities', 'name')).toEqual([]);
    expect(choose('facilities', MAPPING, 1, { field: 'unitMW' }).columns[1]).toMatchObject({ field: 'unitMW', unit: 'MW', why: 'chosen' });
    expect(choose('facilities', MAPPING, 0, { unit: 'kg/h' }).columns[0]).toMatchObject({ field: 'capacityTph', unit: 'kg/h' });
    expect(choose('facilities', MAPPING, 0, { field: 'fuel' }).columns[0]).toMatchObject({ field: 'fuel', unit: null });
    expect(choose('facilities', MAPPING, 0, { field: null }).columns[0]).toMatchObject({ field: null, unit: null, why: 'chosen' });
  });

  it('counts what is to be confirmed and what is only kept; accepted, nothing is left to ask', () => {
    expect(standing(MAPPING)).toEqual({ toConfirm: 1, kept: 1 });
    expect(isSure(MAPPING)).toBe(false);
    expect(isSure(accepted(MAPPING))).toBe(true);
    expect(accepted(MAPPING).columns.map(({ field }) => field)).toEqual(['capacityTph', null, 'name']);
  });
});

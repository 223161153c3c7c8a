import { describe, expect, it } from 'vitest';
import { NO_ANSWERS } from '../../src/ingest/layer-answers.ts';
import { headerSetKey, type ColumnChoice, type Mapping } from '../../src/ingest/mapping.ts';
import { NO_IMPORTS, type ImportItem } from '../../src/state/imports/imports.ts';
import { noted, withResult } from '../../src/state/imports/remember.ts';
import type { ImportResult } from '../../src/worker/import-results.ts';

const column = (header: string, field: string | null): ColumnChoice => ({ header, field, unit: null, datum: null, why: 'chosen', confidence: 1, like: null });
const MAPPING: Mapping = { columns: [column('名字', 'name'), column('煤耗', null)] };
const KEY = headerSetKey(['名字', '煤耗']);

const read: ImportResult = {
  kind: 'data',
  what: 'facilities',
  input: { name: 'a.csv', sha256: '', bytes: 1, kind: 'facilities', encoding: 'utf-8', crs: 'wgs84', rows: 0, accepted: 0, quarantined: 0, ignored: 0 },
  mapping: MAPPING,
  sample: null,
  crs: null,
  quarantine: [],
  ignored: [],
  noticed: [],
  messages: [],
};
const asking = (id: string, header: string): ImportItem => ({
  id,
  file: id,
  name: id,
  bytes: 1,
  layer: null,
  answers: NO_ANSWERS,
  guess: null,
  isRemembered: false,
  stage: { kind: 'asking', question: { kind: 'columns', what: 'facilities', mapping: { columns: [column(header, null), column('煤耗', null)] }, sample: { header: [], rows: [] }, contradicting: [] } },
});

describe('answers for all files with the same headers', () => {
  it('are remembered as soon as a file can be read by them, whatever the order of its columns', () => {
    const { remembered } = withResult(NO_IMPORTS, read, { ...NO_ANSWERS, mapping: MAPPING, crs: 'gcj02' });
    expect(remembered[headerSetKey(['煤耗', '名字'])]).toEqual({ kind: 'facilities', mapping: MAPPING, crs: 'gcj02', groups: null });
  });

  it('are none where nothing was answered', () => {
    expect(withResult(NO_IMPORTS, read, NO_ANSWERS)).toBe(NO_IMPORTS);
  });

  it('come from a file of columns too, which answers at once for those that wait with its headers', () => {
    const before = { ...NO_IMPORTS, items: [asking('same', '名字'), asking('other', '名称')] };
    const { items, remembered } = withResult(before, { kind: 'mapping', mapping: MAPPING }, NO_ANSWERS);
    expect(items.map(({ stage }) => stage.kind)).toEqual(['waiting', 'asking']);
    expect(remembered[KEY]?.mapping).toEqual(MAPPING);
  });

  it('are let go when there are many of them, the oldest first', () => {
    const answers = { kind: null, mapping: null, crs: null, groups: null };
    const many = Array.from({ length: 130 }, (_, k) => [`列${String(k)}`]).reduce((so, header) => noted(so, header, answers), NO_IMPORTS.remembered);
    expect(Object.keys(many)).toHaveLength(100);
    expect(Object.keys(many).at(-1)).toBe(headerSetKey(['列129']));
  });
});

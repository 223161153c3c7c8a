import { readEntry, type CorpusEntry } from '../corpus.ts';
import type { Case } from './case.ts';
import { datumCases } from './datum-cases.ts';
import { utf8 } from './encode.ts';
import { textCases } from './text-cases.ts';
import { valueCases } from './value-cases.ts';

export const cases: readonly Case[] = [...textCases, ...valueCases, ...datumCases];

const MAPPING = {
  mapping: 1,
  of: 'facilities',
  columns: [{ header: '锅炉吨位数', field: 'capacityTph', unit: 'MW' }, { header: '燃料消耗量', field: null }, { header: '主要燃料类型', field: 'fuel' }],
};

export function corpusFiles(): ReadonlyMap<string, Uint8Array> {
  const files = cases.map(({ file, bytes }) => [file, typeof bytes === 'string' ? utf8(bytes) : bytes] as const);
  return new Map([...files, ['mapped.json', utf8(`${JSON.stringify(MAPPING, null, 2)}\n`)]]);
}

/** The index: what the cases say by hand, with the counts of codes filled in from a reading that must agree with them. */
export function indexText(): string {
  const files = corpusFiles();
  const entries = cases.map((one) => entryOf(one, files.get(one.file) ?? new Uint8Array()));
  return `[\n${entries.map((entry) => `  ${JSON.stringify(entry)}`).join(',\n')}\n]\n`;
}

function entryOf({ file, about, kind = 'facilities', options, expect, encoding = 'utf-8', crs = 'wgs84', codes = [] }: Case, bytes: Uint8Array): CorpusEntry {
  const entry = { file, kind, about, ...(options === undefined ? {} : { options }) };
  if (typeof expect === 'string') return { ...entry, expect: expect.endsWith('-question') ? { question: expect } : { error: expect } };
  const [rows, accepted, quarantined, ignored] = expect;
  const { outcome } = readEntry(entry, bytes);
  const found = 'codes' in outcome ? outcome.codes : {};
  const missing = codes.filter((code) => found[code] === undefined);
  if (missing.length > 0) throw new Error(`${file}: expected ${missing.join(', ')}, got ${JSON.stringify(outcome)}`);
  return { ...entry, expect: { rows, accepted, quarantined, ignored, encoding, crs, codes: found } };
}

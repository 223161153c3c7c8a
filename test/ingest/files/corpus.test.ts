import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sayProblem } from '../../../src/text/messages.ts';
import { corpusIndex, readEntry } from './corpus.ts';
import { placeFiles } from './make/corpus-places.ts';
import { tableFiles } from './make/corpus-tables.ts';

const FIXTURES = new URL('../../fixtures/ingest/', import.meta.url);
const entries = corpusIndex();
const made = { ...tableFiles, ...placeFiles };

describe.each(entries.map((entry) => [[entry.file, JSON.stringify(entry.options ?? '')].join(' '), entry] as const))('%s', (_, entry) => {
  it(entry.about, () => {
    const { outcome, said } = readEntry(entry);
    expect(outcome).toEqual(entry.expect);
    for (const { code, params } of said) {
      expect(sayProblem('zh', code, params)).not.toMatch(/undefined|NaN/u);
      expect(sayProblem('en', code, params)).not.toMatch(/undefined|NaN/u);
    }
  });

  it('loses no row', () => {
    const { outcome } = readEntry(entry);
    if ('rows' in outcome) expect(outcome.accepted + outcome.quarantined + outcome.ignored).toBe(outcome.rows);
  });
});

it('is written by the script, and each of its files has its place in the index', () => {
  for (const [name, make] of Object.entries(made)) {
    expect(Buffer.compare(readFileSync(new URL(name, FIXTURES)), make()), name).toBe(0);
  }
  expect(Object.keys(made).filter((name) => !entries.some(({ file }) => file === name))).toEqual([]);
  expect(entries.filter(({ file }) => !readdirSync(FIXTURES).includes(file))).toEqual([]);
});

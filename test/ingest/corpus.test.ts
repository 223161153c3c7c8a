import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { sayProblem } from '../../src/text/messages.ts';
import { CORPUS, corpusIndex, readEntry } from './corpus.ts';
import { placeFiles } from './files/make/corpus-places.ts';
import { tableFiles } from './files/make/corpus-tables.ts';
import { corpusFiles, indexText } from './make-corpus/make-corpus.ts';

/** The whole corpus is read twice over; a loaded machine takes its time. */
vi.setConfig({ testTimeout: 120_000 });

const entries = corpusIndex();

describe.each(entries.map((entry) => [[entry.file, JSON.stringify(entry.options ?? '')].join(' '), entry] as const))('%s', (_, entry) => {
  it(entry.about, () => {
    const { outcome, said } = readEntry(entry);
    expect(outcome).toEqual(entry.expect);
    if ('rows' in outcome) expect(outcome.accepted + outcome.quarantined + outcome.ignored).toBe(outcome.rows);
    for (const { code, params } of said) {
      expect(sayProblem('zh', code, params)).not.toMatch(/undefined|NaN/u);
      expect(sayProblem('en', code, params)).not.toMatch(/undefined|NaN/u);
    }
  });
});

describe('the corpus', () => {
  it('has at least 120 files, each in the index, each of the index there', () => {
    const there = readdirSync(CORPUS).filter((name) => !/^index.*\.json$|^mapped\.json$/u.test(name));
    const listed = new Set(entries.map(({ file }) => file));
    expect(there.filter((name) => !listed.has(name))).toEqual([]);
    expect([...listed].filter((name) => !there.includes(name))).toEqual([]);
    expect(listed.size).toBeGreaterThanOrEqual(120);
  });

  it('is as its scripts write it', () => {
    for (const [name, bytes] of corpusFiles()) expect(Buffer.compare(readFileSync(new URL(name, CORPUS)), bytes), name).toBe(0);
    for (const [name, make] of Object.entries({ ...tableFiles, ...placeFiles })) {
      expect(Buffer.compare(readFileSync(new URL(name, CORPUS)), make()), name).toBe(0);
    }
    expect(readFileSync(new URL('index.json', CORPUS), 'utf8')).toBe(indexText());
  });
});

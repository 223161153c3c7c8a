import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { answerOf } from '../../scripts/cli/answer.ts';
import { loadCase } from '../../scripts/cli/load.ts';
import { parseOptions } from '../../scripts/cli/options.ts';
import { CORPUS, corpusIndex } from '../ingest/corpus.ts';
import { OWN_FILES } from './own-files.ts';
import { withFiles } from './run-cli.ts';

vi.setConfig({ testTimeout: 120_000 });

const CITY = fileURLToPath(new URL('../../data/jincheng/', import.meta.url));
const SOURCES = ['--heat-sources', `${CITY}heat-sources.csv`];
const ledgerOf = (path: string): readonly string[] => ['--facilities', path, ...SOURCES, '--zones', `${CITY}zones.geojson`];

const SWAPPED: Readonly<Record<string, string>> = { 经度: '纬度', 纬度: '经度' };

/** All that a run writes and says, held whole (`stretch` null) or so many facilities at a time. */
function runWith(args: readonly string[], stretch: number | null) {
  const { options, problems } = parseOptions(args, '2024-12-31');
  expect(problems).toEqual([]);
  const loaded = loadCase(options, undefined, stretch === null ? Infinity : 0);
  if (!loaded.ok) return loaded.problems;
  const { project, long } = loaded.value;
  if (stretch !== null) expect(long === null).toBe(options.format !== 'csv');
  const answer = answerOf(loaded.value, options, stretch ?? undefined);
  const { gaps } = answer;
  const written = answer.lines(() => undefined);
  const lines = written.ok ? [...written.value].join('') : written.problems;
  const { inputs, quarantine, ignored, messages } = project;
  return { inputs, quarantine, ignored, messages, gaps, lines, ...answer.result() };
}

function expectSame(args: readonly string[], ...stretches: readonly number[]): void {
  const whole = runWith(args, null);
  for (const stretch of stretches) expect(runWith(args, stretch)).toEqual(whole);
}

const LEDGERS = corpusIndex().filter(({ file, kind }) => kind === 'facilities' && /\.(?:csv|tsv|txt)$/u.test(file) && file !== 'xlsx-named-csv.csv');

function argsOf({ file, options = {} }: (typeof LEDGERS)[number]): readonly string[] {
  const { crs, encoding, mapping, groups } = options;
  const path = (name: string): string => fileURLToPath(new URL(name, CORPUS));
  const given = { crs, encoding, mapping: mapping === undefined ? undefined : path(mapping), groups };
  return ['--facilities', path(file), ...SOURCES, ...Object.entries(given).flatMap(([option, value]) => (value === undefined || value === null ? [] : [`--${option}`, value]))];
}

describe('a ledger judged in stretches', () => {
  it.each(LEDGERS.map((entry) => [entry.file, entry] as const))('%s comes to the same bytes and words', (_, entry) => {
    const isLong = readFileSync(new URL(entry.file, CORPUS)).length > 50_000;
    expectSame([...argsOf(entry), '--only', 'all'], isLong ? 1000 : 3);
  });

  const city = readFileSync(`${CITY}facilities.csv`, 'utf8').trimEnd().split('\n');
  const [header = '', ...rows] = city;

  it('the embedded ledger comes to the same bytes and words', () => {
    for (const more of [['--lang', 'en'], ['--groups', 'split', '--only', 'all'], ['--crs', 'gcj02'], ['--with-sample']]) {
      expectSame([...ledgerOf(`${CITY}facilities.csv`), ...more], 333);
    }
  });

  it('so do rows of it in any order, with columns left out, whatever the stretch', () => {
    const columns = header.split(',');
    const some = fc.record({
      picked: fc.array(fc.nat({ max: rows.length - 1 }), { maxLength: 30 }),
      without: fc.subarray(columns),
      stretch: fc.constantFrom(1, 2, 7),
      swapped: fc.boolean(),
    });
    fc.assert(
      fc.property(some, ({ picked, without, stretch, swapped }) => {
        const rename = (name: string): string => (without.includes(name) ? `x${name}` : swapped ? (SWAPPED[name] ?? name) : name);
        const text = [columns.map(rename).join(','), ...picked.map((row) => rows[row] ?? '')].join('\n');
        withFiles({ 'ledger.csv': `${text}\n` }, (path) => { expectSame([...ledgerOf(path('ledger.csv')), '--only', 'all'], stretch); });
      }),
      { numRuns: 25 },
    );
  });

  it('says which layers are missing by all of the ledger, not by a part of it', () => {
    const blank = (cells: string): string => `id,name,fuel,divisionCode,lon,lat\n${cells}\n`;
    for (const cells of ['1,a,coal,140525,,', '1,a,coal,110000,,', '1,a,coal,,,', '1,a,coal,,112.85,35.49\n2,b,coal,110000,,', '1,a,coal,110000,,\n2,b,coal,140525,,', '1,a,coal,,116.4,39.9']) {
      withFiles({ 'ledger.csv': blank(cells) }, (path) => { expectSame(['--facilities', path('ledger.csv'), '--only', 'all'], 1); });
    }
  });

  it('keeps what other formats need in one piece', () => {
    withFiles(OWN_FILES, (path) => {
      for (const format of ['json', 'geojson']) expectSame(['--facilities', path('ledger.csv'), '--zones', path('zones.geojson'), '--format', format], 1);
    });
  });
});

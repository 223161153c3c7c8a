import { existsSync, readdirSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it, vi } from 'vitest';
import { OWN_FILES } from './own-files.ts';
import { runCli, withFiles } from './run-cli.ts';

const { 'ledger.csv': LEDGER, 'sources.csv': SOURCE, 'zones.geojson': ZONES } = OWN_FILES;

/** Each case starts the real command line; a loaded machine takes its time. */
vi.setConfig({ testTimeout: 120_000 });

const DAY = ['--as-of', '2024-12-31'];

interface Answer {
  readonly manifest: { readonly inputs: readonly { readonly name: string; readonly rows: number; readonly accepted: number; readonly quarantined: number; readonly ignored: number }[] };
  readonly facilities: readonly {
    readonly id: string;
    readonly verdict: { readonly duty: string; readonly certainty: string; readonly deadline: string | null; readonly overdue: boolean };
    readonly zones: readonly string[];
    readonly heatSources: readonly { readonly id: string; readonly distanceM: number; readonly within: boolean }[];
    readonly nearestHeatSource: { readonly id: string; readonly distanceM: number } | null;
    readonly issues: readonly { readonly code: string }[];
    readonly original: Readonly<Record<string, string>>;
  }[];
  readonly zones: readonly { readonly id: string; readonly status: string; readonly areaM2: number | null }[];
  readonly heatSources: readonly { readonly name: string; readonly eligible: string; readonly reachM: number }[];
  readonly quarantine: readonly { readonly row: number; readonly column?: string; readonly value?: string; readonly code: string }[];
}

describe('npm run assess: own files', () => {
  it('answers as the contract says', () => {
    withFiles({ 'ledger.csv': LEDGER, 'sources.csv': SOURCE, 'zones.geojson': ZONES }, (path) => {
      const run = runCli(['--facilities', path('ledger.csv'), '--heat-sources', path('sources.csv'), '--zones', path('zones.geojson'), '--format', 'json', '--only', 'all', ...DAY]);
      expect(run.exit).toBe(0);
      const answer = JSON.parse(run.out) as Answer;
      expect(answer.facilities.map(({ id, verdict }) => [id, verdict.duty, verdict.certainty, verdict.deadline, verdict.overdue])).toEqual([
        ['A1', 'close', 'certain', '2024-09-30', true],
        ['A2', 'close', 'certain', null, false],
        ['A3', 'inspect', 'unknown', null, false],
      ]);
      expect(answer.facilities.map(({ zones }) => zones)).toEqual([['B1'], ['B1'], []]);
      expect(answer.facilities[0]?.heatSources.map(({ id, within }) => [id, within])).toEqual([['热电', true], ['某厂', true]]);
      expect(answer.facilities[2]).toMatchObject({ nearestHeatSource: null, heatSources: [] });
      expect(answer.facilities[2]?.issues.map(({ code }) => code)).toContain('no-location');
      expect(answer.facilities[0]?.original['备注']).toBe('=HYPERLINK("x")');
      expect(answer.heatSources.map(({ name, eligible, reachM }) => [name, eligible, reachM])).toEqual([['热电', 'yes', 30_000], ['某厂', 'unknown', 30_000]]);
      expect(answer.zones[0]).toMatchObject({ id: 'B1', status: 'ok' });
    });
  });

  it('writes a CSV that opens right in Excel', () => {
    withFiles({ 'ledger.csv': LEDGER }, (path) => {
      const { out } = runCli(['--facilities', path('ledger.csv'), ...DAY]);
      expect(out.startsWith('\uFEFF设施编号,')).toBe(true);
      expect(out.replaceAll('\r\n', '').includes('\n')).toBe(false);
      const { data } = Papa.parse<Record<string, string>>(out.slice(1), { header: true, skipEmptyLines: true });
      expect(data.map((row) => row['设施编号'])).toEqual(['A1', 'A2', 'A3']);
      expect(data[0]?.['设施名称']).toBe('一号,炉');
      expect(data[0]?.['备注']).toBe(`'=HYPERLINK("x")`);
    });
  });

  it('writes RFC 7946 GeoJSON, a null geometry where the place is unknown', () => {
    withFiles({ 'ledger.csv': LEDGER }, (path) => {
      const { out } = runCli(['--facilities', path('ledger.csv'), '--format', 'geojson', ...DAY]);
      const { features } = JSON.parse(out) as { features: readonly { geometry: { coordinates: number[] } | null; properties: { id: string } }[] };
      expect(features.map(({ geometry, properties }) => [properties.id, geometry?.coordinates ?? null])).toEqual([['A1', [112.925, 35.461]], ['A2', [112.925, 35.461]], ['A3', null]]);
    });
  });

  it('still assesses the good rows, and names the bad ones', () => {
    const bad = `${LEDGER}\nB1,坏,丁厂,boiler,coal,abc,140525,112.9,35.4,0,\nB2,坏,丁厂,boiler,coal,10,140525,112.9,95,0,\n`;
    withFiles({ 'ledger.csv': bad }, (path) => {
      const run = runCli(['--facilities', path('ledger.csv'), '--quarantine', path('bad.csv'), '--format', 'json', ...DAY]);
      expect(run.exit).toBe(0);
      expect(run.err).toContain('abc');
      const answer = JSON.parse(run.out) as Answer;
      expect(answer.manifest.inputs.find(({ name }) => name === 'ledger.csv')).toMatchObject({ rows: 5, accepted: 3, quarantined: 2, ignored: 0 });
      expect(answer.quarantine.map(({ row, column, value }) => [row, column, value])).toEqual([[4, 'capacityTph', 'abc'], [5, 'lat', '95']]);
      const quarantined = Papa.parse<Record<string, string>>(readFileSync(path('bad.csv'), 'utf8').slice(1), { header: true, skipEmptyLines: true }).data;
      expect(quarantined.map((row) => [row['id'], row['数据行']])).toEqual([['B1', '4'], ['B2', '5']]);
    });
  });

  it('--strict writes no result when a row is bad', () => {
    withFiles({ 'ledger.csv': `${LEDGER}\nB1,坏,丁厂,boiler,coal,abc,140525,112.9,35.4,0,\n` }, (path) => {
      const run = runCli(['--facilities', path('ledger.csv'), '--strict', '--out', path('out.csv'), ...DAY]);
      expect([run.exit, run.out, existsSync(path('out.csv'))]).toEqual([3, '', false]);
    });
  });

  it('leaves an open polygon out and says so', () => {
    withFiles({ 'ledger.csv': LEDGER, 'zones.geojson': ZONES.replace(',[112.9,35.4]]]', ']]') }, (path) => {
      const run = runCli(['--facilities', path('ledger.csv'), '--zones', path('zones.geojson'), '--format', 'json', ...DAY]);
      expect(run.exit).toBe(0);
      expect((JSON.parse(run.out) as Answer).zones).toMatchObject([{ id: 'B1', status: 'skipped', areaM2: null }]);
    });
  });
});

describe('npm run assess: refusals', () => {
  it.each([
    [['--format', 'pdf'], 2],
    [['--crs', 'xian80'], 2],
    [['--encoding', 'big5'], 2],
    [['--as-of', '2024-02-30'], 2],
    [['--policy', 'nowhere-1999'], 2],
    [['--colour', 'red'], 2],
    [['--facilities', 'no-such-file.csv'], 3],
    [['--zones', 'package.json'], 3],
    [['--policy', './package.json'], 3],
  ])('%j ends with exit %d, a sentence, and nothing on standard output', (args, exit) => {
    const run = runCli(args);
    expect([run.exit, run.out]).toEqual([exit, '']);
    expect(run.err.trim()).not.toBe('');
    expect(run.err).not.toMatch(/\bat .*:\d+:\d+/u);
  });

  it.each(['', '﻿', '\u0000\u0001', 'PK\u0003\u0004'])('an empty or binary ledger (%j) is exit 3', (text) => {
    withFiles({ 'ledger.csv': text }, (path) => {
      expect(runCli(['--facilities', path('ledger.csv')]).exit).toBe(3);
    });
  });

  it('leaves no half-written file when the folder does not exist', () => {
    withFiles({ 'ledger.csv': LEDGER }, (path, folder) => {
      expect(runCli(['--facilities', path('ledger.csv'), '--out', path('none/out.csv'), ...DAY]).exit).toBe(3);
      expect(readdirSync(folder)).toEqual(['ledger.csv']);
    });
  });
});

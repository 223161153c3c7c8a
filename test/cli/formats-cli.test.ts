import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { OWN_FILES } from './own-files.ts';
import { runCli, withFiles } from './run-cli.ts';

/** Each case starts the real command line; a loaded machine takes its time. */
vi.setConfig({ testTimeout: 120_000 });

const DAY = ['--as-of', '2024-12-31', '--only', 'all'];
const fixture = (name: string): string => fileURLToPath(new URL(`../fixtures/ingest/${name}`, import.meta.url));

interface Answer {
  readonly facilities: readonly { readonly id: string; readonly lngLat: unknown; readonly capacityTph: number | null; readonly zones: readonly string[]; readonly verdict: unknown; readonly original: Readonly<Record<string, string>> }[];
  readonly zones: readonly { readonly name: string; readonly status: string }[];
  readonly messages: readonly { readonly code: string }[];
}

const answer = (args: readonly string[]): Answer => JSON.parse(runCli([...args, '--format', 'json', ...DAY]).out) as Answer;

describe('npm run assess: workbooks', () => {
  it('writes one that it reads again with the same facilities and verdicts, and the same bytes each time', () => {
    withFiles({ 'ledger.csv': OWN_FILES['ledger.csv'] }, (path) => {
      const run = runCli(['--facilities', path('ledger.csv'), '--format', 'xlsx', '--out', path('out.xlsx'), ...DAY]);
      expect([run.exit, run.out]).toEqual([0, '']);
      runCli(['--facilities', path('ledger.csv'), '--format', 'xlsx', '--out', path('again.xlsx'), ...DAY]);
      expect(Buffer.compare(readFileSync(path('out.xlsx')), readFileSync(path('again.xlsx')))).toBe(0);
      const facts = ({ facilities }: Answer) => facilities.map(({ id, lngLat, capacityTph, verdict, original }) => [id, lngLat, capacityTph, verdict, original['备注'] ?? '']);
      expect(facts(answer(['--facilities', path('out.xlsx')]))).toEqual(facts(answer(['--facilities', path('ledger.csv')])));
    });
  });

  it('asks which sheet when several are ledgers', () => {
    const run = runCli(['--facilities', fixture('xlsx-several-sheets.xlsx'), ...DAY]);
    expect([run.exit, run.out]).toEqual([3, '']);
    expect(run.err).toContain('--sheet');
  });
});

describe('npm run assess: zones', () => {
  it('are the same from a shapefile, KMZ and GeoJSON', () => {
    for (const name of ['shp-cgcs2000-zone-38.zip', 'kmz-zones.kmz', 'geo-duplicate-vertex.geojson']) {
      const { facilities } = answer(['--facilities', fixture('xlsx-plain.xlsx'), '--zones', fixture(name)]);
      expect(facilities[0]?.zones, name).toEqual(['城区禁煤区']);
    }
  });

  it('are repaired only on demand', () => {
    const args = ['--facilities', fixture('xlsx-plain.xlsx'), '--zones', fixture('kml-self-crossing.kml')];
    const [asked, told] = [answer(args), answer([...args, '--repair-zones'])];
    expect(asked.zones).toMatchObject([{ name: '城区禁煤区', status: 'skipped' }]);
    expect(asked.messages.map(({ code }) => code)).toContain('zone-repair-proposed');
    expect(told.zones).toMatchObject([{ name: '城区禁煤区', status: 'repaired' }]);
  });

  it.each(['shp-cut.zip', 'zip-slip.zip'])('%s ends with exit 3, a sentence, and nothing on standard output', (name) => {
    const run = runCli(['--zones', fixture(name), ...DAY]);
    expect([run.exit, run.out]).toEqual([3, '']);
    expect(run.err).toContain(name);
    expect(run.err).not.toMatch(/\bat .*:\d+:\d+/u);
  });
});

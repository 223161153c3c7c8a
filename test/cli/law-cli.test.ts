import { describe, expect, it, vi } from 'vitest';
import { smallPack } from '../policy/small-pack.ts';
import { OWN_FILES } from './own-files.ts';
import { runCli, withFiles } from './run-cli.ts';

/** Each case starts the real command line; a loaded machine takes its time. */
vi.setConfig({ testTimeout: 120_000 });

const DAY = ['--as-of', '2024-12-31'];
const LEDGER = 'id,enterprise,kind,fuel,capacityTph,count,divisionCode\nA,丁厂,boiler,coal,35,4,140525\nB,甲公司,boiler,coal,20,5,140581\nC,丁厂,boiler,,10,1,140525\nD,丁厂,boiler,gas,,1,140525\n';
const FILES = { 'ledger.csv': LEDGER, 'law.json': JSON.stringify(smallPack()) };
const own = (path: (name: string) => string) => ['--facilities', path('ledger.csv'), '--policy', path('law.json'), ...DAY];

interface Answer {
  readonly manifest: { readonly packs: readonly { readonly id: string; readonly readings: Readonly<Record<string, string>> }[] };
  readonly facilities: readonly { readonly id: string; readonly verdict: { readonly duty: string } }[];
}

describe('--reading', () => {
  const answer = (...more: readonly string[]) =>
    withFiles(FILES, (path) => {
      const { packs, duties } = (({ manifest, facilities }: Answer) => ({ packs: manifest.packs, duties: facilities.map(({ id, verdict }) => `${id} ${verdict.duty}`) }))(
        JSON.parse(runCli([...own(path), '--format', 'json', '--only', 'all', ...more]).out) as Answer,
      );
      return { readings: packs[0]?.readings, duties };
    });

  it('answers an ambiguous text, and stands in the manifest', () => {
    expect(answer()).toMatchObject({ readings: { bounds: 'yes' }, duties: ['A close', 'B none', 'C close', 'D none'] });
    expect(answer('--reading', 'bounds=no')).toMatchObject({ readings: { bounds: 'no' }, duties: ['A none', 'B none', 'C close', 'D none'] });
  });

  it.each([
    [['--reading', 'mood=good'], 'bounds'],
    [['--reading', 'bounds=maybe'], 'bounds=yes, bounds=no'],
    [['--reading', 'bounds'], 'ID=OPTION'],
    [['--reading', 'bounds='], 'ID=OPTION'],
    [['--reading', 'bounds=yes=no'], 'ID=OPTION'],
    [['--reading', 'bounds=no', '--reading', 'bounds=yes'], '--reading bounds'],
  ])('%j is a mistake of usage that names what there is', (args, named) => {
    withFiles(FILES, (path) => {
      const { exit, out, err } = runCli([...own(path), ...args, '--lang', 'en']);
      expect([exit, out]).toEqual([2, '']);
      expect(err).toContain(named);
    });
  });
});

describe('--reconcile', () => {
  it('holds the embedded ledger against the published totals', async () => {
    const { exit, out } = runCli(['--reconcile', ...DAY]);
    expect(exit).toBe(0);
    await expect(out).toMatchFileSnapshot('../golden/reconcile-jincheng.txt');
  });

  it('of own files and law, as a table in English', () => {
    withFiles(FILES, (path) => {
      expect(runCli([...own(path), '--reconcile', '--lang', 'en']).out.split('\n')).toEqual([
        'document  id  area      published  ledger  diff.  open  published t/h  ledger t/h  diff.',
        'Small     C1  Jincheng         10       9     −1     1            350         240   −110',
        '    9: “10台350蒸吨”',
        '    1 more may belong to it; missing: fuel',
        '    by county: Zezhou County 4, Gaoping City 5',
        '',
      ]);
    });
  });

  it('as JSON, a total a line, with the records by their ids', () => {
    withFiles(FILES, (path) => {
      const { exit, out } = runCli([...own(path), '--reconcile', '--format', 'json']);
      expect(exit).toBe(0);
      expect(JSON.parse(out)).toMatchObject([
        {
          policy: 'small', id: 'C1', article: '9', divisionCode: '140500', published: { count: 10, tph: 350 }, counted: { count: 9, tph: 240, unknownTph: 0 },
          open: { count: 1, tph: 10, missing: ['fuel'] }, difference: { count: -1, tph: -110 }, facilities: { counted: ['A', 'B'], open: ['C'] },
        },
      ]);
    });
  });

  it('says when a policy publishes no totals, and refuses a map', () => {
    withFiles({ ...OWN_FILES, 'law.json': JSON.stringify({ ...smallPack(), controlTotals: [] }) }, (path) => {
      const none = runCli([...own(path), '--reconcile', '--lang', 'en']);
      expect([none.exit, none.out]).toEqual([0, 'The chosen policies publish no totals.\n']);
      const map = runCli([...own(path), '--reconcile', '--format', 'geojson']);
      expect([map.exit, map.out]).toEqual([2, '']);
    });
  });
});

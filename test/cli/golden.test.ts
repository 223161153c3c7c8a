import { describe, expect, it, vi } from 'vitest';
import { OWN_FILES } from './own-files.ts';
import { runCli, withFiles } from './run-cli.ts';

/** Each case starts the real command line; a loaded machine takes its time. */
vi.setConfig({ testTimeout: 120_000 });

const DAY = ['--as-of', '2024-12-31'];

interface Finding {
  readonly rule: string;
  readonly outcome: string;
  readonly marginM: number | null;
}

/** One line a facility: the verdict and what each rule says, short enough to read a difference. */
function digest(json: string): string {
  const { facilities } = JSON.parse(json) as { facilities: readonly { id: string; verdict: Record<string, unknown>; findings: readonly Finding[] }[] };
  const lines = facilities.map(({ id, verdict, findings }) => {
    const said = findings.filter(({ outcome }) => outcome !== 'outside').map(({ rule, outcome, marginM }) => `${rule}=${outcome}${marginM === null ? '' : `(${marginM.toFixed(1)} m)`}`);
    const { duty, possibleDuty, certainty, deadline, overdue } = verdict;
    return `${id} ${[duty, possibleDuty, certainty, deadline, overdue].map(String).join(' ')} | ${said.join(' ')}`;
  });
  return `${lines.join('\n')}\n`;
}

describe('golden answers', () => {
  it('of the embedded city', async () => {
    const { out } = runCli(['--format', 'json', '--only', 'all', ...DAY]);
    await expect(digest(out)).toMatchFileSnapshot('../golden/jincheng-2024-12-31.txt');
  });

  it('are the same bytes twice', () => {
    const [first, second] = [runCli(DAY), runCli(DAY)];
    expect(first.exit).toBe(0);
    expect(first.out).toBe(second.out);
  });

  it.each(['csv', 'json', 'geojson'])('of own files as %s', async (format) => {
    const out = withFiles(OWN_FILES, (path) =>
      runCli(['--facilities', path('ledger.csv'), '--heat-sources', path('sources.csv'), '--zones', path('zones.geojson'), '--format', format, '--lang', 'en', ...DAY]),
    ).out;
    await expect(out).toMatchFileSnapshot(`../golden/own-files.${format}`);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { runCli, runPolicy } from './run-cli.ts';

/** Each case starts the real command line; a loaded machine takes its time. */
vi.setConfig({ testTimeout: 120_000 });

const FILES = ['--facilities', 'docs/another-city/ledger.csv', '--heat-sources', 'docs/another-city/heat-sources.csv', '--zones', 'docs/another-city/zones.geojson'];

/** The commands of a README's section on another city, as a shell would split them, without the redirection. */
function commandsOf(readme: string, heading: string): readonly (readonly string[])[] {
  const text = readFileSync(new URL(`../../${readme}`, import.meta.url), 'utf8');
  const section = text.split('\n## ').find((part) => part.startsWith(heading)) ?? '';
  return [...section.matchAll(/```sh\n([^`]*)```/gu)].map(([, block = '']) => block.replaceAll('\\\n', ' ').replace(/>.*/su, '').trim().split(/\s+/u));
}

interface Answer {
  readonly id: string;
  readonly verdict: { readonly duty: string; readonly certainty: string; readonly deadline: string | null; readonly overdue: boolean };
  readonly findings: readonly { readonly rule: string; readonly outcome: string }[];
}

function answers(...args: readonly string[]): ReadonlyMap<string, Answer> {
  const { out } = runCli([...FILES, '--only', 'all', '--format', 'json', ...args]);
  return new Map((JSON.parse(out) as { facilities: readonly Answer[] }).facilities.map((one) => [one.id, one]));
}

const applying = (answer: Answer | undefined) => answer?.findings.filter(({ outcome }) => outcome === 'applies').map(({ rule }) => rule);

describe('another city', () => {
  it.each([['README.md', '换一座城市'], ['README.en.md', 'Another city']])('works as %s says, command by command', (readme, heading) => {
    const commands = commandsOf(readme, heading);
    expect(commands.map(([npm, run, silent, script]) => [npm, run, silent, script].join(' '))).toEqual(['npm run --silent assess', 'npm run --silent policy', 'npm run --silent assess']);
    for (const [, , , script, , ...args] of commands) {
      const { exit, out } = script === 'policy' ? runPolicy(args) : runCli(args);
      expect([args[0], exit]).toEqual([args[0], 0]);
      expect(out).not.toBe('');
    }
  });

  it("is bound by the province where its own plan is silent, and never by another city's plan", () => {
    const byId = answers('--as-of', '2024-12-01');
    expect(byId.get('DT-1')?.verdict).toMatchObject({ duty: 'close-or-consolidate', certainty: 'certain', deadline: null, overdue: false });
    expect(applying(byId.get('DT-1'))).toEqual(['DT24-20-ule-all', 'SX24-9-radius', 'SX24-21-ule-all']);
    expect(applying(byId.get('DT-2'))).toEqual(['DT24-8-le35', 'DT24-20-ule-all', 'FC17-class-2', 'SX24-9-le35', 'SX24-9-radius', 'SX24-21-ule-all']);
    expect(byId.get('DT-3')?.findings).toContainEqual(expect.objectContaining({ rule: 'DT24-9-gas-producer', outcome: 'review' }));
    expect([...byId.values()].flatMap(({ findings }) => findings.filter(({ rule }) => /^(JC|YQ)/u.test(rule)))).toEqual([]);
  });

  it('takes a document of its own beside them', () => {
    const own = answers('--as-of', '2025-12-01', '--policy', 'datong-2024', '--policy', 'shanxi-2024', '--policy', 'docs/another-city/pack.json');
    expect(own.get('DT-4')?.verdict).toMatchObject({ duty: 'close', deadline: '2025-10-31', overdue: true });
    expect(answers('--as-of', '2025-12-01').get('DT-4')?.verdict.duty).toBe('none');
  });
});

/**
 * `npm run bench -- assessment`: the whole way from a CSV to a CSV, beside what papaparse alone takes to parse the same file, in
 * turns, each in a fresh process. Ratios of medians, peak memory, bytes a facility, and how cost grows with each size.
 */
import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { largeScene } from '../ledger/large-scene.ts';
import type { SceneSize } from '../ledger/large-scene.ts';
import { fittedExponent } from './measure.ts';

const SEED = 7;
const AS_OF = '2024-12-31';
const RUN = fileURLToPath(new URL('../run.mjs', import.meta.url));
/** How often a running process is looked at, ms; its peak is kept by the system. */
const LOOK_MS = 5;
const PROVINCE = { facilities: 100_000, zones: 1000, sources: 300 };
const COUNTRY = { facilities: 1_000_000, zones: 200, sources: 200 };

type Size = Pick<SceneSize, 'facilities' | 'zones' | 'sources'>;

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    facilities: { type: 'string' },
    zones: { type: 'string' },
    sources: { type: 'string' },
    country: { type: 'boolean', default: false },
    growth: { type: 'boolean', default: false },
  },
});

interface Result extends Size {
  readonly parseMs: number;
  readonly parseCpuMs: number;
  readonly cliMs: number;
  readonly cliCpuMs: number;
  readonly engineMs: number;
  readonly engineCpuMs: number;
  readonly sceneCpuMs: number;
  readonly editMs: number;
  readonly peakMB: number;
  readonly bytesPerFacility: number;
  readonly outMB: number;
}

const folder = mkdtempSync(join(tmpdir(), 'coal-ban-map-bench-'));
try {
  const load = loadavg()[0] ?? NaN;
  const asked: Size = { facilities: Number(values.facilities ?? PROVINCE.facilities), zones: Number(values.zones ?? PROVINCE.zones), sources: Number(values.sources ?? PROVINCE.sources) };
  const results = [await measure(asked)];
  if (values.country) results.push(await measure(COUNTRY));
  const growth = values.growth ? await growthOf(asked) : [];
  const text = report(results, growth, load);
  if (values.out === undefined) process.stdout.write(text);
  else writeFileSync(values.out, text);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measure(size: Size): Promise<Result> {
  const files = write(size);
  const out = join(folder, 'out.csv');
  const args = ['assess.ts', '--facilities', files.ledger, '--heat-sources', files.sources, '--zones', files.zones, '--crs', 'wgs84', '--as-of', AS_OF, '--out', out];
  const child = 'bench/assessment-child.ts';
  // Bundles are made before anything is timed.
  await run(['assess.ts', '--help']);
  await run([child, 'parse', files.sources]);
  const rounds: { parse: Record<string, number>; engine: Record<string, number>; cli: Ended }[] = [];
  for (let round = 0; round < Number(values.rounds); round++) {
    const parse = await run([child, 'parse', files.ledger]);
    const cli = await run(args);
    const engine = await run([child, 'engine', files.ledger, files.sources, files.zones]);
    rounds.push({ parse: JSON.parse(parse.text) as Record<string, number>, engine: JSON.parse(engine.text) as Record<string, number>, cli });
    process.stderr.write(`  ${String(size.facilities)} × ${String(size.zones)} × ${String(size.sources)}: round ${String(round + 1)}\n`);
  }
  const of = (pick: (round: (typeof rounds)[number]) => number | undefined) => median(rounds.map((round) => pick(round) ?? NaN));
  return {
    ...size,
    parseMs: of(({ parse }) => parse['wallMs']),
    parseCpuMs: of(({ parse }) => parse['cpuMs']),
    cliMs: of(({ cli }) => cli.wallMs),
    cliCpuMs: of(({ cli }) => cli.cpuMs),
    engineMs: of(({ engine }) => engine['wallMs']),
    engineCpuMs: of(({ engine }) => engine['cpuMs']),
    sceneCpuMs: of(({ engine }) => engine['sceneMs']),
    editMs: of(({ engine }) => engine['editMs']),
    peakMB: Math.max(...rounds.map(({ cli }) => cli.peakMB)),
    bytesPerFacility: of(({ engine }) => engine['bytesPerFacility']),
    outMB: statSync(out).size / 1e6,
  };
}

/** What the engine alone takes of the processor. */
async function engineCpuMs(size: Size): Promise<number> {
  const files = write(size);
  const costs: number[] = [];
  for (let round = 0; round < Number(values.rounds); round++) {
    const engine = await run(['bench/assessment-child.ts', 'engine', files.ledger, files.sources, files.zones]);
    costs.push((JSON.parse(engine.text) as Record<string, number>)['cpuMs'] ?? NaN);
  }
  process.stderr.write(`  ${String(size.facilities)} × ${String(size.zones)} × ${String(size.sources)}: ${median(costs).toFixed(0)} ms\n`);
  return median(costs);
}

/** One size doubled at a time, the others kept. */
async function growthOf(base: Size): Promise<readonly (readonly [string, number])[]> {
  const exponents: [string, number][] = [];
  for (const key of ['facilities', 'zones', 'sources'] as const) {
    const sizes = [0.25, 0.5, 1].map((share) => Math.round(base[key] * share));
    const costs: number[] = [];
    for (const size of sizes) costs.push(await engineCpuMs({ ...base, [key]: size }));
    exponents.push([key, fittedExponent(sizes, costs)]);
  }
  return exponents;
}

function write(size: Size): { readonly ledger: string; readonly sources: string; readonly zones: string } {
  const scene = largeScene({ ...size, vertices: [100, 5000], seed: SEED });
  const files = { ledger: join(folder, 'ledger.csv'), sources: join(folder, 'sources.csv'), zones: join(folder, 'zones.geojson') };
  writeLines(files.ledger, scene.ledger());
  writeLines(files.sources, [scene.sources()]);
  writeLines(files.zones, scene.zones());
  return files;
}

function writeLines(path: string, lines: Iterable<string>): void {
  const file = openSync(path, 'w');
  let buffer = '';
  for (const line of lines) {
    buffer += line;
    if (buffer.length > 1 << 20) {
      writeSync(file, buffer);
      buffer = '';
    }
  }
  writeSync(file, buffer);
  closeSync(file);
}

interface Ended {
  readonly text: string;
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly peakMB: number;
}

function run(args: readonly string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(process.execPath, [RUN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let [text, said, seen] = ['', '', { cpuMs: NaN, peakMB: NaN }];
    child.stdout.on('data', (part: Buffer) => (text += part.toString()));
    child.stderr.on('data', (part: Buffer) => (said += part.toString()));
    const looking = setInterval(() => {
      seen = look(child.pid) ?? seen;
    }, LOOK_MS);
    child.on('exit', (code) => {
      clearInterval(looking);
      if (code === 0) resolve({ text, wallMs: performance.now() - start, ...seen });
      else reject(new Error(`bench: ${args.join(' ')} ended with ${String(code)}\n${said}`));
    });
  });
}

/** What Linux tells of a process; nothing elsewhere. */
function look(pid: number | undefined): { readonly cpuMs: number; readonly peakMB: number } | null {
  try {
    const peakKB = /VmHWM:\s*(\d+)/u.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1];
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    // Fields 14 and 15 of proc(5), in hundredths of a second.
    return peakKB === undefined ? null : { peakMB: Number(peakKB) / 1024, cpuMs: 10 * (Number(stat[11]) + Number(stat[12])) };
  } catch {
    return null;
  }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
}

function report(results: readonly Result[], growth: readonly (readonly [string, number])[], load: number): string {
  const head = ['facilities', 'zones', 'sources', 'papaparse ms (cpu)', 'CLI ms (cpu)', 'ratio (cpu)', 'engine ms (cpu)', 'ratio (cpu)', 'scene cpu ms', 'one edit ms', 'peak MB', 'engine bytes/facility', 'out MB'];
  const rows = results.map((r) => [
    r.facilities, r.zones, r.sources, both(r.parseMs, r.parseCpuMs), both(r.cliMs, r.cliCpuMs), ratios(r.cliMs / r.parseMs, r.cliCpuMs / r.parseCpuMs), both(r.engineMs, r.engineCpuMs),
    ratios(r.engineMs / r.parseMs, r.engineCpuMs / r.parseCpuMs), r.sceneCpuMs.toFixed(0), r.editMs.toFixed(1), r.peakMB.toFixed(0), r.bytesPerFacility.toFixed(0), r.outMB.toFixed(1),
  ]);
  const table = [head, head.map(() => '---:'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  const grown = growth.map(([key, exponent]) => `engine cost ~ ${key}^${exponent.toFixed(2)}`).join(', ');
  return `Medians of ${values.rounds} rounds in turns; load ${load.toFixed(1)} at the start; Node ${process.version}.\n\n${table}\n${grown === '' ? '' : `\n${grown}\n`}`;
}

function both(wallMs: number, cpuMs: number): string {
  return `${wallMs.toFixed(0)} (${cpuMs.toFixed(0)})`;
}

function ratios(wall: number, cpu: number): string {
  return `${wall.toFixed(1)} (${cpu.toFixed(1)})`;
}

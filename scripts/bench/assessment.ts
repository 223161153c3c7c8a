/**
 * `npm run bench -- assessment`: the whole way from a CSV to a CSV, beside what papaparse alone takes to parse the same file, in
 * turns, each in a fresh process. Medians and the spread of the ratios, peak memory, bytes a facility, and how cost grows with
 * each size. Also the floor: a program that reads the same files and writes as much, and judges nothing.
 */
import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { largeScene } from '../ledger/large-scene.ts';
import type { SceneSize } from '../ledger/large-scene.ts';
import { fittedExponent } from './measure.ts';

const SEED = 7;
const AS_OF = '2024-12-31';
const RUN = fileURLToPath(new URL('../run.mjs', import.meta.url));
const CHILD = 'bench/assessment-child.ts';
/** How often a running process is looked at, ms; its peak is kept by the system. */
const LOOK_MS = 5;
/** A load above this share of the cores stretches wall times, and by the caches processor times too. */
const BUSY = 0.25;
const PROVINCE = { facilities: 100_000, zones: 1000, sources: 300 };
const COUNTRY = { facilities: 1_000_000, zones: 200, sources: 200 };

type Size = Pick<SceneSize, 'facilities' | 'zones' | 'sources'>;

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    facilities: { type: 'string' },
    zones: { type: 'string' },
    sources: { type: 'string' },
    country: { type: 'boolean', default: false },
    growth: { type: 'boolean', default: false },
  },
});

interface Spent {
  readonly wallMs: number;
  readonly cpuMs: number;
}

/** What is held against papaparse's parse of the ledger, and what was asked of it. */
const WORKS = [
  { key: 'parse', name: 'papaparse, rows as lists', asked: '' },
  { key: 'records', name: 'papaparse, `header: true`', asked: '' },
  { key: 'floor', name: 'floor: reads the files, writes as much, judges nothing', asked: '' },
  { key: 'cli', name: 'command line, from CSV to CSV', asked: '4' },
  { key: 'engine', name: 'engine, scene to assessment', asked: '1' },
] as const;

type Round = Readonly<Record<(typeof WORKS)[number]['key'], Spent>>;

interface Result extends Size {
  readonly rounds: readonly Round[];
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
  const text = report(results, growth, [load, loadavg()[0] ?? NaN]);
  if (values.out === undefined) process.stdout.write(text);
  else writeFileSync(values.out, text);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measure(size: Size): Promise<Result> {
  const files = write(size);
  const out = join(folder, 'out.csv');
  const args = ['assess.ts', '--facilities', files.ledger, '--heat-sources', files.sources, '--zones', files.zones, '--crs', 'wgs84', '--as-of', AS_OF, '--out', out];
  // Bundles are made before anything is timed, and the size of what the floor has to write is known.
  await told('parse', files.sources);
  await run(args);
  const written = sizeOf(out);
  const rounds: Round[] = [];
  const engines: Record<string, number>[] = [];
  let peakMB = 0;
  for (let round = 0; round < Number(values.rounds); round++) {
    const parse = spentIn(await told('parse', files.ledger));
    const records = spentIn(await told('records', files.ledger));
    const cli = await run(args);
    const floor = await run([CHILD, 'floor', files.ledger, files.sources, files.zones, join(folder, 'floor.csv'), ...written.map(String)]);
    const engine = await told('engine', files.ledger, files.sources, files.zones);
    rounds.push({ parse, records, floor, cli, engine: spentIn(engine) });
    engines.push(engine);
    peakMB = Math.max(peakMB, cli.peakMB);
    process.stderr.write(`  ${nameOf(size)}: round ${String(round + 1)}\n`);
  }
  const ofEngine = (key: string): number => median(engines.map((engine) => engine[key] ?? NaN));
  return { ...size, rounds, sceneCpuMs: ofEngine('sceneMs'), editMs: ofEngine('editMs'), peakMB, bytesPerFacility: ofEngine('bytesPerFacility'), outMB: statSync(out).size / 1e6 };
}

/** What a measurement in a process of its own says. */
async function told(...args: readonly string[]): Promise<Record<string, number>> {
  return JSON.parse((await run([CHILD, ...args])).text) as Record<string, number>;
}

function spentIn({ wallMs = NaN, cpuMs = NaN }: Readonly<Record<string, number>>): Spent {
  return { wallMs, cpuMs };
}

/** Rows, cells a row and bytes of a CSV. */
function sizeOf(csv: string): readonly [rows: number, cells: number, bytes: number] {
  const text = readFileSync(csv, 'utf8');
  return [text.split('\r\n').length - 2, text.slice(0, text.indexOf('\r\n')).split(',').length, statSync(csv).size];
}

function nameOf({ facilities, zones, sources }: Size): string {
  return [facilities, zones, sources].map((count) => count.toLocaleString('en-GB')).join(' × ');
}

/** What the engine alone takes of the processor. */
async function engineCpuMs(size: Size): Promise<number> {
  const files = write(size);
  const costs: number[] = [];
  for (let round = 0; round < Number(values.rounds); round++) costs.push(spentIn(await told('engine', files.ledger, files.sources, files.zones)).cpuMs);
  process.stderr.write(`  ${nameOf(size)}: ${median(costs).toFixed(0)} ms\n`);
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

interface Ended extends Spent {
  readonly text: string;
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

function report(results: readonly Result[], growth: readonly (readonly [string, number])[], loads: readonly [start: number, end: number]): string {
  const isBusy = Math.max(loads[0] / cpus().length, (loads[1] - 1) / cpus().length) > BUSY;
  const load = `load ${loads.map((one) => one.toFixed(1)).join(' at the start and ')} at the end, of which about 1 is the benchmark's own`;
  const head = `Medians of ${values.rounds} rounds in turns; ${load}; ${String(cpus().length)} processors; Node ${process.version}. Ratios to papaparse's first row, least and greatest in brackets.${isBusy ? ' **The machine was busy with other work: wall times mean little.**' : ''}`;
  const grown = growth.map(([key, exponent]) => `engine cost ~ ${key}^${exponent.toFixed(2)}`).join(', ');
  return [head, ...results.flatMap((result) => [timesOf(result), sizesOf(result)]), ...(grown === '' ? [] : [grown])].map((part) => `${part}\n`).join('\n');
}

function timesOf(result: Result): string {
  const rows = WORKS.map(({ key, name, asked }) => {
    const { wallMs, cpuMs } = { wallMs: of(result, key, 'wallMs'), cpuMs: of(result, key, 'cpuMs') };
    return [name, wallMs.toFixed(0), cpuMs.toFixed(0), ratio(result, key, 'wallMs'), ratio(result, key, 'cpuMs'), asked];
  });
  return table([nameOf(result), 'wall ms', 'cpu ms', 'ratio, wall', 'ratio, cpu', 'asked'], rows);
}

function sizesOf({ peakMB, bytesPerFacility, outMB, sceneCpuMs, editMs }: Result): string {
  return table(['peak MB (asked 700)', 'engine bytes a facility', 'out MB', 'scene cpu ms', 'one edit ms'], [[peakMB.toFixed(0), bytesPerFacility.toFixed(0), outMB.toFixed(1), sceneCpuMs.toFixed(0), editMs.toFixed(1)]]);
}

function of({ rounds }: Result, key: keyof Round, what: keyof Spent): number {
  return median(rounds.map((round) => round[key][what]));
}

function ratio(result: Result, key: keyof Round, what: keyof Spent): string {
  if (key === 'parse') return '1';
  const ratios = result.rounds.map((round) => round[key][what] / round.parse[what]);
  return `${(of(result, key, what) / of(result, 'parse', what)).toFixed(1)} (${Math.min(...ratios).toFixed(1)}–${Math.max(...ratios).toFixed(1)})`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map((_, k) => (k === 0 ? '---' : '---:')), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

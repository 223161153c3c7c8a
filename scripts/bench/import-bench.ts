/**
 * How a large ledger comes into the page: `tsx scripts/bench/import-bench.ts [rows]`. Builds a page that is the import without
 * its screens, writes a ledger of so many rows × 15 columns, drives Chromium and prints what was measured.
 */
import { createWriteStream, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { build, preview } from 'vite';
import { seededRandom } from '../../src/base/random.ts';
import { planBrowser } from '../find-chromium.ts';
import { thisMachine } from '../this-machine.ts';
import { ledgerLines } from './import-ledger.ts';

const rows = Number(process.argv[2] ?? 1_000_000);
const folder = mkdtempSync(join(tmpdir(), 'import-bench-'));

async function main(): Promise<void> {
  const browser = planBrowser(thisMachine());
  if (browser.kind !== 'use') throw new Error('no Chromium: run npm start once');
  const file = join(folder, 'ledger.csv');
  await write(file, ledgerLines(rows, seededRandom(1)));
  const root = fileURLToPath(new URL('./import-page/', import.meta.url));
  const outDir = join(folder, 'page');
  const options = { root, base: './', configFile: false, logLevel: 'error', worker: { format: 'es' } } as const;
  await build({ ...options, build: { outDir, target: 'es2022', assetsInlineLimit: 0 } });
  const server = await preview({ ...options, build: { outDir }, preview: { host: '127.0.0.1', port: 4391 } });
  const shell = await chromium.launchServer({ executablePath: browser.path, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  const client = await chromium.connect(shell.wsEndpoint());
  try {
    const page = await client.newPage();
    await page.goto(server.resolvedUrls?.local[0] ?? '');
    const trace = await traceTasks(page);
    await page.setInputFiles('#file', file);
    const peak = watchMemory(shell.process().pid ?? 0, page);
    await page.waitForFunction(() => window.figures !== undefined, null, { timeout: 900_000 });
    const figures = await page.evaluate(() => window.figures);
    const longest = longestTasks(await trace());
    process.stdout.write(`${JSON.stringify({ megabytes: Math.round(statSync(file).size / 1e6), ...figures, longest, peakMb: peak() }, null, 2)}\n`);
  } finally {
    await client.close();
    await shell.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One event of Chromium's trace, as far as it is looked at; times in µs, `tdur` without what other processes took. */
interface TraceEvent {
  readonly name: string;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args?: { readonly name?: string };
}

/** Begins a trace of the tasks of the page's thread; what it gives ends it. */
async function traceTasks(page: Page): Promise<() => Promise<readonly TraceEvent[]>> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value as unknown as TraceEvent[]) events.push(event);
  });
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['toplevel', 'blink.user_timing', '__metadata'] } });
  return async () => {
    const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
    await session.send('Tracing.end');
    await complete;
    return events;
  };
}

/** The longest task of the page's thread in each phase, ms: as the clock has it, and of its own work alone. */
function longestTasks(events: readonly TraceEvent[]): Readonly<Record<string, { readonly clockMs: number; readonly workMs: number }>> {
  const marks = PHASES.map((name) => events.find((event) => event.name === name && event.ts > 0));
  const [first] = marks;
  const main = events.filter(({ name, pid, tid }) => name.endsWith('RunTask') && pid === first?.pid && tid === first.tid);
  return Object.fromEntries(
    PHASES.slice(0, -1).map((name, i) => {
      const [from, to] = [marks[i]?.ts ?? 0, marks[i + 1]?.ts ?? Infinity];
      const own = main.filter(({ ts }) => ts >= from && ts < to);
      return [name, { clockMs: Math.max(0, ...own.map(({ dur = 0 }) => dur)) / 1000, workMs: Math.max(0, ...own.map(({ tdur = 0 }) => tdur)) / 1000 }];
    }),
  );
}

const PHASES = ['reading', 'comparing', 'taking', 'end'] as const;

function write(file: string, lines: Iterable<string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const stream = createWriteStream(file);
    stream.on('error', reject);
    stream.on('finish', resolve);
    const source = lines[Symbol.iterator]();
    const pump = (): void => {
      for (let next = source.next(); next.done !== true; next = source.next()) if (!stream.write(next.value)) return void stream.once('drain', pump);
      stream.end();
    };
    pump();
  });
}

/** Largest memory of the page with its worker in each phase, MB, looked at once a second as Linux counts it; empty elsewhere. */
function watchMemory(browser: number, page: Page): () => Readonly<Record<string, number>> {
  const peaks = new Map<string, number>();
  const renderer = Math.max(0, ...descendants(browser).filter((pid) => residentMb(pid) > 0));
  const timer = setInterval(() => {
    void page
      .evaluate(() => performance.getEntriesByType('mark').at(-1)?.name ?? 'cancelling')
      .then((phase) => peaks.set(phase, Math.max(peaks.get(phase) ?? 0, residentMb(renderer))))
      .catch(() => undefined);
  }, 1000);
  return () => {
    clearInterval(timer);
    return Object.fromEntries(peaks);
  };
}

function residentMb(pid: number): number {
  try {
    if (!readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8').includes('--type=renderer')) return 0;
    return Math.round(Number(/VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1] ?? 0) / 1000);
  } catch {
    return 0;
  }
}

function descendants(root: number): readonly number[] {
  const parents = new Map(
    processes().flatMap((pid) => {
      try {
        return [[pid, Number(/PPid:\s+(\d+)/u.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1] ?? 0)] as const];
      } catch {
        return [];
      }
    }),
  );
  const isUnder = (pid: number): boolean => pid === root || (pid > 1 && isUnder(parents.get(pid) ?? 0));
  return [...parents.keys()].filter(isUnder);
}

function processes(): readonly number[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/u.test(name)).map(Number);
  } catch {
    return [];
  }
}

await main();

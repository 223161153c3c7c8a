/**
 * How a large ledger comes into the page: `npm run bench -- import [rows]`. Builds a page that is the import without
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
import { traceTasks, type TraceEvent } from './trace-tasks.ts';

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

const PHASES = ['reading', 'comparing', 'taking', 'answering', 'undoing', 'redoing', 'end'] as const;

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

/** Largest memory of the page with its workers in each phase, MB, as Linux counts it, looked at ten times a second; empty elsewhere. */
function watchMemory(browser: number, page: Page): () => Readonly<Record<string, number>> {
  const peaks = new Map<string, number>();
  const renderers = descendants(browser).filter((pid) => residentMb(pid) > 0);
  let phase = 'cancelling';
  // Only one of them has a page worth the name.
  const looking = setInterval(() => { peaks.set(phase, Math.max(peaks.get(phase) ?? 0, ...renderers.map(residentMb))); }, 100);
  const asking = setInterval(() => {
    void page
      .evaluate(() => performance.getEntriesByType('mark').at(-1)?.name ?? 'cancelling')
      .then((now) => { phase = now; })
      .catch(() => undefined);
  }, 500);
  return () => {
    clearInterval(looking);
    clearInterval(asking);
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

/**
 * `npm run bench -- page`: the built page with a large ledger in the place of the sample, in Chromium. Prints the longest
 * tasks of the page's own thread, by what the page was at. Run `npm run build` before.
 */
import { existsSync } from 'node:fs';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { preview } from 'vite';
import { planBrowser } from '../find-chromium.ts';
import { largeScene } from '../ledger/large-scene.ts';
import { thisMachine } from '../this-machine.ts';
import { tasksBesideMark, traceTasks } from './trace-tasks.ts';

const SEED = 7;
/** Longer than anything here takes on a busy machine, ms. */
const PATIENCE_MS = 600_000;

const { values } = parseArgs({ options: { facilities: { type: 'string', default: '100000' } } });
const facilities = Number(values.facilities);

const browser = planBrowser(thisMachine());
if (browser.kind !== 'use') throw new Error('bench page: got no Chromium, expected one (`npm test` says how to get it)');
if (!existsSync('dist/index.html')) throw new Error('bench page: got no dist/index.html, expected a build (`npm run build`)');

const scene = largeScene({ facilities, zones: 1, sources: 1, vertices: [100, 100], seed: SEED });
const ledger = [...scene.ledger()].join('');
const server = await preview({ preview: { port: 4291 }, logLevel: 'error' });
const chrome = await chromium.launch({ executablePath: browser.path, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
try {
  const page = await chrome.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(PATIENCE_MS);
  await page.route('**/facilities-*.csv', (route) => route.fulfill({ body: ledger, contentType: 'text/csv' }));
  const load = loadavg()[0] ?? NaN;
  const report: string[] = [];
  const from = performance.now();
  let trace = await traceTasks(page);
  const tell = async (phase: string): Promise<void> => {
    await page.evaluate(() => performance.mark('page-thread'));
    const tasks = tasksBesideMark(await trace(), 'page-thread');
    const [clock, work] = [tasks.map(({ clockMs }) => clockMs), tasks.map(({ workMs }) => workMs)].map((times) => times.sort((x, y) => y - x)) as [number[], number[]];
    report.push(`| ${phase} | ${(clock[0] ?? 0).toFixed(0)} | ${(work[0] ?? 0).toFixed(0)} | ${work.filter((ms) => ms > 50).map((ms) => ms.toFixed(0)).join(', ')} |`);
  };
  await page.goto(server.resolvedUrls?.local[0] ?? '');
  const button = page.locator('button.button-primary:not([disabled])', { hasText: new RegExp(facilities.toLocaleString('en'), 'u') });
  await button.waitFor();
  const shown = performance.now() - from;
  await tell('reading, judging, showing the answer');
  trace = await traceTasks(page);
  const download = page.waitForEvent('download');
  await button.click();
  await download;
  await tell('export of every row');
  process.stdout.write(
    `${facilities} facilities in the page; answer shown after ${(shown / 1000).toFixed(1)} s; load ${load.toFixed(1)}.\n\n| what | longest by the clock, ms | by its own work, ms | own work of those over 50 ms |\n|---|---:|---:|---|\n${report.join('\n')}\n`,
  );
} finally {
  await chrome.close();
  await server.close();
}

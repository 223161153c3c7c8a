/**
 * `npm run bench -- page`: the built page with a large ledger in the place of the sample, in Chromium. Prints every task of the
 * page's own thread above 50 ms (the browser's "long tasks"), by what the page was at. Run `npm run build` before.
 */
import { existsSync } from 'node:fs';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import { preview } from 'vite';
import { planBrowser } from '../find-chromium.ts';
import { largeScene } from '../ledger/large-scene.ts';
import { thisMachine } from '../this-machine.ts';

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
  await page.addInitScript(() => {
    const tasks: number[] = [];
    Object.assign(globalThis, { longTasks: tasks });
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask', buffered: true });
  });
  const load = loadavg()[0] ?? NaN;
  const report: string[] = [];
  const from = performance.now();
  const tell = async (phase: string): Promise<void> => {
    const tasks = await longTasksOf(page);
    report.push(`| ${phase} | ${tasks.length} | ${Math.max(0, ...tasks).toFixed(0)} | ${tasks.filter((ms) => ms > 100).map((ms) => ms.toFixed(0)).join(', ')} |`);
  };
  await page.goto(server.resolvedUrls?.local[0] ?? '');
  const button = page.locator('button.button-primary:not([disabled])', { hasText: new RegExp(facilities.toLocaleString('en'), 'u') });
  await button.waitFor();
  await tell('reading, judging and showing the answer');
  report.push('');
  const shown = performance.now() - from;
  const download = page.waitForEvent('download');
  await button.click();
  await download;
  await tell('export of every row');
  process.stdout.write(
    `${facilities} facilities in the page; answer shown after ${(shown / 1000).toFixed(1)} s; load ${load.toFixed(1)}.\n\n| what | tasks over 50 ms | longest ms | those over 100 ms |\n|---|---:|---:|---|\n${report.filter(Boolean).join('\n')}\n`,
  );
} finally {
  await chrome.close();
  await server.close();
}

/** The long tasks since the last time it was asked. */
function longTasksOf(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    // The observer is told in a task of its own.
    await new Promise((resolve) => setTimeout(resolve, 200));
    return (globalThis as unknown as { longTasks: number[] }).longTasks.splice(0);
  });
}

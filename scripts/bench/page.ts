/**
 * `npm run bench -- page`: the built page with a large ledger in the place of the sample, in Chromium. Prints the longest
 * tasks of the page's own thread, by what the page was at, and how long page and graphics had work. Run `npm run build` before.
 */
import { existsSync } from 'node:fs';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { chromium, type Page } from 'playwright-core';
import { preview } from 'vite';
import { planBrowser } from '../find-chromium.ts';
import { largeScene } from '../ledger/large-scene.ts';
import { thisMachine } from '../this-machine.ts';
import { watchWork } from './process-work.ts';
import { tasksBesideMark, traceTasks } from './trace-tasks.ts';

const SEED = 7;
/** Longer than anything here takes on a busy machine, ms. */
const PATIENCE_MS = 900_000;

const { values } = parseArgs({ options: { facilities: { type: 'string', default: '100000' } } });
const facilities = Number(values.facilities);

const browser = planBrowser(thisMachine());
if (browser.kind !== 'use') throw new Error('bench page: got no Chromium, expected one (`npm test` says how to get it)');
if (!existsSync('dist/index.html')) throw new Error('bench page: got no dist/index.html, expected a build (`npm run build`)');

const scene = largeScene({ facilities, zones: 1, sources: 1, vertices: [100, 100], seed: SEED });
const ledger = [...scene.ledger()].join('');
const server = await preview({ preview: { port: 4291 }, logLevel: 'error' });
const chrome = await chromium.launch({ executablePath: browser.path, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });

/** What a reader does, where: the place is looked up before the trace begins, for looking is work of the page's thread too. */
const STEPS: readonly (readonly [what: string, where: string, act: (page: Page, at: { readonly x: number; readonly y: number }) => Promise<unknown>])[] = [
  ['export of every row', 'button.button-primary', (page, { x, y }) => Promise.all([page.waitForEvent('download'), page.mouse.click(x, y)])],
  ['sorting by margin', '[role=columnheader]:nth-child(12) button', press],
  ['sorting by enterprise', '[role=columnheader]:nth-child(4) button', press],
  ['sorting by verdict', '[role=columnheader]:nth-child(1) button', press],
  ['filtering by a duty', '.legend li:nth-child(1) button', press],
  ['taking the filter away', '.legend li:nth-child(1) button', press],
  ['typing two words into the filter', '.filter-text', (page, at) => type(page, at, '1 2')],
  ['clearing the filter', '.filter-text', (page, at) => press(page, at).then(() => page.keyboard.press('Control+A')).then(() => page.keyboard.press('Delete'))],
  ['typing into the search', '.search input', (page, at) => type(page, at, '1 2').then(() => page.keyboard.press('Escape'))],
  ['moving over the map', '.map-canvas', async (page, { x, y }) => { for (let step = 0; step < 20; step++) await page.mouse.move(x + 5 * step, y + 2 * step); }],
  ['choosing on the map', '.map-canvas', press],
  ['choosing in the table', '[role=row][data-row]:nth-child(4)', press],
  ['zooming in', '.map-buttons button:nth-child(1)', press],
  ['zooming in again', '.map-buttons button:nth-child(1)', press],
  ['the whole city again', '.map-buttons button:nth-child(3)', press],
  ['another day', 'input[type=date]', (page) => page.locator('input[type=date]').fill('2024-12-31')],
];

async function press(page: Page, { x, y }: { readonly x: number; readonly y: number }): Promise<void> {
  await page.mouse.click(x, y);
}

async function type(page: Page, at: { readonly x: number; readonly y: number }, text: string): Promise<void> {
  await press(page, at);
  await page.keyboard.type(text, { delay: 150 });
}

try {
  const page = await chrome.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(PATIENCE_MS);
  await page.route('**/facilities-*.csv', (route) => route.fulfill({ body: ledger, contentType: 'text/csv' }));
  const work = await watchWork(chrome);
  const lines: string[] = [];
  const measure = async (what: string, act: () => Promise<unknown>): Promise<void> => {
    const trace = await traceTasks(page);
    const before = await work.now();
    const from = performance.now();
    await act();
    const idleMs = await work.untilIdle(from);
    const after = await work.now();
    await page.evaluate(() => performance.mark('page-thread'));
    const own = tasksBesideMark(await trace(), 'page-thread').map(({ workMs }) => workMs).sort((a, b) => b - a);
    const seconds = [idleMs / 1000, after.pageS - before.pageS, after.graphicsS - before.graphicsS].map((s) => s.toFixed(1));
    lines.push(`| ${[what, (own[0] ?? 0).toFixed(0), own.filter((ms) => ms > 50).map((ms) => ms.toFixed(0)).join(', '), ...seconds].join(' | ')} |`);
  };
  const load = loadavg()[0] ?? NaN;
  await measure('reading, judging, showing the answer', async () => {
    await page.goto(server.resolvedUrls?.local[0] ?? '');
    await page.locator('.legend-row').first().waitFor();
  });
  for (const [what, where, act] of STEPS) {
    await page.locator(where).first().scrollIntoViewIfNeeded();
    const box = await page.locator(where).first().boundingBox();
    if (box === null) throw new Error(`bench page: got no ${where}, expected it before "${what}"`);
    await measure(what, () => act(page, { x: box.x + box.width / 2, y: box.y + box.height / 2 }));
  }
  process.stdout.write(`${facilities} facilities in the page; load ${load.toFixed(1)}.\n\n| what | longest task, own work, ms | own work of those over 50 ms | until idle, s | page, cpu s | graphics, cpu s |\n|---|---:|---|---:|---:|---:|\n${lines.join('\n')}\n`);
} finally {
  await chrome.close();
  await server.close();
}

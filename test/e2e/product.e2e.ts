import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { runCli } from '../cli/run-cli.ts';
import type { View } from './harness.ts';
import { DESKTOP, PHONE, accessibilityFaults, openApp, shoot, takeTrouble } from './harness.ts';

const DAY = '#date=2024-12-31';

/** The page with its answer on the table. */
async function openAnswered(view: Partial<View> = {}): Promise<Page> {
  const page = await openApp({ ...DESKTOP, path: DAY, ...view });
  await page.waitForSelector('.headline-number, .headline strong, [data-row="0"]', { timeout: 60_000 });
  return page;
}

/** Numbers in a text, thousands separators dropped. */
const numbers = (text: string) => [...text.matchAll(/\d[\d,]*/gu)].map(([digits]) => Number(digits.replaceAll(',', '')));

const shownRows = async (page: Page) => Number(await page.getByRole('grid').getAttribute('aria-rowcount')) - 1;

const legendCounts = async (page: Page) => {
  const texts = await page.locator('.legend-count').allTextContents();
  return texts.map((text) => numbers(text)[0] ?? 0);
};

async function saveCsv(page: Page): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /导出|Export/u }).first().click()]);
  return readFileSync(await download.path(), 'utf8');
}

const linesOf = (csv: string) => csv.split('\r\n').filter((line) => line !== '').sort();

describe('the golden city in the page', () => {
  it('says what the command line says, byte for byte', async () => {
    const page = await openAnswered();
    const fromPage = await saveCsv(page);
    const fromCli = runCli(['--as-of', '2024-12-31', '--only', 'all']);
    expect(fromCli.exit).toBe(0);
    expect(fromPage.startsWith('\uFEFF')).toBe(true);
    expect(linesOf(fromPage)).toEqual(linesOf(fromCli.out));
  });

  it('counts each facility once: legend, table and total agree, filtered or not', async () => {
    const page = await openAnswered();
    const sum = (counts: readonly number[]) => counts.reduce((so, count) => so + count, 0);
    expect([await shownRows(page), sum(await legendCounts(page))]).toEqual([1056, 1056]);
    await page.locator('.legend-row').first().click();
    await page.waitForFunction(() => document.querySelector('.legend-row')?.getAttribute('aria-pressed') === 'true');
    const closing = (await legendCounts(page))[0];
    expect(closing).toBeGreaterThan(50);
    expect(await shownRows(page)).toBe(closing);
    expect(linesOf(await saveCsv(page))).toHaveLength((closing ?? 0) + 1);
  });

  it('lists the ten named boilers without a location, and closes them by name', async () => {
    const page = await openAnswered();
    await page.locator('.unlocated-chip').click();
    await page.getByPlaceholder('名称、单位或编号').last().fill('永丰化肥');
    await page.waitForFunction(() => document.querySelector('[role=grid]')?.getAttribute('aria-rowcount') === '3');
    await page.locator('[data-row="0"]').click();
    const card = page.locator('aside.card');
    await card.getByText('JC24-9-named').or(card.getByText('点名')).first().waitFor();
    expect(await card.textContent()).toContain('2024-09-30');
  });
});

describe('working with the page', () => {
  it('opens a card from the table, says why and why not, and gives the focus back', async () => {
    const page = await openAnswered();
    const row = page.locator('[data-row="12"]');
    await row.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const card = page.locator('aside.card');
    await card.getByText('不适用').first().waitFor();
    expect(await card.textContent()).toMatch(/适用/u);
    await shoot(page, 'card-desktop');
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-row'))).toBe('13');
  });

  it('answers again for another day, by the law of that day', async () => {
    const page = await openAnswered();
    const before = await legendCounts(page);
    await page.locator('input[type=date]').fill('2020-12-01');
    await page.waitForFunction((was) => [...document.querySelectorAll('.legend-count')].map((cell) => cell.textContent).join() !== was, before.map((count) => `${count.toLocaleString('zh-CN')} 台`).join());
    const after = await legendCounts(page);
    expect(after).not.toEqual(before);
    expect(after.reduce((so, count) => so + count, 0)).toBe(1056);
  });

  it('keeps language, day, filters and selection over a reload', async () => {
    const page = await openAnswered();
    await page.locator('.legend-row').nth(1).click();
    await page.getByRole('button', { name: 'EN', exact: true }).click();
    await page.locator('[data-row="0"]').click();
    await page.locator('aside.card').waitFor();
    const [title, shown] = [await page.locator('aside.card h2').textContent(), await shownRows(page)];
    await page.reload();
    await page.locator('aside.card').waitFor();
    await page.waitForSelector('[data-row="0"]');
    expect([await page.locator('aside.card h2').textContent(), await shownRows(page)]).toEqual([title, shown]);
    expect(await page.getAttribute('html', 'lang')).toMatch(/^en/u);
    expect(await page.inputValue('input[type=date]')).toBe('2024-12-31');
  });

  it('selects on the map with the keyboard', async () => {
    const page = await openAnswered();
    await page.locator('.maplibregl-canvas').focus();
    // The map answers the key once it stands; until then pressing again is what a person does.
    await expect.poll(async () => {
      await page.keyboard.press('Enter');
      return page.locator('aside.card').count();
    }, { timeout: 60_000, interval: 500 }).toBe(1);
    expect(await page.locator('aside.card h2').textContent()).not.toBe('');
  });

  it('works without WebGL: overview, table and export stand', async () => {
    const page = await openAnswered({ flags: ['--disable-3d-apis'] });
    await page.getByText(/没有 WebGL/u).waitFor();
    expect(await shownRows(page)).toBe(1056);
    expect(linesOf(await saveCsv(page))).toHaveLength(1057);
  });

  it('says so when the map fails as it opens, and opens it when tried again', async () => {
    const page = await openAnswered();
    await page.addInitScript(() => {
      const own = Reflect.get(HTMLCanvasElement.prototype, 'getContext');
      Object.assign(globalThis, { mend: () => { HTMLCanvasElement.prototype.getContext = own; } });
      HTMLCanvasElement.prototype.getContext = function getContext(this: HTMLCanvasElement, ...asked: Parameters<typeof own>) {
        return this.className === 'map-labels' ? null : own.apply(this, asked);
      } as typeof own;
    });
    await page.reload();
    const failed = page.getByText(/地图未能加载/u);
    await failed.waitFor();
    takeTrouble(page);
    await page.evaluate(() => { (globalThis as unknown as { mend: () => void }).mend(); });
    await page.locator('.map-pane').getByRole('button', { name: '重试' }).click();
    await page.locator('.map-labels').waitFor();
    expect(await failed.count()).toBe(0);
  });
});

describe('accessible and in shape', () => {
  it.each([
    ['desktop light zh', { ...DESKTOP }],
    ['desktop dark en', { ...DESKTOP, colorScheme: 'dark', path: `${DAY}&lang=en` }],
    ['tablet light zh', { width: 1024, height: 768 }],
    ['phone dark zh', { ...PHONE, colorScheme: 'dark' }],
  ] as const)('%s', async (name, view) => {
    const page = await openAnswered(view);
    if (view.width > 400) {
      await page.locator('[data-row="2"]').click();
      await page.locator('aside.card .finding, aside.card li').first().waitFor();
    }
    expect(await accessibilityFaults(page)).toEqual([]);
    const overhangPx = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overhangPx).toBe(0);
    await shoot(page, `shape-${name.replaceAll(' ', '-')}`);
  });
});

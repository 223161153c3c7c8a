import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { View } from './harness.ts';
import { DESKTOP, PHONE, accessibilityFaults, shoot } from './harness.ts';
import { DAY, openRoom } from './open-import-room.ts';

/** An outline that says nothing of its system, with a boiler of the ledger 40 m beside its western edge. */
const ZONE = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    { type: 'Feature', properties: { 名称: '城东禁煤区', 类型: '禁煤区', 行政区划代码: '140525' }, geometry: { type: 'Polygon', coordinates: [[[112.9005, 35.52], [112.98, 35.53], [112.99, 35.6], [112.93, 35.63], [112.9005, 35.58], [112.9005, 35.55], [112.9005, 35.52]]] } },
  ],
});
const HEADER = '锅炉编号,设施名称,使用单位,所在县区,锅炉吨位（蒸吨/小时）,主要燃料,经度(WGS84),纬度(WGS84)';
const LEDGER = `${HEADER}\nJC001,1号锅炉,甲厂,泽州县,75,烟煤,112.90,35.55\nJC003,锅炉,乙厂,高平市,10,煤,112.92,35.79\n`;
/** One of them has changed its fuel, of the other there is nothing new, one is new. */
const MORE = `${HEADER}\nJC001,1号锅炉,甲厂,,,天然气,,\nJC003,锅炉,乙厂,高平市,10,煤,112.92,35.79\nJC009,新锅炉,丁厂,高平市,6,煤,112.93,35.80\n`;

const VIEWS = [
  ['desktop light zh', DESKTOP],
  ['desktop dark en', { ...DESKTOP, colorScheme: 'dark', path: `${DAY}&lang=en` }],
  ['phone dark zh', { ...PHONE, colorScheme: 'dark' }],
  ['phone light en', { ...PHONE, path: `${DAY}&lang=en` }],
] as const satisfies readonly (readonly [string, View])[];

async function choose(page: Page, name: string, text: string): Promise<void> {
  await page.locator('.imports input[type=file]').setInputFiles({ name, mimeType: '', buffer: Buffer.from(text) });
  await page.locator('.file-entry', { hasText: name }).waitFor();
}

async function loadLedger(page: Page): Promise<void> {
  await choose(page, 'ledger.csv', LEDGER);
  await page.locator('.row-sum').waitFor({ timeout: 60_000 });
  await page.locator('.load-acts .button-primary').click();
  await page.locator('.difference-closing').waitFor({ timeout: 60_000 });
  await page.locator('.load-acts .button-primary').click();
  await page.locator('.import-done').waitFor({ timeout: 60_000 });
}

async function inspect(page: Page, part: string, view: string): Promise<void> {
  expect(await accessibilityFaults(page), part).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), part).toBe(0);
  await shoot(page, `import-${part}-${view.replaceAll(' ', '-')}`);
}

describe.each(VIEWS)('%s', (name, view) => {
  it('the system of a zone is asked for, with its outline, its edge close up and the verdicts at stake', async () => {
    const page = await openRoom(view);
    await loadLedger(page);
    await choose(page, 'zone.geojson', ZONE);
    await page.locator('.candidate').nth(2).waitFor({ timeout: 60_000 });
    await page.locator('.candidate-closing').nth(2).waitFor({ timeout: 60_000 });
    expect(await page.locator('.candidate .small-map-area').count()).toBe(3);
    expect(await page.locator('.close-up .close-up-edge').count()).toBe(3);
    // Read as GCJ-02 the edge runs west of the boiler, which then stands inside.
    expect(await page.locator('.candidate').nth(1).locator('.candidate-moved li').first().textContent()).toContain('1号锅炉');
    await inspect(page, 'zone-crs', name);
    await page.locator('.close-up').scrollIntoViewIfNeeded();
    await shoot(page, `import-zone-close-up-${name.replaceAll(' ', '-')}`);
    await page.locator('.candidate').nth(1).locator('> .button').click();
    await page.locator('.row-sum').waitFor({ timeout: 60_000 });
    expect(await page.locator('.import-fact').first().textContent()).toContain('GCJ-02');
    await inspect(page, 'zone-read', name);
  });

  it('of a ledger that is added, what becomes of facilities that stand already is asked for', async () => {
    const page = await openRoom(view);
    await loadLedger(page);
    await choose(page, 'more.csv', MORE);
    await page.locator('.row-sum').waitFor({ timeout: 60_000 });
    await page.locator('.load-acts .button-primary').click();
    await page.locator('.plan input').nth(1).check();
    await page.locator('input[name=doubles]').first().waitFor({ timeout: 60_000 });
    expect(await page.locator('input[name=doubles]:checked').count()).toBe(0);
    expect(await page.locator('.load-acts .button-primary').isDisabled()).toBe(true);
    expect(await page.locator('.difference-tiles b').allTextContents()).toEqual(['1', '1', '1']);
    await inspect(page, 'doubles', name);
    await page.locator('input[name=doubles]').first().check();
    await page.waitForFunction(() => document.querySelector('.load-acts .button-primary:enabled') !== null, null, { timeout: 60_000 });
    await page.locator('.load-acts .button-primary').click();
    await page.locator('.import-done .button-primary').click({ timeout: 60_000 });
    await page.waitForFunction(() => document.querySelector('[role=grid]')?.getAttribute('aria-rowcount') === '4', null, { timeout: 60_000 });
  });
});

it('what was updated is exported with both', async () => {
  const page = await openRoom();
  await loadLedger(page);
  await choose(page, 'more.csv', MORE);
  await page.locator('.row-sum').waitFor({ timeout: 60_000 });
  await page.locator('.load-acts .button-primary').click();
  await page.locator('.plan input').nth(1).check();
  await page.getByLabel('按新文件更新').check({ timeout: 60_000 });
  await page.waitForFunction(() => document.querySelector('.load-acts .button-primary:enabled') !== null, null, { timeout: 60_000 });
  await page.locator('.load-acts .button-primary').click();
  await page.locator('.import-done .button-primary').click({ timeout: 60_000 });
  await page.waitForFunction(() => document.querySelector('[role=grid]')?.getAttribute('aria-rowcount') === '4', null, { timeout: 60_000 });
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /导出/u }).first().click()]);
  const row = readFileSync(await download.path(), 'utf8').split('\r\n').find((line) => line.includes('JC001'));
  expect(row).toMatch(/1号锅炉,甲厂,.*燃气,75/u);
});

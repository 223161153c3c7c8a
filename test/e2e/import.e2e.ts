import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { DESKTOP, openApp } from './harness.ts';

const DAY = '#date=2024-12-31';
const SAMPLE_ROWS = 1056;
const OWN_ROWS = 3;

const fixture = (name: string): string => fileURLToPath(new URL(`../fixtures/ingest/${name}`, import.meta.url));

/** The page with an answer of so many rows on its table. */
async function waitForRows(page: Page, rows: number): Promise<void> {
  await page.waitForFunction((count) => document.querySelector('[role=grid]')?.getAttribute('aria-rowcount') === String(count + 1), rows, { timeout: 60_000 });
}

async function openRoom(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^导入/u }).first().click();
  await page.getByRole('heading', { name: '导入数据' }).waitFor();
}

async function choose(page: Page, ...names: readonly string[]): Promise<void> {
  await page.locator('.imports input[type=file]').first().setInputFiles(names.map(fixture));
}

/** From read files to data on the page. */
async function load(page: Page): Promise<void> {
  await page.getByRole('button', { name: '比较并载入' }).click();
  await page.getByRole('button', { name: '替换现有数据' }).click();
  await page.getByText(/已载入，现有/u).waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: '查看结论' }).click();
}

describe("the city's own ledger", () => {
  it('comes in from a GBK file, is asked about, judged, exported, there after a reload, and gone when undone', async () => {
    const page = await openApp({ ...DESKTOP, path: DAY });
    await waitForRows(page, SAMPLE_ROWS);
    await page.locator('.sample-mark').waitFor();
    await openRoom(page);
    await choose(page, 'gbk.csv');

    // Nothing in the file says which system its degrees are in.
    await page.getByRole('heading', { name: '坐标是哪一种？' }).waitFor({ timeout: 60_000 });
    await page.getByText(/没有差别|结论不同/u).first().waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: '按 WGS84 经纬度 读取' }).click();
    await page.getByText('读到 3 行').waitFor({ timeout: 60_000 });
    await load(page);

    await waitForRows(page, OWN_ROWS);
    expect(await page.locator('.sample-mark').textContent()).toContain('自有数据');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /导出/u }).first().click()]);
    const csv = readFileSync(await download.path(), 'utf8');
    expect(csv).toContain('泽州示例纺织厂001');
    expect(csv.trim().split('\r\n')).toHaveLength(OWN_ROWS + 1);

    await page.locator('.sample-mark summary').click();
    await page.getByText('刷新或意外关闭后仍在').waitFor();
    await page.reload();
    await waitForRows(page, OWN_ROWS);

    await page.locator('.sample-mark summary').click();
    await page.getByRole('button', { name: '撤销导入' }).click();
    await waitForRows(page, SAMPLE_ROWS);
    await page.getByText('刷新或意外关闭后仍在').waitFor();
    await page.reload();
    await waitForRows(page, SAMPLE_ROWS);

    // The keys listen some time after the first answer; one step is undone, so pressing again does no more.
    await expect
      .poll(async () => {
        await page.keyboard.press('Control+y');
        return page.locator('.sample-mark').textContent();
      }, { timeout: 60_000 })
      .toContain('自有数据');
    await waitForRows(page, OWN_ROWS);
    await page.keyboard.press('Control+z');
    await waitForRows(page, SAMPLE_ROWS);
  });

  it('says of each file that can not be used why, reads the others, and leaves the page as it was', async () => {
    const page = await openApp({ ...DESKTOP, path: DAY });
    await waitForRows(page, SAMPLE_ROWS);
    await openRoom(page);
    await choose(page, 'xlsx-bomb.xlsx', 'xlsx-encrypted.xlsx', 'nul.csv', 'kml-entity.kml', 'geo-winding.geojson');
    // Four sentences, and a zone that can be used once it is known where it lies.
    await page.getByText('读不了').nth(3).waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: '按 WGS84 经纬度 读取' }).click({ timeout: 60_000 });
    await page.getByText(/采用 1(?!\d)/u).first().waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: '不载入' }).click();
    await waitForRows(page, SAMPLE_ROWS);
    expect(await page.locator('.sample-mark').textContent()).toContain('示例数据');
  });
});

import { readFileSync } from 'node:fs';
import type { Download, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { DESKTOP, PHONE, accessibilityFaults, openApp, shoot, type View } from './harness.ts';

const CORNERS = '112.80,35.45\n113.00,35.45\n113.00,35.65\n112.80,35.60';

/** A page with one candidate zone in a scenario, its answer on show. */
async function openDrawn(view: View): Promise<Page> {
  const page = await openApp(view);
  if (view.width === PHONE.width) await page.locator('.tabs button').nth(1).click();
  await page.locator('.draft-open').click();
  await page.getByRole('button', { name: '粘贴界址点' }).click();
  await page.getByRole('textbox', { name: '界址点' }).fill(CORNERS);
  await page.getByRole('button', { name: '生成区域' }).click();
  await page.locator('.draft-item').waitFor();
  await page.locator('.draft-against').getByText(/新增受影响|要求变化/u).first().waitFor();
  return page;
}

async function openComparison(page: Page): Promise<void> {
  await page.getByRole('button', { name: '比较方案' }).click();
  await page.locator('.compare-table-body [role="row"]').first().waitFor();
  await page.locator('.compare-map .maplibregl-canvas').waitFor();
}

const bucket = (page: Page, name: string) => page.locator('.compare-bucket', { hasText: name });
const unitsOf = async (page: Page, name: string): Promise<number> => Number((await bucket(page, name).locator('b').innerText()).replace(/[^\d]/gu, ''));

async function saved(download: Promise<Download>): Promise<{ name: string; text: string }> {
  const file = await download;
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}

const BUCKETS = ['新增受影响', '不再受影响', '要求变化', '期限变化', '确定程度变化', '未变'];

describe('comparison', () => {
  it('puts every facility in one bucket, moves its curtain by keyboard, and opens a row', async () => {
    const page = await openDrawn(DESKTOP);
    await openComparison(page);
    const counts = await Promise.all(BUCKETS.map((name) => unitsOf(page, name)));
    await expect.poll(() => page.locator('.compare-ground').innerText()).toContain('新覆盖');
    expect(counts[2]).toBeGreaterThan(0);
    const balance = (await page.locator('.compare-balance').innerText()).replaceAll(',', '').match(/\d+/gu)?.map(Number) ?? [];
    expect((balance[0] ?? 0) + (balance[1] ?? 0) - (balance[2] ?? 0)).toBe(balance[3]);

    const curtain = page.getByRole('slider');
    await curtain.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    expect(await curtain.getAttribute('aria-valuetext')).toContain('1%');

    await bucket(page, '要求变化').click();
    await page.locator('.compare-table-body [role="row"]').first().focus();
    await page.keyboard.press('Enter');
    const detail = page.locator('.compare-detail');
    await detail.waitFor();
    expect(await detail.innerText()).toContain('JC20-7-coal-ban');
    expect(await accessibilityFaults(page)).toEqual([]);
    await shoot(page, 'compare-desktop');
    await detail.getByRole('button', { name: /^查看/u }).click();
    await page.locator('aside.card').waitFor();
    expect(await page.locator('.compare').count()).toBe(0);
  });

  it('saves what the table shows, and the whole of it reconciles', async () => {
    const page = await openDrawn({ ...DESKTOP, width: 1024, height: 768, colorScheme: 'dark' });
    await openComparison(page);
    const all = (await Promise.all(BUCKETS.map((name) => unitsOf(page, name)))).reduce((sum, count) => sum + count, 0);
    const csv = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出 CSV' }).last().click();
    const { name, text } = await saved(csv);
    expect(name).toMatch(/^禁煤图-比较-现状-方案1-.*\.csv$/u);
    const [header = '', ...lines] = text.trimEnd().split('\r\n');
    expect(header.startsWith('\uFEFF设施编号')).toBe(true);
    const count = header.split(',').indexOf('台数');
    expect(lines.reduce((sum, line) => sum + Number(line.split(',')[count]), 0)).toBe(all);

    await bucket(page, '要求变化').click();
    const geojson = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出 GeoJSON' }).click();
    const { features } = JSON.parse((await saved(geojson)).text) as { features: { properties: { part: string; change?: string } }[] };
    expect(new Set(features.flatMap(({ properties }) => (properties.part === 'facility' ? [properties.change] : [])))).toEqual(new Set(['dutyChanged']));
    expect(features.map(({ properties }) => properties.part)).toContain('gained');
    const xlsx = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出 XLSX' }).click();
    expect((await saved(xlsx)).text.startsWith('PK')).toBe(true);
    expect(await accessibilityFaults(page)).toEqual([]);
    await shoot(page, 'compare-dark');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.compare').count()).toBe(0);
  });

  it('stands on a phone', async () => {
    const page = await openDrawn(PHONE);
    await openComparison(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    await page.locator('.compare-table-body [role="row"]').first().click();
    await page.locator('.compare-detail').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await shoot(page, 'compare-phone');
  });
});

describe('a scenario beside its zones', () => {
  it('holds a plan with its reason, which can be undone, is compared, and is refused once frozen', async () => {
    const page = await openDrawn(DESKTOP);
    const listed = page.locator('.replacement-item button').first();
    await listed.waitFor();
    await listed.click();
    const plan = page.locator('.plan');
    await plan.getByRole('radio', { name: '整合' }).check();
    expect(await plan.getByRole('button', { name: '记入方案' }).isDisabled()).toBe(true);
    await plan.getByRole('textbox', { name: '理由' }).fill('并入城区热网');
    await plan.getByRole('button', { name: '记入方案' }).click();
    await plan.getByText('已记入方案').waitFor();
    await page.getByText('拟整合').first().waitFor();
    await page.getByRole('button', { name: '撤销', exact: true }).click();
    await expect.poll(() => plan.getByRole('radio', { name: '整合' }).isChecked()).toBe(false);
    await page.getByRole('button', { name: '重做' }).click();
    await expect.poll(() => plan.getByRole('radio', { name: '整合' }).isChecked()).toBe(true);
    expect(await accessibilityFaults(page)).toEqual([]);
    await shoot(page, 'compare-plan');

    await page.locator('.scenario-settings > summary').click();
    await page.getByRole('textbox', { name: '说明' }).fill('县城热网扩建后的边界');
    await page.getByText(/热源半径/u).click();
    await page.getByRole('combobox', { name: '选择热源' }).selectOption({ index: 1 });
    await page.getByRole('textbox', { name: '半径（公里）' }).fill('12.5');
    await page.getByRole('button', { name: '设定半径' }).click();
    await page.getByText(/：12\.5 公里/u).waitFor();
    await page.getByRole('button', { name: '定稿' }).click();
    await plan.getByText('安排不能再改').waitFor();
    expect(await page.getByRole('button', { name: '设定半径' }).count()).toBe(0);

    await page.locator('aside.card').getByRole('button', { name: '关闭' }).click();
    await openComparison(page);
    await bucket(page, '要求变化').click();
    await page.locator('.compare-table-body').getByText('处置安排').first().waitFor();
  });

  it('takes corners in the system that is named, and says which grid a code means', async () => {
    const page = await openApp(DESKTOP);
    await page.locator('.draft-open').click();
    await page.getByRole('button', { name: '粘贴界址点' }).click();
    await page.getByRole('combobox', { name: '坐标系' }).selectOption('grid');
    await page.getByRole('textbox', { name: 'EPSG 代码' }).fill('4547');
    await page.getByText('中央经线 114°').waitFor();
    await page.getByRole('textbox', { name: '界址点' }).fill('3928000 400000\n3928000 410000\n3938000 410000');
    await page.getByText('读到 3 个点').waitFor();
    await page.getByRole('combobox', { name: '坐标系' }).selectOption('wgs84');
    await page.getByText('第 1 行不在所说的坐标系内').waitFor();
    await page.getByRole('combobox', { name: '坐标系' }).selectOption('grid');
    await page.getByRole('button', { name: '生成区域' }).click();
    await page.locator('.draft-item').waitFor();
    expect(await page.locator('.draft-item').innerText()).toMatch(/(?:49\.9|50)[\d.]* 平方公里/u);
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});

import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { toProjectFile } from '../../src/export/project-file.ts';
import { facility, project } from '../assess/tiny.ts';
import { DESKTOP, openApp } from './harness.ts';

const DAY = '#date=2024-12-31';
const SAMPLE_ROWS = 1056;

interface Given {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const fixture = (name: string): Given => ({ name, bytes: readFileSync(`test/fixtures/ingest/${name}`) });
const text = (name: string, content: string): Given => ({ name, bytes: new TextEncoder().encode(content) });

/** A page whose answer stands. */
async function openPage(): Promise<Page> {
  const page = await openApp({ ...DESKTOP, path: DAY });
  await waitForRows(page, SAMPLE_ROWS);
  return page;
}

async function waitForRows(page: Page, rows: number): Promise<void> {
  await page.waitForFunction((count) => document.querySelector('[role=grid]')?.getAttribute('aria-rowcount') === String(count + 1), rows, { timeout: 60_000 });
}

/** Lets go of files over the ledger, as from a folder beside the page. */
async function drop(page: Page, ...files: readonly Given[]): Promise<void> {
  const plain = files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') }));
  const transfer = await page.evaluateHandle((given) => {
    const data = new DataTransfer();
    for (const { name, base64 } of given) data.items.add(new File([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], name));
    return data;
  }, plain);
  await page.dispatchEvent('.ledger', 'dragenter', { dataTransfer: transfer });
  await page.locator('.drop-cover').waitFor();
  await page.dispatchEvent('.ledger', 'drop', { dataTransfer: transfer });
  await page.locator('.import-desk').waitFor();
}

const entry = (page: Page, name: string) => page.locator('.file-entry', { hasText: name });

/** Shows a file of the desk and waits until it is that one. */
async function show(page: Page, name: string): Promise<void> {
  await entry(page, name).click();
  await page.locator('.file-entry[aria-current]', { hasText: name }).waitFor();
}

async function pick(page: Page, system: RegExp): Promise<void> {
  await page.locator('.candidate > .button', { hasText: system }).click({ timeout: 60_000 });
}

/** From files that have been read to the verdicts on them. */
async function load(page: Page): Promise<void> {
  await page.locator('.load-acts .button-primary').click();
  await page.locator('.difference-closing').waitFor({ timeout: 60_000 });
  await page.locator('.load-acts .button-primary').click();
  await page.locator('.import-done .button-primary').click({ timeout: 60_000 });
}

const sums = async (page: Page): Promise<readonly number[]> => (await page.locator('.row-sum b').allTextContents()).map((shown) => Number(/\d+/u.exec(shown)?.[0]));

describe('dropped on the page', () => {
  it('several files at once are told apart, asked about one by one, and loaded together', async () => {
    const page = await openPage();
    await drop(page, fixture('gbk.csv'), fixture('kmz-zones.kmz'), fixture('shp-zones-cpg-936.zip'));
    // A ledger and a KMZ say nothing of their system; the shapefile has a .prj.
    for (const name of ['gbk.csv', 'kmz-zones.kmz']) {
      await show(page, name);
      await pick(page, /WGS84/u);
      await page.locator('.row-sum').waitFor({ timeout: 60_000 });
    }
    await entry(page, 'kmz-zones.kmz').getByText('采用 2').waitFor();
    await entry(page, 'shp-zones-cpg-936').getByText('采用 2').waitFor({ timeout: 60_000 });
    await show(page, 'shp-zones-cpg-936');
    expect(await page.locator('.import-fact').first().textContent()).toMatch(/文件注明 WGS84/u);
    await load(page);
    await waitForRows(page, 3);
    expect(await page.locator('.sample-mark').textContent()).toContain('3 个文件');
  });

  it('a project file stands in the place of everything', async () => {
    const page = await openPage();
    const data = project({ facilities: [facility({ id: '7', name: '七号锅炉', source: { file: 'a.csv', row: 1 } })] });
    await drop(page, text('方案.json', toProjectFile({ asOf: '2024-06-01', packs: null, choices: {}, data, policies: [], workbook: { scenarios: [], open: null } })));
    await page.getByText(/设施 1 台/u).first().waitFor({ timeout: 60_000 });
    await page.locator('.load-acts .button-primary').click();
    await page.locator('.load-acts .button-primary').click();
    await waitForRows(page, 1);
    await page.waitForFunction(() => location.hash.includes('2024-06-01'));
  });

  it('a rule pack joins the law', async () => {
    const page = await openPage();
    const pack = { name: 'pack.json', bytes: readFileSync('docs/another-city/pack.json') };
    await drop(page, pack);
    const { title } = JSON.parse(Buffer.from(pack.bytes).toString('utf8')) as { readonly title: { readonly zh: string } };
    await page.locator('.import-part', { hasText: title.zh }).waitFor({ timeout: 60_000 });
    await page.locator('.load-acts .button-primary').click();
    await page.locator('.load-acts .button-primary').click();
    await page.locator('.import-empty').waitFor({ timeout: 60_000 });
    await page.keyboard.press('Escape');
    // Seven packs are in force now; the seventh is the one that was dropped.
    await page.getByText('政策 7/7').click();
    await page.locator('.policy-title', { hasText: title.zh }).waitFor();
  });
});

describe('a table on the clipboard', () => {
  it('comes in with Ctrl+V', async () => {
    const page = await openPage();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.locator('.header-tools .header-door').click();
    await page.locator('.import-empty').waitFor();
    const cells = [['锅炉编号', '设施名称', '锅炉吨位（蒸吨/小时）', '主要燃料', '用途', '经度(WGS84)', '纬度(WGS84)'], ['1', '一号炉', '35', '烟煤', '供热', '112.90', '35.60'], ['2', '二号炉', '四吨', '烟煤', '供热', '112.91', '35.61']];
    await page.evaluate((copied) => navigator.clipboard.writeText(copied), cells.map((row) => row.join('\t')).join('\n'));
    await page.keyboard.press('Control+v');
    await page.locator('.row-sum').waitFor({ timeout: 60_000 });
    expect(await sums(page)).toEqual([2, 1, 1, 0]);
  });
});

describe('a GBK ledger', () => {
  it('comes back from its own export as the same ledger', async () => {
    const page = await openPage();
    await drop(page, fixture('gbk.csv'));
    await pick(page, /WGS84/u);
    await page.locator('.row-sum').waitFor({ timeout: 60_000 });
    await load(page);
    await waitForRows(page, 3);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /导出/u }).first().click()]);
    const csv = readFileSync(await download.path());
    await drop(page, { name: '导出.csv', bytes: csv });
    // Its own export says its system itself, and its columns are known.
    await page.locator('.row-sum').waitFor({ timeout: 60_000 });
    expect(await sums(page)).toEqual([3, 3, 0, 0]);
    await page.locator('.load-acts .button-primary').click();
    await page.locator('.difference-tiles').waitFor({ timeout: 60_000 });
    expect(await page.locator('.difference-tiles b').allTextContents()).toEqual(['0', '0', '0', '3']);
    await page.getByText('结论没有变化。').waitFor();
  });
});

describe('a zone that crosses itself', () => {
  it('is set aside without a yes, and cut with one', async () => {
    const page = await openPage();
    await drop(page, fixture('geo-self-crossing.geojson'));
    await pick(page, /WGS84/u);
    await page.locator('.repair').waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: '不切开，不采用' }).click();
    await page.locator('.row-sum').waitFor({ timeout: 60_000 });
    expect(await sums(page)).toEqual([1, 0, 1, 0]);

    await drop(page, { ...fixture('geo-self-crossing.geojson'), name: 'again.geojson' });
    await show(page, 'again.geojson');
    await pick(page, /WGS84/u);
    await page.getByRole('button', { name: '同意切开并采用' }).click({ timeout: 60_000 });
    await entry(page, 'again.geojson').getByText('采用 1').waitFor({ timeout: 60_000 });
    expect(await entry(page, 'crossing').textContent()).toContain('隔离 1');
  });
});

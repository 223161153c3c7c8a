import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { DESKTOP, PHONE, accessibilityFaults, openApp, shoot } from './harness.ts';

/** Opens the panel of drafts over a map that stands. */
async function openDrafts(page: Page): Promise<void> {
  await page.waitForSelector('.draft-open');
  await page.waitForSelector('.ledger tbody tr, .ledger [role="row"]', { state: 'attached' });
  await page.click('.draft-open');
  await page.waitForSelector('.draft-panel');
}

async function spot(page: Page, x: number, y: number): Promise<{ x: number; y: number }> {
  const box = await page.locator('.map-canvas').first().boundingBox();
  if (box === null) throw new Error('spot: got no map, expected one');
  return { x: box.x + x * box.width, y: box.y + y * box.height };
}

/** Takes a tool by the keyboard, and waits until the map draws with it. */
async function takeTool(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).press('Enter');
  await page.locator('.map-draw').waitFor({ state: 'attached' });
}

async function clickAt(page: Page, x: number, y: number): Promise<void> {
  const at = await spot(page, x, y);
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.up();
  await painted(page);
}

const CORNERS = [[0.5, 0.25], [0.75, 0.2], [0.8, 0.7], [0.55, 0.75]] as const;
const item = (page: Page) => page.locator('.draft-item');
/** The page has painted what it knows. */
const painted = (page: Page): Promise<void> => page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => { requestAnimationFrame(() => { done(); }); }); }));
const areaText = async (page: Page): Promise<string> => /[\d,.]+ 平方公里/u.exec(await item(page).first().innerText())?.[0] ?? '';

async function saved(page: Page): Promise<void> {
  await page.getByText('已保存在本浏览器').waitFor();
}

describe('drafts', () => {
  it('a zone drawn with the mouse shows whom it holds, can be edited and undone, and is there after a reload', async () => {
    const page = await openApp(DESKTOP);
    await openDrafts(page);
    await takeTool(page, '多边形');
    for (const [x, y] of CORNERS) await clickAt(page, x, y);
    await clickAt(page, ...CORNERS[0]);
    await item(page).waitFor();
    expect(await item(page).first().innerText()).toMatch(/区内 \d+ 台/u);
    await page.getByText(/新增受影响|要求变化/u).first().waitFor();
    const drawn = await areaText(page);

    await page.getByRole('button', { name: '编辑边界 草案1' }).click();
    const corner = await spot(page, ...CORNERS[2]);
    await page.mouse.move(corner.x, corner.y);
    await page.mouse.down();
    for (let step = 1; step <= 6; step++) await page.mouse.move(corner.x - 15 * step, corner.y - 8 * step);
    await page.mouse.up();
    await painted(page);
    const edited = await areaText(page);
    expect(edited).not.toBe(drawn);
    await page.keyboard.press('Control+z');
    await expect.poll(() => areaText(page)).toBe(drawn);
    await page.keyboard.press('Control+y');
    await expect.poll(() => areaText(page)).toBe(edited);

    await page.getByRole('button', { name: '编辑完成 草案1' }).click();
    await saved(page);
    await page.reload();
    await openDrafts(page);
    await item(page).waitFor();
    expect(await areaText(page)).toBe(edited);
    await page.getByRole('button', { name: '撤销', exact: true }).click();
    await expect.poll(() => areaText(page)).toBe(drawn);
    expect(await accessibilityFaults(page)).toEqual([]);
    await shoot(page, 'drafts-mouse');
  });

  it('a zone can be drawn with the keyboard alone; Escape takes back one corner and no more', async () => {
    const page = await openApp(DESKTOP);
    await openDrafts(page);
    await takeTool(page, '多边形');
    await page.locator('.maplibregl-canvas').focus();
    const hasPut = (points: number): Promise<void> => page.getByText(`已落 ${points} 点`).waitFor();
    /** The address tells where the map looks, once it stands still. */
    const panBy = async (arrow: string): Promise<void> => {
      const before = new URL(page.url()).hash;
      await page.keyboard.press(arrow);
      await expect.poll(() => new URL(page.url()).hash).not.toBe(before);
    };
    await page.keyboard.press('Enter');
    await hasPut(1);
    await panBy('ArrowRight');
    await page.keyboard.press('Enter');
    await hasPut(2);
    await panBy('ArrowDown');
    await page.keyboard.press('Enter');
    await hasPut(3);
    await page.keyboard.press('Escape');
    await hasPut(2);
    await page.keyboard.press('Enter');
    await hasPut(3);
    await page.keyboard.press('Enter');
    await item(page).waitFor();
    expect(await areaText(page)).not.toBe('');
    await saved(page);
    await page.reload();
    await openDrafts(page);
    await item(page).waitFor();
    await shoot(page, 'drafts-keyboard');
  });

  it('an outline let go beside the map stays where it was last seen', async () => {
    const page = await openApp(DESKTOP);
    await openDrafts(page);
    await takeTool(page, '矩形');
    await clickAt(page, 0.5, 0.3);
    await clickAt(page, 0.7, 0.6);
    await item(page).waitFor();
    const drawn = await areaText(page);
    await page.getByRole('button', { name: '编辑边界 草案1' }).click();
    const corner = await spot(page, 0.7, 0.6);
    await page.mouse.move(corner.x, corner.y);
    await page.mouse.down();
    await page.mouse.move(corner.x + 60, corner.y + 40);
    await page.mouse.move(corner.x + 60, 30);
    await page.mouse.up();
    await page.mouse.move(corner.x, corner.y);
    await painted(page);
    const letGo = await areaText(page);
    expect(letGo).not.toBe(drawn);
    await page.mouse.move(corner.x - 80, corner.y - 80);
    await painted(page);
    expect(await areaText(page)).toBe(letGo);
  });

  it('marks where a boundary crosses itself, and lets it decide nothing', async () => {
    const page = await openApp(DESKTOP);
    await openDrafts(page);
    await takeTool(page, '多边形');
    for (const [x, y] of [CORNERS[0], CORNERS[2], CORNERS[1], CORNERS[3]]) await clickAt(page, x, y);
    await page.getByRole('button', { name: '完成', exact: true }).click();
    await page.getByText('边界自相交或点数不足').waitFor();
    expect(await item(page).count()).toBe(0);
    await shoot(page, 'drafts-crossing');
  });

  it('takes corner points as they are pasted, and names the line that it cannot read', async () => {
    const page = await openApp({ ...DESKTOP, colorScheme: 'dark' });
    await openDrafts(page);
    await page.getByRole('button', { name: '粘贴界址点' }).click();
    await page.getByRole('textbox', { name: '界址点' }).fill('112.80,35.45\n112.90\n112.90,35.55');
    await page.getByText('第 2 行不能识别').waitFor();
    await page.getByRole('textbox', { name: '界址点' }).fill('序号\t经度\t纬度\nJ1\t112.80\t35.45\nJ2\t112.90\t35.45\nJ3\t112.90\t35.55');
    await page.getByRole('button', { name: '生成区域' }).click();
    await item(page).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await shoot(page, 'drafts-paste-dark');
  });

  it('two tabs keep their work apart, and what a closed one left can be recovered', async () => {
    const page = await openApp(DESKTOP);
    await openDrafts(page);
    await page.getByRole('button', { name: '新建方案' }).click();
    await page.getByRole('textbox', { name: '方案名称' }).fill('第一个窗口');
    await saved(page);
    const other = await page.context().newPage();
    await other.goto(page.url());
    await openDrafts(other);
    expect(await other.getByText('可恢复的草案').count()).toBe(0);
    await page.close();
    await other.reload();
    await openDrafts(other);
    await other.getByRole('button', { name: '恢复', exact: true }).click();
    await expect.poll(() => other.getByRole('textbox', { name: '方案名称' }).inputValue()).toBe('第一个窗口');
    // Taken over, it is not offered again.
    await saved(other);
    await other.reload();
    await openDrafts(other);
    await expect.poll(() => other.getByRole('textbox', { name: '方案名称' }).inputValue()).toBe('第一个窗口');
    expect(await other.getByText('可恢复的草案').count()).toBe(0);
    await other.close();
  });

  it('stands on a phone', async () => {
    const page = await openApp(PHONE);
    await page.locator('.tabs button').nth(1).click();
    await openDrafts(page);
    await takeTool(page, '多边形');
    for (const [x, y] of [[0.25, 0.12], [0.75, 0.1], [0.8, 0.35], [0.3, 0.4]] as const) await clickAt(page, x, y);
    await page.getByRole('button', { name: '完成', exact: true }).click();
    await item(page).waitFor();
    const overhangPx = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overhangPx).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    await shoot(page, 'drafts-phone');
  });
});

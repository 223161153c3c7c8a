import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { View } from './harness.ts';
import { DESKTOP, PHONE, accessibilityFaults, openApp, shoot } from './harness.ts';

const DAY = '#date=2024-12-31';

/** The page with its answer on the table; `more` follows the day in the address. */
async function openAnswered(more = '', view: Partial<View> = {}): Promise<Page> {
  const page = await openApp({ ...DESKTOP, path: DAY + more, ...view });
  await page.waitForSelector('.headline strong', { state: 'attached', timeout: 60_000 });
  return page;
}

const shownRows = async (page: Page) => Number(await page.getByRole('grid').getAttribute('aria-rowcount')) - 1;

/** The first number in a text. */
const numberIn = (text: string | null) => Number(/\d[\d,]*/u.exec(text ?? '')?.[0].replaceAll(',', ''));

describe('the page of the law', () => {
  it('opens from the header, is a link, goes by keyboard and closes with Escape, giving the focus back', async () => {
    const page = await openAnswered();
    await page.getByRole('button', { name: '法规', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.article').first().waitFor();
    expect(new URL(page.url()).hash).toContain('law=articles');
    await page.getByRole('tab', { name: '条款' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.locator('.targets-table').first().waitFor();
    expect(new URL(page.url()).hash).toContain('law=area');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    expect(await page.getByRole('tab', { selected: true }).textContent()).toBe('热源');
    await page.keyboard.press('Escape');
    await page.locator('.law').waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('法规');
    expect(new URL(page.url()).hash).not.toContain('law=');
  });

  it('has every article with what models it or why nothing does, never a date that no document states', async () => {
    const page = await openAnswered('&law=articles/shanxi-2024');
    await page.locator('.article').first().waitFor();
    expect(await page.locator('.article').count()).toBeGreaterThan(30);
    for (const aside of await page.locator('.article-aside').all()) expect(await aside.locator('.article-why').count()).toBe(1);
    const radius = page.locator('.entry', { hasText: 'SX24-9-radius' });
    expect(await radius.textContent()).toContain('文件未定期限');
    expect(await radius.textContent()).not.toMatch(/20\d\d-\d\d-\d\d/u);
  });

  it('filters the ledger by a rule: surely and possibly apart, each as many as it says', async () => {
    const page = await openAnswered('&law=articles/jincheng-2024');
    const rule = page.locator('.entry', { hasText: 'JC24-9-radius' });
    const sure = rule.locator('.pick').first();
    const count = numberIn(await sure.textContent());
    await sure.click();
    await page.locator('.law').waitFor({ state: 'detached' });
    expect(count).toBeGreaterThan(0);
    await expect.poll(() => shownRows(page), { timeout: 20_000 }).toBe(count);
    expect(new URL(page.url()).hash).toContain('rule=JC24-9-radius');
  });

  it('says of lapsed documents what still stands', async () => {
    const page = await openAnswered('&law=articles/jincheng-2020');
    await page.locator('.document-kept').waitFor();
    expect(await page.locator('.document-kept').textContent()).toContain('禁煤区');
    expect(await page.locator('.document-standing').textContent()).toContain('2021-03-31');
  });

  it('holds targets against readings and says why nothing can be told of most', async () => {
    const page = await openAnswered('&law=area');
    await page.locator('.targets-table').first().waitFor();
    const city = page.locator('.targets-table tbody tr', { hasText: 'PM2.5' }).first();
    expect(await city.textContent()).toMatch(/35.*无法判断/u);
    await page.getByRole('button', { name: '区域职责', exact: true }).click();
    expect(await page.locator('.duty-list li').count()).toBeGreaterThan(20);
  });

  it('reconciles the ledger with the published totals and lists what is open', async () => {
    const page = await openAnswered('&law=totals');
    const all = page.locator('.totals-table tbody tr', { hasText: '1,003' }).first();
    await all.waitFor();
    expect(await all.textContent()).toContain('晋城市');
    expect(await page.locator('.totals-table').allTextContents()).toEqual(expect.arrayContaining([expect.stringContaining('1,091'), expect.stringContaining('350')]));
    const open = page.locator('.totals-table .pick-may').first();
    const count = numberIn(await open.textContent());
    await open.click();
    await page.locator('.picked-chip').waitFor();
    await expect.poll(() => shownRows(page), { timeout: 20_000 }).toBe(count);
    await page.locator('.picked-chip').click();
    await expect.poll(() => shownRows(page), { timeout: 20_000 }).toBe(1056);
  });

  it('hears every heat source, condition by condition, and names what is missing', async () => {
    const page = await openAnswered('&law=sources/GEM-L101543');
    const source = page.locator('.source[open]');
    await source.locator('.test').first().waitFor();
    expect(await source.textContent()).toMatch(/待定：缺数据.*是否热电联产.*单机容量 600 兆瓦 ≥ 300/su);
    await source.getByRole('button', { name: '在地图上查看' }).click();
    await page.locator('aside.card .hearing').waitFor();
    expect(new URL(page.url()).hash).toContain('place=source%2FGEM-L101543');
  });
});

describe('readings beside the rule', () => {
  it('are switched in the card; what moves is listed, leads to the facility, and can be undone', async () => {
    const page = await openAnswered('&law=articles/jincheng-2024');
    const entry = page.locator('.entry', { hasText: 'JC24-9-radius' });
    await entry.locator('.entry-readings > summary').click();
    const reading = entry.locator('.reading', { hasText: '省外热源' });
    await reading.getByRole('radio').nth(1).check();
    const list = entry.locator('.moved-list').first();
    await list.waitFor({ timeout: 30_000 });
    expect(new URL(page.url()).hash).toContain('read.source-across-border=');
    const undo = list.getByRole('button', { name: '撤销这次改动' });
    await undo.click();
    await expect.poll(() => new URL(page.url()).hash, { timeout: 20_000 }).not.toContain('read.');
  });

  it('stand in the card with the question, the choice and the reason', async () => {
    const page = await openAnswered('&rule=JC24-9-le35');
    await page.locator('[data-row="0"]').click();
    const line = page.locator('aside.card .reading-line').first();
    await line.waitFor();
    expect(await line.locator('summary').textContent()).toMatch(/解读.*取“/u);
    await line.locator('summary').click();
    expect(await line.locator('.reading .hint').first().textContent()).not.toBe('');
    await line.getByRole('radio').last().check();
    await page.locator('aside.card .moved-list').first().waitFor({ timeout: 30_000 });
  });
});

describe('siting', () => {
  it('answers for typed coordinates, decimal or in degrees, and says what is missing', async () => {
    const page = await openAnswered();
    await page.getByRole('button', { name: '选址', exact: true }).click();
    const card = page.locator('aside.card');
    await card.getByLabel('地点').fill('nowhere');
    await card.getByLabel('地点').press('Enter');
    await card.getByRole('alert').waitFor();
    await card.getByLabel('地点').fill('112°51′00″E 35°30′00″N');
    await card.getByLabel('地点').press('Enter');
    await card.locator('.card-verdict-words').waitFor();
    expect(new URL(page.url()).hash).toContain('site=112.85%2C35.5');
    await card.getByLabel('单台容量（蒸吨/小时）').fill('20');
    await card.getByLabel('行业').selectOption('steel');
    await expect.poll(() => card.locator('.card-verdict-words').textContent()).toBe('不得建设');
    expect(await card.textContent()).toContain('建成后即须关停淘汰');
    await card.getByLabel('燃料').selectOption('gas');
    await card.getByLabel('行业').selectOption('other');
    await expect.poll(() => card.locator('.card-verdict-words').textContent()).toBe('没有条款禁止在此建设');
    await shoot(page, 'siting');
  });

  it('takes a point from a click and from the cross of the map; Escape leaves the choosing, then the panel', async () => {
    const page = await openAnswered();
    await page.getByRole('button', { name: '选址', exact: true }).click();
    await page.locator('.picking-note').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.picking-note').waitFor({ state: 'detached' });
    expect(await page.locator('aside.card').count()).toBe(1);
    await page.getByRole('button', { name: '在地图上选点' }).click();
    await page.locator('.maplibregl-canvas').waitFor();
    await page.locator('.maplibregl-canvas').click({ position: { x: 350, y: 200 } });
    await page.locator('.card-verdict-words').waitFor({ timeout: 30_000 });
    const clicked = await page.getByLabel('地点').inputValue();
    await page.getByRole('button', { name: '在地图上选点' }).click();
    await page.locator('.maplibregl-canvas').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByLabel('地点').inputValue()).not.toBe(clicked);
    await page.keyboard.press('Escape');
    await page.locator('aside.card').waitFor({ state: 'detached' });
  });

  it('is a link', async () => {
    const page = await openAnswered('&site=112.85,35.5,boiler,coal,20,heating,steel');
    await page.locator('.card-verdict-words').waitFor();
    expect(await page.locator('.card-verdict-words').textContent()).toBe('不得建设');
  });
});

describe('places of the map', () => {
  it('a click on a heat source opens why it counts', async () => {
    const page = await openAnswered('&at=112.92522,35.46113,13.00&layers=heatSources,reach,counties');
    const canvas = page.locator('.maplibregl-canvas');
    await canvas.waitFor();
    const box = await canvas.boundingBox();
    if (box === null) throw new Error('no map');
    await expect.poll(async () => {
      await canvas.click({ position: { x: box.width / 2, y: box.height / 2 } });
      return page.locator('aside.card .hearing').count();
    }, { timeout: 60_000, interval: 1000 }).toBe(1);
    expect(await page.locator('aside.card').textContent()).toContain('合格');
  });

  it('keeps the ground in place when the card opens, so that a second click meets the next of a stack', async () => {
    const { lng, lat } = stack();
    const page = await openAnswered(`&at=${lng},${lat},11.00`);
    const [title, next] = await clickTwice(page);
    expect(title).not.toBe(next);
  });

  it('brings a mark into sight that the card would cover', async () => {
    const { lng, lat } = stack();
    const page = await openAnswered(`&at=${lng},${lat},11.00`, { width: 1024, height: 768 });
    await clickTwice(page, 1);
    await expect.poll(() => Number(/at=(-?[\d.]+)/u.exec(decodeURIComponent(page.url()))?.[1]), { timeout: 20_000 }).toBeGreaterThan(Number(lng));
  });
});

/** Where boilers stand so close together that their marks lie on one another. */
function stack(): { readonly lng: string; readonly lat: string } {
  const [header = '', ...lines] = readFileSync('data/jincheng/facilities.csv', 'utf8').replace('\uFEFF', '').trim().split(/\r?\n/u);
  const names = header.split(',');
  const [x, y] = [names.indexOf('经度'), names.indexOf('纬度')];
  const places = lines.map((line) => line.split(',')).map((cells) => ({ lng: cells[x] ?? '', lat: cells[y] ?? '' }));
  const near = (a: string, b: string) => Math.abs(Number(a) - Number(b)) < 0.001;
  const found = places.find(({ lng, lat }, at) => lng !== '' && places.some((other, index) => index !== at && other.lng !== '' && near(lng, other.lng) && near(lat, other.lat)));
  if (found === undefined) throw new Error('no two facilities of the sample stand close together');
  return found;
}

/** Presses the middle of the map until a card opens, then the very same spot of the screen again; the titles and enterprises of the cards. */
async function clickTwice(page: Page, times = 2): Promise<readonly string[]> {
  const canvas = page.locator('.maplibregl-canvas');
  await canvas.waitFor();
  const box = await canvas.boundingBox();
  if (box === null) throw new Error('no map');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const card = page.locator('aside.card .card-body');
  const seen = async () => `${String(await page.locator('aside.card h2').textContent())} ${new URL(page.url()).hash}`;
  await expect.poll(async () => {
    if ((await card.count()) === 0) await page.mouse.click(x, y);
    return card.count();
  }, { timeout: 60_000, interval: 1500 }).toBe(1);
  const titles = [await seen()];
  for (let press = 1; press < times; press += 1) {
    await page.mouse.click(x, y);
    await expect.poll(seen, { timeout: 20_000 }).not.toBe(titles.at(-1));
    titles.push(await seen());
  }
  expect(titles.every((title) => title.includes('select='))).toBe(true);
  return titles;
}

describe("the reader's own pack", () => {
  const sound = JSON.parse(readFileSync('data/policy/datong-2024.json', 'utf8')) as Record<string, unknown>;
  const file = (name: string, content: string): string => {
    const path = join(tmpdir(), name);
    writeFileSync(path, content);
    return path;
  };
  const open = async (page: Page) => {
    await page.locator('.policies > summary').click();
    await page.locator('.own-packs').waitFor();
  };

  it('is refused with the exact spot, and joins, stays over a reload and goes when it is sound', async () => {
    const page = await openAnswered();
    await open(page);
    const input = page.locator('.own-packs input[type=file]');
    await input.setInputFiles(file('broken.json', '{\n  "id": "x",\n}'));
    await page.getByText('第 3 行第 1 列').waitFor();
    await input.setInputFiles(file('wrong.json', JSON.stringify({ ...sound, id: 'own-city', jurisdiction: 140500 })));
    await page.locator('.own-problems').getByText('jurisdiction').waitFor();
    await input.setInputFiles(file('own.json', JSON.stringify({ ...sound, id: 'own-city', title: { zh: '自带方案', en: 'Own plan' }, jurisdiction: '140500' })));
    await page.locator('.policy', { hasText: '自带方案' }).waitFor();
    expect(await page.locator('.policy', { hasText: '自带方案' }).locator('.own-mark').count()).toBe(1);
    await page.reload();
    await page.waitForSelector('.headline strong', { timeout: 60_000 });
    await open(page);
    await page.getByRole('button', { name: '移除 自带方案' }).click();
    await page.locator('.policy', { hasText: '自带方案' }).waitFor({ state: 'detached' });
  });

  it('with the id of an embedded one asks which counts', async () => {
    const page = await openAnswered();
    await open(page);
    await page.locator('.own-packs input[type=file]').setInputFiles(file('same.json', JSON.stringify({ ...sound, title: { zh: '我的大同方案', en: 'Mine' } })));
    await page.getByRole('button', { name: '用我的，暂不用内置的' }).click();
    await page.locator('.policy', { hasText: '我的大同方案' }).waitFor();
    await page.getByRole('button', { name: '移除 我的大同方案' }).click();
    await page.locator('.policy', { hasText: '大同市落实' }).waitFor();
  });
});

describe('the card on a phone', () => {
  it('goes aside for the map and comes back', async () => {
    const page = await openAnswered('&duty=close', PHONE);
    await page.getByRole('button', { name: '台账', exact: true }).click();
    const row = page.locator('[data-row]').nth(12);
    await row.waitFor();
    await row.click();
    const card = page.locator('aside.card');
    await card.getByRole('button', { name: '在地图上显示' }).click();
    await expect.poll(() => page.locator('.main').getAttribute('data-panel')).toBe('map');
    expect((await card.boundingBox())?.height).toBeLessThan(844 * 0.4);
    await shoot(page, 'phone-show-on-map');
    await card.getByRole('button', { name: '展开卡片' }).click();
    expect((await card.boundingBox())?.height).toBeGreaterThan(844 * 0.6);
  });
});

describe('accessible and in shape', () => {
  it.each([
    ['articles light zh', 'articles', DESKTOP],
    ['area dark en', 'area', { ...DESKTOP, colorScheme: 'dark', path: `${DAY}&lang=en&law=area` }],
    ['totals tablet', 'totals', { width: 1024, height: 768 }],
    ['sources phone dark', 'sources', { ...PHONE, colorScheme: 'dark' }],
    ['articles phone en', 'articles', { ...PHONE, path: `${DAY}&lang=en&law=articles` }],
  ] as const)('%s', async (name, tab, view) => {
    const page = await openAnswered(`&law=${tab}`, view);
    await page.locator('.law-body h3, .law-table').first().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    const overhangPx = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overhangPx).toBe(0);
    await shoot(page, `law-${name.replaceAll(' ', '-')}`);
  });

  it.each([
    ['siting desktop', '&site=112.85,35.5,boiler,coal,20,heating,', DESKTOP],
    ['siting phone dark', '&site=112.85,35.5,boiler,coal,20,heating,', { ...PHONE, colorScheme: 'dark' }],
    ['source en', '&place=source/GEM-L101504&lang=en', DESKTOP],
  ] as const)('%s', async (name, more, view) => {
    const page = await openAnswered(more, view);
    await page.locator('aside.card .finding, aside.card .hearing').first().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await shoot(page, `law-${name.replaceAll(' ', '-')}`);
  });
});

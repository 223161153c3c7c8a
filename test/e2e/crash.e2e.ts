import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { seededRandom } from '../../src/base/random.ts';

/** How often the browser is killed; `CRASHES` asks for more. */
const CRASHES = Number(process.env['CRASHES'] ?? 2);

/** At most so much work may be lost, ms. */
const LOST_MS = 500;
const LETTER_MS = 35;
/** As many letters as the field takes. */
const LETTERS = 60;

describe('work in progress', () => {
  it('outlives a killed browser but for its last half second, and nothing that was called saved is lost', async () => {
    const random = seededRandom(11);
    const lostMs: number[] = [];
    for (let crash = 0; crash < CRASHES; crash++) {
      const profile = mkdtempSync(join(tmpdir(), 'coal-ban-map-crash-'));
      try {
        const typed = await typeUntilKilled(profile, 200 + random() * LETTERS * LETTER_MS);
        const kept = await keptLetters(profile);
        const safe = typed.times.filter((at) => at <= typed.killedAt - LOST_MS).length;
        const lost = typed.killedAt - (typed.times[kept] ?? typed.killedAt);
        expect({ crash, kept, safe, saved: typed.saved, lost, isEnough: kept >= Math.max(safe, typed.saved) }).toMatchObject({ isEnough: true });
        lostMs.push(lost);
      } finally {
        await discard(profile);
      }
    }
    if (CRASHES > 2) process.stderr.write(`${String(CRASHES)} crashes, work lost in ms: ${lostMs.sort((a, b) => a - b).join(' ')}\n`);
  }, 60_000 * Math.max(2, CRASHES));
});

/** When each letter had been typed, and how many the page had called saved, when the browser was killed. */
async function typeUntilKilled(profile: string, afterMs: number) {
  const { page, child } = await openProfile(profile);
  await page.click('.draft-open');
  await page.getByRole('button', { name: '新建方案' }).click();
  const field = page.getByRole('textbox', { name: '方案名称' });
  await field.fill('');
  const times: number[] = [];
  let saved = 0;
  const end = Date.now() + afterMs;
  while (Date.now() < end && times.length < LETTERS) {
    await page.keyboard.press('x');
    times.push(Date.now());
    const state = await page.evaluate(() => ({
      isSaved: document.querySelector('.draft-saving')?.textContent.includes('已保存') === true,
      letters: document.querySelector<HTMLInputElement>('.draft-scenario .draft-name')?.value.length ?? 0,
    }));
    if (state.isSaved) saved = Math.max(saved, state.letters);
    await page.waitForTimeout(LETTER_MS);
  }
  const killedAt = Date.now();
  await kill(child);
  return { times, saved, killedAt };
}

/** What another start finds of it. */
async function keptLetters(profile: string): Promise<number> {
  const { page, child, browser } = await openProfile(profile);
  await page.click('.draft-open');
  await page.getByRole('button', { name: '恢复', exact: true }).first().click();
  const { length } = await page.getByRole('textbox', { name: '方案名称' }).inputValue();
  await browser.close();
  await kill(child);
  return length;
}

async function openProfile(profile: string): Promise<{ page: Page; child: ChildProcess; browser: Browser }> {
  rmSync(join(profile, 'DevToolsActivePort'), { force: true });
  const child = spawn(
    inject('chromiumPath'),
    ['--headless', '--no-sandbox', '--remote-debugging-port=0', `--user-data-dir=${profile}`, '--no-first-run', '--disable-background-networking', '--disable-component-update', '--lang=zh-CN', 'about:blank'],
    // A group of its own, so that all of it can be killed at once.
    { stdio: 'ignore', detached: true },
  );
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${String(await portOf(profile))}`);
  const page = await (browser.contexts()[0] ?? (await browser.newContext())).newPage();
  await page.goto(inject('address'));
  await page.waitForSelector('.draft-open', { timeout: 60_000 });
  return { page, child, browser };
}

async function portOf(profile: string): Promise<number> {
  for (let attempt = 0; attempt < 300; attempt++) {
    // The file may be there before its content is.
    const port = Number(readPort(profile));
    if (port > 0) return port;
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
  throw new Error('portOf: Chromium told no port');
}

/** What a dying browser writes between the listing and the removing of a folder makes Node's own retries fail for good: each try starts anew. */
async function discard(profile: string): Promise<void> {
  for (let attempt = 0; attempt < 40; attempt++) {
    try {
      rmSync(profile, { recursive: true, force: true });
      return;
    } catch {
      await new Promise((resolve) => { setTimeout(resolve, 250); });
    }
  }
}

function readPort(profile: string): string | undefined {
  try {
    return readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n')[0];
  } catch {
    return undefined;
  }
}

/** Without a chance to say goodbye. */
function kill(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => { resolve(); });
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  });
}

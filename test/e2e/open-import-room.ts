import type { Page } from 'playwright-core';
import type { View } from './harness.ts';
import { DESKTOP, openApp } from './harness.ts';

/** The day of a year in which most of the documents are in force. */
export const DAY = '#date=2024-12-31';

/** The import page with nothing on its desk, behind it the embedded city's answer. */
export async function openRoom(view: Partial<View> = {}): Promise<Page> {
  const page = await openApp({ ...DESKTOP, path: DAY, ...view });
  await page.waitForSelector('.headline-number, .headline strong', { timeout: 60_000 });
  await page.locator('.header-tools .header-door').click();
  await page.locator('.import-empty').waitFor();
  return page;
}

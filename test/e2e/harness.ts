import axe from 'axe-core';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, onTestFinished } from 'vitest';

export interface View {
  readonly width: number;
  readonly height: number;
  readonly colorScheme?: 'light' | 'dark';
  /** Language of the browser; the page decides what it makes of it. */
  readonly lang?: 'zh-CN' | 'en-US';
  /** What follows the address of the page, such as `#…`. */
  readonly path?: string;
  /** More flags for a browser of its own, such as `--disable-3d-apis`. */
  readonly flags?: readonly string[];
}

export const DESKTOP: View = { width: 1440, height: 900 };
export const PHONE: View = { width: 390, height: 844 };

/** One browser for the tests of a file; each test has a context of its own. */
let shared: Browser | null = null;

beforeAll(async () => {
  shared = await launch([]);
});

afterAll(async () => {
  await shared?.close();
});

/**
 * Without a GPU, Chromium composes the page in software and reads each WebGL canvas back to do so; its driver complains of
 * that on the page's console. The page itself reads no pixels (counted: 0 calls of `readPixels`), and the flag that avoids
 * the message, `--use-angle=swiftshader`, makes the map twice as slow.
 */
const READ_BACK = /^\[\.WebGL-0x[0-9a-f]+\]GL Driver Message \(OpenGL, Performance, [^)]*\): GPU stall due to ReadPixels/;

const troubles = new WeakMap<Page, string[]>();

/**
 * Opens the built page. The test fails at its end when anything has been said on the console as a warning or an error,
 * an exception went uncaught, or a request left the origin; `takeTrouble` takes what a test expects. A failed test
 * leaves a picture in `test-results/`.
 */
export async function openApp(view: View = DESKTOP): Promise<Page> {
  const own = view.flags === undefined ? null : await launch(view.flags);
  const browser = own ?? shared;
  if (browser === null) throw new Error('openApp: got no browser, expected to be called inside a test');
  const context = await browser.newContext({
    viewport: { width: view.width, height: view.height },
    colorScheme: view.colorScheme ?? 'light',
    locale: view.lang ?? 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  });
  const trouble = listen(context);
  const page = await context.newPage();
  troubles.set(page, trouble);

  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') await shoot(page, `failed-${fileName(task.name)}`);
    await context.close();
    await own?.close();
    expect(trouble, 'what the page complained about').toEqual([]);
  });

  await page.goto(inject('address') + (view.path ?? ''));
  return page;
}

/** What the page has complained about so far; it no longer fails the test. */
export function takeTrouble(page: Page): readonly string[] {
  const trouble = troubles.get(page);
  if (trouble === undefined) throw new Error('takeTrouble: got a page that openApp did not open');
  return trouble.splice(0);
}

export interface Violation {
  readonly rule: string;
  readonly help: string;
  readonly where: readonly string[];
}

/** Accessibility faults of the page as it stands; an empty list is a pass. */
export async function accessibilityFaults(page: Page): Promise<readonly Violation[]> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const { axe: engine } = globalThis as unknown as { axe: typeof axe };
    return (await engine.run()).violations;
  });
  return violations.map(({ id, help, nodes }) => ({ rule: id, help, where: nodes.map((node) => node.target.join(' ')) }));
}

/** Saves what is seen to `test-results/<name>.png`. */
export async function shoot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `test-results/${name}.png` });
}

function launch(flags: readonly string[]): Promise<Browser> {
  // Chromium refuses to sandbox itself as root; the other flags keep it from calling home.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({
    executablePath: inject('chromiumPath'),
    args: [...sandbox, '--disable-background-networking', '--disable-component-update', ...flags],
  });
}

function listen(context: BrowserContext): string[] {
  const trouble: string[] = [];
  const home = new URL(inject('address')).origin;
  context.on('console', (message) => {
    const [level, text] = [message.type(), message.text()];
    if ((level === 'error' || level === 'warning') && !READ_BACK.test(text)) trouble.push(`${level}: ${text}`);
  });
  context.on('weberror', (failure) => trouble.push(`uncaught: ${failure.error().message}`));
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${home}/`) && !url.startsWith('data:') && !url.startsWith('blob:')) trouble.push(`left the origin: ${url}`);
  });
  return trouble;
}

function fileName(testName: string): string {
  return testName.replaceAll(/[^\p{L}\p{N}]+/gu, '-');
}

import { describe, expect, it } from 'vitest';
import { planBrowser, planFont } from '../../scripts/find-chromium.ts';
import type { Machine } from '../../scripts/find-chromium.ts';

/** A bare Linux machine of an ordinary user: no browser, no font, nothing to install with. */
function machine(changes: Partial<Machine> & { readonly files?: readonly string[] }): Machine {
  const files = changes.files ?? [];
  return {
    platform: 'linux',
    env: {},
    isRoot: false,
    hasApt: false,
    which: (program) => files.find((file) => file === `/usr/bin/${program}`) ?? null,
    exists: (path) => files.includes(path),
    playwrightPath: '/home/li/.cache/ms-playwright/chromium/chrome',
    hasChineseFont: false,
    ...changes,
  };
}

const CHROME_ON_MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
const CHROME_ON_WINDOWS = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe';

describe('planBrowser', () => {
  it('takes the one that CHROMIUM_PATH names, before any other', () => {
    const files = ['/opt/chrome', '/usr/bin/chromium'];
    expect(planBrowser(machine({ env: { CHROMIUM_PATH: '/opt/chrome' }, files }))).toEqual({ kind: 'use', path: '/opt/chrome' });
  });

  it('does not pass over a CHROMIUM_PATH that names nothing', () => {
    const plan = planBrowser(machine({ env: { CHROMIUM_PATH: '/opt/gone' }, files: ['/usr/bin/chromium'] }));
    expect(plan).toEqual({ kind: 'wrong-path', path: '/opt/gone' });
  });

  it('reads an empty CHROMIUM_PATH as unset', () => {
    const plan = planBrowser(machine({ env: { CHROMIUM_PATH: '' }, files: ['/usr/bin/chromium'] }));
    expect(plan).toEqual({ kind: 'use', path: '/usr/bin/chromium' });
  });

  it.each(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'])('finds %s on the search path', (program) => {
    expect(planBrowser(machine({ files: [`/usr/bin/${program}`] }))).toEqual({ kind: 'use', path: `/usr/bin/${program}` });
  });

  it('prefers the system Chromium to the one of Playwright', () => {
    const files = ['/home/li/.cache/ms-playwright/chromium/chrome', '/usr/bin/google-chrome'];
    expect(planBrowser(machine({ files }))).toEqual({ kind: 'use', path: '/usr/bin/google-chrome' });
  });

  it('finds Chrome where macOS and Windows keep it', () => {
    expect(planBrowser(machine({ platform: 'darwin', files: [CHROME_ON_MAC] }))).toEqual({ kind: 'use', path: CHROME_ON_MAC });
    const windows = machine({ platform: 'win32', env: { PROGRAMFILES: 'C:\\Program Files' }, files: [CHROME_ON_WINDOWS] });
    expect(planBrowser(windows)).toEqual({ kind: 'use', path: CHROME_ON_WINDOWS });
  });

  it('uses the one that Playwright has downloaded', () => {
    const path = '/home/li/.cache/ms-playwright/chromium/chrome';
    expect(planBrowser(machine({ files: [path] }))).toEqual({ kind: 'use', path });
  });

  it('installs through apt only as root on Linux, else through Playwright', () => {
    expect(planBrowser(machine({ isRoot: true, hasApt: true }))).toEqual({ kind: 'install', by: 'apt' });
    expect(planBrowser(machine({ isRoot: false, hasApt: true }))).toEqual({ kind: 'install', by: 'playwright' });
    expect(planBrowser(machine({ isRoot: true, hasApt: false }))).toEqual({ kind: 'install', by: 'playwright' });
    expect(planBrowser(machine({ platform: 'darwin', isRoot: true, hasApt: true, playwrightPath: null }))).toEqual({
      kind: 'install',
      by: 'playwright',
    });
  });
});

describe('planFont', () => {
  it('asks for nothing where a Chinese font is there', () => {
    expect(planFont(machine({ hasChineseFont: true }))).toBe('present');
    expect(planFont(machine({ platform: 'darwin', hasChineseFont: null }))).toBe('present');
    expect(planFont(machine({ platform: 'win32', hasChineseFont: null }))).toBe('present');
  });

  it('installs one as root with apt, and says so plainly where it cannot', () => {
    expect(planFont(machine({ isRoot: true, hasApt: true }))).toBe('install');
    expect(planFont(machine({ isRoot: true, hasApt: true, hasChineseFont: null }))).toBe('install');
    expect(planFont(machine({ hasApt: true }))).toBe('refuse');
    expect(planFont(machine({ hasChineseFont: null }))).toBe('refuse');
  });
});

/** What is known of the machine; a plain value, so that every machine can be tried in a test. */
export interface Machine {
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isRoot: boolean;
  readonly hasApt: boolean;
  /** Full path of a program on the search path. */
  readonly which: (program: string) => string | null;
  readonly exists: (path: string) => boolean;
  /** Where Playwright keeps the browser that it downloads, whether or not it is there. */
  readonly playwrightPath: string | null;
  /** `null`: the font list could not be read. */
  readonly hasChineseFont: boolean | null;
}

export type BrowserPlan =
  | { readonly kind: 'use'; readonly path: string }
  | { readonly kind: 'install'; readonly by: 'apt' | 'playwright' }
  | { readonly kind: 'wrong-path'; readonly path: string };

export type FontPlan = 'present' | 'install' | 'refuse';

const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function usualPaths({ platform, env }: Machine): readonly string[] {
  if (platform === 'darwin') {
    return ['Google Chrome', 'Chromium'].map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`);
  }
  if (platform !== 'win32') return [];
  const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
  return roots.flatMap((root) =>
    root === undefined ? [] : [`${root}\\Google\\Chrome\\Application\\chrome.exe`, `${root}\\Chromium\\Application\\chrome.exe`],
  );
}

/**
 * Which Chromium the tests drive: the one named in `CHROMIUM_PATH`, the system's, Playwright's own; else how to get one.
 * A variable that names nothing is a mistake to be told, not to be passed over.
 */
export function planBrowser(machine: Machine): BrowserPlan {
  const named = machine.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') {
    return machine.exists(named) ? { kind: 'use', path: named } : { kind: 'wrong-path', path: named };
  }
  for (const program of PROGRAMS) {
    const path = machine.which(program);
    if (path !== null) return { kind: 'use', path };
  }
  const path = [...usualPaths(machine), machine.playwrightPath ?? ''].find((candidate) => machine.exists(candidate));
  if (path !== undefined) return { kind: 'use', path };
  return { kind: 'install', by: canUseApt(machine) ? 'apt' : 'playwright' };
}

/** macOS and Windows bring Chinese fonts; elsewhere the labels of the map need one. */
export function planFont(machine: Machine): FontPlan {
  if (machine.platform === 'darwin' || machine.platform === 'win32' || machine.hasChineseFont === true) return 'present';
  return canUseApt(machine) ? 'install' : 'refuse';
}

function canUseApt({ platform, isRoot, hasApt }: Machine): boolean {
  return platform === 'linux' && isRoot && hasApt;
}

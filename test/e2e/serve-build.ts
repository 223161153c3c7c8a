import { existsSync } from 'node:fs';
import { preview } from 'vite';
import type { TestProject } from 'vitest/node';
import { planBrowser } from '../../scripts/find-chromium.ts';
import { browserText } from '../../scripts/text/browser.ts';
import { thisMachine } from '../../scripts/this-machine.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built page is served, ending in a slash. */
    readonly address: string;
    /** The Chromium to drive. */
    readonly chromiumPath: string;
  }
}

/** Serves `dist/` on a free port for the whole end-to-end run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const browser = planBrowser(thisMachine());
  if (browser.kind !== 'use') throw new Error(browserText.browserRefused);
  if (!existsSync('dist/index.html')) throw new Error('dist/index.html is missing: run `npm run build` first');

  const server = await preview({ preview: { port: 4273 }, logLevel: 'error' });
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error('the preview server tells no address');
  project.provide('address', address);
  project.provide('chromiumPath', browser.path);
  return () => server.close();
}

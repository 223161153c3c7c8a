import type { Browser } from 'playwright-core';

/** Processor time so far, s: of the pages with their workers, and of the process that draws. */
export interface ProcessWork {
  readonly pageS: number;
  readonly graphicsS: number;
}

/** Between two looks, and how long nothing may happen until all is called idle, ms. */
const LOOK_MS = 100;
const QUIET_MS = 800;
/** Less than this between two looks is nothing, s. */
const NOTHING_S = 0.02;

/** What Chromium's processes work. Without a graphics card the one that draws does in software what a card would. */
export async function watchWork(browser: Browser): Promise<{ readonly now: () => Promise<ProcessWork>; readonly untilIdle: (from: number) => Promise<number> }> {
  const session = await browser.newBrowserCDPSession();
  const now = async (): Promise<ProcessWork> => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const sum = (type: string): number => processInfo.filter((process) => process.type === type).reduce((total, { cpuTime }) => total + cpuTime, 0);
    return { pageS: sum('renderer'), graphicsS: sum('GPU') };
  };
  /** Waits until both have nothing more to do. @returns ms from `from` (of `performance.now`) until then. */
  const untilIdle = async (from: number): Promise<number> => {
    let [last, busyAt] = [await now(), performance.now()];
    while (performance.now() - busyAt < QUIET_MS) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      const next = await now();
      if (next.pageS - last.pageS > NOTHING_S || next.graphicsS - last.graphicsS > NOTHING_S) busyAt = performance.now();
      last = next;
    }
    return busyAt - from;
  };
  return { now, untilIdle };
}

import type { Page } from 'playwright-core';

/** One event of Chromium's trace, as far as it is looked at; times in µs, `tdur` without what other processes took. */
export interface TraceEvent {
  readonly name: string;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args?: { readonly name?: string };
}

/** Begins a trace of the tasks of the page's thread; what it gives ends it. */
export async function traceTasks(page: Page): Promise<() => Promise<readonly TraceEvent[]>> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value as unknown as TraceEvent[]) events.push(event);
  });
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['toplevel', 'blink.user_timing', '__metadata'] } });
  return async () => {
    const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
    await session.send('Tracing.end');
    await complete;
    return events;
  };
}

/** The tasks of the thread that set the mark, ms: as the clock has them, and of their own work alone. */
export function tasksBesideMark(events: readonly TraceEvent[], mark: string): readonly { readonly clockMs: number; readonly workMs: number }[] {
  const own = events.find(({ name, ts }) => name === mark && ts > 0);
  return events
    .filter(({ name, pid, tid }) => name.endsWith('RunTask') && pid === own?.pid && tid === own.tid)
    .map(({ dur = 0, tdur = 0 }) => ({ clockMs: dur / 1000, workMs: tdur / 1000 }));
}

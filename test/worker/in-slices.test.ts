import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Steps } from '../../src/base/steps.ts';
import { inSlices } from '../../src/worker/in-slices.ts';

let nowMs = 0;
beforeEach(() => {
  vi.spyOn(performance, 'now').mockImplementation(() => nowMs);
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** Ten steps of one length. */
function* steps(heard: string[], stepMs: number): Steps<string> {
  for (let step = 1; step <= 10; step += 1) {
    nowMs += stepMs;
    heard.push(`step ${String(step)}`);
    yield step / 10;
  }
  return 'done';
}

async function withAnother(stepMs: number): Promise<string[]> {
  const heard: string[] = [];
  const other = new MessageChannel();
  other.port1.onmessage = () => heard.push('another task');
  other.port2.postMessage(null);
  expect(await inSlices(steps(heard, stepMs))).toBe('done');
  await new Promise(setImmediate);
  other.port1.close();
  return heard;
}

it('lets other tasks in between long steps', async () => {
  const heard = await withAnother(100);
  expect(heard.slice(0, 10)).toContain('another task');
});

it('does short steps in one go', async () => {
  expect((await withAnother(1)).slice(0, 10)).toEqual(Array.from({ length: 10 }, (_, step) => `step ${String(step + 1)}`));
});

it('leaves off what is no longer wanted', async () => {
  const heard: string[] = [];
  expect(await inSlices(steps(heard, 100), () => heard.length < 3)).toBeNull();
  expect(heard).toEqual(['step 1', 'step 2', 'step 3']);
});

import type { Steps } from '../base/steps.ts';
import { nextTask } from './next-task.ts';

/** How long the page may stand still, ms: well below what a hand notices. */
const SLICE_MS = 16;

/** Does the work on this thread and lets it breathe in between. */
export async function inSlices<T>(steps: Steps<T>): Promise<T>;
/** The same, until it is no longer wanted: then `null`. */
export async function inSlices<T>(steps: Steps<T>, isWanted: () => boolean): Promise<T | null>;
export async function inSlices<T>(steps: Steps<T>, isWanted: () => boolean = () => true): Promise<T | null> {
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - since < SLICE_MS) continue;
    await nextTask();
    if (!isWanted()) return null;
    since = performance.now();
  }
}

import { nextTask } from './next-task.ts';

/** How long the page may stand still, ms: well below what a hand notices. */
const SLICE_MS = 16;

/** Work in short stretches, done on this thread without holding it up. */
export async function doneInSlices<T>(steps: Generator<unknown, T, void>): Promise<T>;
/** The same, until it is no longer wanted: then `null`. */
export async function doneInSlices<T>(steps: Generator<unknown, T, void>, isWanted: () => boolean): Promise<T | null>;
export async function doneInSlices<T>(steps: Generator<unknown, T, void>, isWanted: () => boolean = () => true): Promise<T | null> {
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

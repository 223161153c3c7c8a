import { nextTask } from '../../worker/next-task.ts';

/** How long lines are written before the page gets its turn, ms. */
const SLICE_MS = 40;

/** What a file's name may not hold on some system. */
const UNFIT = /[\\/:*?"<>|\p{Cc}]/gu;

/** Longer than this a browser has surely taken the blob, ms. */
const TAKEN_MS = 60_000;

export function fileNamed(text: string): string {
  return text.replaceAll(UNFIT, '_');
}

/** Lines as parts of a blob; a long file does not hold the page up. */
export async function inSlices(lines: Iterable<string>): Promise<string[]> {
  const parts: string[] = [];
  let [part, since] = ['', performance.now()];
  for (const line of lines) {
    part += line;
    if (performance.now() - since < SLICE_MS) continue;
    parts.push(part);
    await nextTask();
    [part, since] = ['', performance.now()];
  }
  return [...parts, part];
}

/** Work in short stretches, done without holding the page up. */
export async function doneInSlices<T>(steps: Generator<unknown, T, void>): Promise<T> {
  for (let since = performance.now(); ; ) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - since < SLICE_MS) continue;
    await nextTask();
    since = performance.now();
  }
}

/** Hands a file to the browser. */
export function saveFile(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, TAKEN_MS);
}

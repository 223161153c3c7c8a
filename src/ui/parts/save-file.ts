import { nextTask } from '../../worker/next-task.ts';

/** How long lines are written before the page gets its turn, ms. */
const SLICE_MS = 24;

/** What a file's name may not hold on some system. */
const UNFIT = /[\\/:*?"<>|\p{Cc}]/gu;

/** Longer than this a browser has surely taken the blob, ms. */
const TAKEN_MS = 60_000;

export function fileNamed(text: string): string {
  return text.replaceAll(UNFIT, '_');
}

/** Somebody who waits for a long file. */
export interface Waiting {
  /** Hears how many lines are written, slice by slice. */
  readonly onLines: (lines: number) => void;
  readonly isWanted: () => boolean;
}

const PATIENT: Waiting = { onLines: () => undefined, isWanted: () => true };

/**
 * Lines as parts of a blob, each a blob already: a browser takes a long text in one go, which holds the page up. `null` once
 * it is no longer wanted.
 */
export async function inSlices(lines: Iterable<string>): Promise<Blob[]>;
export async function inSlices(lines: Iterable<string>, waiting: Waiting): Promise<Blob[] | null>;
export async function inSlices(lines: Iterable<string>, { onLines, isWanted }: Waiting = PATIENT): Promise<Blob[] | null> {
  const parts: Blob[] = [];
  let [part, since, count] = ['', performance.now(), 0];
  for (const line of lines) {
    part += line;
    count += 1;
    if (performance.now() - since < SLICE_MS) continue;
    parts.push(new Blob([part]));
    onLines(count);
    await nextTask();
    if (!isWanted()) return null;
    [part, since] = ['', performance.now()];
  }
  return [...parts, new Blob([part])];
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

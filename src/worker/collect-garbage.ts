import { letGo } from './let-go.ts';

/** Above what Chrome's allocator grants (8 GiB) and below the longest buffer there may be, which is refused without a look. */
const REFUSED_BYTES = 2 ** 34;

/**
 * Makes the engine give back what is free. V8 collects everything before it refuses a buffer, and left alone it lets the
 * leavings of a million rows lie (0.6 GB beside as much that is needed) until the heap has doubled. Some 0.1 s for each
 * 100 MB in use: for threads that nobody waits for. Other engines refuse at once, and collect when they like.
 */
export function collectGarbage(): void {
  try {
    letGo(new ArrayBuffer(REFUSED_BYTES));
  } catch {
    // As meant.
  }
}

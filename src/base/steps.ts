/**
 * Work in short stretches: a generator that yields the share done (0 to 1) every few milliseconds and returns its result.
 * Whoever drives it decides what happens in between (posts progress, lets the page breathe) and cancels with `return()`.
 */
export type Steps<T> = Generator<number, T, void>;

/** Items worked on between two steps: some 10 ms. */
export const STRETCH = 8192;

/** Does all of it at once. @param onShare hears the share done in between. */
export function finish<T, Share = number>(steps: Generator<Share, T, void>, onShare?: (share: Share) => void): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    onShare?.(step.value);
  }
}

/** Passes the shares of one part of a larger work on, as shares `from` to `to` of the whole. */
export function* part<T>(steps: Steps<T>, from: number, to: number): Steps<T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield from + (to - from) * step.value;
  }
}

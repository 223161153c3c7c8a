import type { History } from '../history.ts';

/** What stands for the numbers of steps in records that have none: before every numbered step, the data before the work. */
export const OLD_WORK_STEP = 0;
export const OLD_DATA_STEP = -1;

/** The numbers of the steps that a record keeps: at most so many back and ahead. */
export function keptSteps({ past, steps }: History<unknown>, most: number): readonly number[] {
  return steps.slice(Math.max(0, past.length - most), past.length + most);
}

/** The numbers of `count` steps as a record has them; `old` for each where it has none, or none that can be read. */
export function stepsIn(kept: unknown, count: number, old: number): readonly number[] {
  const isRead = Array.isArray(kept) && kept.length === count && kept.every(Number.isSafeInteger);
  return isRead ? (kept as readonly number[]) : Array.from({ length: count }, () => old);
}

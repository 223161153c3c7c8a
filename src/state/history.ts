/**
 * States that can be gone back to and forward again. States are immutable and share what they have in common, so a step
 * costs what it changed.
 */
export interface History<State> {
  /** Oldest first. */
  readonly past: readonly State[];
  readonly present: State;
  /** Next first. */
  readonly future: readonly State[];
  /** The number of each step, those of `past` and then those of `future`: they order the steps of several histories. */
  readonly steps: readonly number[];
  /** Names the movement (a drag, a word being typed) whose further changes belong to the last step; `null`: none is open. */
  readonly group: string | null;
}

/** More steps back than anyone counts; older ones are let go. */
export const MOST_STEPS = 200;

export function newHistory<State>(present: State): History<State> {
  return { past: [], present, future: [], steps: [], group: null };
}

/** Takes a step. Within one group all changes are one step, so that a drag is undone as one; a step makes undone ones unreachable. */
export function record<State>(history: History<State>, next: State, step: number, group: string | null = null): History<State> {
  if (Object.is(next, history.present)) return history;
  const { past, present, steps } = history;
  const taken = steps.slice(0, past.length);
  if (group !== null && group === history.group) return { ...history, present: next, future: [], steps: taken };
  return { past: [...past, present].slice(-MOST_STEPS), present: next, future: [], steps: [...taken, step].slice(-MOST_STEPS), group };
}

/** A step was taken elsewhere: what is undone here can't be reached any more, and no movement goes on across it. */
export function stepAside<State>(history: History<State>): History<State> {
  const { past, future, steps } = history;
  return future.length === 0 ? settle(history) : { ...history, future: [], steps: steps.slice(0, past.length), group: null };
}

/** Number of the step that `undo` takes back; before every other where there is none. */
export function lastStep({ past, steps }: History<unknown>): number {
  return steps[past.length - 1] ?? -Infinity;
}

/** Number of the step that `redo` takes again; after every other where there is none. */
export function nextStep({ past, steps }: History<unknown>): number {
  return steps[past.length] ?? Infinity;
}

/** Changes what is on show without making it a step: for what is no work, such as which scenario is open. */
export function amend<State>(history: History<State>, next: State): History<State> {
  return Object.is(next, history.present) ? history : { ...history, present: next };
}

/** Ends a movement: the next change is a step of its own, even under the same name. */
export function settle<State>(history: History<State>): History<State> {
  return history.group === null ? history : { ...history, group: null };
}

export function undo<State>(history: History<State>): History<State> {
  const previous = history.past.at(-1);
  if (history.past.length === 0) return history;
  return { ...history, past: history.past.slice(0, -1), present: previous as State, future: [history.present, ...history.future], group: null };
}

export function redo<State>(history: History<State>): History<State> {
  const [next, ...future] = history.future;
  if (history.future.length === 0) return history;
  return { ...history, past: [...history.past, history.present], present: next as State, future, group: null };
}

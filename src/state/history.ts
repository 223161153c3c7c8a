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
  /** Names the movement (a drag, a word being typed) whose further changes belong to the last step; `null`: none is open. */
  readonly group: string | null;
}

/** More steps back than anyone counts; older ones are let go. */
export const MOST_STEPS = 200;

export function newHistory<State>(present: State): History<State> {
  return { past: [], present, future: [], group: null };
}

/** Takes a step. Within one group all changes are one step, so that a drag is undone as one; a step makes undone ones unreachable. */
export function record<State>(history: History<State>, next: State, group: string | null = null): History<State> {
  if (Object.is(next, history.present)) return history;
  if (group !== null && group === history.group) return { ...history, present: next, future: [] };
  return { past: [...history.past, history.present].slice(-MOST_STEPS), present: next, future: [], group };
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
  return { past: history.past.slice(0, -1), present: previous as State, future: [history.present, ...history.future], group: null };
}

export function redo<State>(history: History<State>): History<State> {
  const [next, ...future] = history.future;
  if (history.future.length === 0) return history;
  return { past: [...history.past, history.present], present: next as State, future, group: null };
}

import { type Steps, finish } from '../base/steps.ts';

/** Remembers the last answer of a pure function; the same arguments (by identity) give the same object again. */
export function memoiseLast<Args extends readonly unknown[], Value>(compute: (...args: Args) => Value): (...args: Args) => Value {
  let last: { readonly args: Args; readonly value: Value } | null = null;
  return (...args) => {
    if (last !== null && isSame(last.args, args)) return last.value;
    const value = compute(...args);
    last = { args, value };
    return value;
  };
}

/** A pure function whose work can be done beforehand, in short stretches: then it answers at once. */
export interface Prepared<Args extends readonly unknown[], Value> {
  (...args: Args): Value;
  readonly steps: (...args: Args) => Steps<Value>;
}

/** Like `memoiseLast`, but remembers two answers: that which is on show, and that which is made ready behind it. */
export function memoiseSteps<Args extends readonly unknown[], Value>(compute: (...args: Args) => Steps<Value>): Prepared<Args, Value> {
  let known: readonly { readonly args: Args; readonly value: Value }[] = [];
  function* steps(...args: Args): Steps<Value> {
    const old = known.find((one) => isSame(one.args, args));
    const value = old === undefined ? yield* compute(...args) : old.value;
    const [newest] = known;
    if (old === undefined || newest !== old) known = [{ args, value }, ...known.filter((one) => one !== old && !isSame(one.args, args))].slice(0, 2);
    return value;
  }
  return Object.assign((...args: Args) => finish(steps(...args)), { steps });
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.every((arg, i) => Object.is(arg, b[i]));
}

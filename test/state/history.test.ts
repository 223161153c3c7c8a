import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { History } from '../../src/state/history.ts';
import { MOST_STEPS, amend, lastStep, newHistory, nextStep, record, redo, settle, stepAside, undo } from '../../src/state/history.ts';

interface Recorded {
  readonly kind: 'record';
  readonly value: number;
  readonly group: string | null;
}
type Act = Recorded | { readonly kind: 'undo' } | { readonly kind: 'redo' } | { readonly kind: 'settle' };

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('record' as const), value: fc.nat(5), group: fc.constantFrom(null, 'a', 'b') }) },
  { weight: 2, arbitrary: fc.constantFrom<Act>({ kind: 'undo' }, { kind: 'redo' }, { kind: 'settle' }) },
);

/** The same in the plainest way: all states in one list, and where one stands in it. */
function model(acts: readonly Act[]): { states: number[]; at: number } {
  let states = [0];
  let at = 0;
  let group: string | null = null;
  for (const step of acts) {
    if (step.kind === 'undo') [at, group] = [Math.max(0, at - 1), at > 0 ? null : group];
    else if (step.kind === 'redo') [at, group] = [Math.min(states.length - 1, at + 1), at < states.length - 1 ? null : group];
    else if (step.kind === 'settle') group = null;
    else if (step.value !== states[at]) {
      const joins = step.group !== null && step.group === group;
      states = [...states.slice(0, joins ? at : at + 1), step.value];
      at = states.length - 1;
      group = step.group;
    }
  }
  return { states, at };
}

function play(acts: readonly Act[]): History<number> {
  let history = newHistory(0);
  for (const [k, step] of acts.entries()) {
    if (step.kind === 'record') history = record(history, step.value, k + 1, step.group);
    else history = { undo, redo, settle }[step.kind](history);
  }
  return history;
}

describe('history', () => {
  it('is a list of states and a place in it', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        const { states, at } = model(acts);
        const { past, present, future, steps } = play(acts);
        expect({ states: [...past, present, ...future], at: past.length }).toEqual({ states, at });
        expect(steps).toEqual([...new Set(steps)].sort((a, b) => a - b));
        expect(steps).toHaveLength(past.length + future.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('goes back and forward to the same place', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), fc.nat(30), (acts, steps) => {
        const start = settle(play(acts));
        const back = Math.min(steps, start.past.length);
        let history = start;
        for (let k = 0; k < back; k++) history = undo(history);
        for (let k = 0; k < back; k++) history = redo(history);
        expect(history).toEqual(start);
      }),
    );
  });

  it('undoes a whole movement at once', () => {
    const dragged = [1, 2, 3, 4].reduce((history, value) => record(history, value, value, 'drag'), newHistory(0));
    expect(undo(dragged).present).toBe(0);
    const again = record(settle(dragged), 5, 5, 'drag');
    expect(undo(again).present).toBe(4);
  });

  it('keeps a limited number of steps', () => {
    let history = newHistory(0);
    for (let value = 1; value <= MOST_STEPS + 10; value++) history = record(history, value, value);
    expect([history.past.length, history.past[0], history.steps.length, history.steps[0]]).toEqual([MOST_STEPS, 10, MOST_STEPS, 11]);
  });

  it('amends what is on show without a step', () => {
    expect(amend(record(newHistory(0), 1, 1), 2)).toMatchObject({ past: [0], present: 2 });
  });

  it('numbers the step to take back and the one to take again', () => {
    const two = record(record(newHistory(0), 1, 3), 2, 7);
    expect([two, undo(two), undo(undo(two))].map((history) => [lastStep(history), nextStep(history)])).toEqual([[7, Infinity], [3, 7], [-Infinity, 3]]);
  });

  it('lets what is undone go, and a movement end, when a step is taken elsewhere', () => {
    const one = record(newHistory(0), 1, 1, 'drag');
    expect(stepAside(one)).toEqual(settle(one));
    expect(stepAside(undo(record(one, 2, 2)))).toEqual(settle(one));
    expect(stepAside(settle(one))).toEqual(settle(one));
  });
});

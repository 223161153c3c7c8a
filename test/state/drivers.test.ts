import { describe, expect, it, vi } from 'vitest';
import type { Assessment } from '../../src/assess/assessment.ts';
import type { Result } from '../../src/base/result.ts';
import { failed, ok } from '../../src/base/result.ts';
import { cancelRun, retryRun } from '../../src/state/commands/follow-run.ts';
import { receiveCity, reloadCity } from '../../src/state/commands/receive-city.ts';
import { setAsOf } from '../../src/state/commands/set-as-of.ts';
import { driveCity } from '../../src/state/drive-city.ts';
import { driveEngine } from '../../src/state/drive-engine.ts';
import type { City, Failure, Question } from '../../src/state/session.ts';
import { newSession } from '../../src/state/session.ts';
import { createSessionStore } from '../../src/state/store.ts';
import { TODAY, city, judge } from './tiny-session.ts';

/** An engine whose answers the test gives by hand. */
function handEngine() {
  const asked: { question: Question; progress: (share: number) => void; resolve: (answer: Assessment | 'superseded') => void; reject: (reason: Error) => void }[] = [];
  const cancel = vi.fn();
  const run = (question: Question, progress: (share: number) => void) =>
    new Promise<Assessment | 'superseded'>((resolve, reject) => {
      asked.push({ question, progress, resolve, reject });
    });
  const nth = (n: number) => {
    const found = asked[n];
    if (found === undefined) throw new Error(`handEngine: question ${String(n)} was not asked, ${String(asked.length)} were`);
    return found;
  };
  return { door: { run, cancel }, asked, cancel, nth };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('driveEngine', () => {
  it('asks once per question and brings the answer home', async () => {
    const store = createSessionStore(newSession(TODAY));
    const engine = handEngine();
    driveEngine(store, engine.door);
    expect(engine.asked).toHaveLength(0);
    store.apply(receiveCity(city()));
    expect(engine.asked).toHaveLength(1);
    engine.nth(0).progress(0.5);
    expect(store.get().run).toMatchObject({ kind: 'running', share: 0.5 });
    const assessment = judge(engine.nth(0).question);
    engine.nth(0).resolve(assessment);
    await settled();
    expect(store.get().run).toMatchObject({ kind: 'done', answer: { assessment } });
    store.apply(setAsOf(TODAY));
    expect(engine.asked).toHaveLength(1);
  });

  it('the newest question wins, whichever answer comes last', async () => {
    const store = createSessionStore(newSession(TODAY));
    const engine = handEngine();
    driveEngine(store, engine.door);
    store.apply(receiveCity(city()));
    store.apply(setAsOf('2020-01-01'));
    expect(engine.asked).toHaveLength(2);
    engine.nth(1).resolve(judge(engine.nth(1).question));
    await settled();
    engine.nth(0).resolve(judge(engine.nth(0).question));
    await settled();
    expect(store.get().run.answer?.assessment.asOf).toBe('2020-01-01');
  });

  it('takes "superseded" for no answer', async () => {
    const store = createSessionStore(newSession(TODAY));
    const engine = handEngine();
    driveEngine(store, engine.door);
    store.apply(receiveCity(city()));
    engine.nth(0).resolve('superseded');
    await settled();
    expect(store.get().run).toMatchObject({ kind: 'running', answer: null });
  });

  it('stops the engine when the reader cancels, and asks again on retry', async () => {
    const store = createSessionStore(newSession(TODAY));
    const engine = handEngine();
    driveEngine(store, engine.door);
    store.apply(receiveCity(city()));
    store.apply(cancelRun);
    expect(engine.cancel).toHaveBeenCalledTimes(1);
    engine.nth(0).resolve('superseded');
    await settled();
    expect(store.get().run.kind).toBe('cancelled');
    expect(engine.asked).toHaveLength(1);
    store.apply(retryRun);
    expect(engine.asked).toHaveLength(2);
  });

  it('shows a failure with its reason and does not ask again by itself', async () => {
    const store = createSessionStore(newSession(TODAY));
    const engine = handEngine();
    driveEngine(store, engine.door);
    store.apply(receiveCity(city()));
    engine.nth(0).reject(new Error('out of memory'));
    await settled();
    expect(store.get().run).toMatchObject({ kind: 'failed', failure: { code: 'engine-failed', detail: 'out of memory' } });
    expect(engine.asked).toHaveLength(1);
  });
});

describe('driveCity', () => {
  const FAILURE: Failure = { code: 'city-unreachable', detail: 'HTTP 404' };

  it('reads at the start, and again when asked to', async () => {
    const store = createSessionStore(newSession(TODAY));
    const answers: Result<City, Failure>[] = [failed([FAILURE]), ok(city())];
    const load = vi.fn(() => Promise.resolve(answers.shift() ?? failed([FAILURE])));
    driveCity(store, load);
    await settled();
    expect(store.get().city).toEqual({ kind: 'failed', failure: FAILURE });
    store.apply(setAsOf('2020-01-01'));
    expect(load).toHaveBeenCalledTimes(1);
    store.apply(reloadCity);
    await settled();
    expect(load).toHaveBeenCalledTimes(2);
    expect(store.get().city.kind).toBe('ready');
  });

  it('shows what a reader threw instead of losing it', async () => {
    const store = createSessionStore(newSession(TODAY));
    driveCity(store, () => Promise.reject(new Error('boom')));
    await settled();
    expect(store.get().city).toEqual({ kind: 'failed', failure: { code: 'city-unreadable', detail: 'boom' } });
  });
});

import { describe, expect, it } from 'vitest';
import type { Facility } from '../../src/domain/facility.ts';
import { startRun } from '../../src/state/commands/follow-run.ts';
import { receiveCity } from '../../src/state/commands/receive-city.ts';
import { setAsOf } from '../../src/state/commands/set-as-of.ts';
import { prepareAnswer } from '../../src/state/prepare.ts';
import { openLedger } from '../../src/state/selectors/ledger.ts';
import { questionOf } from '../../src/state/selectors/question.ts';
import { isRanked } from '../../src/state/selectors/table.ts';
import { newSession } from '../../src/state/session.ts';
import { createSessionStore } from '../../src/state/store.ts';
import { FACILITIES, TODAY, city, judge } from './tiny-session.ts';

/** A session that asks about a long ledger of its own, and the answer that is on its way. */
function asking() {
  const store = createSessionStore(newSession(TODAY));
  const facilities = Array.from({ length: 20_000 }, (_, i) => ({ ...(FACILITIES[i % FACILITIES.length] as Facility), id: `f${String(i)}` }));
  store.apply(receiveCity(city({ facilities })));
  const question = questionOf(store.get());
  if (question === null) throw new Error('asking: got no question');
  store.apply(startRun(question.key));
  return { store, answer: { question, assessment: judge(question) } };
}

describe('the answer for a long ledger', () => {
  it('is made ready while its question stands', async () => {
    const { store, answer } = asking();
    await prepareAnswer(store, answer);
    expect(isRanked(openLedger(answer), 'verdict')).toBe(true);
  });

  it('is left when another question is asked', async () => {
    const { store, answer } = asking();
    const leaving = prepareAnswer(store, answer);
    store.apply(setAsOf('2020-01-01'));
    store.apply(startRun('another'));
    await leaving;
    expect(isRanked(openLedger(answer), 'verdict')).toBe(false);
  });
});

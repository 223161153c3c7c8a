import { describe, expect, it } from 'vitest';
import { changeFilters, clearFilters } from '../../src/state/commands/change-filters.ts';
import { changeView } from '../../src/state/commands/change-view.ts';
import { chooseReading } from '../../src/state/commands/choose-reading.ts';
import { cancelRun, failRun, finishRun, progressRun, retryRun, startRun } from '../../src/state/commands/follow-run.ts';
import { moveCamera } from '../../src/state/commands/move-camera.ts';
import { failCity, receiveCity, reloadCity } from '../../src/state/commands/receive-city.ts';
import { selectFacility } from '../../src/state/commands/select-facility.ts';
import { setAsOf } from '../../src/state/commands/set-as-of.ts';
import { sortBy } from '../../src/state/commands/sort-by.ts';
import { toggleFilter } from '../../src/state/commands/toggle-filter.ts';
import { toggleLayer } from '../../src/state/commands/toggle-layer.ts';
import { togglePack } from '../../src/state/commands/toggle-pack.ts';
import { NO_FILTERS } from '../../src/state/filters.ts';
import { questionOf } from '../../src/state/selectors/question.ts';
import { newSession } from '../../src/state/session.ts';
import { TODAY, answered, answeredSession, city, judge, through } from './tiny-session.ts';

const fresh = newSession(TODAY);
const ready = receiveCity(city())(fresh);

describe('commands on the scenario', () => {
  it('setAsOf takes a real day and leaves a half-typed one', () => {
    expect(setAsOf('2024-02-29')(fresh).scenario.asOf).toBe('2024-02-29');
    expect(setAsOf('0202-01-01')(fresh)).toBe(fresh);
  });

  it('togglePack takes one out and in again, and keeps "all" open for packs to come', () => {
    const without = togglePack('A')(ready);
    expect(without.scenario.packs).toEqual(['B']);
    expect(togglePack('A')(without).scenario.packs).toBeNull();
    expect(togglePack('B')(without).scenario.packs).toEqual([]);
  });

  it('togglePack does nothing before the packs are known', () => {
    expect(togglePack('A')(fresh)).toBe(fresh);
  });

  it("chooseReading keeps only what differs from the pack's own choice", () => {
    const other = chooseReading('r', 'two')(ready);
    expect(other.scenario.choices).toEqual({ r: 'two' });
    expect(chooseReading('r', 'one')(other).scenario.choices).toEqual({});
  });

  it('chooseReading refuses what no pack knows', () => {
    expect(chooseReading('r', 'three')(ready)).toBe(ready);
    expect(chooseReading('x', 'one')(ready)).toBe(ready);
  });
});

describe('commands on the view', () => {
  it('toggleFilter puts an entry in and takes it out', () => {
    const on = through(fresh, toggleFilter('duties', 'close'), toggleFilter('counties', '140502'));
    expect(on.view.filters).toEqual({ ...NO_FILTERS, duties: ['close'], counties: ['140502'] });
    expect(toggleFilter('duties', 'close')(on).view.filters.duties).toEqual([]);
  });

  it('changeFilters leaves the others, clearFilters none', () => {
    const some = through(fresh, changeFilters({ rule: 'R' }), changeFilters({ text: 'x', unlocated: true }));
    expect(some.view.filters).toEqual({ ...NO_FILTERS, rule: 'R', text: 'x', unlocated: true });
    expect(clearFilters(some).view.filters).toEqual(NO_FILTERS);
  });

  it('sortBy turns the same column round and starts another one upward', () => {
    const once = sortBy('capacity')(fresh);
    expect(once.view.sort).toEqual({ column: 'capacity', direction: 'ascending' });
    expect(sortBy('capacity')(once).view.sort.direction).toBe('descending');
    expect(through(once, sortBy('capacity'), sortBy('name')).view.sort).toEqual({ column: 'name', direction: 'ascending' });
  });

  it('the small ones change their part alone', () => {
    expect(selectFacility('a')(fresh).view).toEqual({ ...fresh.view, selection: 'a' });
    expect(selectFacility(null)(fresh)).toBe(fresh);
    expect(toggleLayer('zones')(fresh).view.layers).toEqual({ ...fresh.view.layers, zones: false });
    expect(moveCamera({ lng: 1, lat: 2, zoom: 3 })(fresh).view.camera).toEqual({ lng: 1, lat: 2, zoom: 3 });
    expect(changeView({ lang: 'en', panel: 'map' })(fresh).view).toEqual({ ...fresh.view, lang: 'en', panel: 'map' });
  });
});

describe('commands on the city and the run', () => {
  it('another city forgets the answer about the first', () => {
    const before = answeredSession();
    const after = receiveCity(city())(before);
    expect(before.run.answer).not.toBeNull();
    expect(after.run).toEqual({ kind: 'idle', answer: null });
  });

  it('a city that failed can be asked for again', () => {
    const failure = { code: 'city-unreachable', detail: 'HTTP 404' } as const;
    const broken = failCity(failure)(fresh);
    expect(broken.city).toEqual({ kind: 'failed', failure });
    expect(reloadCity(broken).city).toEqual({ kind: 'loading' });
  });

  it('the last answer stays in sight while a new one is made, and to compare with it after', () => {
    const first = answeredSession();
    const running = through(first, setAsOf('2020-01-01'), startRun('next'), progressRun('next', 0.5));
    expect(running.run).toMatchObject({ kind: 'running', share: 0.5, answer: first.run.answer });
    const second = through(first, setAsOf('2020-01-01'), answered);
    expect(second.run).toMatchObject({ kind: 'done', before: first.run.answer });
  });

  it('word from a run that is no longer asked for changes nothing', () => {
    const question = questionOf(ready);
    if (question === null) throw new Error('no question');
    const running = startRun('newer')(ready);
    const late = through(running, progressRun(question.key, 0.9), finishRun(question, judge(question)), failRun(question.key, { code: 'engine-failed', detail: '' }));
    expect(late).toBe(running);
  });

  it('cancelRun keeps what was shown, retryRun asks again', () => {
    const first = answeredSession();
    const cancelled = through(first, startRun('next'), cancelRun);
    expect(cancelled.run).toEqual({ kind: 'cancelled', key: 'next', answer: first.run.answer });
    expect(retryRun(cancelled).run).toEqual({ kind: 'idle', answer: first.run.answer });
    expect(cancelRun(first)).toBe(first);
  });
});

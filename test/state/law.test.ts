import { describe, expect, it } from 'vitest';
import { addOwnPack, removeOwnPack } from '../../src/state/commands/change-own-packs.ts';
import { changeSite, endSiting, setPicking, startSiting } from '../../src/state/commands/change-site.ts';
import { chooseReading } from '../../src/state/commands/choose-reading.ts';
import { openLaw } from '../../src/state/commands/open-law.ts';
import { openPlace } from '../../src/state/commands/open-place.ts';
import { receiveCity } from '../../src/state/commands/receive-city.ts';
import { selectFacility } from '../../src/state/commands/select-facility.ts';
import { setAsOf } from '../../src/state/commands/set-as-of.ts';
import { showOnMap } from '../../src/state/commands/show-on-map.ts';
import { togglePack } from '../../src/state/commands/toggle-pack.ts';
import { undoChange } from '../../src/state/commands/undo-change.ts';
import { switchedReadings } from '../../src/state/selectors/moved.ts';
import { packsOf } from '../../src/state/selectors/packs.ts';
import { placeOf } from '../../src/state/selectors/place.ts';
import { questionOf } from '../../src/state/selectors/question.ts';
import { ruleTallies } from '../../src/state/selectors/rule-tallies.ts';
import { siteAnswerOf } from '../../src/state/selectors/site.ts';
import { countsOf, facilitiesInside, facilitiesWithin, hearingOf, lackingOf } from '../../src/state/selectors/sources.ts';
import { newSession } from '../../src/state/session.ts';
import { HOME, heatSource, pack, rule, zone } from '../assess/tiny.ts';
import { TODAY, answered, answeredSession, city, through } from './tiny-session.ts';

const ready = receiveCity(city())(newSession(TODAY));
const own = (id: string, file = `${id}.json`, text = id) => ({ file, text, pack: pack([rule({ id: `${id}-1` })], { id }), problems: [] });

describe('packs of the reader', () => {
  it('join the documents and are asked at once', () => {
    const with3 = addOwnPack(own('C'))(ready);
    expect(packsOf(with3)?.map(({ id }) => id)).toEqual(['A', 'B', 'C']);
    expect(questionOf(with3)?.packs.map(({ id }) => id)).toEqual(['A', 'B', 'C']);
    expect(questionOf(with3)?.key).not.toBe(questionOf(ready)?.key);
  });

  it('are ticked though others are not', () => {
    const some = addOwnPack(own('C'))(togglePack('A')(ready));
    expect(questionOf(some)?.packs.map(({ id }) => id)).toEqual(['B', 'C']);
  });

  it('stand in for the embedded document of their id until they are removed', () => {
    const mine = addOwnPack(own('A'))(ready);
    expect(packsOf(mine)?.find(({ id }) => id === 'A')?.rules[0]?.id).toBe('A-1');
    expect(packsOf(removeOwnPack('A.json')(mine))).toEqual(packsOf(ready));
  });

  it('give way to a newer file of the same name or id, whose answer is another', () => {
    const twice = through(ready, addOwnPack(own('C', 'c.json', 'one')), addOwnPack(own('C', 'other.json', 'two')));
    expect(twice.own.map(({ file }) => file)).toEqual(['other.json']);
    expect(questionOf(twice)?.key).not.toBe(questionOf(addOwnPack(own('C', 'c.json', 'one'))(ready))?.key);
  });

  it('that can no longer be read judge nothing', () => {
    const broken = addOwnPack({ file: 'x.json', text: '{}', pack: null, problems: [] })(ready);
    expect(packsOf(broken)).toEqual(packsOf(ready));
  });
});

describe('undoChange', () => {
  it('asks again what was asked before', () => {
    const before = answeredSession();
    const after = through(before, setAsOf('2020-01-01'), togglePack('B'), chooseReading('r', 'two'), answered);
    expect(switchedReadings(after.run)).toEqual(['r']);
    const undone = undoChange(after);
    expect(undone.scenario).toEqual(before.scenario);
    expect(switchedReadings(answered(undone).run)).toEqual(['r']);
  });

  it('has nothing to undo at the start', () => {
    const session = answeredSession();
    expect(undoChange(session)).toBe(session);
  });
});

describe('what is open', () => {
  it('one thing at the side at a time, and the site waits below', () => {
    const siting = startSiting(answeredSession());
    expect(siting.view).toMatchObject({ picking: true, law: null, site: { lngLat: null } });
    const placed = changeSite({ lngLat: HOME })(siting);
    expect(placed.view).toMatchObject({ picking: false, site: { lngLat: HOME, kind: 'boiler' } });
    const asked = openPlace({ kind: 'source', id: 'S1' })(placed);
    expect(placeOf(asked)).toMatchObject({ kind: 'source', index: 0 });
    const selected = selectFacility('a')(asked);
    expect(selected.view).toMatchObject({ selection: 'a', place: null });
    expect(selectFacility(null)(selected).view).toMatchObject({ selection: null, site: { lngLat: HOME } });
    expect(endSiting(selected).view.site).toBeNull();
  });

  it('typing about the facility does not end the choosing of its point; opening the law does', () => {
    const siting = startSiting(ready);
    expect(changeSite({ fuel: 'gas' })(siting).view.picking).toBe(true);
    expect(openLaw({ tab: 'totals', at: null })(siting).view).toMatchObject({ picking: false, law: { tab: 'totals' } });
    expect(setPicking(true)(siting)).toBe(siting);
  });

  it('a facility is shown on the map again and again', () => {
    const once = showOnMap(ready);
    expect(showOnMap(once).view).toMatchObject({ panel: 'map', look: once.view.look + 1 });
  });
});

describe('what the law makes of sources, zones and rules', () => {
  const { answer } = answeredSession({ heatSources: [heatSource(), heatSource({ id: 'S2', kind: null }), heatSource({ id: 'S3', unitMW: 60 })], zones: [zone()] }).run;
  if (answer === null) throw new Error('no answer');

  it('hears every condition of every source', () => {
    expect([0, 1, 2].map((source) => countsOf(answer, source))).toEqual(['yes', 'unknown', 'no']);
    expect(lackingOf(answer, 1)).toEqual(['kind']);
    expect(lackingOf(answer, 2)).toEqual([]);
    expect(hearingOf(answer, 2).sets[0]).toMatchObject({ truth: 'no', test: { op: 'all', parts: [{ truth: 'yes' }, { truth: 'no' }] } });
  });

  it('lists who lies within and inside', () => {
    expect(facilitiesWithin(answer, 0)).toEqual([0, 1, 3, 5]);
    expect(facilitiesInside(answer, 0)).toEqual([]);
  });

  it('counts what each rule binds, and may bind', () => {
    expect(ruleTallies(answer).get('A/R-small')).toEqual({ applies: 2, may: 2 });
    expect(ruleTallies(answer).get('B/R-gas')).toEqual({ applies: 2, may: 2 });
  });
});

describe('siteAnswerOf', () => {
  it('waits for a point and then says what would bind the facility', () => {
    const session = startSiting(answeredSession());
    expect(siteAnswerOf(session.run.answer, session.view.site)).toBeNull();
    const { run, view } = changeSite({ lngLat: HOME, capacityTph: 20 })(session);
    expect(siteAnswerOf(run.answer, view.site)).toMatchObject({ sources: [{ source: 0, eligible: 'yes' }], verdict: { possibleDuty: 'close' } });
  });
});

import { describe, expect, it } from 'vitest';
import type { LngLat, MultiPolygon } from '../../src/domain/place.ts';
import { moveVertex } from '../../src/draft/vertices.ts';
import { dragShape, editDraft, finishSketch, putPoints, settleWork, shapeDraft, showScenario, startSketch, takeBackPoint, work } from '../../src/state/drafts/draft-commands.ts';
import { openScenarioOf } from '../../src/state/drafts/drafts.ts';
import { addScenario, changeDraft, describeScenario, forkScenario, freezeScenario, openScenario, removeScenario, setPlan, setReach, setReading } from '../../src/state/drafts/edit-workbook.ts';
import { openProject } from '../../src/state/drafts/open-project.ts';
import { questionOf } from '../../src/state/selectors/question.ts';
import type { Session } from '../../src/state/session.ts';
import { newSession } from '../../src/state/session.ts';
import { redoStep, undoStep } from '../../src/state/undo-step.ts';
import { answeredSession, city, through } from './tiny-session.ts';
import { draftZone, scenario, workbook } from './workbooks.ts';

const begun = (): Session => through(newSession('2024-06-01'), work(addScenario(scenario({ zones: [] }))));
const zones = (session: Session) => openScenarioOf(session.drafts)?.zones ?? [];
const SQUARE: readonly LngLat[] = [[112, 35], [112.1, 35], [112.1, 35.1], [112, 35.1]];
const fresh = { id: 'new', name: '新' };
const sketched = (points: readonly LngLat[]): Session => through(begun(), startSketch('polygon'), putPoints(points));

describe('a sketch', () => {
  it('becomes a zone, as one step', () => {
    const drawn = through(sketched(SQUARE), finishSketch(fresh));
    expect(zones(drawn)).toEqual([{ id: 'new', name: '新', kind: 'coalBan', class: null, replaces: null, polygons: [[[...SQUARE, SQUARE[0]]]] }]);
    expect(drawn.drafts.pencil.kind).toBe('idle');
    expect(zones(undoStep(drawn))).toEqual([]);
    expect(zones(redoStep(undoStep(drawn)))).toEqual(zones(drawn));
  });

  it('loses one corner at a time, then the tool', () => {
    let session = sketched(SQUARE);
    for (const left of [3, 2, 1, 0]) {
      session = takeBackPoint(session);
      expect(session.drafts.pencil).toMatchObject({ kind: 'sketch', points: { length: left } });
    }
    expect(takeBackPoint(session).drafts.pencil.kind).toBe('idle');
  });

  it('that cannot be finished stays and says why', () => {
    const crossing = through(sketched([SQUARE[0], SQUARE[2], SQUARE[1], SQUARE[3]] as LngLat[]), finishSketch(fresh));
    expect(crossing.drafts.pencil).toMatchObject({ kind: 'sketch', problem: 'shape-unsound', points: { length: 4 } });
    expect(zones(crossing)).toEqual([]);
    expect(takeBackPoint(crossing).drafts.pencil).toMatchObject({ problem: null });
  });

  it('cuts a hole out of a zone, or divides it in two', () => {
    const one = through(sketched(SQUARE), finishSketch(fresh));
    const holed = through(one, startSketch('hole', 'new'), putPoints([[112.04, 35.04], [112.06, 35.04], [112.05, 35.06]]), finishSketch({ id: 'x', name: 'x' }));
    expect(zones(holed).map(({ id, polygons }) => [id, polygons[0]?.length])).toEqual([['new', 2]]);
    const divided = through(one, startSketch('split', 'new'), putPoints([[112.05, 34.9], [112.05, 35.2]]), finishSketch({ id: 'other', name: '另' }));
    expect(zones(divided).map(({ id, name }) => [id, name])).toEqual([['new', '新'], ['other', '另']]);
    expect(zones(undoStep(divided))).toEqual(zones(one));
  });
});

describe('an outline in hand', () => {
  const inHand = through(sketched(SQUARE), finishSketch(fresh), editDraft('new'));
  const polygons = zones(inHand)[0]?.polygons ?? [];
  const place = { polygon: 0, ring: 0, vertex: 0 };
  const sound = moveVertex(polygons, place, [111.9, 34.9]);
  const crossing: MultiPolygon = moveVertex(polygons, place, [112.2, 35.05]);

  it('changes the work only once it is put down', () => {
    const dragged = dragShape(sound, place)(inHand);
    expect(zones(dragged)[0]?.polygons).toBe(polygons);
    const put = shapeDraft(sound, place)(dragged);
    expect(zones(put)[0]?.polygons).toBe(sound);
    expect(undoStep(put).drafts.pencil).toMatchObject({ area: polygons, vertex: null });
  });

  it('with crossing edges stays in hand, and the work keeps its last sound one', () => {
    const put = through(inHand, shapeDraft(sound, place), shapeDraft(crossing, place));
    expect(zones(put)[0]?.polygons).toBe(sound);
    expect(put.drafts.pencil).toMatchObject({ area: crossing });
  });

  it('is taken hold of without a step of work, and not at all in a frozen scenario', () => {
    const held = shapeDraft(polygons, place)(inHand);
    expect(held.drafts.pencil).toMatchObject({ vertex: place });
    expect(held.drafts.history).toBe(inHand.drafts.history);
    const frozen = through(sketched(SQUARE), finishSketch(fresh), work(freezeScenario('s1')));
    expect(editDraft('new')(frozen)).toBe(frozen);
  });

  it('is let go when undo takes its zone away', () => {
    expect(undoStep(inHand).drafts.pencil.kind).toBe('idle');
  });
});

describe('scenarios', () => {
  it('open and close without a step of work', () => {
    const session = begun();
    const closed = showScenario(null)(session);
    expect([openScenarioOf(closed.drafts), closed.drafts.history.past.length]).toEqual([null, session.drafts.history.past.length]);
    expect(showScenario('gone')(session)).toBe(session);
  });

  it('frozen ones change no more; a fork does, and knows where it came from', () => {
    const frozen = freezeScenario('s1')(workbook());
    for (const edit of [describeScenario('s1', { name: 'x' }), changeDraft('s1', 'd1', { name: 'x' }), setPlan('s1', 'F', null)]) expect(edit(frozen)).toBe(frozen);
    const forked = forkScenario('s1', { id: 's2', name: '二', madeOn: '2024-07-01' })(frozen);
    expect(forked.scenarios[1]).toMatchObject({ id: 's2', forkedFrom: 's1', frozen: false, zones: frozen.scenarios[0]?.zones });
    expect(forked.open).toBe('s2');
  });

  it('are deleted with a way back', () => {
    const session = begun();
    const gone = work(removeScenario('s1'))(session);
    expect([gone.drafts.history.present.scenarios, openScenarioOf(gone.drafts)]).toEqual([[], null]);
    expect(undoStep(gone).drafts.history.present).toBe(session.drafts.history.present);
  });

  it('hold plans, reaches and readings, whatever their keys are called', () => {
    const full = [setPlan('s1', '__proto__', { choice: 'hold', reason: '首个采暖季', replacement: null }), setReach('s1', 'S', 25_000), setReading('s1', 'r', 'two')].reduce((now, edit) => edit(now), workbook());
    const [one] = full.scenarios;
    expect([Object.entries(one?.plans ?? {}), one?.reachM, one?.readings]).toEqual([[['__proto__', { choice: 'hold', reason: '首个采暖季', replacement: null }]], { S: 25_000 }, { r: 'two' }]);
    expect(setReach('s1', 'S', null)(full).scenarios[0]?.reachM).toEqual({});
    expect(openScenario('s1')(full)).toBe(full);
  });

  it('typing a name is one step', () => {
    const typed = ['南', '南扩', '南扩区'].reduce((session, name) => work(describeScenario('s1', { name }), 'name')(session), begun());
    expect(openScenarioOf(undoStep(settleWork(typed)).drafts)?.name).toBe('方案一');
  });
});

describe('the question', () => {
  it('asks about the open scenario, and about today\'s law without one', () => {
    const session = through(answeredSession(), work(addScenario(scenario({ readings: { r: 'two' }, reachM: { S1: 10_000 } }))));
    const asked = questionOf(session);
    expect(asked?.city.project.zones.map(({ id }) => id)).toEqual(['draft:d1']);
    expect([asked?.choices, asked?.city.project.heatSources[0]?.reachM]).toEqual([{ r: 'two' }, 10_000]);
    expect(questionOf(showScenario(null)(session))?.key).toBe(questionOf(answeredSession())?.key);
  });

  it('stays the same while only words change', () => {
    const session = through(answeredSession(), work(addScenario(scenario())));
    expect(questionOf(work(describeScenario('s1', { name: 'x' }))(session))?.key).toBe(questionOf(session)?.key);
    expect(questionOf(work(changeDraft('s1', 'd1', { kind: 'builtUp' }))(session))?.key).not.toBe(questionOf(session)?.key);
  });
});

describe('openProject', () => {
  const file = { asOf: '2020-12-01', packs: ['A'], choices: { r: 'two' }, policies: city().packs, workbook: workbook([scenario({ zones: [draftZone()] })]) };

  it('takes over data, law, day and scenarios; the earlier scenarios are one undo away', () => {
    const session = begun();
    const data = city().project;
    const opened = openProject({ ...file, data }, { file: 'f1', name: 'work.json' })(session);
    expect(opened.city).toEqual({ kind: 'ready', city: { project: data, packs: file.policies } });
    expect(opened.scenario).toEqual({ asOf: '2020-12-01', packs: ['A'], choices: { r: 'two' } });
    expect(opened.drafts.history.present).toBe(file.workbook);
    expect(undoStep(opened).drafts.history.present).toBe(session.drafts.history.present);
  });
});

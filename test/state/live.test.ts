import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import type { Assessment } from '../../src/assess/assessment.ts';
import { openRuleBook } from '../../src/assess/rule-book.ts';
import { buildScene } from '../../src/assess/scene.ts';
import { seededRandom } from '../../src/base/random.ts';
import type { LngLat, MultiPolygon } from '../../src/domain/place.ts';
import type { Project } from '../../src/domain/project.ts';
import type { DraftZone } from '../../src/domain/scenario.ts';
import { areaM2 } from '../../src/draft/area-m2.ts';
import { scenarioProject } from '../../src/draft/scenario-project.ts';
import { terms } from '../../src/text/terms.ts';
import { cornersOf, insertVertex, moveVertex, removeVertex, ringAt } from '../../src/draft/vertices.ts';
import { receiveCity } from '../../src/state/commands/receive-city.ts';
import { editDraft, dragShape, shapeDraft, work } from '../../src/state/drafts/draft-commands.ts';
import { BASELINE, LIVE, driveAside } from '../../src/state/drafts/drive-aside.ts';
import { liveDoor, redrawnZone } from '../../src/state/drafts/live-door.ts';
import { openScenarioOf } from '../../src/state/drafts/drafts.ts';
import { addScenario } from '../../src/state/drafts/edit-workbook.ts';
import type { EngineDoor } from '../../src/state/drive-engine.ts';
import { driveEngine } from '../../src/state/drive-engine.ts';
import { coverChange } from '../../src/draft/cover-change.ts';
import { againstTodayOf, draftRowsOf, stirredOf } from '../../src/state/selectors/draft-effects.ts';
import { answerOf } from '../../src/state/selectors/ledger.ts';
import { liveQuestionOf } from '../../src/state/selectors/live-question.ts';
import { questionOf } from '../../src/state/selectors/question.ts';
import type { Question, Session } from '../../src/state/session.ts';
import { newSession } from '../../src/state/session.ts';
import type { SessionStore } from '../../src/state/store.ts';
import { createSessionStore } from '../../src/state/store.ts';
import { redoStep, undoStep } from '../../src/state/undo-step.ts';
import type { Engine } from '../../src/worker/run-assessment.ts';
import { createEngine } from '../../src/worker/run-assessment.ts';
import { fingerprint } from '../assess/fingerprint.ts';
import { HOME, facility, pack, project, rule, square, zone } from '../assess/tiny.ts';
import { draftZone, scenario } from './workbooks.ts';

const LAW = pack([
  rule({ id: 'ban', when: { inZone: ['coalBan'] } }),
  rule({ id: 'burn', duty: 'substitute', when: { inZone: ['noBurn'], class: 2 } }),
]);
const GRID = 0.01;

/** Corners and facilities stand on one grid, so that many facilities lie exactly on edges and corners. */
function onGrid(random: () => number): LngLat {
  return [HOME[0] + GRID * Math.round(8 * random() - 4), HOME[1] + GRID * Math.round(8 * random() - 4)];
}

function world(seed: number): Project {
  const random = seededRandom(seed);
  return project({
    facilities: Array.from({ length: 40 }, (_, i) => facility({ id: `F${i}`, lngLat: random() < 0.1 ? null : onGrid(random), locationAccuracyM: random() < 0.3 ? 500 : 0 })),
    zones: [zone({ kind: 'noBurn', class: 2 })],
  });
}

/** An engine that takes its time, so that edits overtake it. */
function slowly(door: Pick<EngineDoor, 'run'>): EngineDoor {
  return { run: async (question, onProgress) => { await Promise.resolve(); return door.run(question, onProgress); }, cancel: () => undefined };
}

const byEngine = (): EngineDoor => {
  const engine = createEngine();
  return slowly({ run: ({ city, packs, asOf, choices }, onProgress) => engine.run({ project: city.project, packs, asOf, choices }, onProgress) });
};

/** The engine of dragged outlines, as the page has it. */
function byEdits() {
  const engine = createEngine();
  const count = { runs: 0, edits: 0 };
  const counted: Pick<Engine, 'run' | 'edit'> = {
    run: (...args) => { count.runs += 1; return engine.run(...args); },
    edit: (...args) => { count.edits += 1; return engine.edit(...args); },
  };
  return { door: slowly(liveDoor(() => Promise.resolve(counted))), count };
}

/** Waits until what is on show answers what is asked: a slow machine takes more turns, not another answer. */
async function answered(store: SessionStore): Promise<void> {
  for (let turn = 0; turn < 10_000; turn++) {
    await settled();
    const asked = liveQuestionOf(store.get()) ?? questionOf(store.get());
    const shown = answerOf(store.get())?.question;
    if (shown?.key === asked?.key && shown?.city === asked?.city) return;
  }
}

const settled = () => new Promise<void>((resolve) => { setTimeout(resolve, 0); });

/** What a full run says of the shapes that are now on the map. */
function inFull(session: Session, data: Project): Assessment | null {
  const open = openScenarioOf(session.drafts);
  const { pencil } = session.drafts;
  const shapes = (open?.zones ?? []).map((each) => (pencil.kind === 'edit' && each.id === pencil.draft && liveQuestionOf(session) !== null ? { ...each, polygons: pencil.area } : each));
  return assess(buildScene(scenarioProject(data, { zones: shapes, reachM: {} }, terms.zh.draftZone)), openRuleBook([LAW], '2024-06-01', {}));
}

type Edit = (session: Session) => Session;

/** Any step that a hand can take on the outline; many of them make edges cross on the way. */
function randomEdit(random: () => number): Edit {
  const roll = random();
  if (roll < 0.1) return undoStep;
  if (roll < 0.15) return redoStep;
  return (session) => {
    const { pencil } = session.drafts;
    if (pencil.kind !== 'edit') return editDraft('d1')(session);
    const place = { polygon: 0, ring: 0, vertex: Math.floor(random() * cornersOf(ringAt(pencil.area, { polygon: 0, ring: 0 })).length) };
    const area: MultiPolygon = roll < 0.3 ? insertVertex(pencil.area, place, onGrid(random)) : roll < 0.45 ? (removeVertex(pencil.area, place) ?? pencil.area) : moveVertex(pencil.area, place, onGrid(random));
    return (random() < 0.6 ? dragShape : shapeDraft)(area, place)(session);
  };
}

describe('the live answer', () => {
  it('is that of a full run after each of 1,000 random edits, points on the edge included', async () => {
    const random = seededRandom(7);
    const data = world(7);
    const store = createSessionStore(receiveCity({ project: data, packs: [LAW] })(newSession('2024-06-01')));
    store.apply(work(addScenario(scenario({ zones: [draftZone()] }))));
    driveEngine(store, byEngine());
    const { door, count } = byEdits();
    driveAside(store, LIVE, door);
    let live = 0;
    for (let step = 0; step < 1000; step++) {
      store.apply(randomEdit(random));
      // Sometimes several edits come before anything is answered.
      if (random() < 0.3) continue;
      await answered(store);
      const session = store.get();
      if (session.live !== null) live += 1;
      const [shown, full] = [answerOf(session)?.assessment, inFull(session, data)];
      expect({ step, answer: shown && fingerprint(shown) }).toEqual({ step, answer: full && fingerprint(full) });
    }
    expect(live).toBeGreaterThan(100);
    // Nearly all by judging one zone again, or the test would say little about that.
    expect(count.edits).toBeGreaterThan(10 * count.runs);
  }, 120_000);

  it('asks nothing about an outline whose edges cross', () => {
    const session = [receiveCity({ project: world(1), packs: [LAW] }), work(addScenario(scenario({ zones: [draftZone()] }))), editDraft('d1')].reduce((now, command) => command(now), newSession('2024-06-01'));
    const place = { polygon: 0, ring: 0, vertex: 0 };
    const { polygons } = draftZone();
    expect(liveQuestionOf(dragShape(moveVertex(polygons, place, [HOME[0] + 0.05, HOME[1]]), place)(session))).toBeNull();
    expect(liveQuestionOf(dragShape(moveVertex(polygons, place, [HOME[0] - 0.05, HOME[1] - 0.05]), place)(session))).not.toBeNull();
  });

  it('shows states on the way and always the last one', async () => {
    const data = world(1);
    const store = createSessionStore(receiveCity({ project: data, packs: [LAW] })(newSession('2024-06-01')));
    store.apply(work(addScenario(scenario({ zones: [draftZone()] }))));
    const asked: Question[] = [];
    const waiting: (() => void)[] = [];
    driveAside(store, LIVE, {
      run: (question) => {
        asked.push(question);
        return new Promise((resolve) => { waiting.push(() => { resolve(inFull(store.get(), data) as Assessment); }); });
      },
    });
    store.apply(editDraft('d1'));
    const shape = (k: number): MultiPolygon => moveVertex(draftZone().polygons, { polygon: 0, ring: 0, vertex: 0 }, [HOME[0] - 0.03 - k * GRID, HOME[1] - 0.03]);
    for (let k = 0; k < 5; k++) store.apply(dragShape(shape(k), null));
    expect(asked.length).toBe(1);
    waiting.shift()?.();
    await settled();
    expect(store.get().live?.question).toBe(asked[0]);
    expect(asked.length).toBe(2);
    waiting.shift()?.();
    await settled();
    expect(store.get().live?.question.city.project.zones.at(-1)?.polygons).toEqual(shape(4));
  });
});

describe('coverChange', () => {
  it('counts ground once, however many zones of a kind lie on it', () => {
    const enacted = project({ zones: [zone({ id: 'Z', polygons: square(HOME, 0.01) })] });
    const larger = square(HOME, 0.02);
    const ring = areaM2(larger) - areaM2(square(HOME, 0.01));
    const change = (zones: readonly DraftZone[]) => {
      const answer = coverChange(enacted.zones, scenarioProject(enacted, { zones, reachM: {} }, (name) => name).zones, ['2024-06-01', '2024-06-01']);
      expect([answer?.gained, answer?.lost].map((areas) => (areas ?? []).reduce((sum, area) => sum + areaM2(area), 0))).toEqual([answer?.gainedM2, answer?.lostM2]);
      return answer && { gainedM2: answer.gainedM2, lostM2: answer.lostM2 };
    };
    expect(change([draftZone({ polygons: larger })])).toEqual({ gainedM2: expect.closeTo(ring, 2) as number, lostM2: 0 });
    expect(change([draftZone({ polygons: square(HOME, 0.005) })])).toEqual({ gainedM2: 0, lostM2: 0 });
    expect(change([draftZone({ polygons: square(HOME, 0.005), replaces: 'Z' })])?.lostM2).toBeGreaterThan(1e5);
    expect(change([draftZone({ polygons: larger, kind: 'builtUp' })])).toEqual({ gainedM2: expect.closeTo(areaM2(larger), 2) as number, lostM2: 0 });
    expect(change([])).toEqual({ gainedM2: 0, lostM2: 0 });
  });
});

describe('redrawnZone', () => {
  const ask = (parts: Partial<Question> = {}, zones = [zone(), zone({ id: 'Z2' })]): Question => ({
    key: '', city: { project: { ...BASE, zones }, packs: [LAW] }, asOf: '2024-06-01', packs: [LAW], choices: {}, ...parts,
  });
  const BASE = project({ facilities: [facility()] });
  const [one, two] = [zone(), zone({ id: 'Z2' })];
  const moved = { ...two, polygons: square(HOME, 0.03) };

  it('is the one zone whose outline differs, when nothing else does', () => {
    expect(redrawnZone(ask({}, [one, two]), ask({}, [one, moved]))).toBe(1);
    expect(redrawnZone(ask({}, [one, two]), ask({}, [one, two]))).toBeNull();
    expect(redrawnZone(ask({}, [one, two]), ask({}, [{ ...one, polygons: square(HOME, 0.04) }, moved]))).toBeNull();
    expect(redrawnZone(ask({}, [one, two]), ask({}, [one, { ...moved, kind: 'builtUp' }]))).toBeNull();
    expect(redrawnZone(ask({}, [one, two]), ask({}, [one, moved, zone({ id: 'Z3' })]))).toBeNull();
    expect(redrawnZone(ask({}, [one, two]), ask({ asOf: '2025-01-01' }, [one, moved]))).toBeNull();
    expect(redrawnZone(ask({}, [one, two]), ask({ choices: { r: 'o' } }, [one, moved]))).toBeNull();
    expect(redrawnZone(ask({}, [one, two]), ask({ packs: [] }, [one, moved]))).toBeNull();
    expect(redrawnZone(ask({}, [one, two]), ask({ city: { project: { ...BASE, facilities: [], zones: [one, moved] }, packs: [LAW] } }))).toBeNull();
  });
});

describe('what drafts do', () => {
  it('is counted by place and said against today and against the outline before', async () => {
    const data = project({ facilities: [facility({ id: 'in', lngLat: HOME, capacityTph: 10, count: 2 }), facility({ id: 'edge', lngLat: [HOME[0] + 0.02, HOME[1]], locationAccuracyM: 50 }), facility({ id: 'far', lngLat: [113.5, 36] })] });
    const store = createSessionStore(receiveCity({ project: data, packs: [LAW] })(newSession('2024-06-01')));
    store.apply(work(addScenario(scenario({ zones: [draftZone()] }))));
    driveEngine(store, byEngine());
    driveAside(store, LIVE, byEdits().door);
    driveAside(store, BASELINE, byEngine());
    for (let turn = 0; turn < 6; turn++) await settled();
    expect(draftRowsOf(store.get())).toMatchObject([{ inside: { count: 3, tph: 20, unknownTph: 1 }, near: 1, isInHand: false, isFlawed: false }]);
    expect(againstTodayOf(store.get())?.byChange).toMatchObject({ newlyAffected: { count: 3 } });

    store.apply(editDraft('d1'));
    store.apply(dragShape([[[[113.4, 35.9], [113.6, 35.9], [113.6, 36.1], [113.4, 36.1], [113.4, 35.9]]]], null));
    for (let turn = 0; turn < 6; turn++) await settled();
    expect(stirredOf(store.get())).toEqual([{ index: 0, kind: 'leaves' }, { index: 1, kind: 'leaves' }, { index: 2, kind: 'enters' }]);
    expect(againstTodayOf(store.get())?.byChange.newlyAffected.count).toBe(1);
  });
});

import { afterEach, describe, expect, it, vi } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { openCourt } from '../../src/assess/court.ts';
import { patched, reassessZone } from '../../src/assess/reassess-zone.ts';
import { openRuleBook } from '../../src/assess/rule-book.ts';
import { buildScene } from '../../src/assess/scene.ts';
import type { MultiPolygon } from '../../src/domain/place.ts';
import { answerOrders } from '../../src/worker/answer-orders.ts';
import { nextTask } from '../../src/worker/next-task.ts';
import type { FromWorker } from '../../src/worker/protocol.ts';
import { createEngine } from '../../src/worker/run-assessment.ts';
import { fingerprint } from '../assess/fingerprint.ts';
import { facility, from, heatSource, HOME, pack, project, rule, square, zone } from '../assess/tiny.ts';

/** A loaded machine takes its time. */
const SLOWLY = { timeout: 60_000 };
vi.setConfig({ testTimeout: 60_000 });

const BAN = rule({ id: 'BAN', when: { inZone: ['coalBan'] } });
const REACH = rule({ id: 'REACH', when: { withinReach: 'big' }, duty: 'close-or-consolidate' });
const CITY = project({
  facilities: Array.from({ length: 30_000 }, (_, i) => facility({ id: String(i), lngLat: from(HOME, (i % 997) * 40, i % 360) })),
  heatSources: [heatSource()],
  zones: [zone()],
});
const PACKS = [pack([BAN, REACH])];
const REQUEST = { project: CITY, packs: PACKS, asOf: '2024-06-01', choices: {} };
const SCENE = buildScene(CITY);
const BOOK = openRuleBook(PACKS, '2024-06-01', {});

function expected(polygons?: MultiPolygon) {
  const scene = polygons === undefined ? SCENE : buildScene({ ...CITY, zones: [zone({ polygons })] });
  const assessment = assess(scene, BOOK);
  if (assessment === null) throw new Error('the run stopped');
  return assessment;
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('createEngine, inline', () => {
  it('gives what assess gives', async () => {
    const answer = await createEngine().run(REQUEST, () => undefined);
    expect(answer === 'superseded' ? answer : fingerprint(answer)).toBe(fingerprint(expected()));
  });

  it('lets the newest request win', async () => {
    const engine = createEngine();
    const older = engine.run(REQUEST, () => undefined);
    const newer = engine.run({ ...REQUEST, asOf: '2024-07-01' }, () => undefined);
    expect(await older).toBe('superseded');
    expect(await newer).toMatchObject({ asOf: '2024-07-01' });
  });

  it('ends a cancelled request at once, and answers the next', async () => {
    const engine = createEngine();
    const cancelled = engine.run(REQUEST, () => undefined);
    engine.cancel();
    expect(await cancelled).toBe('superseded');
    expect(await engine.run(REQUEST, () => undefined)).toMatchObject({ count: 30_000 });
  });

  it('redraws a zone edit by edit; of those that wait only the last is done', async () => {
    const engine = createEngine();
    const first = await engine.run(REQUEST, () => undefined);
    if (first === 'superseded') throw new Error('superseded');
    const outlines = [0.02, 0.03, 0.05].map((half) => square(HOME, half));
    const patches = await Promise.all(outlines.map((polygons) => engine.edit(0, polygons)));
    expect(patches.map((patch) => patch === 'superseded')).toEqual([false, true, false]);
    const last = patches.reduce((so, patch) => (patch === 'superseded' ? so : patched(so, patch)), first);
    expect(fingerprint(last)).toBe(fingerprint(expected(outlines[2])));
  });

  it('refuses an edit before any answer', async () => {
    await expect(createEngine().edit(0, square(HOME, 0.02))).rejects.toThrow('before a request');
  });

  it('says why the engine failed', async () => {
    const broken = { ...REQUEST, packs: [pack([rule({ when: { reading: 'r', options: { a: { always: true } } } })])] };
    await expect(createEngine().run(broken, () => undefined)).rejects.toThrow('reading r');
  });
});

describe('answerOrders', () => {
  /** A clock that lets the thread listen after each step. */
  function hurried() {
    const heard: FromWorker[] = [];
    let now = 0;
    const tell = answerOrders({ post: (message) => heard.push(message), listen: nextTask, nowMs: () => (now += 1000) });
    return { heard, tell };
  }
  const order = (number: number) => ({ kind: 'assess', order: number, packs: PACKS, asOf: '2024-06-01', choices: {} }) as const;

  it('reports growing progress, then the answer', async () => {
    const { heard, tell } = hurried();
    tell({ kind: 'scene', order: 1, frame: SCENE });
    tell(order(1));
    await vi.waitFor(() => { expect(heard.at(-1)?.kind).toBe('done'); }, SLOWLY);
    const shares = heard.flatMap((message) => (message.kind === 'progress' ? [message.share] : []));
    expect(shares.length).toBeGreaterThan(4);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  });

  it('stops at a cancel within a few steps, and at a newer order', async () => {
    const { heard, tell } = hurried();
    tell({ kind: 'scene', order: 1, frame: SCENE });
    tell(order(1));
    tell({ kind: 'cancel' });
    tell(order(2));
    tell(order(3));
    await vi.waitFor(() => { expect(heard.at(-1)?.kind).toBe('done'); }, SLOWLY);
    expect(heard.filter(({ order: of }) => of !== 3).length).toBeLessThanOrEqual(2);
    expect(heard.at(-1)).toMatchObject({ kind: 'done', order: 3 });
  });

  it('gives its columns away whole: what is sent on needs nothing that went', async () => {
    const sent: { message: FromWorker; transfer: readonly ArrayBufferLike[] }[] = [];
    const tell = answerOrders({
      post: (message, transfer) => {
        // The copy that crosses, after which the sender's buffers are gone.
        sent.push({ message: structuredClone(message, { transfer: [...transfer] as ArrayBuffer[] }), transfer });
      },
      listen: nextTask,
      nowMs: () => 0,
    });
    tell({ kind: 'scene', order: 1, frame: structuredClone(SCENE) });
    tell(order(1));
    await vi.waitFor(() => { expect(sent.at(-1)?.message.kind).toBe('done'); }, SLOWLY);
    tell({ kind: 'edit', order: 2, zone: 0, polygons: square(HOME, 0.04) });
    tell(order(3));
    await vi.waitFor(() => { expect(sent).toHaveLength(3); }, SLOWLY);
    const [done, edited, again] = sent.map(({ message }) => message);
    if (done?.kind !== 'done' || edited?.kind !== 'edited' || again?.kind !== 'done') throw new Error('unexpected answers');
    expect(sent[0]?.transfer.every((buffer) => buffer.byteLength === 0)).toBe(true);
    expect(fingerprint(patched(done.assessment, edited.patch))).toBe(fingerprint(expected(square(HOME, 0.04))));
    expect(fingerprint(again.assessment)).toBe(fingerprint(expected()));
    expect(reassessZone(openCourt(SCENE, BOOK), expected(), 0, square(HOME, 0.04)).patch.rows.join()).toBe(edited.patch.rows.join());
  });
});

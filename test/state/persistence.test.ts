import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { takePencil, work } from '../../src/state/drafts/draft-commands.ts';
import { NO_DRAFTS } from '../../src/state/drafts/drafts.ts';
import { addScenario, describeScenario } from '../../src/state/drafts/edit-workbook.ts';
import { newHistory } from '../../src/state/history.ts';
import { SAMPLE } from '../../src/state/imports/imports.ts';
import { driveAutosave } from '../../src/state/persistence/drive-autosave.ts';
import { recoverWork, recoverable, resumeWork } from '../../src/state/persistence/recovery.ts';
import { fromSaved, toSaved } from '../../src/state/persistence/saved-work.ts';
import type { WorkShelf } from '../../src/state/persistence/work-shelf.ts';
import { openShelf } from '../../src/state/persistence/work-shelf.ts';
import { recordStep } from '../../src/state/record-step.ts';
import { newSession } from '../../src/state/session.ts';
import type { SessionStore } from '../../src/state/store.ts';
import { createSessionStore } from '../../src/state/store.ts';
import { undoStep } from '../../src/state/undo-step.ts';
import { scenario, workbook } from './workbooks.ts';

const AT = '2024-06-01T08:00:00.000Z';

/** A shelf whose writes settle when the test says so. */
function slowShelf() {
  const writes: { readonly id: string; readonly names: readonly string[]; readonly how: string; readonly undone: number; readonly settle: (error?: Error) => void }[] = [];
  const shelf: WorkShelf = {
    put: ({ id, present, future }, how) =>
      new Promise((resolve, reject) => {
        writes.push({ id, how, undone: future.length, names: present.scenarios.map(({ name }) => name), settle: (error) => { if (error === undefined) resolve(); else reject(error); } });
      }),
    get: () => Promise.resolve(undefined),
    list: () => Promise.resolve([]),
    remove: () => Promise.resolve(),
    close: () => undefined,
  };
  return { shelf, writes };
}

function autosaved(shelf: Promise<WorkShelf>): { store: SessionStore; tick: () => Promise<void>; flush: () => void } {
  const store = createSessionStore(newSession('2024-06-01'));
  const due: (() => void)[] = [];
  const { flush } = driveAutosave(store, { shelf, id: 'tab-1', now: () => AT, later: (act) => due.push(act) });
  const settled = () => new Promise<void>((resolve) => { setTimeout(resolve, 0); });
  return { store, flush, tick: async () => { for (const act of due.splice(0)) act(); await settled(); } };
}

const saving = (store: SessionStore) => store.get().drafts.saving;

describe('driveAutosave', () => {
  it('says "saved" only when the browser has confirmed it', async () => {
    const { shelf, writes } = slowShelf();
    const { store, tick } = autosaved(Promise.resolve(shelf));
    store.apply(work(addScenario(scenario())));
    expect(saving(store)).toEqual({ kind: 'pending' });
    await tick();
    expect([writes.length, saving(store)]).toEqual([1, { kind: 'pending' }]);
    writes[0]?.settle();
    await tick();
    // Safe from a crash by now, but not from a power cut.
    expect([writes.map(({ how }) => how), saving(store)]).toEqual([['quick', 'strict'], { kind: 'pending' }]);
    writes[1]?.settle();
    await tick();
    expect(saving(store)).toEqual({ kind: 'saved', at: AT });
  });

  it('stands as before when a change is taken back before it was written', async () => {
    const { shelf, writes } = slowShelf();
    const { store, tick } = autosaved(Promise.resolve(shelf));
    store.apply(work(addScenario(scenario())));
    await tick();
    for (const write of [0, 1]) {
      writes[write]?.settle();
      await new Promise((resolve) => { setTimeout(resolve, 0); });
    }
    store.apply(work(describeScenario('s1', { name: 'b' })));
    expect(saving(store)).toEqual({ kind: 'pending' });
    store.apply(undoStep);
    await tick();
    expect([writes.length, saving(store)]).toEqual([2, { kind: 'saved', at: AT }]);
  });

  it('writes that a redo is out of reach once a step of the data was taken, so that no reload brings it back', async () => {
    const { shelf, writes } = slowShelf();
    const { store, tick } = autosaved(Promise.resolve(shelf));
    const settle = async (): Promise<void> => {
      for (let write = 0; write < writes.length; write++) {
        writes[write]?.settle();
        await tick();
      }
    };
    store.apply(work(addScenario(scenario())));
    await tick();
    await settle();
    store.apply(undoStep);
    await tick();
    await settle();
    expect([writes.at(-1)?.undone, saving(store).kind]).toEqual([1, 'saved']);
    store.apply((session) => recordStep(session, { holding: { ...SAMPLE } }));
    expect(saving(store)).toEqual({ kind: 'pending' });
    await tick();
    await settle();
    expect([writes.at(-1)?.undone, saving(store).kind]).toEqual([0, 'saved']);
  });

  it('makes safe what was written in passing and come back to', async () => {
    const { shelf, writes } = slowShelf();
    const { store, tick } = autosaved(Promise.resolve(shelf));
    store.apply(work(addScenario(scenario())));
    await tick();
    store.apply(work(describeScenario('s1', { name: 'b' })));
    writes[0]?.settle();
    await new Promise((resolve) => { setTimeout(resolve, 0); });
    store.apply(undoStep);
    expect(saving(store)).toEqual({ kind: 'pending' });
    await tick();
    writes[1]?.settle();
    await tick();
    expect([writes.map(({ names }) => names), saving(store)]).toEqual([[['方案一'], ['方案一']], { kind: 'saved', at: AT }]);
  });

  it('writes one after the other, and the newest last', async () => {
    const { shelf, writes } = slowShelf();
    const { store, tick } = autosaved(Promise.resolve(shelf));
    store.apply(work(addScenario(scenario())));
    await tick();
    for (const name of ['b', 'c']) {
      store.apply(work(describeScenario('s1', { name })));
      await tick();
    }
    expect(writes.map(({ names }) => names)).toEqual([['方案一']]);
    writes[0]?.settle();
    await tick();
    await tick();
    expect(writes.map(({ names }) => names)).toEqual([['方案一'], ['c']]);
  });

  it('says a refusal at once, with its reason, and tries again at the next change', async () => {
    const { shelf, writes } = slowShelf();
    const { store, tick } = autosaved(Promise.resolve(shelf));
    store.apply(work(addScenario(scenario())));
    await tick();
    writes[0]?.settle(Object.assign(new Error('full'), { name: 'QuotaExceededError' }));
    await tick();
    expect([saving(store), writes.length]).toEqual([{ kind: 'failed', code: 'storage-full' }, 1]);
    store.apply(work(describeScenario('s1', { name: 'b' })));
    await tick();
    expect(writes).toHaveLength(2);
    writes[1]?.settle(new Error('no'));
    await tick();
    expect(saving(store)).toEqual({ kind: 'failed', code: 'storage-refused' });
  });

  it('says that a browser without a store keeps nothing', async () => {
    const { store, tick } = autosaved(Promise.reject(new Error('denied')));
    store.apply(work(addScenario(scenario())));
    await tick();
    expect(saving(store)).toEqual({ kind: 'failed', code: 'storage-refused' });
  });

  it('writes nothing before there is work, and the sketch as it grows', async () => {
    const { shelf, writes } = slowShelf();
    const { store, tick } = autosaved(Promise.resolve(shelf));
    await tick();
    expect(writes).toEqual([]);
    store.apply(takePencil({ kind: 'sketch', tool: 'polygon', points: [[112, 35]], draft: null, problem: null }));
    await tick();
    expect(writes).toHaveLength(1);
  });

  it('writes at once when the page is being left', async () => {
    const { shelf, writes } = slowShelf();
    const { store, flush } = autosaved(Promise.resolve(shelf));
    store.apply(work(addScenario(scenario())));
    flush();
    await Promise.resolve();
    expect(writes).toHaveLength(1);
  });
});

describe('the shelf', () => {
  const drafts = { ...NO_DRAFTS, history: { past: [workbook([])], present: workbook(), future: [workbook([scenario({ name: 'next' })])], steps: [3, 8], group: null } };

  it('brings work back as it was, history included', async () => {
    const shelf = await openShelf('round-trip');
    await shelf.put(toSaved('tab-1', AT, drafts), 'quick');
    const back = fromSaved(await shelf.get('tab-1'));
    expect(back).toEqual({ id: 'tab-1', savedAt: AT, drafts: { ...drafts, saving: { kind: 'saved', at: AT } } });
    expect(resumeWork(back?.drafts ?? NO_DRAFTS)(newSession('2024-06-01')).drafts.history).toEqual(drafts.history);
    await shelf.remove('tab-1');
    expect(await shelf.list()).toEqual([]);
    shelf.close();
  });

  it('keeps each tab\'s record apart', async () => {
    const shelf = await openShelf('tabs');
    await Promise.all([shelf.put(toSaved('a', AT, drafts), 'strict'), shelf.put(toSaved('b', AT, NO_DRAFTS), 'quick')]);
    expect((await shelf.list()).length).toBe(2);
    shelf.close();
  });

  it('fails when the transaction is aborted after its request succeeded, as a full disk does', async () => {
    const shelf = await openShelf('abort');
    const { prototype } = IDBObjectStore;
    const own = Object.getOwnPropertyDescriptor(prototype, 'put') ?? {};
    const put = own.value as (this: IDBObjectStore, ...args: unknown[]) => IDBRequest;
    Object.defineProperty(prototype, 'put', {
      ...own,
      value(this: IDBObjectStore, ...args: unknown[]) {
        const request = put.apply(this, args);
        request.addEventListener('success', () => { this.transaction.abort(); });
        return request;
      },
    });
    // A browser that finds the disk full gives up a transaction that has been committed; here only one that has not can be.
    const commit = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, 'commit') ?? {};
    Object.defineProperty(IDBTransaction.prototype, 'commit', { ...commit, value: () => undefined });
    await expect(shelf.put(toSaved('a', AT, drafts), 'quick')).rejects.toThrow();
    Object.defineProperty(prototype, 'put', own);
    Object.defineProperty(IDBTransaction.prototype, 'commit', commit);
    expect(await shelf.list()).toEqual([]);
    shelf.close();
  });
});

describe('what can be recovered', () => {
  const record = (id: string, savedAt: string) => toSaved(id, savedAt, { ...NO_DRAFTS, history: newHistory(workbook()) });

  it('is what no open tab works on, newest first; the unreadable is counted, not hidden', () => {
    const { found, unreadable } = recoverable([record('old', '2024-01-01'), record('mine', '2024-02-02'), record('new', '2024-03-03'), { id: 'x', format: 9 }, null], new Set(['mine']));
    expect(found.map(({ id, workbook: saved }) => [id, saved.scenarios[0]?.name])).toEqual([['new', '方案一'], ['old', '方案一']]);
    expect(unreadable).toBe(2);
  });

  it('never replaces work at hand', () => {
    const begun = work(addScenario(scenario({ name: 'begun' })))(newSession('2024-06-01'));
    const [old] = recoverable([record('old', AT)], new Set()).found;
    if (old === undefined) throw new Error('expected a record');
    expect(resumeWork({ ...NO_DRAFTS, history: newHistory(old.workbook) })(begun)).toBe(begun);
    const both = recoverWork(old, (id) => `${id}-2`)(begun).drafts.history;
    expect(both.present.scenarios.map(({ id, name }) => [id, name])).toEqual([['s1', 'begun'], ['s1-2', '方案一']]);
    expect(both.past.at(-1)).toBe(begun.drafts.history.present);
  });

  it('leaves out steps that can no longer be read, and keeps the work', () => {
    const saved = { ...record('a', AT), past: [workbook([]), { broken: true }, workbook()], steps: [1, 2, 4] };
    expect(fromSaved(saved)?.drafts.history).toMatchObject({ past: [workbook()], steps: [4] });
    expect(fromSaved({ ...saved, present: { broken: true } })).toBeNull();
  });
});

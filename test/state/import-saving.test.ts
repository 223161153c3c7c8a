import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { work } from '../../src/state/drafts/draft-commands.ts';
import { addScenario } from '../../src/state/drafts/edit-workbook.ts';
import { answerItem, applyImports } from '../../src/state/imports/import-commands.ts';
import { isPlainSample, noteSample, redoImport, showRemade, undoImport } from '../../src/state/imports/holdings.ts';
import { remakeHolding } from '../../src/state/imports/remake-holding.ts';
import { withImports } from '../../src/state/imports/import-commands.ts';
import { driveImportSaving } from '../../src/state/persistence/drive-import-saving.ts';
import { openImportShelf, type ImportShelf } from '../../src/state/persistence/import-shelf.ts';
import { fromSavedImports, historyOf, shelvedIn, toSavedImports } from '../../src/state/persistence/saved-imports.ts';
import { newSession } from '../../src/state/session.ts';
import { createSessionStore } from '../../src/state/store.ts';
import type { FilePart } from '../../src/worker/import-protocol.ts';
import { createReader } from '../../src/worker/run-imports.ts';
import { corpusFile, isSettled, openDesk, sampleCity, type Desk } from './desk.ts';
import { TODAY } from './tiny-session.ts';
import { scenario } from './workbooks.ts';

const LEDGER = '名称,单位名称,燃料,吨位(t/h),用途,县区,状态,经度(WGS84),纬度(WGS84)\n一号锅炉,甲公司,烟煤,10,采暖,高平市,在用,112.92,35.8\n二号锅炉,乙公司,天然气,x,采暖,高平市,在用,112.93,35.81\n';

async function imported(...files: readonly (readonly [string, string | Uint8Array<ArrayBuffer>])[]): Promise<Desk> {
  const desk = openDesk();
  const ids = desk.put(...files);
  await desk.until(isSettled);
  for (const id of ids) if (desk.item(id).stage.kind === 'asking') desk.store.apply(answerItem(id, { crs: 'gcj02' }));
  await desk.until(({ imports }) => imports.difference.kind === 'found');
  desk.store.apply(applyImports);
  await desk.until(({ imports }) => imports.holdings.past.length === 1);
  return desk;
}

let shelves = 0;

function freshShelf(): ReturnType<typeof openImportShelf> {
  shelves += 1;
  return openImportShelf(`imports-${String(shelves)}`);
}

describe('imported files', () => {
  it('come back after a reload as they were, and the sample is one undo away', async () => {
    const desk = await imported(['台账.csv', LEDGER.replaceAll('(WGS84)', '')], corpusFile('geo-winding.geojson'));
    const shelf = await freshShelf();
    driveImportSaving(desk.store, { shelf: Promise.resolve(shelf), id: Promise.resolve('tab'), now: () => '2026-11-27T00:00:00Z', partsOf: (file) => desk.files.get(file) ?? null });
    // Begins to save with the next change; an import before it started is such a change too.
    desk.store.apply(withImports((imports) => ({ ...imports, holdings: { ...imports.holdings, present: { ...imports.holdings.present, loaded: [...imports.holdings.present.loaded] } } })));
    await desk.until(({ imports }) => imports.saving.kind === 'saved');

    const [found] = await shelf.list();
    const record = fromSavedImports(found);
    if (record === null) throw new Error('got a record that can not be read');
    const files = new Map<string, readonly FilePart[]>();
    for (const id of shelvedIn(record)) files.set(id, (await shelf.parts(id)) ?? []);

    const store = createSessionStore(newSession(TODAY));
    store.apply(withImports((imports) => ({ ...imports, holdings: historyOf(record) })));
    store.apply(noteSample(sampleCity()));
    const { present } = store.get().imports.holdings;
    const made = await remakeHolding(present, sampleCity(), createReader(() => undefined), (file) => files.get(file) ?? null, () => undefined);
    store.apply(showRemade(present, made));
    const { city } = store.get();
    const before = desk.store.get().city;
    if (city.kind !== 'ready' || before.kind !== 'ready') throw new Error('got no city');
    expect(city.city.project).toEqual(before.city.project);
    store.apply(undoImport);
    expect(store.get().city).toEqual({ kind: 'ready', city: sampleCity() });
  });

  it('that can not be had any more are named, and the sample is shown', async () => {
    const desk = await imported(['台账.csv', LEDGER]);
    const { holdings } = desk.store.get().imports;
    const record = toSavedImports('tab', '2026-11-27T00:00:00Z', holdings);
    const store = createSessionStore(newSession(TODAY));
    store.apply(withImports((imports) => ({ ...imports, holdings: historyOf(record) })));
    store.apply(noteSample(sampleCity()));
    const { present } = store.get().imports.holdings;
    store.apply(showRemade(present, await remakeHolding(present, sampleCity(), createReader(() => undefined), () => null, () => undefined)));
    expect(store.get().imports.lost).toEqual(['台账.csv']);
    expect(isPlainSample(store.get().imports.holdings.present)).toBe(true);
    expect(store.get().city).toEqual({ kind: 'ready', city: sampleCity() });
  });

  it('that were taken back are let go, for good, once something was drawn', async () => {
    const desk = await imported(['台账.csv', LEDGER]);
    const shelf = await freshShelf();
    driveImportSaving(desk.store, { shelf: Promise.resolve(shelf), id: Promise.resolve('tab'), now: () => '2026-11-27T00:00:00Z', partsOf: (file) => desk.files.get(file) ?? null });
    desk.store.apply(undoImport);
    await expect.poll(() => shelf.list()).toMatchObject([{ future: { length: 1 }, steps: [1] }]);
    desk.store.apply(work(addScenario(scenario())));
    await expect.poll(() => shelf.list()).toMatchObject([{ future: [], steps: [] }]);
  });

  it.each([
    ['QuotaExceededError', 'storage-full'],
    ['UnknownError', 'storage-refused'],
  ])('that the browser does not keep (%s) are said not to be kept', async (name, code) => {
    const desk = await imported(['台账.csv', LEDGER]);
    const shelf = await freshShelf();
    const refusing = { ...shelf, put: () => Promise.reject(new DOMException('no', name)) };
    driveImportSaving(desk.store, { shelf: Promise.resolve(refusing), id: Promise.resolve('tab'), now: () => '', partsOf: (file) => desk.files.get(file) ?? null });
    desk.store.apply(undoImport);
    await desk.until(({ imports }) => imports.saving.kind === 'failed');
    expect(desk.store.get().imports.saving).toEqual({ kind: 'failed', code });
  });

  it('stay on the shelf when the reader breaks while they are read again: a reload may read them', async () => {
    const before = await imported(['台账.csv', LEDGER]);
    const shelf = await freshShelf();
    const record = toSavedImports('tab', '2026-11-27T00:00:00Z', before.store.get().imports.holdings);
    const files = shelvedIn(record).map((id) => ({ id, parts: before.files.get(id) ?? [] }));
    await shelf.put(record, files);
    const desk = openDesk((onLost) => ({ ...createReader(onLost), take: () => Promise.reject(new Error('reader-died')) }));
    for (const { id, parts } of files) desk.files.set(id, parts);
    desk.store.apply(withImports((imports) => ({ ...imports, holdings: historyOf(record) })));
    driveImportSaving(desk.store, { shelf: Promise.resolve(shelf), id: Promise.resolve('tab'), now: () => '2026-11-28T00:00:00Z', partsOf: (file) => desk.files.get(file) ?? null });
    await desk.until(({ imports }) => imports.lost !== null);
    await new Promise((resolve) => setImmediate(resolve));
    expect(desk.store.get().imports.saving.kind).toBe('nothing');
    expect(await shelf.list()).toEqual([record]);
    expect(await shelf.parts(files[0]?.id ?? '')).not.toBeNull();
  });

  it('are not written without their record', async () => {
    const shelf = await freshShelf();
    const unfit = { id: 'tab', day: () => '2026-11-27' };
    await expect(shelf.put(unfit, [{ id: 'a', parts: [{ name: 'a.csv', blob: new Blob(['x']) }] }])).rejects.toThrow();
    expect(await shelf.parts('a')).toBeNull();
  });

  it('leave the shelf once no record needs them', async () => {
    const shelf = await freshShelf();
    await shelf.put({ id: 'one' }, [{ id: 'a', parts: [{ name: 'a.csv', blob: new Blob(['x']) }] }, { id: 'b', parts: [{ name: 'b.csv', blob: new Blob(['y']) }] }]);
    await shelf.put({ id: 'two' }, []);
    await shelf.keepOnly(new Set(['one']), new Set(['a']));
    expect(await shelf.list()).toEqual([{ id: 'one' }]);
    expect(await shelf.parts('b')).toBeNull();
    expect(await (await shelf.parts('a'))?.[0]?.blob.text()).toBe('x');
  });
});

describe('a page that dies', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  const SECOND = LEDGER.replaceAll('锅炉', '新炉');

  /** What a reload would find: the names of the facilities, read again from the files of the only record. */
  async function found(shelf: ImportShelf): Promise<readonly string[]> {
    const records = await shelf.list();
    expect(records).toHaveLength(1);
    const record = fromSavedImports(records[0]);
    if (record === null) throw new Error('got a record that can not be read');
    const files = new Map<string, readonly FilePart[]>();
    for (const id of shelvedIn(record)) files.set(id, (await shelf.parts(id)) ?? []);
    const made = await remakeHolding(historyOf(record).present, sampleCity(), createReader(() => undefined), (file) => files.get(file) ?? null, () => undefined);
    return made?.city.project.facilities.map(({ name }) => name) ?? [];
  }

  /** A desk whose first ledger is on the shelf and whose second one is about to be taken over. */
  async function withSecond(): Promise<{ readonly desk: Desk; readonly shelf: ImportShelf }> {
    const desk = openDesk();
    const shelf = await freshShelf();
    driveImportSaving(desk.store, { shelf: Promise.resolve(shelf), id: Promise.resolve('tab'), now: () => '2026-11-27T00:00:00Z', partsOf: (file) => desk.files.get(file) ?? null });
    desk.put(['台账.csv', LEDGER]);
    await desk.until(({ imports }) => imports.difference.kind === 'found');
    desk.store.apply(applyImports);
    await desk.until(({ imports }) => imports.saving.kind === 'saved' && imports.holdings.past.length === 1);
    desk.put(['新台账.csv', SECOND]);
    await desk.until(({ imports }) => imports.difference.kind === 'found');
    return { desk, shelf };
  }

  it('while a ledger is taken over has the one before, whole', async () => {
    const { desk, shelf } = await withSecond();
    const seen: Promise<readonly string[]>[] = [];
    desk.store.subscribe(({ imports }, before) => {
      if (imports.taking !== null && imports.taking !== before.imports.taking) seen.push(found(shelf));
    });
    desk.store.apply(applyImports);
    await desk.until(({ imports }) => imports.saving.kind === 'saved' && imports.holdings.past.length === 2);
    expect(seen.length).toBeGreaterThan(1);
    for (const names of await Promise.all(seen)) expect([['一号锅炉'], ['一号新炉']]).toContainEqual(names);
    expect(await found(shelf)).toEqual(['一号新炉']);
  });

  it.each([
    ['the file', 0],
    ['the record', 1],
  ])('or fills the disk while %s is written has the one before, whole, says so and goes on', async (_, which) => {
    const { desk, shelf } = await withSecond();
    let puts = 0;
    const put = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put')?.value as (this: IDBObjectStore, ...given: readonly unknown[]) => IDBRequest<IDBValidKey>;
    const spy = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function write(this: IDBObjectStore, ...given) {
      const request = put.apply(this, given);
      if (puts++ === which) this.transaction.abort();
      return request;
    });
    desk.store.apply(applyImports);
    await desk.until(({ imports }) => imports.saving.kind === 'failed');
    spy.mockRestore();
    expect(puts).toBe(which + 1);
    expect(await found(shelf)).toEqual(['一号锅炉']);
    const { city } = desk.store.get();
    expect(city.kind === 'ready' && city.city.project.facilities.map(({ name }) => name)).toEqual(['一号新炉']);

    desk.store.apply(undoImport);
    await desk.until(({ imports }) => imports.saving.kind === 'saved');
    desk.store.apply(redoImport);
    await expect.poll(() => found(shelf)).toEqual(['一号新炉']);
  });
});

describe('a record of what was imported', () => {
  it('is read as it was written', async () => {
    const desk = await imported(['台账.csv', LEDGER]);
    const record = toSavedImports('tab', '2026-11-27T00:00:00Z', desk.store.get().imports.holdings);
    expect(fromSavedImports(structuredClone(record))).toEqual(record);
  });

  it.each([
    ['nothing', null],
    ['a newer format', { format: 2 }],
    ['a coordinate system that nobody knows', { loaded: { crs: 'mars' } }],
  ])('that holds %s is not read', async (_, change) => {
    const desk = await imported(['台账.csv', LEDGER]);
    const record = toSavedImports('tab', '2026-11-27T00:00:00Z', desk.store.get().imports.holdings);
    const spoilt = change === null ? null : 'loaded' in change ? { ...record, present: { ...record.present, loaded: record.present.loaded.map((file) => ({ ...file, answers: { ...file.answers, ...change.loaded } })) } } : { ...record, ...change };
    expect(fromSavedImports(spoilt)).toBeNull();
  });
});

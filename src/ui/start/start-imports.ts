import type { Result } from '../../base/result.ts';
import { isPlainSample, noteSample, showRemade } from '../../state/imports/holdings.ts';
import { driveImports, type ImportDriver } from '../../state/imports/drive-imports.ts';
import { withImports } from '../../state/imports/import-commands.ts';
import { remakeHolding } from '../../state/imports/remake-holding.ts';
import { driveImportSaving } from '../../state/persistence/drive-import-saving.ts';
import { openImportShelf, type ImportShelf } from '../../state/persistence/import-shelf.ts';
import { fromSavedImports, historyOf, shelvedIn, type SavedImports } from '../../state/persistence/saved-imports.ts';
import type { City, Failure } from '../../state/session.ts';
import type { SessionStore } from '../../state/store.ts';
import { claimedIds, claimTab } from './claim-tab.ts';
import { driveKeptAnswers } from './kept-answers.ts';
import { bringBack, partsOf } from './file-room.ts';

let driver: ImportDriver | null = null;

/** The driver of this page's imports; made with the first question about them. */
export function importDriver(store: SessionStore): ImportDriver {
  driver ??= driveImports(store, {
    openReader: async (onLost) => (await import('../../worker/run-imports.ts')).createReader(onLost),
    partsOf,
  });
  return driver;
}

/**
 * The city with what was imported on an earlier visit, where there is any: read again from the files that this browser keeps.
 * From then on every step is kept. Without a store, or where files can't be had any more, the sample is shown and it is said.
 */
export async function resumeImports(store: SessionStore, embedded: Result<City, Failure>): Promise<Result<City, Failure>> {
  if (!embedded.ok) return embedded;
  const sample = embedded.value;
  store.apply(noteSample(sample));
  driveKeptAnswers(store);
  const shelf = openImportShelf();
  const record = await shelf.then(recordOfTab).catch(() => null);
  if (record !== null) await bringRecordBack(store, await shelf, record, sample);
  driveImportSaving(store, { shelf, id: claimTab().then(({ id }) => id), now: () => new Date().toISOString(), partsOf });
  importDriver(store);
  return { ok: true, value: store.get().imports.holdings.present.made?.city ?? sample };
}

/** This tab's record after a reload; in a fresh tab the newest of all. */
async function recordOfTab(shelf: ImportShelf): Promise<SavedImports | null> {
  const records = (await shelf.list()).flatMap((record) => fromSavedImports(record) ?? []);
  if (records.length === 0) return null;
  const { id, isReturning } = await claimTab();
  const own = records.find((record) => record.id === id);
  if (isReturning && own !== undefined) return own;
  const open = new Set(await claimedIds());
  return records.filter((record) => !open.has(record.id)).sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1))[0] ?? null;
}

async function bringRecordBack(store: SessionStore, shelf: ImportShelf, record: SavedImports, sample: City): Promise<void> {
  for (const id of shelvedIn(record)) {
    const parts = await shelf.parts(id);
    if (parts !== null) bringBack(id, parts);
  }
  store.apply(withImports((imports) => ({ ...imports, holdings: historyOf(record), saving: { kind: 'saved', at: record.savedAt } })));
  store.apply(noteSample(sample));
  const { present } = store.get().imports.holdings;
  if (isPlainSample(present)) return;
  if (!mayTry()) {
    store.apply(showRemade(present, null));
    return;
  }
  store.apply(withImports((imports) => ({ ...imports, taking: 0 })));
  const made = await remakeHolding(present, sample, await importDriver(store).reader(), partsOf, (share) => {
    store.apply(withImports((imports) => ({ ...imports, taking: share })));
  }).catch(() => null);
  store.apply(showRemade(present, made));
  noteTry(0);
}

/** Counts the tries of this tab that have not ended: files that bring the page down must not do so at every start. */
const TRIES = 'coal-ban-map-import-tries';
const MOST_TRIES = 2;

/** `false` when the last tries did not end; then the next may try again. */
function mayTry(): boolean {
  const tries = triesSoFar();
  const may = tries < MOST_TRIES;
  noteTry(may ? tries + 1 : 0);
  return may;
}

function triesSoFar(): number {
  try {
    return Number(sessionStorage.getItem(TRIES) ?? 0);
  } catch {
    return 0;
  }
}

function noteTry(tries: number): void {
  try {
    sessionStorage.setItem(TRIES, String(tries));
  } catch {
    // Without the count every start tries.
  }
}

import type { FilePart } from '../../worker/import-protocol.ts';
import type { Saving } from '../drafts/drafts.ts';
import { isPlainSample } from '../imports/holdings.ts';
import { withImports } from '../imports/import-commands.ts';
import type { Imports } from '../imports/imports.ts';
import type { SessionStore } from '../store.ts';
import { isFull } from './drive-autosave.ts';
import type { ImportShelf } from './import-shelf.ts';
import { fromSavedImports, shelvedIn, toSavedImports } from './saved-imports.ts';

export interface ImportSavingDoors {
  readonly shelf: Promise<ImportShelf>;
  /** Name of this tab's record. */
  readonly id: Promise<string>;
  /** The instant now, ISO 8601. */
  readonly now: () => string;
  readonly partsOf: (file: string) => readonly FilePart[] | null;
}

/** Records of closed tabs that are kept beside this tab's: a fresh tab takes up the newest. */
const KEPT_RECORDS = 4;

/**
 * Writes what the project is made of to the browser after every step, with its files, and says in the session how that
 * stands: "saved" only once the browser has confirmed it. Returns a function that stops it.
 */
export function driveImportSaving(store: SessionStore, { shelf, id, now, partsOf }: ImportSavingDoors): () => void {
  let safe: Imports['holdings'] = store.get().imports.holdings;
  let isWriting = false;
  const stop = store.subscribe(follow);
  follow();
  return stop;

  function follow(): void {
    const { holdings, saving, lost } = store.get().imports;
    if (isWriting || isSame(holdings, safe)) return;
    // What could not be read again is no step: it stays on the shelf, and a reload may read it.
    if (lost !== null && isSameStep(holdings, safe)) return;
    // Nothing was imported yet, and nothing is on the shelf.
    if (holdings.past.length === 0 && holdings.future.length === 0 && isPlainSample(holdings.present) && saving.kind === 'nothing') return;
    isWriting = true;
    void write(holdings);
  }

  async function write(holdings: Imports['holdings']): Promise<void> {
    say({ kind: 'pending' });
    safe = holdings;
    try {
      const open = await shelf;
      const record = toSavedImports(await id, now(), holdings);
      const files = shelvedIn(record).flatMap((file) => {
        const parts = partsOf(file);
        return parts === null ? [] : [{ id: file, parts }];
      });
      await open.put(record, files);
      say({ kind: 'saved', at: record.savedAt });
      await sweep(open, record.id);
    } catch (error) {
      say({ kind: 'failed', code: isFull(error) ? 'storage-full' : 'storage-refused' });
    }
    isWriting = false;
    follow();
  }

  function say(saving: Saving): void {
    store.apply(withImports((imports) => ({ ...imports, saving })));
  }
}

/** What is on show and what can be gone back to; a step read again after a reload is no new step. */
function isSame(a: Imports['holdings'], b: Imports['holdings']): boolean {
  return a === b || (isSameStep(a, b) && a.present.loaded === b.present.loaded && a.present.base === b.present.base && a.present.gone === b.present.gone);
}

function isSameStep(a: Imports['holdings'], b: Imports['holdings']): boolean {
  return a.past.length === b.past.length && a.future.length === b.future.length;
}

/** Lets old records go, and the files that no record needs. */
async function sweep(shelf: ImportShelf, own: string): Promise<void> {
  const records = (await shelf.list()).flatMap((record) => fromSavedImports(record) ?? []).sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
  const kept = records.filter(({ id }, i) => id === own || i <= KEPT_RECORDS);
  await shelf.keepOnly(new Set(kept.map(({ id }) => id)), new Set(kept.flatMap(shelvedIn)));
}

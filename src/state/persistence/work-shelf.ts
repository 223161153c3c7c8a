import { openDB } from 'idb';
import type { SavedWork } from './saved-work.ts';

/** The browser's store, as far as work is kept in it. */
export interface WorkShelf {
  /**
   * Settles once the record is safe, not before; fails with the reason of the transaction. `quick` is safe from a page or a
   * browser that dies, `strict` from a power cut too, which may take a disk half a second.
   */
  readonly put: (work: SavedWork, how: 'quick' | 'strict') => Promise<void>;
  readonly get: (id: string) => Promise<unknown>;
  /** Every record as it stands, unchecked. */
  readonly list: () => Promise<readonly unknown[]>;
  readonly remove: (id: string) => Promise<void>;
  readonly close: () => void;
}

const VERSION = 1;
const STORE = 'work';

/**
 * Opens the shelf in IndexedDB. It is a cache: a browser may clear it when the disk is short, so a file in the user's own
 * hands is the master copy. Fails where a browser keeps nothing (private windows, storage switched off).
 *
 * A write is acknowledged by its transaction's completion: a full disk shows as its abort, after the request succeeded.
 */
export async function openShelf(name = 'coal-ban-map'): Promise<WorkShelf> {
  const database = await openDB(name, VERSION, {
    upgrade: (opened) => {
      opened.createObjectStore(STORE, { keyPath: 'id' });
    },
    // A newer version of the page waits to change the store: this one steps aside rather than block it.
    blocking: (_current, _blocked, request) => {
      (request.target as IDBDatabase).close();
    },
  });
  const write = async (work: (store: { put: (value: unknown) => Promise<unknown>; delete: (key: string) => Promise<unknown> }) => Promise<unknown>, how: 'quick' | 'strict'): Promise<void> => {
    const transaction = database.transaction(STORE, 'readwrite', { durability: how === 'quick' ? 'relaxed' : 'strict' });
    const worked = work(transaction.store);
    // Said at once, so that the browser needs nothing more of a page that may be gone in a moment.
    transaction.commit();
    await Promise.all([worked, transaction.done]);
  };
  return {
    put: (work, how) => write((store) => store.put(work), how),
    get: (id) => database.get(STORE, id) as Promise<unknown>,
    list: () => database.getAll(STORE),
    remove: (id) => write((store) => store.delete(id), 'strict'),
    close: () => {
      database.close();
    },
  };
}

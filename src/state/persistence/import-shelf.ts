import { openDB } from 'idb';
import type { FilePart } from '../../worker/import-protocol.ts';

/** A file as the browser keeps it. */
interface ShelvedFile {
  readonly id: string;
  readonly parts: readonly FilePart[];
}

/** The browser's store for imported files and for what the project is made of. */
export interface ImportShelf {
  /**
   * Settles once the record and its files are safe; fails with the reason of the transaction, and then nothing has changed:
   * a page that dies leaves the old record with its files, or the new one. A file that is there already is left as it is.
   */
  readonly put: (record: { readonly id: string }, files: readonly ShelvedFile[]) => Promise<void>;
  readonly parts: (id: string) => Promise<readonly FilePart[] | null>;
  /** Every record as it stands, unchecked. */
  readonly list: () => Promise<readonly unknown[]>;
  /** Takes away records and files that are not named. */
  readonly keepOnly: (records: ReadonlySet<string>, files: ReadonlySet<string>) => Promise<void>;
  readonly close: () => void;
}

const VERSION = 1;
const RECORDS = 'imports';
const FILES = 'files';

/**
 * Opens the shelf in IndexedDB: files once, each under its id, as the blobs that they are, so that large ones do not pass
 * through memory; records beside them. A cache: a browser may clear it. Fails where a browser keeps nothing.
 */
export async function openImportShelf(name = 'coal-ban-map-imports'): Promise<ImportShelf> {
  const database = await openDB(name, VERSION, {
    upgrade: (opened) => {
      opened.createObjectStore(RECORDS, { keyPath: 'id' });
      opened.createObjectStore(FILES, { keyPath: 'id' });
    },
    blocking: (_current, _blocked, request) => {
      (request.target as IDBDatabase).close();
    },
  });
  return {
    parts: async (id) => {
      const found: unknown = await database.get(FILES, id);
      return isShelved(found) ? found.parts : null;
    },
    put: async (record, files) => {
      const transaction = database.transaction([RECORDS, FILES], 'readwrite', { durability: 'strict' });
      const shelved = transaction.objectStore(FILES);
      const write = async (): Promise<void> => {
        const there = new Set(await shelved.getAllKeys());
        for (const file of files) if (!there.has(file.id)) await shelved.put(file);
        await transaction.objectStore(RECORDS).put(record);
      };
      // What can't be written at all does not abort a transaction by itself.
      const written = write().catch((error: unknown) => {
        if (transaction.error === null) transaction.abort();
        throw error;
      });
      await Promise.all([written, transaction.done]);
    },
    list: () => database.getAll(RECORDS),
    keepOnly: async (records, files) => {
      const transaction = database.transaction([RECORDS, FILES], 'readwrite');
      for (const [store, kept] of [[RECORDS, records], [FILES, files]] as const) {
        for (const key of await transaction.objectStore(store).getAllKeys()) {
          if (typeof key !== 'string' || !kept.has(key)) await transaction.objectStore(store).delete(key);
        }
      }
      await transaction.done;
    },
    close: () => {
      database.close();
    },
  };
}

function isShelved(found: unknown): found is ShelvedFile {
  if (typeof found !== 'object' || found === null || !('parts' in found) || !Array.isArray(found.parts)) return false;
  return found.parts.length > 0 && (found.parts as readonly unknown[]).every((part) => typeof part === 'object' && part !== null && 'name' in part && 'blob' in part && part.blob instanceof Blob);
}

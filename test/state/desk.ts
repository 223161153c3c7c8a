import { readFileSync } from 'node:fs';
import { driveImports, type ImportDriver } from '../../src/state/imports/drive-imports.ts';
import { chooseFiles } from '../../src/state/imports/import-commands.ts';
import type { ImportItem } from '../../src/state/imports/imports.ts';
import { receiveCity } from '../../src/state/commands/receive-city.ts';
import type { City } from '../../src/state/city.ts';
import { newSession, type Session } from '../../src/state/session.ts';
import { createSessionStore, type SessionStore } from '../../src/state/store.ts';
import type { FilePart } from '../../src/worker/import-protocol.ts';
import { createReader, type Reader } from '../../src/worker/run-imports.ts';
import { embeddedCity } from '../assess/embedded-city.ts';
import { PACKS, TODAY } from './tiny-session.ts';

/** A desk with the embedded city behind it and a reader on the same thread. */
export interface Desk {
  readonly store: SessionStore;
  readonly driver: ImportDriver;
  readonly files: Map<string, readonly FilePart[]>;
  /** Puts files on the desk; gives their ids. */
  readonly put: (...files: readonly (readonly [name: string, content: string | Uint8Array<ArrayBuffer>])[]) => readonly string[];
  readonly item: (id: string) => ImportItem;
  /** Resolves with the session once it is as asked. */
  readonly until: (holds: (session: Session) => boolean) => Promise<Session>;
}

let city: City | null = null;

export function sampleCity(): City {
  city ??= { project: embeddedCity(), packs: PACKS };
  return city;
}

export function openDesk(open: (onLost: () => void) => Reader = createReader): Desk {
  const store = createSessionStore(receiveCity(sampleCity())(newSession(TODAY)));
  const files = new Map<string, readonly FilePart[]>();
  let count = 0;
  const driver = driveImports(store, { openReader: (onLost) => Promise.resolve(open(onLost)), partsOf: (file) => files.get(file) ?? null });
  const put: Desk['put'] = (...given) => {
    const chosen = given.map(([name, content]) => {
      count += 1;
      const id = `i${String(count)}`;
      const blob = new Blob([content]);
      files.set(`f${String(count)}`, [{ name, blob }]);
      return { id, file: `f${String(count)}`, name, bytes: blob.size };
    });
    store.apply(chooseFiles(chosen));
    return chosen.map(({ id }) => id);
  };
  const item = (id: string): ImportItem => {
    const found = store.get().imports.items.find((one) => one.id === id);
    if (found === undefined) throw new Error(`openDesk: got no file ${id} on the desk`);
    return found;
  };
  const until: Desk['until'] = (holds) =>
    new Promise((resolve) => {
      const look = (): void => {
        if (!holds(store.get())) return;
        stop();
        resolve(store.get());
      };
      const stop = store.subscribe(look);
      queueMicrotask(look);
    });
  return { store, driver, files, put, item, until };
}

/** Nothing is waiting or being read any more. */
export function isSettled({ imports }: Session): boolean {
  return imports.taking === null && imports.items.every(({ stage }) => stage.kind !== 'waiting' && stage.kind !== 'reading');
}

export function corpusFile(name: string): readonly [string, Uint8Array<ArrayBuffer>] {
  return [name, new Uint8Array(readFileSync(new URL(`../fixtures/ingest/${name}`, import.meta.url)))];
}

import { addOwnPack } from '../../state/commands/change-own-packs.ts';
import type { OwnPack } from '../../state/own-packs.ts';
import type { SessionStore } from '../../state/store.ts';

/** Where this browser keeps the reader's own rule packs. */
const KEY = 'coal-ban-map/own-packs@1';

/** @returns `false` when the browser refuses: storage full, or switched off. */
export function keepOwnPacks(own: readonly OwnPack[]): boolean {
  try {
    if (own.length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(own.map(({ file, text }) => ({ file, text }))));
    return true;
  } catch {
    return false;
  }
}

/** Brings the kept packs back into the session, and from then on keeps what changes. `read` parses one file's text. */
export function driveOwnPacks(store: SessionStore, read: (file: string, text: string) => OwnPack): void {
  for (const { file, text } of kept()) store.apply(addOwnPack(read(file, text)));
  let seen = store.get().own;
  store.subscribe(({ own }) => {
    if (own === seen) return;
    seen = own;
    keepOwnPacks(own);
  });
}

/** What is found under our key may have been written by anybody. */
function kept(): readonly { readonly file: string; readonly text: string }[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(found) ? found.filter(isKept) : [];
  } catch {
    return [];
  }
}

function isKept(entry: unknown): entry is { readonly file: string; readonly text: string } {
  if (typeof entry !== 'object' || entry === null || !('file' in entry) || !('text' in entry)) return false;
  return typeof entry.file === 'string' && typeof entry.text === 'string' && isJson(entry.text);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

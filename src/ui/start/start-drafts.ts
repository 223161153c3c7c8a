import { BASELINE, LIVE, driveAside } from '../../state/drafts/drive-aside.ts';
import { liveDoor } from '../../state/drafts/live-door.ts';
import { driveAutosave } from '../../state/persistence/drive-autosave.ts';
import { offerRecovery, recoverable, resumeWork } from '../../state/persistence/recovery.ts';
import { fromSaved } from '../../state/persistence/saved-work.ts';
import { openShelf, type WorkShelf } from '../../state/persistence/work-shelf.ts';
import type { SessionStore } from '../../state/store.ts';
import { newId } from '../draw/draft-acts.ts';
import { engineOnce, lazyEngine } from './lazy-engine.ts';

const TAB = 'coal-ban-map-work';
const LOCK = 'coal-ban-map-work:';

/** The shelf of this page; opened once, asked by the panel too. */
let shelf: Promise<WorkShelf> | null = null;

export function workShelf(): Promise<WorkShelf> {
  shelf ??= openShelf();
  return shelf;
}

/** Brings back this tab's work, keeps it safe from then on, and lets answers follow what is drawn. */
export async function startDrafts(store: SessionStore): Promise<void> {
  driveAside(store, LIVE, liveDoor(engineOnce()));
  driveAside(store, BASELINE, lazyEngine());
  // A refusal is said by the autosave, at the first thing that would be lost.
  workShelf().catch(() => undefined);
  const { id, isReturning } = await claimTab();
  try {
    const opened = await workShelf();
    if (isReturning) {
      const own = fromSaved(await opened.get(id));
      if (own !== null) store.apply(resumeWork(own.drafts));
    }
    store.apply(offerRecovery(recoverable(await opened.list(), new Set([id, ...(await claimedIds())]))));
  } catch {
    // Without a store there is nothing to bring back.
  }
  const { flush } = driveAutosave(store, {
    shelf: workShelf(),
    id,
    now: () => new Date().toISOString(),
    later: (act, delayMs) => {
      setTimeout(act, delayMs);
    },
  });
  addEventListener('pagehide', flush);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') flush();
  });
}

/**
 * The name of this tab's record: the same after a reload, another in a copy of the tab. A lock that lives as long as the
 * page tells them apart; where a browser has no locks (plain http), every page takes a name of its own and finds the older
 * work among what can be recovered.
 */
async function claimTab(): Promise<{ readonly id: string; readonly isReturning: boolean }> {
  const before = remembered();
  if (before !== null && (await hold(before))) return { id: before, isReturning: true };
  const id = newId();
  remember(id);
  await hold(id);
  return { id, isReturning: false };
}

function hold(id: string): Promise<boolean> {
  if (!('locks' in navigator)) return Promise.resolve(false);
  return new Promise((resolve) => {
    void navigator.locks.request(LOCK + id, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      // Held until the page goes.
      return lock === null ? undefined : new Promise(() => undefined);
    });
  });
}

async function claimedIds(): Promise<readonly string[]> {
  if (!('locks' in navigator)) return [];
  const { held = [] } = await navigator.locks.query();
  return held.flatMap(({ name = '' }) => (name.startsWith(LOCK) ? [name.slice(LOCK.length)] : []));
}

/** Both throw where a browser keeps nothing. */
function remembered(): string | null {
  try {
    return sessionStorage.getItem(TAB);
  } catch {
    return null;
  }
}

function remember(id: string): void {
  try {
    sessionStorage.setItem(TAB, id);
  } catch {
    // The next page of this tab then finds the work among what can be recovered.
  }
}

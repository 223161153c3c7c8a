import { BASELINE, LIVE, driveAside } from '../../state/drafts/drive-aside.ts';
import { liveDoor } from '../../state/drafts/live-door.ts';
import { driveAutosave } from '../../state/persistence/drive-autosave.ts';
import { offerRecovery, recoverable, resumeWork } from '../../state/persistence/recovery.ts';
import { fromSaved } from '../../state/persistence/saved-work.ts';
import { openShelf, type WorkShelf } from '../../state/persistence/work-shelf.ts';
import type { SessionStore } from '../../state/store.ts';
import { claimedIds, claimTab } from './claim-tab.ts';
import { engineOnce, lazyEngine } from './lazy-engine.ts';
import { listenForUndo } from './undo-keys.ts';

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
  listenForUndo(store);
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

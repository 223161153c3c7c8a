import { noteSaving } from '../drafts/draft-commands.ts';
import type { Drafts, Saving } from '../drafts/drafts.ts';
import type { SessionStore } from '../store.ts';
import { isWorth, toSaved } from './saved-work.ts';
import type { WorkShelf } from './work-shelf.ts';

/** Between a change and its write, ms: a drag is written a few times a second, and a crash costs less than half a second. */
const DELAY_MS = 150;

export interface AutosaveDoors {
  /** The shelf, or why there is none. */
  readonly shelf: Promise<WorkShelf>;
  /** Name of this tab's record. */
  readonly id: string;
  /** The instant now, ISO 8601. */
  readonly now: () => string;
  readonly later: (act: () => void, delayMs: number) => void;
}

/**
 * Writes every state of the work to the browser, and says in the session how that stands: "saved" only once the browser
 * has confirmed it, and a refusal at once. Writes follow one another; while one is under way the newest state waits.
 *
 * @returns `flush`, which writes what is not yet written without waiting (the page is being left), and `stop`.
 */
export function driveAutosave(store: SessionStore, { shelf, id, now, later }: AutosaveDoors): { flush: () => void; stop: () => void } {
  let safe: Work = workOf(store.get().drafts);
  /** How `safe` stands. */
  let standing: Saving = store.get().drafts.saving;
  let waiting = false;
  let writing = false;
  const stop = store.subscribe(follow);
  follow();
  return { flush: () => void write(), stop };

  function follow(): void {
    const { drafts } = store.get();
    if (waiting || writing || isSame(workOf(drafts), safe) || !(isWorth(drafts) || safe.isKept)) return;
    waiting = true;
    say({ kind: 'pending' });
    later(() => {
      waiting = false;
      void write();
    }, DELAY_MS);
  }

  async function write(): Promise<void> {
    const { drafts } = store.get();
    const work = workOf(drafts);
    if (writing) return;
    if (isSame(work, safe) || !(isWorth(drafts) || safe.isKept)) {
      // Undone before it was written: what was pending stands as before.
      say(standing);
      return;
    }
    writing = true;
    const at = now();
    try {
      await (await shelf).put(toSaved(id, at, drafts));
      safe = { ...work, isKept: true };
      standing = { kind: 'saved', at };
    } catch (error) {
      // The state counts as dealt with, or the same refusal would come five times a second; the next change tries again.
      safe = { ...work, isKept: safe.isKept };
      standing = { kind: 'failed', code: isFull(error) ? 'storage-full' : 'storage-refused' };
    }
    say(standing);
    writing = false;
    follow();
  }

  function say(saving: Saving): void {
    store.apply(noteSaving(saving));
  }
}

interface Work {
  readonly history: unknown;
  readonly sketch: unknown;
  /** A record of this tab stands on the shelf, so that emptying the work must be written too. */
  readonly isKept: boolean;
}

function workOf({ history, pencil, saving }: Drafts): Work {
  return { history: history.present, sketch: pencil.kind === 'sketch' ? pencil : null, isKept: saving.kind === 'saved' };
}

function isSame(a: Work, b: Work): boolean {
  return a.history === b.history && a.sketch === b.sketch;
}

export function isFull(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError';
}

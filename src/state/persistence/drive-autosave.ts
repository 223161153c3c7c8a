import { noteSaving } from '../drafts/draft-commands.ts';
import type { Drafts, Saving } from '../drafts/drafts.ts';
import type { SessionStore } from '../store.ts';
import { isWorth, toSaved } from './saved-work.ts';
import type { WorkShelf } from './work-shelf.ts';

/** Between one write and the next, ms: a drag is written a few times a second. The first change is written at once. */
const DELAY_MS = 100;

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
 * has confirmed it, and a refusal at once. Writes follow one another; while one is under way the newest state waits. On
 * the way a write only has to outlive the page; once the work rests it is written so that it outlives a power cut, and
 * only then called saved.
 *
 * @returns `flush`, which writes what is not yet written without waiting (the page is being left), and `stop`.
 */
export function driveAutosave(store: SessionStore, { shelf, id, now, later }: AutosaveDoors): { flush: () => void; stop: () => void } {
  let safe: Work = workOf(store.get().drafts);
  /** How `safe` stands: pending while it would not yet outlive a power cut. */
  let standing: Saving = store.get().drafts.saving;
  let resting = false;
  let writing = false;
  const stop = store.subscribe(follow);
  follow();
  return { flush: () => void write(), stop };

  function follow(): void {
    const { saving } = store.get().drafts;
    const want = wanted();
    // What was taken back before it was written stands as before.
    if (want === null) {
      if (saving.kind === 'pending' && !writing) say(standing);
      return;
    }
    if (saving.kind !== 'pending') say({ kind: 'pending' });
    if (!resting && !writing) void write();
  }

  /** The drafts that are to be written; `null` while there is nothing to write. */
  function wanted(): Drafts | null {
    const { drafts } = store.get();
    const isSettled = isAtRest(safe) && standing.kind !== 'pending';
    return isSettled || !(isWorth(drafts) || safe.isKept) ? null : drafts;
  }

  async function write(): Promise<void> {
    const drafts = wanted();
    if (writing || drafts === null) return;
    const work = workOf(drafts);
    writing = true;
    const at = now();
    try {
      const opened = await shelf;
      if (!isSame(work, safe)) {
        await opened.put(toSaved(id, at, drafts), 'quick');
        safe = { ...work, isKept: true };
        standing = { kind: 'pending' };
      }
      if (isAtRest(work)) {
        await opened.put(toSaved(id, at, drafts), 'strict');
        standing = { kind: 'saved', at };
      }
    } catch (error) {
      // The state counts as dealt with, or the same refusal would come ten times a second; the next change tries again.
      safe = { ...work, isKept: safe.isKept };
      standing = { kind: 'failed', code: isFull(error) ? 'storage-full' : 'storage-refused' };
    }
    if (standing.kind === 'failed' || isAtRest(safe)) say(standing);
    writing = false;
    resting = true;
    later(() => {
      resting = false;
      follow();
    }, DELAY_MS);
  }

  function isAtRest(work: Work): boolean {
    return isSame(workOf(store.get().drafts), work);
  }

  function say(saving: Saving): void {
    store.apply(noteSaving(saving));
  }
}

interface Work {
  readonly history: unknown;
  /** What is undone can be taken again. */
  readonly canRedo: boolean;
  readonly sketch: unknown;
  /** A record of this tab stands on the shelf, so that emptying the work must be written too. */
  readonly isKept: boolean;
}

function workOf({ history, pencil, saving }: Drafts): Work {
  return { history: history.present, canRedo: history.future.length > 0, sketch: pencil.kind === 'sketch' ? pencil : null, isKept: saving.kind === 'saved' };
}

/** A redo that a step of the data put out of reach must not come back with a reload; one that came to be is no new work. */
function isSame(now: Work, kept: Work): boolean {
  return now.history === kept.history && now.sketch === kept.sketch && (now.canRedo || !kept.canRedo);
}

export function isFull(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError';
}

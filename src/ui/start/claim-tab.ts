import { newId } from '../draw/draft-acts.ts';

const TAB = 'coal-ban-map-work';
const LOCK = 'coal-ban-map-work:';

/** This tab's name, and whether it had it before a reload. */
export interface ClaimedTab {
  readonly id: string;
  readonly isReturning: boolean;
}

/** Claimed once a page, whoever asks first. */
let claimed: Promise<ClaimedTab> | null = null;

/**
 * The name of this tab's record: the same after a reload, another in a copy of the tab. A lock that lives as long as the
 * page tells them apart; where a browser has no locks (plain http), every page takes a name of its own and finds the older
 * work among what can be recovered.
 */
export function claimTab(): Promise<ClaimedTab> {
  claimed ??= claim();
  return claimed;
}

async function claim(): Promise<ClaimedTab> {
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

/** Tabs that are open now. */
export async function claimedIds(): Promise<readonly string[]> {
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

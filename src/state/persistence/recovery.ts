import type { Drafts } from '../drafts/drafts.ts';
import { NO_DRAFTS } from '../drafts/drafts.ts';
import type { Command } from '../session.ts';
import { fromSaved } from './saved-work.ts';

/** Work of another time or tab that can be picked up again. */
export interface Recoverable {
  readonly id: string;
  readonly savedAt: string;
  /** Names of its scenarios, to know it by. */
  readonly names: readonly string[];
  readonly drafts: Drafts;
}

/** Records on the shelf that no open tab is working on, newest first; `unreadable` counts those of a version not known here. */
export function recoverable(records: readonly unknown[], openIds: ReadonlySet<string>): { readonly found: readonly Recoverable[]; readonly unreadable: number } {
  const read = records.map(fromSaved);
  const found = read.flatMap((work) =>
    work === null || openIds.has(work.id) ? [] : [{ ...work, names: work.drafts.history.present.scenarios.map(({ name }) => name) }],
  );
  return { found: found.sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1)), unreadable: read.filter((work) => work === null).length };
}

/**
 * Picks up a tab's own work after a reload, exactly as it was; only where nothing has been begun meanwhile, so that
 * nothing is ever overwritten.
 */
export function resumeWork(drafts: Drafts): Command {
  return (session) => (session.drafts === NO_DRAFTS ? { ...session, drafts } : session);
}

/** Adds recovered scenarios to the work at hand. What has a name taken already gets a new id by `renamed`. */
export function recoverWork(recovered: Recoverable, renamed: (id: string) => string): Command {
  return (session) => {
    const { history } = session.drafts;
    const taken = new Set(history.present.scenarios.map(({ id }) => id));
    const scenarios = recovered.drafts.history.present.scenarios.map((scenario) => (taken.has(scenario.id) ? { ...scenario, id: renamed(scenario.id) } : scenario));
    if (scenarios.length === 0) return session;
    const present = { scenarios: [...history.present.scenarios, ...scenarios], open: scenarios[0]?.id ?? null };
    return { ...session, drafts: { ...session.drafts, history: { past: [...history.past, history.present], present, future: [], group: null } } };
  };
}

import type { Drafts, Recoverable, Recovery } from '../drafts/drafts.ts';
import { recordStep } from '../record-step.ts';
import type { Command } from '../session.ts';
import { fromSaved } from './saved-work.ts';

/** Records on the shelf that no open tab is working on. */
export function recoverable(records: readonly unknown[], openIds: ReadonlySet<string>): Recovery {
  const read = records.map(fromSaved);
  const found = read.flatMap((work): Recoverable[] =>
    work === null || openIds.has(work.id) ? [] : [{ id: work.id, savedAt: work.savedAt, workbook: work.drafts.history.present }],
  );
  return { found: found.sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1)), unreadable: read.filter((work) => work === null).length };
}

/**
 * Picks up a tab's own work after a reload, exactly as it was; only where nothing has been begun meanwhile, so that
 * nothing is ever overwritten.
 */
export function resumeWork({ history, pencil, saving }: Drafts): Command {
  return (session) => {
    const { past, present } = session.drafts.history;
    const isFresh = past.length === 0 && present.scenarios.length === 0 && session.drafts.pencil.kind === 'idle';
    return isFresh ? { ...session, drafts: { ...session.drafts, history, pencil, saving } } : session;
  };
}

export function offerRecovery(recovery: Recovery): Command {
  return (session) => ({ ...session, drafts: { ...session.drafts, recovery } });
}

/** No longer offered: recovered, or discarded by the user. */
export function settleRecovery(id: string): Command {
  return (session) => {
    const { recovery } = session.drafts;
    return offerRecovery({ ...recovery, found: recovery.found.filter((one) => one.id !== id) })(session);
  };
}

/** Adds recovered scenarios to the work at hand, as one step; where an id is taken, `renamed` gives another. */
export function recoverWork({ workbook }: Recoverable, renamed: (id: string) => string): Command {
  return (session) => {
    const { history } = session.drafts;
    const taken = new Set(history.present.scenarios.map(({ id }) => id));
    const scenarios = workbook.scenarios.map((scenario) => (taken.has(scenario.id) ? { ...scenario, id: renamed(scenario.id) } : scenario));
    const [first] = scenarios;
    if (first === undefined) return session;
    const present = { scenarios: [...history.present.scenarios, ...scenarios], open: first.id };
    return recordStep(session, { workbook: present });
  };
}

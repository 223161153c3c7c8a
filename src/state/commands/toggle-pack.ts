import { packsOf } from '../selectors/packs.ts';
import type { Command } from '../session.ts';

/** Takes a policy in or out. All of them taken in is kept as `null`, so that a pack added later joins by itself. */
export function togglePack(id: string): Command {
  return (session) => {
    const all = packsOf(session)?.map((pack) => pack.id);
    if (all === undefined) return session;
    const before = new Set(session.scenario.packs ?? all);
    if (!before.delete(id)) before.add(id);
    const chosen = all.filter((known) => before.has(known));
    return { ...session, scenario: { ...session.scenario, packs: chosen.length === all.length ? null : chosen } };
  };
}

import type { Command } from '../session.ts';

/** Takes a policy in or out. All of them taken in is kept as `null`, so that a pack added later joins by itself. */
export function togglePack(id: string): Command {
  return (session) => {
    if (session.city.kind !== 'ready') return session;
    const all = session.city.city.packs.map((pack) => pack.id);
    const before = new Set(session.scenario.packs ?? all);
    if (!before.delete(id)) before.add(id);
    const chosen = all.filter((known) => before.has(known));
    return { ...session, scenario: { ...session.scenario, packs: chosen.length === all.length ? null : chosen } };
  };
}

import { packsOf } from '../selectors/packs.ts';
import type { Command } from '../session.ts';

/** Asks again what was asked before the last answer: day, policies and readings as they were. */
export const undoChange: Command = (session) => {
  if (session.run.kind !== 'done' || session.run.before === null) return session;
  const { asOf, packs, choices } = session.run.before.question;
  const all = packsOf(session)?.map(({ id }) => id) ?? [];
  const before = packs.map(({ id }) => id).filter((id) => all.includes(id));
  return { ...session, scenario: { ...session.scenario, asOf, choices, packs: before.length === all.length ? null : before } };
};

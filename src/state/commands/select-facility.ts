import type { Command } from '../session.ts';

/** Opens the card of a facility, by its key; `null` closes it. */
export function selectFacility(key: string | null): Command {
  return (session) =>
    session.view.selection === key && (key === null || session.view.place === null)
      ? session
      : { ...session, view: { ...session.view, selection: key, place: key === null ? session.view.place : null } };
}

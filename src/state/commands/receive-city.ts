import type { City, Command, Failure } from '../session.ts';

/** The files have been read: the facts are here. An answer about other facts is no answer about these. */
export function receiveCity(city: City): Command {
  return (session) => ({
    ...session,
    city: { kind: 'ready', city },
    run: { kind: 'idle', answer: null },
    // Picked by their place in a list that is no more.
    view: { ...session.view, filters: { ...session.view.filters, picked: null } },
  });
}

export function failCity(failure: Failure): Command {
  return (session) => ({ ...session, city: { kind: 'failed', failure } });
}

/** Asks for the files once more. */
export const reloadCity: Command = (session) => ({ ...session, city: { kind: 'loading' } });

import type { Address } from '../address.ts';
import type { Command } from '../session.ts';

/** Takes on what the address of the page says: on opening it, and when the reader goes back or pastes a link. */
export function restoreAddress(address: Address): Command {
  return (session) => ({
    ...session,
    scenario: address.scenario,
    view: { ...address.view, panel: session.view.panel, compare: session.view.compare, picking: false, importing: session.view.importing && address.view.law === null, look: session.view.look },
  });
}

import type { ComparePlace } from '../compare-place.ts';
import type { Command } from '../session.ts';
import { roomsClosed } from './rooms-closed.ts';

/** Opens the comparison, chooses its sides, or closes it; the sides are kept for the next time. */
export function openCompare(change: Partial<ComparePlace>): Command {
  return (session) => ({ ...session, view: { ...(change.isOpen === true ? roomsClosed(session.view) : session.view), compare: { ...session.view.compare, ...change } } });
}

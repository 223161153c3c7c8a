import type { LawPlace } from '../law-place.ts';
import type { Command } from '../session.ts';
import { roomsClosed } from './rooms-closed.ts';

/** Opens the page of the law at a place; `null` closes it. */
export function openLaw(law: LawPlace | null): Command {
  return (session) => ({ ...session, view: { ...roomsClosed(session.view), law } });
}

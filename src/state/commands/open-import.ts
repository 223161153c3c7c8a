import type { Command } from '../session.ts';
import { roomsClosed } from './rooms-closed.ts';

/** Opens the page of importing, or closes it; what lies on its desk stays. */
export function openImport(importing: boolean): Command {
  return (session) => ({ ...session, view: { ...roomsClosed(session.view), importing } });
}

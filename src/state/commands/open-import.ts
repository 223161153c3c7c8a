import type { Command } from '../session.ts';

/** Opens the page of importing, or closes it; what lies on its desk stays. */
export function openImport(importing: boolean): Command {
  return (session) => ({ ...session, view: { ...session.view, importing, law: null, picking: false } });
}

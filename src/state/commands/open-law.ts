import type { LawPlace } from '../law-place.ts';
import type { Command } from '../session.ts';

/** Opens the page of the law at a place; `null` closes it. */
export function openLaw(law: LawPlace | null): Command {
  return (session) => ({ ...session, view: { ...session.view, law, importing: false, picking: false } });
}

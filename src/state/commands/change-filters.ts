import { NO_FILTERS } from '../filters.ts';
import type { Filters } from '../filters.ts';
import type { Command } from '../session.ts';

/** Sets some filters and leaves the others. */
export function changeFilters(change: Partial<Filters>): Command {
  return (session) => ({ ...session, view: { ...session.view, filters: { ...session.view.filters, ...change } } });
}

/** Lets everything pass again. */
export const clearFilters: Command = changeFilters(NO_FILTERS);

import type { Filters } from '../filters.ts';
import type { Command } from '../session.ts';
import { changeFilters } from './change-filters.ts';

/** The filters that are lists. */
export type ListFilter = { [K in keyof Filters]: Filters[K] extends readonly unknown[] ? K : never }[keyof Filters];

/** Puts one entry into a list filter, or takes it out. */
export function toggleFilter<Name extends ListFilter>(name: Name, entry: Filters[Name][number]): Command {
  return (session) => {
    const entries: readonly unknown[] = session.view.filters[name];
    const changed = entries.includes(entry) ? entries.filter((other) => other !== entry) : [...entries, entry];
    return changeFilters({ [name]: changed })(session);
  };
}

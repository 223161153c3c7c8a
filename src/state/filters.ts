import type { Certainty } from '../assess/assessment.ts';
import { FUELS } from '../domain/facility.ts';
import type { Duty } from '../policy/duty.ts';

/** Stands for "the ledger does not say" where a filter lists words or codes. */
export const UNKNOWN = 'unknown';

export const FUEL_CHOICES = [...FUELS, UNKNOWN] as const;

/** Which rows pass. Within one list any entry is enough; between the lists all must pass. An empty list lets all pass. */
export interface Filters {
  /** The duty that surely applies. Joined with `possible` by "or": both speak of the verdict. */
  readonly duties: readonly Duty[];
  /** A stronger duty than the sure one, that only may apply. */
  readonly possible: readonly Duty[];
  readonly certainties: readonly Certainty[];
  /** GB/T 2260 codes of counties, or `UNKNOWN`. */
  readonly counties: readonly string[];
  readonly fuels: readonly (typeof FUEL_CHOICES)[number][];
  /** Id of a rule that applies, or may apply. */
  readonly rule: string | null;
  /** Found in the id, the name, the enterprise or its credit code. */
  readonly text: string;
  /** Only facilities without coordinates. */
  readonly unlocated: boolean;
}

export const NO_FILTERS: Filters = {
  duties: [],
  possible: [],
  certainties: [],
  counties: [],
  fuels: [],
  rule: null,
  text: '',
  unlocated: false,
};

/** Whether anything but the verdict is filtered: then a count by verdict speaks of a part of the ledger only. */
export function isScoped(filters: Filters): boolean {
  return isFiltered({ ...filters, duties: [], possible: [] });
}

export function isFiltered(filters: Filters): boolean {
  return (
    filters.duties.length + filters.possible.length + filters.certainties.length + filters.counties.length + filters.fuels.length > 0 ||
    filters.rule !== null ||
    filters.text.trim() !== '' ||
    filters.unlocated
  );
}

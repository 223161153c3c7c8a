import type { Certainty } from '../assess/assessment.ts';
import { FUELS } from '../domain/facility.ts';
import type { Duty } from '../policy/duty.ts';
import type { Bilingual } from '../policy/rule.ts';

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
  /** Id of a rule that surely applies. */
  readonly rule: string | null;
  /** Id of a rule that only may apply. Joined with `rule` by "or". */
  readonly mayRule: string | null;
  /** Facilities picked out elsewhere on the page, by index, and as what; not kept in a link. */
  readonly picked: { readonly label: Bilingual; readonly indices: readonly number[] } | null;
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
  mayRule: null,
  picked: null,
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
    filters.mayRule !== null ||
    filters.picked !== null ||
    filters.text.trim() !== '' ||
    filters.unlocated
  );
}

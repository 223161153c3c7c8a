import type { Division } from '../../domain/division.ts';
import { UNKNOWN } from '../../state/filters.ts';
import type { Lang } from '../../text/lang.ts';

export interface NamedCounty {
  readonly code: string;
  readonly name: string;
}

/**
 * The counties of the city in the order of their codes, then any other division that is spoken of, then "unknown".
 *
 * @param spokenOf codes that must be listed though no county of theirs is loaded.
 */
export function countiesOf(divisions: readonly Division[], spokenOf: readonly string[], lang: Lang, unknown: string): NamedCounty[] {
  const counties = divisions.filter(({ level }) => level === 'county').map(({ code }) => code);
  const others = spokenOf.filter((code) => code !== UNKNOWN && !counties.includes(code));
  const codes = [...counties.sort(), ...[...new Set(others)].sort(), ...(spokenOf.includes(UNKNOWN) ? [UNKNOWN] : [])];
  return codes.map((code) => ({ code, name: divisionName(divisions, code, lang) ?? (code === UNKNOWN ? unknown : code) }));
}

/** `null` when the division is not loaded. */
export function divisionName(divisions: readonly Division[], code: string | null, lang: Lang): string | null {
  const division = divisions.find((known) => known.code === code);
  return division === undefined ? null : (lang === 'en' && division.nameEn) || division.name;
}

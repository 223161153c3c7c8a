import type { Facility } from '../domain/facility.ts';
import type { FacilityField } from '../ingest/columns/facility-columns.ts';
import { FACILITY_COLUMNS } from '../ingest/columns/facility-columns.ts';
import { matchHeader } from '../ingest/columns/headers.ts';
import { ledgerWords } from '../text/ledger.ts';
import type { Terms } from '../text/terms.ts';
import { terms } from '../text/terms.ts';
import type { ExportRequest } from './case-file.ts';

/** A column of the ledger that comes back beside ours. */
export interface KeptColumn {
  readonly header: string;
  /** What it is called in the export: its own name, marked when one of our columns bears the same. */
  readonly title: string;
}

/** Fields that an export writes exactly as a fact; a cell that says the same need not be written twice. */
const FACTS: Readonly<Partial<Record<FacilityField, (facility: Facility, words: Terms) => string | number | null>>> = {
  id: ({ id }) => id,
  name: ({ name }) => name,
  enterprise: ({ enterprise }) => enterprise,
  creditCode: ({ creditCode }) => creditCode,
  kind: ({ kind }, words) => kind && words.kind[kind],
  fuel: ({ fuel }, words) => fuel && words.fuel[fuel],
  capacityTph: ({ capacityTph }) => capacityTph,
  count: ({ count }) => count,
  lon: ({ lngLat }) => lngLat?.[0] ?? null,
  lat: ({ lngLat }) => lngLat?.[1] ?? null,
  locationAccuracyM: ({ locationAccuracyM }) => locationAccuracyM,
};

/**
 * The ledger's columns that our own do not already say word for word in every row: unknown ones, facts that we do not
 * print, and cells that we print in our own words. Nothing the user wrote is lost in an export.
 */
export function keptColumns({ project: { facilities }, lang }: ExportRequest, ours: readonly string[]): readonly KeptColumn[] {
  const headers = headersOf(facilities);
  const taken = new Set(ours.map(folded));
  return [...headers]
    .filter((header) => !saysTheSame(header, facilities, terms[lang]))
    .map((header) => ({ header, title: taken.has(folded(header)) ? ledgerWords[lang].asWritten(header) : header }));
}

/** Every header of every row, in the order of their first appearance. */
function headersOf(facilities: readonly Facility[]): ReadonlySet<string> {
  const headers = new Set<string>();
  let last: string[] = [];
  for (const { original } of facilities) {
    // The rows of a table have the same headers in the same order: nearly always nothing is new.
    let [k, isSame] = [0, true];
    for (const header in original) isSame &&= last[k++] === header;
    if (isSame && k === last.length) continue;
    last = Object.keys(original);
    for (const header of last) headers.add(header);
  }
  return headers;
}

/** What no row has of its own is no text: `constructor` is a function and `__proto__` an object. */
export function originalCell({ original }: Facility, header: string): string {
  const text: unknown = original[header];
  return typeof text === 'string' ? text : '';
}

function saysTheSame(header: string, facilities: readonly Facility[], words: Terms): boolean {
  const match = matchHeader(header, FACILITY_COLUMNS);
  const fact = match === null || 'unknownUnit' in match ? undefined : FACTS[match.spec.field];
  if (fact === undefined) return false;
  return facilities.every((facility) => {
    const written = originalCell(facility, header);
    const value = fact(facility, words);
    if (written === '' || written === value) return true;
    const cell = written.trim();
    return cell === '' || (typeof value === 'number' ? Number(cell) === value : cell === value);
  });
}

/** Full-width brackets and letters make no difference to a reader. */
function folded(header: string): string {
  return header.normalize('NFKC').replace(/\s+/gu, '');
}

import { type Steps, STRETCH, finish } from '../base/steps.ts';
import type { Facility } from '../domain/facility.ts';
import type { FacilityField } from '../ingest/columns/facility-columns.ts';
import { FACILITY_COLUMNS } from '../ingest/columns/facility-columns.ts';
import { matchHeader } from '../ingest/columns/headers.ts';
import type { Lang } from '../text/lang.ts';
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
  const taken = new Set(ours.map(folded));
  return finish(keptHeaderSteps(facilities, lang)).map((header) => ({ header, title: taken.has(folded(header)) ? ledgerWords[lang].asWritten(header) : header }));
}

/** The headers of these columns, in short stretches: every cell of some is looked at. Found once for a ledger and a language. */
export function* keptHeaderSteps(facilities: readonly Facility[], lang: Lang): Steps<readonly string[]> {
  const known = kept.get(facilities) ?? {};
  kept.set(facilities, known);
  return (known[lang] ??= yield* findKept(facilities, lang));
}

const kept = new WeakMap<readonly Facility[], Partial<Record<Lang, readonly string[]>>>();

function* findKept(facilities: readonly Facility[], lang: Lang): Steps<readonly string[]> {
  const headers: string[] = [];
  for (const header of yield* headersOf(facilities)) if (!(yield* saysTheSame(header, facilities, terms[lang]))) headers.push(header);
  return headers;
}

/** Every header of every row, in the order of their first appearance. */
function* headersOf(facilities: readonly Facility[]): Steps<ReadonlySet<string>> {
  const headers = new Set<string>();
  let last: string[] = [];
  for (const [row, { original }] of facilities.entries()) {
    if (row % STRETCH === 0) yield 0;
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

function* saysTheSame(header: string, facilities: readonly Facility[], words: Terms): Steps<boolean> {
  const match = matchHeader(header, FACILITY_COLUMNS);
  const fact = match === null || 'unknownUnit' in match ? undefined : FACTS[match.spec.field];
  if (fact === undefined) return false;
  for (const [row, facility] of facilities.entries()) {
    if (row % STRETCH === 0) yield 0.5;
    const written = originalCell(facility, header);
    const value = fact(facility, words);
    if (written === '' || written === value) continue;
    const cell = written.trim();
    if (cell !== '' && (typeof value === 'number' ? Number(cell) !== value : cell !== value)) return false;
  }
  return true;
}

/** Full-width brackets and letters make no difference to a reader. */
function folded(header: string): string {
  return header.normalize('NFKC').replace(/\s+/gu, '');
}

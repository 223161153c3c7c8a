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

type Fact = (facility: Facility, words: Terms) => string | number | null;

/** Fields that an export writes exactly as a fact; a cell that says the same need not be written twice. */
const FACTS: Readonly<Partial<Record<FacilityField, Fact>>> = {
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
export function keptColumns({ project: { facilities }, lang, kept }: ExportRequest, ours: readonly string[]): readonly KeptColumn[] {
  const taken = new Set(ours.map(folded));
  const headers = kept ?? finish(keptHeaderSteps(facilities, lang));
  return headers.map((header) => ({ header, title: taken.has(folded(header)) ? ledgerWords[lang].asWritten(header) : header }));
}

/** The headers of these columns, in short stretches: every cell of some is looked at. Found once for a ledger and a language. */
export function* keptHeaderSteps(facilities: readonly Facility[], lang: Lang): Steps<readonly string[]> {
  const known = found.get(facilities) ?? {};
  found.set(facilities, known);
  return (known[lang] ??= yield* findKept(facilities, lang));
}

const found = new WeakMap<readonly Facility[], Partial<Record<Lang, readonly string[]>>>();

function* findKept(facilities: readonly Facility[], lang: Lang): Steps<readonly string[]> {
  const keeping = openKeeping(lang);
  for (const [row, facility] of facilities.entries()) {
    if (row % STRETCH === 0) yield row / facilities.length;
    keeping.look(facility);
  }
  return keeping.headers();
}

/** Finds the columns to keep of facilities that are shown one by one. */
export interface Keeping {
  readonly look: (facility: Facility) => void;
  /** Of the columns to keep, in the order of their first appearance. */
  readonly headers: () => readonly string[];
}

export function openKeeping(lang: Lang): Keeping {
  const words = terms[lang];
  const headers = new Set<string>();
  /** Those that have said the same so far. */
  let repeating: readonly { readonly header: string; readonly fact: Fact }[] = [];
  let last: string[] = [];

  function meet(original: Facility['original']): void {
    // The rows of a table have the same headers in the same order: nearly always nothing is new.
    let [k, isSame] = [0, true];
    for (const header in original) isSame &&= last[k++] === header;
    if (isSame && k === last.length) return;
    last = Object.keys(original);
    for (const header of last) {
      const fact = headers.has(header) ? undefined : factUnder(header);
      headers.add(header);
      if (fact !== undefined) repeating = [...repeating, { header, fact }];
    }
  }

  return {
    look: (facility) => {
      meet(facility.original);
      let isKept = false;
      for (const { header, fact } of repeating) isKept ||= !isRepeated(originalCell(facility, header), fact(facility, words));
      if (isKept) repeating = repeating.filter(({ header, fact }) => isRepeated(originalCell(facility, header), fact(facility, words)));
    },
    headers: () => {
      const left = new Set(repeating.map(({ header }) => header));
      return [...headers].filter((header) => !left.has(header));
    },
  };
}

export function originalCell({ original }: Facility, header: string): string {
  return Object.hasOwn(original, header) ? (original[header] ?? '') : '';
}

/** The fact that an export writes of what a column is about. */
function factUnder(header: string): Fact | undefined {
  const match = matchHeader(header, FACILITY_COLUMNS);
  return match === null || 'unknownUnit' in match ? undefined : FACTS[match.spec.field];
}

function isRepeated(written: string, value: ReturnType<Fact>): boolean {
  if (written === '' || written === value) return true;
  const cell = written.trim();
  return cell === '' || (typeof value === 'number' ? Number(cell) === value : cell === value);
}

/** Full-width brackets and letters make no difference to a reader. */
function folded(header: string): string {
  return header.normalize('NFKC').replace(/\s+/gu, '');
}

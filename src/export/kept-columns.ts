import { type Steps, STRETCH, finish } from '../base/steps.ts';
import type { Facility } from '../domain/facility.ts';
import type { FacilityField } from '../ingest/columns/facility-columns.ts';
import { FACILITY_COLUMNS } from '../ingest/columns/facility-columns.ts';
import { matchHeader } from '../ingest/columns/headers.ts';
import type { Lang } from '../text/lang.ts';
import { ledgerWords } from '../text/ledger.ts';
import type { Terms } from '../text/terms.ts';
import { terms } from '../text/terms.ts';
import type { ExportRequest, KeptColumn } from './case-file.ts';

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
export function keptColumns({ project: { facilities }, lang, kept }: Pick<ExportRequest, 'project' | 'lang' | 'kept'>, ours: readonly string[]): readonly KeptColumn[] {
  return kept ?? finish(keepingSteps(facilities, lang)).kept(ours);
}

/** What is to be kept of a ledger, in short stretches: every cell of some columns is looked at. Found once for a ledger and a language. */
export function* keepingSteps(facilities: readonly Facility[], lang: Lang): Steps<Keeping> {
  const ofLedger = known.get(facilities) ?? {};
  known.set(facilities, ofLedger);
  return (ofLedger[lang] ??= yield* lookAt(facilities, lang));
}

const known = new WeakMap<readonly Facility[], Partial<Record<Lang, Keeping>>>();

function* lookAt(facilities: readonly Facility[], lang: Lang): Steps<Keeping> {
  const keeping = openKeeping(lang);
  for (const [row, facility] of facilities.entries()) {
    if (row % STRETCH === 0) yield row / facilities.length;
    keeping.look(facility);
  }
  return keeping;
}

/** Finds the columns to keep of facilities that are shown one by one. */
export interface Keeping {
  readonly look: (facility: Facility) => void;
  /** In the order of their first appearance. */
  readonly kept: (ours: readonly string[]) => readonly KeptColumn[];
}

export function openKeeping(lang: Lang): Keeping {
  const headers = new Set<string>();
  /** Those that have said the same so far. */
  const repeating: { readonly header: string; readonly fact: Fact }[] = [];
  const kept = new Set<string>();
  let last: string[] = [];
  const meet = (original: Facility['original']): void => {
    // The rows of a table have the same headers in the same order: nearly always nothing is new.
    let [k, isSame] = [0, true];
    for (const header in original) isSame &&= last[k++] === header;
    if (isSame && k === last.length) return;
    last = Object.keys(original);
    for (const header of last) {
      if (headers.has(header)) continue;
      headers.add(header);
      const fact = factUnder(header);
      if (fact === undefined) kept.add(header);
      else repeating.push({ header, fact });
    }
  };
  return {
    look: (facility) => {
      meet(facility.original);
      for (let k = repeating.length - 1; k >= 0; k -= 1) {
        const { header, fact } = repeating[k] as (typeof repeating)[number];
        if (isRepeated(originalCell(facility, header), fact(facility, terms[lang]))) continue;
        kept.add(header);
        repeating.splice(k, 1);
      }
    },
    kept: (ours) => {
      const taken = new Set(ours.map(folded));
      return [...headers].filter((header) => kept.has(header)).map((header) => ({ header, title: taken.has(folded(header)) ? ledgerWords[lang].asWritten(header) : header }));
    },
  };
}

/** What no row has of its own is no text: `constructor` is a function and `__proto__` an object. */
export function originalCell({ original }: Facility, header: string): string {
  const text: unknown = original[header];
  return typeof text === 'string' ? text : '';
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

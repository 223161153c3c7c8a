import type { FacilityField } from '../../ingest/columns/facility-columns.ts';
import { COLUMNS_OF } from '../../ingest/columns-of.ts';
import { unitNames, unitOf } from '../../ingest/columns/units.ts';
import type { DataKind } from '../../ingest/layer-kind.ts';
import type { ColumnChoice, Mapping } from '../../ingest/mapping.ts';
import type { ImportWords } from '../../text/import.ts';
import type { Lang } from '../../text/lang.ts';

/** The fields of a ledger as a person looks for them. */
const GROUPS = {
  identity: ['name', 'enterprise', 'creditCode', 'id'],
  boiler: ['capacityTph', 'count', 'kind', 'fuel', 'use', 'status', 'unitMW', 'stackM', 'hearthM'],
  place: ['county', 'divisionCode', 'park', 'lon', 'lat', 'lngLat', 'lonDeg', 'lonMin', 'lonSec', 'latDeg', 'latMin', 'latSec', 'locationAccuracyM'],
  state: ['cleanHeating', 'ultraLowEmission', 'monitored', 'dedicatedBiomass', 'bagFilter', 'outdated', 'fixedBedIntermittent', 'performanceGrade'],
  other: ['synthetic', 'note', 'source'],
} as const satisfies Readonly<Record<keyof ImportWords['fieldGroup'], readonly FacilityField[]>>;

export interface FieldGroup {
  /** `null`: the fields of this kind stand in one list. */
  readonly group: keyof ImportWords['fieldGroup'] | null;
  readonly fields: readonly string[];
}

/** What a column of such a file can be read as. */
export function fieldsOf(what: DataKind): readonly FieldGroup[] {
  if (what !== 'facilities') return [{ group: null, fields: COLUMNS_OF[what].map(({ field }) => field) }];
  return (Object.keys(GROUPS) as (keyof typeof GROUPS)[]).map((group) => ({ group, fields: GROUPS[group] }));
}

/** A field by its name, or by the header that it usually has. */
export function fieldName(lang: Lang, words: ImportWords, what: DataKind, field: string): string {
  const names: Readonly<Record<FacilityField, string>> = words.field;
  if (Object.hasOwn(names, field)) return names[field as FacilityField];
  const usual = COLUMNS_OF[what].find((spec) => spec.field === field)?.names[0]?.[0];
  return lang === 'zh' && usual !== undefined ? usual : field;
}

/** Units that bare numbers of a field can be in, the usual one first; none for what is no quantity. */
export function unitsOf(what: DataKind, field: string | null): readonly string[] {
  const spec = COLUMNS_OF[what].find((known) => known.field === field);
  if (spec?.quantity === undefined) return [];
  const usual = unitOf(spec.quantity, spec.unit ?? '')?.name;
  const names = unitNames(spec.quantity);
  return usual === undefined ? names : [usual, ...names.filter((name) => name !== usual)];
}

/** The mapping with one column read as the user says. What was a guess about it is one no more. */
export function choose(what: DataKind, mapping: Mapping, at: number, choice: Partial<Pick<ColumnChoice, 'field' | 'unit'>>): Mapping {
  return {
    columns: mapping.columns.map((column, k) => {
      if (k !== at) return column;
      const field = choice.field === undefined ? column.field : choice.field;
      const units = unitsOf(what, field);
      const unit = choice.unit ?? column.unit;
      return { ...column, field, unit: unit !== null && units.includes(unit) ? unit : (units[0] ?? null), why: 'chosen', confidence: 1, like: null };
    }),
  };
}

/** The mapping as the user sees and accepts it: guesses on show count as chosen, columns that nobody knows as kept. */
export function accepted({ columns }: Mapping): Mapping {
  return { columns: columns.map((column) => (column.why === 'alike' || column.why === 'none' ? { ...column, why: 'chosen', confidence: 1, like: null } : column)) };
}

/** How many columns wait for a word of the user, and how many are only carried along. */
export function standing({ columns }: Mapping): { readonly toConfirm: number; readonly kept: number } {
  return { toConfirm: columns.filter(({ why }) => why === 'alike').length, kept: columns.filter(({ field }) => field === null).length };
}

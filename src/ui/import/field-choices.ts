import { FACILITY_COLUMNS, type FacilityField } from '../../ingest/columns/facility-columns.ts';
import { unitNames } from '../../ingest/columns/units.ts';
import type { ColumnChoice, Mapping } from '../../ingest/mapping.ts';

/** The fields of a ledger as a person looks for them. */
export const FIELD_GROUPS = [
  ['identity', ['name', 'enterprise', 'creditCode', 'id']],
  ['boiler', ['capacityTph', 'count', 'kind', 'fuel', 'use', 'status', 'unitMW', 'stackM', 'hearthM']],
  [
    'place',
    ['county', 'divisionCode', 'park', 'lon', 'lat', 'lngLat', 'lonDeg', 'lonMin', 'lonSec', 'latDeg', 'latMin', 'latSec', 'locationAccuracyM'],
  ],
  [
    'state',
    ['cleanHeating', 'ultraLowEmission', 'monitored', 'dedicatedBiomass', 'bagFilter', 'outdated', 'fixedBedIntermittent', 'performanceGrade'],
  ],
  ['other', ['synthetic', 'note', 'source']],
] as const satisfies readonly (readonly [string, readonly FacilityField[]])[];

/** Units that bare numbers of a field can be in, the usual one first; none for what is no quantity. */
export function unitsOf(field: string | null): readonly string[] {
  const spec = FACILITY_COLUMNS.find((known) => known.field === field);
  return spec?.quantity === undefined ? [] : unitNames(spec.quantity);
}

/** The mapping with one column read as the user says. What was a guess about it is one no more. */
export function choose(mapping: Mapping, at: number, choice: Partial<Pick<ColumnChoice, 'field' | 'unit'>>): Mapping {
  return {
    columns: mapping.columns.map((column, k) => {
      if (k !== at) return column;
      const field = choice.field === undefined ? column.field : choice.field;
      const units = unitsOf(field);
      const unit = choice.unit ?? column.unit;
      return { ...column, field, unit: unit !== null && units.includes(unit) ? unit : (units[0] ?? null), why: 'chosen', confidence: 1, like: null };
    }),
  };
}

/** The mapping as the user sees and accepts it: guesses on show count as chosen, columns that nobody knows as kept. */
export function accepted(mapping: Mapping): Mapping {
  return { columns: mapping.columns.map((column) => (column.why === 'alike' || column.why === 'none' ? { ...column, why: 'chosen', confidence: 1, like: null } : column)) };
}

/** How many columns wait for a word of the user, and how many are only carried along. */
export function standing({ columns }: Mapping): { readonly toConfirm: number; readonly kept: number } {
  return { toConfirm: columns.filter(({ why }) => why === 'alike').length, kept: columns.filter(({ field }) => field === null).length };
}

import type { Facility } from '../domain/facility.ts';
import { FACILITY_KINDS, FUELS, GRADES, STATUSES, USES } from '../domain/facility.ts';
import type { HeatSource } from '../domain/heat-source.ts';
import { HEAT_SOURCE_KINDS } from '../domain/heat-source.ts';
import { INDUSTRIES } from '../domain/industry.ts';
import type { LngLat } from '../domain/place.ts';
import type { FlagField, NumberField, WordField } from '../policy/condition.ts';
import { FLAG_FIELDS, NUMBER_FIELDS, WORD_FIELDS } from '../policy/condition.ts';

/** A yes/no fact in one byte; a fresh column is all unknown. */
export const FLAG_UNKNOWN = 0;
export const FLAG_FALSE = 1;
export const FLAG_TRUE = 2;

/**
 * Records turned on their side: one typed array per fact, so that a condition is a loop over one array. Unknown is NaN
 * for a number, 0 for a word, a flag or a division; a field that the record kind does not have is unknown throughout.
 */
export interface Columns {
  readonly count: number;
  readonly numbers: Readonly<Record<NumberField, Float64Array>>;
  /** 0, or one more than the word's place in `vocabulary[field]`. */
  readonly words: Readonly<Record<WordField, Uint8Array>>;
  readonly vocabulary: Readonly<Record<WordField, readonly string[]>>;
  readonly flags: Readonly<Record<FlagField, Uint8Array>>;
  /** Degrees, WGS84; both NaN without a location. */
  readonly lng: Float64Array;
  readonly lat: Float64Array;
  readonly accuracyM: Float64Array;
  /** 1 where the accuracy is the default, not the record's own. */
  readonly accuracyAssumed: Uint8Array;
  /** GB/T 2260 as a number. */
  readonly divisionCode: Int32Array;
}

const COMMON_WORDS = { fuel: FUELS, use: USES, status: STATUSES, performanceGrade: GRADES, industry: INDUSTRIES } as const;

/** What both kinds of record have, wherever they keep it. */
type Row = Readonly<Partial<Record<NumberField, number | null> & Record<WordField, string | null> & Record<FlagField, boolean | null>>> & {
  readonly lngLat: LngLat | null;
  readonly locationAccuracyM: number | null;
  readonly divisionCode: string | null;
};

export function facilityColumns(facilities: readonly Facility[], defaultAccuracyM: number): Columns {
  return columns(facilities, { ...COMMON_WORDS, kind: FACILITY_KINDS }, defaultAccuracyM);
}

export function heatSourceColumns(sources: readonly HeatSource[], defaultAccuracyM: number): Columns {
  return columns(sources, { ...COMMON_WORDS, kind: HEAT_SOURCE_KINDS }, defaultAccuracyM);
}

function columns(rows: readonly Row[], vocabulary: Columns['vocabulary'], defaultAccuracyM: number): Columns {
  const count = rows.length;
  const built: Columns = {
    count,
    numbers: record(NUMBER_FIELDS, (field) => Float64Array.from(rows, (row) => row[field] ?? NaN)),
    words: record(WORD_FIELDS, (field) => Uint8Array.from(rows, (row) => vocabulary[field].indexOf(row[field] ?? '') + 1)),
    vocabulary,
    flags: record(FLAG_FIELDS, (field) => Uint8Array.from(rows, (row) => flagByte(row[field] ?? null))),
    lng: Float64Array.from(rows, (row) => row.lngLat?.[0] ?? NaN),
    lat: Float64Array.from(rows, (row) => row.lngLat?.[1] ?? NaN),
    accuracyM: Float64Array.from(rows, (row) => row.locationAccuracyM ?? defaultAccuracyM),
    accuracyAssumed: Uint8Array.from(rows, (row) => (row.locationAccuracyM === null ? 1 : 0)),
    divisionCode: Int32Array.from(rows, (row) => Number.parseInt(row.divisionCode ?? '0', 10) || 0),
  };
  return built;
}

function flagByte(value: boolean | null): number {
  return value === null ? FLAG_UNKNOWN : value ? FLAG_TRUE : FLAG_FALSE;
}

function record<Key extends string, Value>(keys: readonly Key[], make: (key: Key) => Value): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, make(key)])) as Record<Key, Value>;
}

export function hasLocation(columns: Columns, index: number): boolean {
  return !Number.isNaN(columns.lng[index]);
}

import type { Steps } from '../base/steps.ts';
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

export function facilityColumns(facilities: readonly Facility[], defaultAccuracyM: number): Steps<Columns> {
  return columns(facilities, { ...COMMON_WORDS, kind: FACILITY_KINDS }, defaultAccuracyM);
}

export function heatSourceColumns(sources: readonly HeatSource[], defaultAccuracyM: number): Steps<Columns> {
  return columns(sources, { ...COMMON_WORDS, kind: HEAT_SOURCE_KINDS }, defaultAccuracyM);
}

/** Rows turned on their side together: few enough to stay in the processor's cache from column to column. */
const BLOCK = 4096;

function* columns(rows: readonly Row[], vocabulary: Columns['vocabulary'], defaultAccuracyM: number): Steps<Columns> {
  const fillers: ((from: number, to: number) => void)[] = [];
  const column = <Column extends Float64Array | Int32Array | Uint8Array>(values: Column, valueOf: (row: Row) => number): Column => {
    // Plain loops: `from` with a callback walks an iterator, several times slower.
    fillers.push((from, to) => {
      for (let i = from; i < to; i++) values[i] = valueOf(rows[i] as Row);
    });
    return values;
  };
  const numbers = () => new Float64Array(rows.length);
  const bytes = () => new Uint8Array(rows.length);
  const filled: Columns = {
    count: rows.length,
    numbers: record(NUMBER_FIELDS, (field) => column(numbers(), (row) => row[field] ?? NaN)),
    words: record(WORD_FIELDS, (field) => {
      const codes = new Map(vocabulary[field].map((word, code) => [word, code + 1]));
      return column(bytes(), (row) => {
        const word = row[field] ?? null;
        return word === null ? 0 : (codes.get(word) ?? 0);
      });
    }),
    vocabulary,
    flags: record(FLAG_FIELDS, (field) => column(bytes(), (row) => flagByte(row[field] ?? null))),
    lng: column(numbers(), (row) => row.lngLat?.[0] ?? NaN),
    lat: column(numbers(), (row) => row.lngLat?.[1] ?? NaN),
    accuracyM: column(numbers(), (row) => row.locationAccuracyM ?? defaultAccuracyM),
    accuracyAssumed: column(bytes(), (row) => (row.locationAccuracyM === null ? 1 : 0)),
    divisionCode: column(new Int32Array(rows.length), divisionNumbers()),
  };
  for (let from = 0; from < rows.length; from += BLOCK) {
    const to = Math.min(from + BLOCK, rows.length);
    for (const fillBlock of fillers) fillBlock(from, to);
    yield to / rows.length;
  }
  return filled;
}

/** GB/T 2260 codes as numbers, 0 for none; the same few texts come again and again. */
function divisionNumbers(): (row: Row) => number {
  const known = new Map<string, number>();
  return ({ divisionCode }) => {
    if (divisionCode === null) return 0;
    let number = known.get(divisionCode);
    if (number === undefined) known.set(divisionCode, (number = Number.parseInt(divisionCode, 10) || 0));
    return number;
  };
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

import type { ZoneKind } from '../domain/zone.ts';

/** Facts of a facility (or of a heat source) that a condition may ask for, by what kind of answer they give. */
export const NUMBER_FIELDS = ['capacityTph', 'unitMW', 'plantMW', 'stackM', 'hearthM'] as const;
export type NumberField = (typeof NUMBER_FIELDS)[number];

export const WORD_FIELDS = ['kind', 'fuel', 'use', 'status', 'performanceGrade', 'industry'] as const;
export type WordField = (typeof WORD_FIELDS)[number];

export const FLAG_FIELDS = [
  'cleanHeating',
  'ultraLowEmission',
  'monitored',
  'dedicatedBiomass',
  'bagFilter',
  'outdated',
  'fixedBedIntermittent',
  'large',
  'listedForExit',
] as const;
export type FlagField = (typeof FLAG_FIELDS)[number];

/** `lt` 以下(不含), `lte` 及以下, `gt` 以上(不含), `gte` 及以上, `eq` exactly. */
export type Comparison = 'lt' | 'lte' | 'gt' | 'gte' | 'eq';

/**
 * What an article says, over a closed set of predicates. Each is one object with one leading key, so that a person can
 * read a rule file aloud and a parser can name the exact spot that is wrong.
 */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  /** A number of the record against a limit in the field's own unit. */
  | { readonly number: NumberField; readonly op: Comparison; readonly limit: number }
  /** A word of the record is one of these. */
  | { readonly word: WordField; readonly in: readonly string[] }
  /** A yes/no fact of the record. */
  | { readonly flag: FlagField; readonly is: boolean }
  /** The place lies in one of these divisions (GB/T 2260), by the record's code, else by its position. */
  | { readonly inDivision: readonly string[] }
  /** The position lies in a zone of one of these kinds; `class` narrows 禁燃区. `minus` takes other zones out. */
  | { readonly inZone: readonly ZoneKind[]; readonly class?: 1 | 2 | 3; readonly minus?: readonly ZoneKind[] }
  /** The position lies within the radius of an eligible source of this set; `byOthers` leaves out the owner's own. */
  | { readonly withinReach: string; readonly byOthers?: true }
  /** The facility lies in one of these parks (by the record's word, else by position, never surely). */
  | { readonly inPark: readonly string[] }
  /** The enterprise stands on this list of the pack. */
  | { readonly onList: string }
  /** The facility belongs to an eligible source of this set. */
  | { readonly ownUnit: string }
  /** Another demand in force on the facility is past its own day and not done; judged after the rules without this test. */
  | { readonly overdue: true }
  /** The text can be read in several ways: the chosen option of the reading decides. */
  | { readonly reading: string; readonly options: Readonly<Record<string, Condition>> }
  /** The text does not say: always `review`, with the reading or the reason that explains it. */
  | { readonly undecided: string }
  /** Everywhere, everyone. */
  | { readonly always: true };

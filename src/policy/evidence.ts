import type { TruthWord } from '../base/truth.ts';
import type { IsoDay } from '../domain/place.ts';
import type { Bilingual } from './rule.ts';
import type { Comparison, FlagField, NumberField, WordField } from './condition.ts';

interface Common {
  readonly truth: TruthWord;
  /** Facts that are missing, as field names: `capacityTph`, `lngLat`, `zone.class`, `heatSource.kind`. */
  readonly missing: readonly string[];
}

/** A measurement against a boundary. `marginM` is positive on the side that satisfies the test: how far from flipping. */
interface Spatial extends Common {
  readonly marginM: number | null;
  /** Its own and the other thing's accuracy together, m; a smaller margin than this is `review`. */
  readonly accuracyM: number | null;
  /** True when part of the accuracy is the table's default. */
  readonly accuracyAssumed: boolean;
}

/** One test of a rule, with what was found: enough to print the sentence "25 t/h ≤ 35 t/h" or "12.345 km ≤ 30 km". */
export type Evidence =
  | (Common & { readonly test: 'number'; readonly field: NumberField; readonly op: Comparison; readonly limit: number; readonly value: number | null })
  | (Common & { readonly test: 'word'; readonly field: WordField; readonly accepts: readonly string[]; readonly value: string | null })
  | (Common & { readonly test: 'flag'; readonly field: FlagField; readonly expects: boolean; readonly value: boolean | null })
  | (Spatial & { readonly test: 'division'; readonly codes: readonly string[]; readonly found: string | null; readonly by: 'code' | 'position' | null })
  | (Spatial & {
      readonly test: 'zone';
      readonly kinds: readonly string[];
      readonly class: 1 | 2 | 3 | null;
      /** The zone that decides: the one that contains it, else the nearest of the kind; `null` when none is loaded. */
      readonly zone: string | null;
      readonly zoneName: string | null;
      /** The zone that decides could not be read: whether the position lies in it is open. */
      readonly skipped: boolean;
    })
  | (Spatial & {
      readonly test: 'reach';
      readonly set: string;
      readonly radiusM: number;
      readonly source: string | null;
      readonly sourceName: string | null;
      readonly distanceM: number | null;
      readonly eligible: TruthWord | null;
    })
  | (Spatial & { readonly test: 'park'; readonly parks: readonly string[]; readonly park: string | null; readonly by: 'record' | 'position' | null })
  | (Common & { readonly test: 'list'; readonly list: string; readonly entry: string | null })
  | (Common & { readonly test: 'ownUnit'; readonly source: string | null })
  /** The demand that is late, or may be: its rule and document, and the day that has passed; `null` when none is. */
  | (Common & { readonly test: 'overdue'; readonly rule: string | null; readonly document: Bilingual | null; readonly article: string | null; readonly day: IsoDay | null })
  | (Common & { readonly test: 'undecided'; readonly reason: string; readonly question: Bilingual | null });

import type { IsoDay } from '../domain/place.ts';
import type { Duty } from '../policy/duty.ts';
import type { Rule, RulePack } from '../policy/rule.ts';

/** What a rule says of a facility. `unbound`: the facility's place is surely outside the rule's jurisdiction. */
export const OUTCOMES = ['unbound', 'outside', 'exempt', 'unknown', 'review', 'applies'] as const;
export type Outcome = (typeof OUTCOMES)[number];
export const OUTCOME_INDEX = Object.fromEntries(OUTCOMES.map((outcome, index) => [outcome, index])) as Readonly<Record<Outcome, number>>;

/** `certain`: no stronger duty is possible; otherwise why a stronger one is. */
export const CERTAINTIES = ['certain', 'review', 'unknown'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** A rule in force on the day, with the pack it comes from. */
export interface BoundRule {
  readonly rule: Rule;
  readonly pack: RulePack;
}

/** Lists of variable length per facility, end to end: those of facility i are at `offsets[i] .. offsets[i + 1]`. */
export interface Lists {
  readonly offsets: Uint32Array;
  readonly items: Uint32Array;
}

/**
 * The engine's answer: typed columns over the facilities of the scene, in the scene's order. Evidence is not stored;
 * `explain` works it out again for one facility by the same code.
 */
export interface Assessment {
  readonly asOf: IsoDay;
  readonly count: number;
  readonly rules: readonly BoundRule[];
  /** Index into `OUTCOMES`, at `rule * count + facility`. */
  readonly outcomes: Uint8Array;
  /** Index into `DUTIES`: the strongest that surely applies. */
  readonly duty: Uint8Array;
  /** Index into `DUTIES`: the strongest that may apply; equal to `duty` when nothing stronger is possible. */
  readonly possibleDuty: Uint8Array;
  /** Index into `CERTAINTIES`. */
  readonly certainty: Uint8Array;
  /** Index into `rules` of the rule whose deadline counts, or -1 when no document states one. */
  readonly deadlineRule: Int16Array;
  /** 1 when the deadline has passed and the ledger does not show the facility as closed. */
  readonly overdue: Uint8Array;
  /** GB/T 2260 code, as a number, of the smallest division where the facility surely lies; 0 when unknown. */
  readonly division: Int32Array;
  /** Zones of the scene that contain the facility (boundary included), by index. */
  readonly zones: Lists;
  /** Nearest heat source that surely is eligible, index or -1. */
  readonly nearestEligible: Int32Array;
  /** How far that is, m (NaN where there is none): within a tenth of a millimetre, and printed to the metre as the geodesic would be. */
  readonly nearestEligibleDistanceM: Float64Array;
  /**
   * The smallest distance from flipping among the findings that make the verdict, m, sign kept; NaN when none of them is a
   * measurement. For printing: to 0.1 m it is what `explain` gives, below 10 m it is exact to a tenth of a millimetre.
   */
  readonly marginM: Float64Array;
  /** What leaves a stronger duty open, as an index into `missingSets`; 0 is nothing. */
  readonly missing: Uint16Array;
  readonly missingSets: readonly (readonly string[])[];
  /** Per heat source, as a `TruthWord` index: does it count for any reach rule in force? */
  readonly sourceEligible: Uint8Array;
}

/** What a facility must do, in words of the policies. */
export interface Verdict {
  readonly duty: Duty;
  readonly possibleDuty: Duty;
  readonly certainty: Certainty;
  readonly deadline: IsoDay | null;
  readonly deadlineOrigin: 'stated' | 'inherited' | 'none';
  readonly overdue: boolean;
}

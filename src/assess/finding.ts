import type { Evidence } from '../policy/evidence.ts';
import type { Outcome } from './assessment.ts';

/** What one rule says of one facility, with all that was looked at. */
export interface Finding {
  readonly rule: string;
  readonly pack: string;
  readonly article: string;
  readonly outcome: Outcome;
  /** Margin of the test that decides, m; `null` when it is not a measurement. */
  readonly marginM: number | null;
  /** Facts without which the rule cannot be decided. */
  readonly missing: readonly string[];
  /** The tests that carry the outcome come first: for `outside`, the first that fails. */
  readonly evidence: readonly Evidence[];
  /** The same, each with what it speaks for: the demand itself, an exemption, the hold, or the jurisdiction. */
  readonly grounds: readonly Ground[];
  /** For `exempt`: the clause or the hold that takes the facility out. */
  readonly clause: { readonly article: string; readonly zh: string; readonly en: string } | null;
  /** The rule that holds this one back, or may. */
  readonly heldBy: { readonly pack: string; readonly rule: string } | null;
}

export interface Ground {
  readonly for: 'hold' | 'exemption' | 'place' | 'demand';
  readonly evidence: Evidence;
}

import type { TruthWord } from '../base/truth.ts';
import type { Evidence } from '../policy/evidence.ts';
import type { RulePack, SourceRequirement, SourceSet } from '../policy/rule.ts';

/** What the documents ask of one heat source that shall count for a radius, with every answer. */
export interface SourceHearing {
  readonly sets: readonly SetHearing[];
  readonly demands: readonly DemandHearing[];
}

/** What one document asks of the sources of a radius. */
export interface SetHearing {
  readonly pack: RulePack;
  readonly set: SourceSet;
  /** Does the source count, the demands of other documents included? */
  readonly truth: TruthWord;
  readonly test: SourceTest;
}

/** A further demand that a document adds for the sources of its own place. */
export interface DemandHearing {
  readonly pack: RulePack;
  readonly requirement: SourceRequirement;
  /** Does it bind this source? */
  readonly binds: TruthWord;
  readonly test: SourceTest;
}

/** A condition on a heat source with its answer, and the answers below it: nothing is left out, unlike in a finding. */
export type SourceTest =
  | { readonly op: 'all' | 'any' | 'not'; readonly truth: TruthWord; readonly parts: readonly SourceTest[] }
  | { readonly op: 'leaf'; readonly truth: TruthWord; readonly evidence: Evidence };

/** The facts whose absence leaves a test open, each once. */
export function missingIn(test: SourceTest): readonly string[] {
  if (test.truth !== 'unknown') return [];
  return test.op === 'leaf' ? test.evidence.missing : [...new Set(test.parts.flatMap(missingIn))];
}

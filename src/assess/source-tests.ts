import type { TruthWord } from '../base/truth.ts';
import { and, not, or, truthWord, YES } from '../base/truth.ts';
import type { Truth } from '../base/truth.ts';
import type { Evidence } from '../policy/evidence.ts';
import type { RulePack, SourceRequirement, SourceSet } from '../policy/rule.ts';
import { compile } from './compile.ts';
import type { Frame } from './frame.ts';
import { sourceFrame } from './frame.ts';
import { jurisdictionTest } from './jurisdiction.ts';
import type { Judged } from './judge.ts';
import { judge } from './judge.ts';
import type { RuleBook } from './rule-book.ts';
import type { Scene } from './scene.ts';

/** A condition on a heat source with its answer, and the answers below it: nothing is left out, unlike in a finding. */
export type SourceTest =
  | { readonly op: 'all' | 'any' | 'not'; readonly truth: TruthWord; readonly parts: readonly SourceTest[] }
  | { readonly op: 'leaf'; readonly truth: TruthWord; readonly evidence: Evidence };

/** What one document asks of a source that shall count for its radius. */
export interface SourceHearing {
  readonly pack: RulePack;
  readonly set: SourceSet;
  /** Does the source count, the demands of other documents included? */
  readonly truth: TruthWord;
  readonly test: SourceTest;
  /** Further demands that the source's own place adds, with where they are written. */
  readonly demands: readonly { readonly pack: RulePack; readonly requirement: SourceRequirement; readonly binds: TruthWord; readonly test: SourceTest }[];
}

/** Every condition of every document on heat source number `source` of the scene, with yes, no or what is missing. */
export function hearSource(scene: Scene, book: RuleBook, source: number): readonly SourceHearing[] {
  const frame = sourceFrame(scene, book);
  const at = (judged: Judged): Truth => judged.truths[source] as Truth;
  const demands = book.requirements.map(({ requirement, pack, appliesTo, require }) => {
    const binds = judge(compile({ all: [jurisdictionTest(pack.jurisdiction), appliesTo] }, pack), frame);
    return { pack, requirement, binds, met: judge(compile(require, pack), frame) };
  });
  const demanded = demands.reduce<Truth>((so, { binds, met }) => and(so, or(not(at(binds)), at(met))), YES);
  return [...book.sourceSets.values()].map(({ set, pack, eligible }) => {
    const own = judge(compile(eligible, pack), frame);
    return {
      pack,
      set,
      truth: truthWord(and(at(own), demanded)),
      test: testOf(own, frame, source),
      demands: demands.map(({ pack: of, requirement, binds, met }) => ({ pack: of, requirement, binds: truthWord(at(binds)), test: testOf(met, frame, source) })),
    };
  });
}

function testOf(judged: Judged, frame: Frame, row: number): SourceTest {
  const truth = judged.truths[row] as Truth;
  const { test, parts } = judged;
  if (test.op === 'leaf') return { op: 'leaf', truth: truthWord(truth), evidence: test.predicate.evidence(frame, row, truth) };
  return { op: test.op, truth: truthWord(truth), parts: parts.map((part) => testOf(part, frame, row)) };
}

/** The facts whose absence leaves a test open, each once. */
export function missingIn(test: SourceTest): readonly string[] {
  if (test.truth !== 'unknown') return [];
  return test.op === 'leaf' ? test.evidence.missing : [...new Set(test.parts.flatMap(missingIn))];
}

import type { Truth } from '../base/truth.ts';
import { and, NO, not, or, truthWord, YES } from '../base/truth.ts';
import { compile } from './compile.ts';
import type { Frame, SourceEligibility } from './frame.ts';
import { sourceFrame } from './frame.ts';
import type { Judged } from './judge.ts';
import { carryingEvidence, judge } from './judge.ts';
import { jurisdictionTest } from './jurisdiction.ts';
import type { RuleBook } from './rule-book.ts';
import type { Scene } from './scene.ts';
import type { SourceTest } from './source-hearing.ts';

/**
 * Holds every heat source against the conditions of every source set, and against the requirements that the source's own
 * city adds (such as a performance grade of B or better).
 */
export function sourceEligibility(scene: Scene, book: RuleBook): SourceEligibility {
  const frame = sourceFrame(scene, book);
  const demands = book.requirements.map(({ pack, requirement, appliesTo, require }) => {
    const bound = judge(compile({ all: [jurisdictionTest(pack.jurisdiction), appliesTo] }, pack), frame);
    const met = judge(compile(require, pack), frame);
    return { pack, requirement, bound, met, truths: bound.truths.map((truth, s) => or(not(truth as Truth), met.truths[s] as Truth)) };
  });

  const judged = new Map(
    [...book.sourceSets].map(([key, { set, eligible, pack }]) => {
      const own = judge(compile(eligible, pack), frame);
      const truths = demands.reduce((so, demand) => so.map((truth, s) => and(truth as Truth, demand.truths[s] as Truth)), own.truths);
      return [key, { pack, set, own, truths }] as const;
    }),
  );
  const bySet = new Map([...judged].map(([key, { truths }]) => [key, truths]));
  const none = new Uint8Array(scene.sources.count).fill(NO);
  return {
    bySet,
    any: [...bySet.values()].reduce((any, truths) => any.map((truth, s) => or(truth as Truth, truths[s] as Truth)), none),
    why: (set, source) => {
      const own = judged.get(set)?.own;
      const failing = demands.filter(({ truths }) => truths[source] !== YES).flatMap(({ bound, met }) => (bound.truths[source] === YES ? [met] : [met, bound]));
      return [...(own === undefined ? [] : [own]), ...failing].flatMap((part) => carryingEvidence(part, frame, source));
    },
    hear: (source) => ({
      sets: [...judged.values()].map(({ pack, set, own, truths }) => ({ pack, set, truth: wordAt(truths, source), test: testOf(own, frame, source) })),
      demands: demands.map(({ pack, requirement, bound, met }) => ({ pack, requirement, binds: wordAt(bound.truths, source), test: testOf(met, frame, source) })),
    }),
  };
}

function testOf({ test, truths, parts }: Judged, frame: Frame, source: number): SourceTest {
  const truth = wordAt(truths, source);
  if (test.op === 'leaf') return { op: 'leaf', truth, evidence: test.predicate.evidence(frame, source, truths[source] as Truth) };
  return { op: test.op, truth, parts: parts.map((part) => testOf(part, frame, source)) };
}

function wordAt(truths: Uint8Array, source: number) {
  return truthWord(truths[source] as Truth);
}

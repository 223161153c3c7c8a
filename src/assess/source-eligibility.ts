import type { Truth } from '../base/truth.ts';
import { and, NO, not, or, YES } from '../base/truth.ts';
import { jurisdictionTest } from './jurisdiction.ts';
import { carryingEvidence, judge } from './judge.ts';
import { compile } from './compile.ts';
import type { SourceEligibility } from './frame.ts';
import { sourceFrame } from './frame.ts';
import type { RuleBook } from './rule-book.ts';
import type { Scene } from './scene.ts';
import { everyCheck } from './source-checks.ts';

/**
 * Holds every heat source against the conditions of every source set, and against the requirements that the source's own
 * city adds (such as a performance grade of B or better).
 */
export function sourceEligibility(scene: Scene, book: RuleBook): SourceEligibility {
  const frame = sourceFrame(scene, book);
  const demands = book.requirements.map(({ pack, requirement, appliesTo, require }) => {
    const bound = judge(compile({ all: [jurisdictionTest(pack.jurisdiction), appliesTo] }, pack), frame);
    const met = judge(compile(require, pack), frame);
    const from = { pack: pack.id, id: requirement.id, article: requirement.article, kind: 'requirement' } as const;
    return { bound, met, from, truths: bound.truths.map((truth, s) => or(not(truth as Truth), met.truths[s] as Truth)) };
  });

  const judged = new Map(
    [...book.sourceSets].map(([key, { set, eligible, pack }]) => {
      const own = judge(compile(eligible, pack), frame);
      const truths = demands.reduce((so, demand) => so.map((truth, s) => and(truth as Truth, demand.truths[s] as Truth)), own.truths);
      return [key, { own, truths, from: { pack: pack.id, id: set.id, article: set.article, kind: 'set' } as const }] as const;
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
    checks: (source) => [
      ...[...judged.values()].flatMap(({ own, from }) => everyCheck(own, frame, source, from)),
      ...demands.filter(({ bound }) => bound.truths[source] !== NO).flatMap(({ met, from }) => everyCheck(met, frame, source, from)),
    ],
  };
}

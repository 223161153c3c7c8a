import type { SourceHearing, SourceTest } from '../assess/source-hearing.ts';
import type { TruthWord } from '../base/truth.ts';
import type { Evidence } from '../policy/evidence.ts';

/** One condition on a heat source, held against one source. */
export interface SourceCondition {
  /** The source set, or the requirement of the source's own city, that sets the condition. */
  readonly from: { readonly pack: string; readonly id: string; readonly article: string; readonly kind: 'set' | 'requirement' };
  /** Counted from 1 where the text gives several ways to qualify, of which one is enough; else `null`. */
  readonly alternative: number | null;
  /** Towards counting: an inverted test is inverted here. */
  readonly outcome: TruthWord;
  readonly evidence: Evidence;
}

/** What a hearing looked at, one condition a record; demands that do not bind the source are left out. */
export function sourceConditions({ sets, demands }: SourceHearing): readonly SourceCondition[] {
  const binding = demands.filter(({ binds }) => binds !== 'no');
  return [
    ...sets.flatMap(({ pack, set, test }) => conditionsIn(test, { pack: pack.id, id: set.id, article: set.article, kind: 'set' })),
    ...binding.flatMap(({ pack, requirement, test }) => conditionsIn(test, { pack: pack.id, id: requirement.id, article: requirement.article, kind: 'requirement' })),
  ];
}

function conditionsIn(test: SourceTest, from: SourceCondition['from'], inverted = false, alternative: number | null = null): readonly SourceCondition[] {
  if (test.op === 'leaf') return [{ from, alternative, outcome: inverted ? INVERSE[test.truth] : test.truth, evidence: test.evidence }];
  const ways = test.op === 'any' && test.parts.length > 1 && alternative === null && !inverted;
  return test.parts.flatMap((part, way) => conditionsIn(part, from, inverted !== (test.op === 'not'), ways ? way + 1 : alternative));
}

const INVERSE = { no: 'yes', unknown: 'unknown', review: 'review', yes: 'no' } as const;

import type { Bilingual } from '../../policy/rule.ts';
import type { Lists } from '../../assess/assessment.ts';
import { openCourt } from '../../assess/court.ts';
import { sceneOf } from '../../assess/scene-of.ts';
import type { SourceHearing, SourceTest } from '../../assess/source-hearing.ts';
import { missingIn } from '../../assess/source-hearing.ts';
import { reachLists } from '../../assess/surroundings.ts';
import type { Truth, TruthWord } from '../../base/truth.ts';
import { truthWord } from '../../base/truth.ts';
import type { Answer } from '../session.ts';
import { bookOf } from './findings.ts';

/** Every eligibility condition on a heat source, document by document. Brings the engine along, as the evidence does. */
export function hearingOf(answer: Answer, source: number): SourceHearing {
  return openCourt(sceneOf(answer.question.city.project), bookOf(answer.question)).eligibility.hear(source);
}

/** Does the source count for any radius in force? */
export function countsOf({ assessment }: Answer, source: number): TruthWord {
  return truthWord((assessment.sourceEligible[source] ?? 0) as Truth);
}

/** The facts, as names of fields, with which it could be told whether the source counts; none when that is told. */
export function lackingOf(answer: Answer, source: number): readonly string[] {
  const { sets, demands } = hearingOf(answer, source);
  const open = sets.filter(({ truth }) => truth === 'unknown');
  const binding = open.length === 0 ? [] : demands.filter(({ binds }) => binds !== 'no');
  return [...new Set([...open, ...binding].flatMap(({ test }) => missingIn(test)))];
}

/** The ambiguities of the texts that leave open whether the source counts, each question once. */
export function doubtsOf(answer: Answer, source: number): readonly Bilingual[] {
  const open = hearingOf(answer, source).sets.filter(({ truth }) => truth === 'review' || truth === 'unknown');
  const questions = open.flatMap(({ test }) => doubtsIn(test));
  return questions.filter(({ zh }, at) => questions.findIndex((other) => other.zh === zh) === at);
}

function doubtsIn(test: SourceTest): readonly Bilingual[] {
  if (test.truth !== 'review') return test.op === 'leaf' || test.truth !== 'unknown' ? [] : test.parts.flatMap(doubtsIn);
  if (test.op !== 'leaf') return test.parts.flatMap(doubtsIn);
  return test.evidence.test === 'undecided' && test.evidence.question !== null ? [test.evidence.question] : [];
}

/** The facilities that have the number among theirs: sources within whose reach, or zones in which, they lie. */
function facilitiesWith({ offsets, items }: Lists, wanted: number): readonly number[] {
  const found: number[] = [];
  for (let facility = 0; facility + 1 < offsets.length; facility += 1) {
    const own = items.subarray(offsets[facility], offsets[facility + 1]);
    if (own.includes(wanted)) found.push(facility);
  }
  return found;
}

const reached = new WeakMap<Answer, Lists>();

export function facilitiesWithin(answer: Answer, source: number): readonly number[] {
  const lists = reached.get(answer) ?? reachLists(sceneOf(answer.question.city.project), bookOf(answer.question));
  reached.set(answer, lists);
  return facilitiesWith(lists, source);
}

export function facilitiesInside({ assessment }: Answer, zone: number): readonly number[] {
  return facilitiesWith(assessment.zones, zone);
}

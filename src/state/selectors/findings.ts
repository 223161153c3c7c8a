import { explain } from '../../assess/explain.ts';
import type { Finding } from '../../assess/finding.ts';
import { openRuleBook } from '../../assess/rule-book.ts';
import { buildScene } from '../../assess/scene.ts';
import type { Project } from '../../domain/project.ts';
import type { Duty } from '../../policy/duty.ts';
import { memoiseLast } from '../memoise.ts';
import type { Answer, Question } from '../session.ts';
import type { LedgerRow } from './ledger.ts';

/*
 * Evidence is worked out for one facility at a time, when somebody looks. This file brings the engine's code with it:
 * what the page needs for its first paint must not import it.
 */

const scenes = new WeakMap<Project, ReturnType<typeof buildScene>>();
const cache = new WeakMap<Answer, Map<number, readonly Finding[]>>();
const bookOf = memoiseLast(({ packs, asOf, choices }: Question) => openRuleBook(packs, asOf, choices));

/** What every rule of the answer's day says of a facility, with the evidence. */
export function findingsOf(answer: Answer, index: number): readonly Finding[] {
  const known = cache.get(answer) ?? new Map<number, readonly Finding[]>();
  cache.set(answer, known);
  let findings = known.get(index);
  if (findings === undefined) known.set(index, (findings = explain(sceneOf(answer.question.city.project), bookOf(answer.question), index)));
  return findings;
}

function sceneOf(project: Project): ReturnType<typeof buildScene> {
  const scene = scenes.get(project) ?? buildScene(project);
  scenes.set(project, scene);
  return scene;
}

/** How far the measurement behind the row's verdict is from flipping, m; `null` when no measurement is behind it. */
export function marginOf(answer: Answer, { index, rule }: LedgerRow): number | null {
  return findingsOf(answer, index).find((finding) => finding.rule === rule?.rule.id && finding.pack === rule.pack.id)?.marginM ?? null;
}

/** What leaves a stronger duty open: the facts that are missing, and whether a judgement is asked for. */
export interface OpenQuestion {
  readonly missing: readonly string[];
  readonly review: boolean;
}

/** Why the stronger duty of this row is only possible. */
export function openQuestionOf(answer: Answer, { index, verdict }: LedgerRow): OpenQuestion {
  const open = openFindings(answer, index, verdict.possibleDuty);
  return {
    missing: [...new Set(open.flatMap(({ missing }) => missing))],
    review: open.some(({ outcome }) => outcome === 'review'),
  };
}

function openFindings(answer: Answer, index: number, duty: Duty): Finding[] {
  const carrying = new Set(answer.assessment.rules.filter(({ rule }) => rule.duty === duty).map(({ rule, pack }) => `${pack.id}/${rule.id}`));
  return findingsOf(answer, index).filter(
    ({ outcome, pack, rule }) => (outcome === 'review' || outcome === 'unknown') && carrying.has(`${pack}/${rule}`),
  );
}

/** Over many rows: which facts are missing most, the commonest first, and in how many rows a judgement is asked for. */
export function openQuestions(answer: Answer, rows: readonly LedgerRow[]): { readonly fields: readonly string[]; readonly reviews: number } {
  const counts = new Map<string, number>();
  let reviews = 0;
  for (const row of rows) {
    const { missing, review } = openQuestionOf(answer, row);
    for (const field of missing) counts.set(field, (counts.get(field) ?? 0) + 1);
    if (review) reviews += 1;
  }
  return { fields: [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([field]) => field), reviews };
}

import type { Comparison, World } from '../assess/compare.ts';
import { compareAnswers, needsAnswer, stepsBetween } from '../assess/compare.ts';
import type { Assessment } from '../assess/assessment.ts';
import type { Project } from '../domain/project.ts';
import type { EngineDoor } from './drive-engine.ts';

/** A comparison with the data as either side would have it. */
export interface ComparedProjects {
  readonly comparison: Comparison;
  readonly before: Project;
  readonly after: Project;
}

/**
 * Compares off the page's thread, one run after another.
 *
 * @param onStep told before each run which it is, from 1, of how many.
 */
export async function runComparison(
  [before, after]: readonly [World, World],
  { run }: Pick<EngineDoor, 'run'>,
  called: (name: string) => string,
  onStep: (run: number, all: number) => void,
): Promise<ComparedProjects | 'superseded'> {
  const steps = stepsBetween(before, after, called);
  const asked = steps.filter(needsAnswer);
  const answers: Assessment[] = [];
  for (const [i, { project, world: { packs, asOf, choices } }] of asked.entries()) {
    onStep(i + 1, asked.length);
    const answer = await run({ key: '', city: { project, packs }, packs, asOf, choices }, () => undefined);
    if (answer === 'superseded') return answer;
    answers.push(answer);
  }
  const [first, last] = [steps[0], steps.at(-1)];
  if (first === undefined || last === undefined) throw new Error('runComparison: got no step, expected at least the first world');
  return { comparison: compareAnswers(steps, answers), before: first.project, after: last.project };
}

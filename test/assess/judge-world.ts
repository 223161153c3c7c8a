import { assess } from '../../src/assess/assess.ts';
import { explain } from '../../src/assess/explain.ts';
import { openRuleBook } from '../../src/assess/rule-book.ts';
import { buildScene } from '../../src/assess/scene.ts';
import { verdictOf } from '../../src/assess/verdict.ts';
import type { Project } from '../../src/domain/project.ts';
import type { Choices } from '../../src/policy/conditions.ts';
import type { RulePack } from '../../src/policy/rule.ts';
import { project } from './tiny.ts';

/** The law of a day held against a small world, and what it says of the first facility. */
export function judge(world: Partial<Project>, packs: readonly RulePack[], asOf = '2024-06-01', choices: Choices = {}) {
  const scene = buildScene(project(world));
  const book = openRuleBook(packs, asOf, choices);
  const assessment = assess(scene, book);
  if (assessment === null) throw new Error('the run stopped');
  return { scene, book, assessment, findings: explain(scene, book, 0), verdict: verdictOf(assessment, 0) };
}

/** `rule outcome` of each finding on the first facility; what does not bind is absent. */
export function outcomes(...args: Parameters<typeof judge>): Readonly<Record<string, string>> {
  return Object.fromEntries(judge(...args).findings.map(({ rule, outcome }) => [rule, outcome]));
}

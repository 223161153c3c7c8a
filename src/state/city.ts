import type { Project } from '../domain/project.ts';
import type { RulePack } from '../policy/rule.ts';

/** The facts: what came from files. */
export interface City {
  readonly project: Project;
  readonly packs: readonly RulePack[];
}

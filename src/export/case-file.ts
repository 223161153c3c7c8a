import type { Facility } from '../domain/facility.ts';
import type { Project } from '../domain/project.ts';
import type { Assessment, Verdict } from '../assess/assessment.ts';
import { explainRange } from '../assess/explain.ts';
import type { Finding } from '../assess/finding.ts';
import { openRuleBook } from '../assess/rule-book.ts';
import type { RuleBook } from '../assess/rule-book.ts';
import { sceneOf } from '../assess/scene-of.ts';
import type { Scene } from '../assess/scene.ts';
import type { Surroundings } from '../assess/surroundings.ts';
import { surroundingsOf } from '../assess/surroundings.ts';
import { verdictOf } from '../assess/verdict.ts';
import { listOf } from '../assess/relations.ts';
import type { Choices } from '../policy/conditions.ts';
import type { RulePack } from '../policy/rule.ts';
import type { Lang } from '../text/lang.ts';

/** What an export is made from: the facts, the law, the answer, and the language to write it in. */
export interface ExportRequest {
  readonly project: Project;
  readonly packs: readonly RulePack[];
  readonly choices: Choices;
  readonly assessment: Assessment;
  readonly lang: Lang;
  /** Facilities to write, in this order. */
  readonly indices: readonly number[];
  /** Headers of the columns to keep (`keptColumns`) of a ledger of which `project` holds a part; found out where absent. */
  readonly kept?: readonly string[];
}

/** Everything known of one facility, in no language: each format writes it its own way. */
export interface CaseFile {
  readonly index: number;
  readonly facility: Facility;
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  /** Indices of the zones that contain it. */
  readonly zones: readonly number[];
  readonly surroundings: Surroundings;
}

/** Case files one by one, so that a long export never holds them all. */
export function* caseFiles(request: ExportRequest): Generator<CaseFile> {
  const { project, assessment, indices } = request;
  const { scene, book } = sceneAndBook(request);
  let window = { from: 0, to: 0, explain: explainRange(scene, book, 0, 0) };
  for (const [k, index] of indices.entries()) {
    if (index < window.from || index >= window.to) {
      const [from, to] = [index, windowEnd(indices, k, project.facilities.length)];
      window = { from, to, explain: explainRange(scene, book, from, to) };
    }
    const facility = project.facilities[index];
    if (facility === undefined) throw new Error(`caseFiles: got facility ${index}, expected less than ${project.facilities.length}`);
    yield {
      index,
      facility,
      verdict: verdictOf(assessment, index),
      findings: window.explain(index),
      zones: [...listOf(assessment.zones, index)],
      surroundings: surroundingsOf(scene, book, index),
    };
  }
}

/** Facilities explained together when they are asked for in the ledger's own order. */
const WINDOW = 512;

function windowEnd(indices: readonly number[], k: number, count: number): number {
  const [index, next] = [indices[k] as number, indices[k + 1] ?? -1];
  return next > index && next < index + WINDOW ? Math.min(index + WINDOW, count) : index + 1;
}

/** The scene and the law that the assessment was made from. */
export function sceneAndBook({ project, packs, choices, assessment }: Pick<ExportRequest, 'project' | 'packs' | 'choices' | 'assessment'>): { scene: Scene; book: RuleBook } {
  return { scene: sceneOf(project), book: openRuleBook(packs, assessment.asOf, choices) };
}

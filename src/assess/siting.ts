import type { Truth, TruthWord } from '../base/truth.ts';
import { truthWord } from '../base/truth.ts';
import type { Candidate } from '../domain/candidate.ts';
import type { IsoDay } from '../domain/place.ts';
import type { Project } from '../domain/project.ts';
import type { Choices } from '../policy/conditions.ts';
import type { Rule, RulePack, SitingRule } from '../policy/rule.ts';
import { assess } from './assess.ts';
import type { Verdict } from './assessment.ts';
import { explain } from './explain.ts';
import type { Finding } from './finding.ts';
import { listOf } from './relations.ts';
import { openRuleBook } from './rule-book.ts';
import { buildScene } from './scene.ts';
import { surroundingsOf } from './surroundings.ts';
import { verdictOf } from './verdict.ts';

/** A rule on what may be built, held against a candidate: `applies` means that it may not be built there. */
export interface SiteBan {
  readonly ban: SitingRule;
  readonly pack: RulePack;
  readonly finding: Finding;
}

export interface SiteAnswer {
  /** Every rule on siting in force that may bind the place, those that leave the candidate alone included. */
  readonly bans: readonly SiteBan[];
  /** What the law would say of it once it ran, "why not" included, as for any facility. */
  readonly findings: readonly Finding[];
  readonly verdict: Verdict;
  /** Indices of the project's zones that contain the point. */
  readonly zones: readonly number[];
  /** The project's heat sources in reach, nearest first. */
  readonly sources: readonly { readonly source: number; readonly distanceM: number; readonly eligible: TruthWord }[];
  /** GB/T 2260 of the smallest division where it surely lies. */
  readonly division: string | null;
}

/** What may be built at a point, and what would be demanded of it: the engine itself, on a ledger of this one facility. */
export function siteQuestion(project: Project, packs: readonly RulePack[], asOf: IsoDay, choices: Choices, candidate: Candidate): SiteAnswer {
  const scene = buildScene({ ...project, facilities: [candidate] });
  const book = openRuleBook(packs, asOf, choices);
  const assessment = assess(scene, book);
  if (assessment === null) throw new Error('siteQuestion: assess stopped although nobody asked it to');
  const code = assessment.division[0] ?? 0;
  return {
    bans: explain(scene, openRuleBook(packs.map(sitingAsRules), asOf, choices), 0).map((finding) => ({ ...banOf(packs, finding), finding })),
    findings: explain(scene, book, 0),
    verdict: verdictOf(assessment, 0),
    zones: [...listOf(assessment.zones, 0)],
    sources: surroundingsOf(scene, book, 0)
      .reach.map(({ source, distanceM }) => ({ source, distanceM, eligible: truthWord(assessment.sourceEligible[source] as Truth) }))
      .sort((a, b) => a.distanceM - b.distanceM),
    division: code === 0 ? null : String(code),
  };
}

/** A ban is judged like a demand; it asks nothing of what stands already, so it carries no duty and no day. */
function sitingAsRules(pack: RulePack): RulePack {
  const rules = pack.siting.map((ban): Rule => ({ ...ban, duty: 'none', holds: [], deadline: { origin: 'none', day: null } }));
  return { ...pack, rules };
}

function banOf(packs: readonly RulePack[], { pack: packId, rule }: Finding): { ban: SitingRule; pack: RulePack } {
  const pack = packs.find(({ id }) => id === packId);
  const ban = pack?.siting.find(({ id }) => id === rule);
  if (pack === undefined || ban === undefined) throw new Error(`banOf: got a finding of ${packId}/${rule}, which no pack has`);
  return { ban, pack };
}

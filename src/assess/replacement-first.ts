import { NATION, lies } from '../domain/division.ts';
import type { IsoDay } from '../domain/place.ts';
import type { Project } from '../domain/project.ts';
import type { ZoneKind } from '../domain/zone.ts';
import { DRAFT_MARK } from '../draft/scenario-project.ts';
import type { Condition } from '../policy/condition.ts';
import { packsInForce } from '../policy/in-force.ts';
import type { Rule, RulePack } from '../policy/rule.ts';
import { assess } from './assess.ts';
import type { Assessment } from './assessment.ts';
import { OUTCOME_INDEX, OUTCOMES } from './assessment.ts';
import { explain } from './explain.ts';
import type { Finding } from './finding.ts';
import { openRuleBook } from './rule-book.ts';
import { buildScene } from './scene.ts';

/** Zones in which coal is given up, so that what it heated must be heated otherwise. */
export const BANNING_KINDS = ['coalBan', 'noBurn'] as const satisfies readonly ZoneKind[];

/** 先立后破: `blocking` — homes would lose their heating; `open` — a fact is missing or a judgement asked for; else `clear`. */
export type ReplacementState = 'blocking' | 'open' | 'clear';

export interface ReplacementChecks {
  /** Coal that heats homes without a replacement, in a candidate zone. */
  readonly inDraft: (facility: number) => ReplacementState;
  /** Anything that heats homes without a replacement, wherever it is: what a plan may not end. */
  readonly anywhere: (facility: number) => ReplacementState;
  /** The tests behind both. */
  readonly explain: (facility: number) => { readonly inDraft: Finding; readonly anywhere: Finding };
}

/** Residents' heating for sure; central heating and heating beside production may be theirs. */
const HOMES: Condition = { any: [{ word: 'use', in: ['homeHeating'] }, { all: [{ word: 'use', in: ['heating', 'mixed'] }, { undecided: 'homes' }] }] };
const COAL: Condition = { any: [{ word: 'fuel', in: ['coal'] }, { word: 'kind', in: ['looseCoal'] }] };

/**
 * Asks the engine itself, by rules of its own, so that missing facts and places near a line are open here as everywhere.
 * Covered is who has clean heating, or lies in an enacted heat network; without any such network loaded its coverage is open.
 *
 * @param project as the scenario would have it (see `scenarioProject`); a candidate network covers nobody yet.
 */
export function replacementChecks(project: Project, asOf: IsoDay): ReplacementChecks {
  const zones = project.zones.filter(({ id, kind }) => (id.startsWith(DRAFT_MARK) ? isBanning(kind) : kind === 'heatNetwork'));
  const skippedZones = project.skippedZones.filter(({ kind }) => kind === 'heatNetwork');
  const network: Condition = zones.some(({ kind }) => kind === 'heatNetwork') || skippedZones.length > 0 ? { inZone: ['heatNetwork'] } : { undecided: 'network' };
  const wanting: Condition = { all: [HOMES, { not: { any: [{ flag: 'cleanHeating', is: true }, network] } }] };
  const scene = buildScene({ ...project, zones, skippedZones, heatSources: [] });
  const book = openRuleBook([packOf([ruleOf('draft', COAL, { all: [{ inZone: BANNING_KINDS }, wanting] }), ruleOf('anywhere', { always: true }, wanting)])], asOf, {});
  const assessment = assess(scene, book);
  if (assessment === null) throw new Error('replacementChecks: assess stopped although nobody asked it to');
  const { count, outcomes } = assessment;
  return {
    inDraft: (facility) => stateOf(outcomes[facility]),
    anywhere: (facility) => stateOf(outcomes[count + facility]),
    explain: (facility) => {
      const [inDraft, anywhere] = explain(scene, book, facility);
      if (inDraft === undefined || anywhere === undefined) throw new Error('replacementChecks: got less than two findings');
      return { inDraft, anywhere };
    },
  };
}

function isBanning(kind: ZoneKind): boolean {
  return BANNING_KINDS.some((one) => one === kind);
}

function stateOf(outcome: number | undefined): ReplacementState {
  const word = OUTCOMES[outcome ?? 0];
  if (word === 'applies') return 'blocking';
  return word === 'review' || word === 'unknown' ? 'open' : 'clear';
}

const ALWAYS = { from: null, until: null };
const SILENT = { zh: '', en: '' };

function ruleOf(id: string, subject: Condition, when: Condition): Rule {
  return {
    id, title: SILENT, article: '', phrase: '', topic: id, inForce: ALWAYS, standing: true, subject, when, unless: [],
    duty: 'none', holds: [], deadline: { origin: 'none', day: null }, departments: { lead: [], share: [] },
  };
}

function packOf(rules: readonly Rule[]): RulePack {
  return {
    format: 'coal-ban-map/rule-pack@1', id: 'replacement-first', version: '1', title: SILENT, shortTitle: SILENT, documentNumber: '', issued: null,
    jurisdiction: NATION, inForce: ALWAYS, supersedes: [], readings: [], sourceSets: [], sourceRequirements: [], lists: [], rules,
    siting: [], areaDuties: [], targets: [], controlTotals: [], coverage: [],
  };
}

/** An article by which homes keep their heating, or by which zones may be drawn only where clean heating is complete. */
export interface ReplacementClause {
  readonly pack: RulePack;
  readonly article: string;
  readonly id: string;
}

/**
 * The clauses that speak for a facility: the holds that take effect on it, or may, and what its place's documents demand
 * before such zones are drawn.
 *
 * @param kinds of the candidate zones; empty where none is the reason.
 */
export function replacementClauses(assessment: Assessment, packs: readonly RulePack[], facility: number, kinds: readonly ZoneKind[]): readonly ReplacementClause[] {
  const { rules, outcomes, count } = assessment;
  const holds = rules.flatMap(({ rule, pack }, r) => (rule.duty === 'hold' && (outcomes[r * count + facility] ?? 0) >= OUTCOME_INDEX.unknown ? [{ pack, article: rule.article, id: rule.id }] : []));
  const division = String(assessment.division[facility] ?? 0);
  const bound = packsInForce(packs, assessment.asOf).filter(({ jurisdiction }) => lies(division, jurisdiction));
  const duties = bound.flatMap((pack) =>
    pack.areaDuties.filter(({ designates = [] }) => designates.some((kind) => kinds.includes(kind))).map(({ article, id }) => ({ pack, article, id })),
  );
  return [...holds, ...duties];
}

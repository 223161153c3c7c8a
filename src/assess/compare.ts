import { uniqueKeys } from '../base/unique-keys.ts';
import type { Facility } from '../domain/facility.ts';
import type { IsoDay } from '../domain/place.ts';
import type { Project } from '../domain/project.ts';
import type { DraftZone, Plan, PlanChoice } from '../domain/scenario.ts';
import { scenarioProject } from '../draft/scenario-project.ts';
import type { Choices } from '../policy/conditions.ts';
import type { RulePack } from '../policy/rule.ts';
import { assess } from './assess.ts';
import type { Assessment, Verdict } from './assessment.ts';
import type { Change } from './change.ts';
import { changeOf } from './change.ts';
import { openRuleBook } from './rule-book.ts';
import { sceneOf } from './scene-of.ts';
import { verdictOf } from './verdict.ts';

/** One of two answers to compare: the facts, the law, how it is read, and what a scenario lays on top. */
export interface World {
  readonly data: Project;
  readonly packs: readonly RulePack[];
  readonly asOf: IsoDay;
  readonly choices: Choices;
  readonly zones: readonly DraftZone[];
  readonly reachM: Readonly<Record<string, number>>;
  /** Facility key → what the city means to do. It decides no verdict. */
  readonly plans: Readonly<Record<string, Plan>>;
}

/** What can differ between two worlds, in the order in which one is turned into the other. */
export const CAUSES = ['data', 'rule', 'reading', 'reach', 'zone', 'plan'] as const;
export type Cause = (typeof CAUSES)[number];

export interface ComparedFacility {
  readonly key: string;
  /** Index in each world's data; `null` where it is not in it. */
  readonly before: number | null;
  readonly after: number | null;
  readonly change: Change;
  /** The steps at which its verdict changed; empty exactly for the unchanged that no step moved. */
  readonly causes: readonly Cause[];
}

export interface Comparison {
  readonly before: Assessment;
  readonly after: Assessment;
  /** Every facility of either world once, those of `before` first, in its order. */
  readonly facilities: readonly ComparedFacility[];
}

/** One step on the way from one world to the other; the first, with `cause: null`, is where it begins. */
export interface Step {
  readonly cause: Cause | null;
  readonly world: World;
  /** The data as the step's scenario would have it, for asking the engine; the same object where nothing of it differs. */
  readonly project: Project;
}

/**
 * The worlds to ask about: turning the one into the other part by part, only the parts that differ.
 *
 * @param called how a candidate zone is named among the enacted ones.
 */
export function stepsBetween(before: World, after: World, called: (name: string) => string = (name) => name): readonly Step[] {
  const parts: readonly (readonly [Cause, Partial<World>, boolean])[] = [
    ['data', { data: after.data }, before.data !== after.data],
    ['rule', { packs: after.packs, asOf: after.asOf }, before.asOf !== after.asOf || !isSameList(before.packs, after.packs)],
    ['reading', { choices: after.choices }, !isSameRecord(before.choices, after.choices)],
    ['reach', { reachM: after.reachM }, !isSameRecord(before.reachM, after.reachM)],
    ['zone', { zones: after.zones }, !isSameList(before.zones, after.zones)],
    ['plan', { plans: after.plans }, !isSameRecord(before.plans, after.plans)],
  ];
  const steps: Step[] = [{ cause: null, world: before, project: scenarioProject(before.data, before, called) }];
  for (const [cause, part, differs] of parts) {
    const { world, project } = steps.at(-1) as Step;
    if (!differs) continue;
    const next = { ...world, ...part };
    const isRedrawn = cause === 'data' || cause === 'reach' || cause === 'zone';
    steps.push({ cause, world: next, project: isRedrawn ? scenarioProject(next.data, next, called) : project });
  }
  return steps;
}

/** A plan moves no verdict: the answer of the step before is its own. */
export function needsAnswer({ cause }: Step): boolean {
  return cause !== 'plan';
}

/**
 * Sets two worlds side by side. A facility's causes are the steps that moved its verdict or its plan.
 *
 * @param answers one for each step that `needsAnswer`, in their order.
 */
export function compareAnswers(steps: readonly Step[], answers: readonly Assessment[]): Comparison {
  let asked = 0;
  const stages = steps.map((step) => stageOf(step, answers[needsAnswer(step) ? asked++ : asked - 1]));
  const [first, last] = [stages[0], stages.at(-1)];
  if (first === undefined || last === undefined) throw new Error('compareAnswers: got no step, expected at least the first world');
  const keys = [...new Set([...first.keys, ...last.keys])];
  return {
    before: first.assessment,
    after: last.assessment,
    facilities: keys.map((key) => {
      const standings = stages.map((stage) => standingIn(stage, key));
      return {
        key,
        before: first.indexByKey.get(key) ?? null,
        after: last.indexByKey.get(key) ?? null,
        change: changeBetween(standings[0] ?? null, standings.at(-1) ?? null),
        causes: steps.flatMap(({ cause }, i) => (cause !== null && changeBetween(standings[i - 1] ?? null, standings[i] ?? null) !== 'unchanged' ? [cause] : [])),
      };
    }),
  };
}

/** The same with the engine at hand: one run for each step that differs. */
export function compareWorlds(before: World, after: World, called?: (name: string) => string): Comparison {
  const steps = stepsBetween(before, after, called);
  return compareAnswers(steps, steps.filter(needsAnswer).map(answerOf));
}

function answerOf({ project, world: { packs, asOf, choices } }: Step): Assessment {
  const assessment = assess(sceneOf(project), openRuleBook(packs, asOf, choices));
  if (assessment === null) throw new Error('compareWorlds: assess stopped although nobody asked it to');
  return assessment;
}

interface Stage {
  readonly assessment: Assessment;
  readonly plans: World['plans'];
  readonly keys: readonly string[];
  readonly indexByKey: ReadonlyMap<string, number>;
}

function stageOf({ world }: Step, assessment: Assessment | undefined): Stage {
  const { facilities } = world.data;
  if (assessment?.count !== facilities.length) throw new Error(`compareAnswers: got an answer about ${assessment?.count ?? 'no'} facilities, expected ${facilities.length}`);
  return { assessment, plans: world.plans, ...keysOf(facilities) };
}

const known = new WeakMap<readonly Facility[], Pick<Stage, 'keys' | 'indexByKey'>>();

function keysOf(facilities: readonly Facility[]): Pick<Stage, 'keys' | 'indexByKey'> {
  const before = known.get(facilities);
  if (before !== undefined) return before;
  const keys = uniqueKeys(facilities.map(({ id }) => id));
  const made = { keys, indexByKey: new Map(keys.map((key, index) => [key, index])) };
  known.set(facilities, made);
  return made;
}

/** What is demanded of a facility, and what the city means to do with it. */
interface Standing {
  readonly verdict: Verdict;
  readonly choice: PlanChoice | null;
}

function standingIn({ assessment, plans, indexByKey }: Stage, key: string): Standing | null {
  const index = indexByKey.get(key);
  if (index === undefined) return null;
  return { verdict: verdictOf(assessment, index), choice: Object.hasOwn(plans, key) ? (plans[key]?.choice ?? null) : null };
}

/** Affected is who the law affects. Another plan under the same duty is another demand on the plant all the same. */
function changeBetween(was: Standing | null, is: Standing | null): Change {
  const change = changeOf(was?.verdict ?? null, is?.verdict ?? null);
  const isPlanned = was !== null && is !== null && was.choice !== is.choice && change !== 'newlyAffected' && change !== 'released';
  return isPlanned ? 'dutyChanged' : change;
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i]);
}

function isSameRecord(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  const [keys, others] = [Object.keys(a), Object.keys(b)];
  return keys.length === others.length && keys.every((key) => Object.hasOwn(b, key) && a[key] === b[key]);
}

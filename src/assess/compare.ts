import { uniqueKeys } from '../base/unique-keys.ts';
import type { IsoDay } from '../domain/place.ts';
import type { Project } from '../domain/project.ts';
import type { DraftZone } from '../domain/scenario.ts';
import { scenarioProject } from '../draft/scenario-project.ts';
import type { Choices } from '../policy/conditions.ts';
import type { RulePack } from '../policy/rule.ts';
import { assess } from './assess.ts';
import type { Assessment, Verdict } from './assessment.ts';
import type { Change } from './change.ts';
import { changeOf } from './change.ts';
import { openRuleBook } from './rule-book.ts';
import { buildScene } from './scene.ts';
import { verdictOf } from './verdict.ts';

/** One of two answers to compare: the facts, the law, how it is read, and what a scenario lays on top. */
export interface World {
  readonly data: Project;
  readonly packs: readonly RulePack[];
  readonly asOf: IsoDay;
  readonly choices: Choices;
  readonly zones: readonly DraftZone[];
  readonly reachM: Readonly<Record<string, number>>;
}

/** What can differ between two worlds, in the order in which one is turned into the other. */
export const CAUSES = ['data', 'rule', 'reading', 'reach', 'zone'] as const;
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

/**
 * Sets two worlds side by side. Causes are found by turning the one into the other step by step (`CAUSES`) and asking the
 * engine after each: a facility's causes are the steps that moved its verdict. One run for each step that differs.
 */
export function compareWorlds(before: World, after: World): Comparison {
  const steps = stepsBetween(before, after);
  const answers = steps.map(({ world }) => answerOf(world));
  const [first, last] = [answers[0], answers.at(-1)];
  if (first === undefined || last === undefined) throw new Error('compareWorlds: got no step, expected at least the first world');
  const keys = [...new Set([...first.keys, ...last.keys])];
  return {
    before: first.assessment,
    after: last.assessment,
    facilities: keys.map((key) => {
      const verdicts = answers.map((answer) => verdictIn(answer, key));
      const [was, is] = [verdicts[0] ?? null, verdicts.at(-1) ?? null];
      return {
        key,
        before: first.indexByKey.get(key) ?? null,
        after: last.indexByKey.get(key) ?? null,
        change: changeOf(was, is),
        causes: steps.flatMap(({ cause }, i) => (cause !== null && changeOf(verdicts[i - 1] ?? null, verdicts[i] ?? null) !== 'unchanged' ? [cause] : [])),
      };
    }),
  };
}

interface Step {
  /** `null` for the world that is started from. */
  readonly cause: Cause | null;
  readonly world: World;
}

function stepsBetween(before: World, after: World): readonly Step[] {
  const parts: readonly (readonly [Cause, Partial<World>, boolean])[] = [
    ['data', { data: after.data }, before.data !== after.data],
    ['rule', { packs: after.packs, asOf: after.asOf }, before.asOf !== after.asOf || !isSameList(before.packs, after.packs)],
    ['reading', { choices: after.choices }, !isSameRecord(before.choices, after.choices)],
    ['reach', { reachM: after.reachM }, !isSameRecord(before.reachM, after.reachM)],
    ['zone', { zones: after.zones }, !isSameList(before.zones, after.zones)],
  ];
  const steps: Step[] = [{ cause: null, world: before }];
  for (const [cause, part, differs] of parts) {
    const world = steps.at(-1)?.world ?? before;
    if (differs) steps.push({ cause, world: { ...world, ...part } });
  }
  return steps;
}

interface Answer {
  readonly assessment: Assessment;
  readonly keys: readonly string[];
  readonly indexByKey: ReadonlyMap<string, number>;
}

function answerOf({ data, packs, asOf, choices, zones, reachM }: World): Answer {
  const assessment = assess(buildScene(scenarioProject(data, { zones, reachM }, (name) => name)), openRuleBook(packs, asOf, choices));
  if (assessment === null) throw new Error('compareWorlds: assess stopped although nobody asked it to');
  const keys = uniqueKeys(data.facilities.map(({ id }) => id));
  return { assessment, keys, indexByKey: new Map(keys.map((key, index) => [key, index])) };
}

function verdictIn({ assessment, indexByKey }: Answer, key: string): Verdict | null {
  const index = indexByKey.get(key);
  return index === undefined ? null : verdictOf(assessment, index);
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i]);
}

function isSameRecord(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  const [keys, others] = [Object.keys(a), Object.keys(b)];
  return keys.length === others.length && keys.every((key) => Object.hasOwn(b, key) && a[key] === b[key]);
}

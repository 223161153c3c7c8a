import { failed, ok, type Result } from '../../src/base/result.ts';
import { compareWorlds, stepsBetween, type World } from '../../src/assess/compare.ts';
import { totalsOf } from '../../src/assess/compare-totals.ts';
import type { Scenario } from '../../src/domain/scenario.ts';
import { coverChange } from '../../src/draft/cover-change.ts';
import type { ComparedSide, ComparisonRequest } from '../../src/export/comparison.ts';
import { comparisonCsvLines } from '../../src/export/comparison.ts';
import { comparisonGeoJsonLines } from '../../src/export/comparison-geojson.ts';
import { comparisonJsonLines } from '../../src/export/comparison-json.ts';
import { comparisonXlsx } from '../../src/export/comparison-xlsx.ts';
import type { ProjectFile } from '../../src/ingest/read-project-file.ts';
import { compareWords } from '../../src/text/compare.ts';
import type { ProjectProblem } from '../../src/text/project-file.ts';
import { terms } from '../../src/text/terms.ts';
import { scenariosCalled } from './load-project-file.ts';
import type { Format, Options } from './options.ts';

/** What stands for the law as it is, unless a scenario bears the name. */
export const TODAY = 'today';

const WRITERS: Readonly<Record<Format, (request: ComparisonRequest) => Result<Iterable<string | Uint8Array>, string>>> = {
  csv: (request) => ok(comparisonCsvLines(request)),
  json: (request) => ok(comparisonJsonLines(request)),
  geojson: (request) => ok(comparisonGeoJsonLines(request)),
  xlsx: comparisonXlsx,
};

export interface ComparisonToWrite {
  readonly content: Result<Iterable<string | Uint8Array>, string>;
  readonly rows: number;
  /** How the affected on both sides come out of each other. */
  readonly balance: string;
}

/** Two answers of one project file, written like any other answer. `--only affected` leaves out the unchanged. */
export function comparison(file: ProjectFile, names: string, options: Options): Result<ComparisonToWrite, ProjectProblem> {
  const sides = sidesOf(file, names, options);
  if (!sides.ok) return sides;
  const [before, after] = sides.value;
  const called = terms[options.lang].draftZone;
  const compared = compareWorlds(before.world, after.world, called);
  const steps = stepsBetween(before.world, after.world, called);
  const indices = [...compared.facilities.keys()].filter((at) => options.only === 'all' || compared.facilities[at]?.change !== 'unchanged');
  const request: ComparisonRequest = {
    comparison: compared, before, after, lang: options.lang, indices,
    cover: coverChange(steps[0]?.project.zones ?? [], steps.at(-1)?.project.zones ?? [], [before.world.asOf, after.world.asOf]),
  };
  const { all } = totalsOf(compared, before.world.data, after.world.data);
  const { affectedBefore, affectedAfter, byChange } = all;
  const balance = compareWords[options.lang].reconciles(String(affectedBefore.count), String(byChange.newlyAffected.count), String(byChange.released.count), String(affectedAfter.count));
  return ok({ content: WRITERS[options.format](request), rows: indices.length, balance });
}

function sidesOf({ data, policies, packs, choices, asOf, workbook }: ProjectFile, names: string, options: Options): Result<readonly [ComparedSide, ComparedSide], ProjectProblem> {
  const today: World = {
    data, packs: packs === null ? policies : policies.filter(({ id }) => packs.includes(id)), asOf: options.asOfGiven ? options.asOf : asOf,
    choices: { ...choices, ...options.readings }, zones: [], reachM: {}, plans: {},
  };
  const [before = '', after = ''] = splitNames(names, workbook.scenarios);
  const [first, second] = [sideCalled(before), sideCalled(after)];
  if (!first.ok) return first;
  return second.ok ? ok([first.value, second.value]) : second;

  function sideCalled(name: string): Result<ComparedSide, ProjectProblem> {
    const found = scenariosCalled(name, workbook.scenarios);
    const [scenario] = found;
    if (found.length > 1) return failed([{ code: 'scenario-twice', name }]);
    if (scenario === undefined) {
      return name === TODAY
        ? ok({ name: compareWords[options.lang].today, scenario: null, world: today })
        : failed([{ code: 'scenario-unknown', name, known: [TODAY, ...workbook.scenarios.map((one) => one.name)] }]);
    }
    const { zones, reachM, readings, plans } = scenario;
    return ok({ name: scenario.name, scenario, world: { ...today, choices: { ...choices, ...readings, ...options.readings }, zones, reachM, plans } });
  }
}

/** At the comma that leaves two names that are known; else at the first. */
function splitNames(names: string, scenarios: readonly Scenario[]): readonly string[] {
  const commas = [...names.matchAll(/,/gu)].map(({ index }) => index);
  const isKnown = (name: string): boolean => name === TODAY || scenariosCalled(name, scenarios).length > 0;
  const cuts = commas.map((at) => [names.slice(0, at), names.slice(at + 1)] as const);
  return cuts.find((cut) => cut.every(isKnown)) ?? cuts[0] ?? [names];
}

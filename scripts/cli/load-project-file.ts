import { failed, ok, type Result } from '../../src/base/result.ts';
import type { Scenario } from '../../src/domain/scenario.ts';
import { scenarioProject } from '../../src/draft/scenario-project.ts';
import { readProjectFile, type ProjectFile } from '../../src/ingest/read-project-file.ts';
import type { InputProblem } from '../../src/text/cli.ts';
import { terms } from '../../src/text/terms.ts';
import type { ProjectProblem } from '../../src/text/project-file.ts';
import { openFile, type Case } from './load.ts';
import type { Options } from './options.ts';

/** A project file and what it is called. */
export interface OpenedProject {
  readonly name: string;
  readonly content: ProjectFile;
}

export function openProjectFile(options: Options): Result<OpenedProject, InputProblem> {
  if (options.project === null) return refuse('', [{ code: 'scenario-without-project' }]);
  const beside = otherSources(options);
  if (beside.length > 0) return refuse('', [{ code: 'project-with-files', options: beside }]);

  const problems: InputProblem[] = [];
  const file = openFile(options.project.path, problems);
  if (file === null) return failed(problems);
  const read = readProjectFile(file);
  return read.ok ? ok({ name: file.name, content: read.value }) : refuse(file.name, read.problems);
}

export function refuse(file: string, problems: readonly ProjectProblem[]): Result<never, InputProblem> {
  return failed(problems.map((problem) => ({ code: 'project', file, problem })));
}

/** A project file as the page would ask about it: its data, its law, its day, and the named scenario on top. */
export function loadProjectFile(options: Options): Result<Case, InputProblem> {
  const file = openProjectFile(options);
  if (!file.ok) return file;
  const { data, policies, packs, choices, asOf, workbook } = file.value.content;
  const law = { packs: packs === null ? policies : policies.filter(({ id }) => packs.includes(id)), asOf: options.asOfGiven ? options.asOf : asOf };
  if (options.scenario === null) return ok({ ...law, project: data, choices: { ...choices, ...options.readings }, long: null });

  const found = scenariosCalled(options.scenario, workbook.scenarios);
  const [scenario] = found;
  if (scenario === undefined) return refuse(file.value.name, [{ code: 'scenario-unknown', name: options.scenario, known: workbook.scenarios.map(({ name }) => name) }]);
  if (found.length > 1) return refuse(file.value.name, [{ code: 'scenario-twice', name: options.scenario }]);
  return ok({ ...law, project: scenarioProject(data, scenario, terms[options.lang].draftZone), choices: { ...choices, ...scenario.readings, ...options.readings }, long: null });
}

/** An id names one scenario for sure; a name may be shared. */
export function scenariosCalled(called: string, scenarios: readonly Scenario[]): readonly Scenario[] {
  const byId = scenarios.filter(({ id }) => id === called);
  return byId.length > 0 ? byId : scenarios.filter(({ name }) => name === called);
}

function otherSources(options: Options): readonly string[] {
  const given: readonly (readonly [string, boolean])[] = [
    ['--facilities', options.facilities !== null],
    ['--heat-sources', options.heatSources !== null],
    ['--zones', options.zones.length > 0],
    ['--divisions', options.divisions !== null],
    ['--policy', options.policies.length > 0],
    ['--with-sample', options.withSample],
  ];
  return given.flatMap(([option, isGiven]) => (isGiven ? [option] : []));
}

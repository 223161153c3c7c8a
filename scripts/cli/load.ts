import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Result } from '../../src/base/result.ts';
import { finish } from '../../src/base/steps.ts';
import { failed, ok } from '../../src/base/result.ts';
import type { IsoDay } from '../../src/domain/place.ts';
import type { InputFile, Project } from '../../src/domain/project.ts';
import { assembleProject } from '../../src/ingest/assemble-project.ts';
import { identify } from '../../src/ingest/files/identify.ts';
import { unpack } from '../../src/ingest/files/unpack.ts';
import { readAirReadings } from '../../src/ingest/read-air-readings.ts';
import { readDivisions } from '../../src/ingest/read-divisions.ts';
import { readFacilities, readFacilitiesSteps } from '../../src/ingest/read-facilities.ts';
import { readHeatSources } from '../../src/ingest/read-heat-sources.ts';
import type { Mapping } from '../../src/ingest/mapping.ts';
import { readLongLedgerSteps, type LongLedger } from '../../src/ingest/read-long-ledger.ts';
import { readMapping } from '../../src/ingest/read-mapping.ts';
import { anchorsOf, OWN, type ReadOptions } from '../../src/ingest/read-options.ts';
import { readParks } from '../../src/ingest/read-parks.ts';
import { readStations } from '../../src/ingest/read-stations.ts';
import { readZones } from '../../src/ingest/read-zones.ts';
import type { Reading } from '../../src/ingest/reading.ts';
import { sha256Hex } from '../../src/ingest/sha256.ts';
import type { SourceFile } from '../../src/ingest/source-file.ts';
import type { Choices } from '../../src/policy/conditions.ts';
import { parseRulePack } from '../../src/policy/parse-rule-pack.ts';
import type { RulePack } from '../../src/policy/rule.ts';
import type { InputProblem } from '../../src/text/cli.ts';
import type { FileArgument, Options } from './options.ts';
import { openSurvey, type Survey } from './survey.ts';

const DATA = fileURLToPath(new URL('../../data/', import.meta.url));

/** What is to be judged, by what law, read how, on which day. */
export interface Case {
  readonly project: Project;
  readonly packs: readonly RulePack[];
  readonly choices: Choices;
  readonly asOf: IsoDay;
  /** The ledger that is too long to be held: `project` has its counts, and no facilities. */
  readonly long: LongCase | null;
}

export interface LongCase {
  readonly ledger: LongLedger;
  readonly survey: Survey;
}

/** A ledger from this size on is read in stretches where the answer can be written so: some 100,000 facilities. */
const LONG_FROM_BYTES = 16 * 1024 * 1024;

/** Hears how much of the ledger is read, 0 to 1. */
type OnShare = (share: number) => void;

/** The files and packs that the options name. */
export function loadCase(options: Options, onShare?: OnShare, longFromBytes = LONG_FROM_BYTES): Result<Case, InputProblem> {
  const law = loadPacks(options.policies);
  if (!law.ok) return law;
  // Other formats give remarks that only all facilities together show, or totals before the first of them.
  const isInParts = options.format === 'csv' && !options.reconcile;
  const loaded = loadData(options, onShare, isInParts ? longFromBytes : Infinity);
  if (!loaded.ok) return loaded;
  const { packs, inputs } = law.value;
  const { project, long } = loaded.value;
  return ok({ project: { ...project, inputs: [...project.inputs, ...inputs] }, packs, choices: options.readings, asOf: options.asOf, long });
}

/** Whether the command line itself is at fault, not a file. */
export function isUsage(problem: InputProblem): boolean {
  if (problem.code === 'project') return USAGE_OF_PROJECT.includes(problem.problem.code);
  return problem.code === 'policy-unknown' || problem.code === 'pack-twice';
}

const USAGE_OF_PROJECT: readonly string[] = ['scenario-unknown', 'scenario-twice', 'project-with-files', 'scenario-without-project'];

/**
 * Reads everything that the options name. The embedded zones and heat sources join the embedded facilities, or the
 * user's own on request; divisions and parks are public facts and always join, unless divisions are given.
 */
export function loadProject(options: Options, onShare?: OnShare): Result<Project, InputProblem> {
  const loaded = loadData(options, onShare, Infinity);
  return loaded.ok ? ok(loaded.value.project) : loaded;
}

function loadData(options: Options, onShare: OnShare = () => undefined, longFromBytes: number): Result<Pick<Case, 'project' | 'long'>, InputProblem> {
  const problems: InputProblem[] = [];
  const sample = options.facilities === null || options.withSample;

  const embedded = (name: string): SourceFile => ({ name, bytes: readFileSync(join(DATA, 'jincheng', name)) });
  const mapping = options.mapping === null ? null : mappingIn(options.mapping, problems);
  const answers = ({ crs }: FileArgument): ReadOptions => ({ crs, encoding: options.encoding });
  const own = <Row>(argument: FileArgument | null, read: (file: SourceFile, answered: ReadOptions, isAlone: boolean) => Reading<Row>): Reading<Row>[] => {
    if (argument === null) return [];
    const file = openFile(argument.path, problems);
    if (file === null) return [];
    const layers = unpack(file);
    if (!layers.ok) problems.push({ code: 'unusable', file: file.name, messages: layers.problems });
    return (layers.ok ? layers.value : []).map((layer, _, { length }) => {
      const reading = read(layer, answers(argument), length === 1);
      if (!reading.usable) problems.push({ code: 'unusable', file: layer.name, messages: reading.messages });
      return reading;
    });
  };

  const divisions =
    options.divisions === null
      ? ['counties.geojson', 'prefectures.geojson'].map((name) => readDivisions(embedded(name), OWN))
      : own(options.divisions, readDivisions);
  const known = { divisions: divisions.flatMap((reading) => reading.accepted) };
  const heatSources = [...(sample ? [readHeatSources(embedded('heat-sources.csv'), OWN)] : []), ...own(options.heatSources, (file, answered) => readHeatSources(file, { ...answered, ...known }))];
  const anchors = heatSources.flatMap(({ accepted }) => anchorsOf(accepted));
  const { sheet, groups } = options;
  let long: LongCase | null = null;
  const facilities =
    options.facilities === null
      ? [readFacilities(embedded('facilities.csv'), { ...known, ...OWN })]
      : own(options.facilities, (file, answered, isAlone) => {
          const how = { ...answered, ...known, anchors, sheet, mapping, groups };
          if (!isAlone || file.content !== undefined || file.bytes.length < longFromBytes || identify(file.bytes).kind !== 'text') return finish(readFacilitiesSteps(file, how), onShare);
          const survey = openSurvey(options.lang);
          const ledger = finish(readLongLedgerSteps(file, how, survey.openVisit), onShare);
          long = { ledger, survey };
          return ledger.reading;
        });
  const zones = [...(sample ? [readZones(embedded('zones.geojson'), OWN)] : []), ...options.zones.flatMap((zone) => own(zone, (file, answered) => readZones(file, { ...answered, ...known, repairZones: options.repairZones })))];

  if (problems.length > 0) return failed(problems);
  const parks = [readParks(embedded('parks.csv'), OWN)];
  const stations = sample ? [readStations(embedded('stations.csv'), OWN)] : [];
  const airReadings = sample ? [readAirReadings(embedded('air-quality.csv'))] : [];
  return ok({ project: assembleProject({ facilities, heatSources, zones, divisions, parks, stations, airReadings }, { sample }), long });
}

export function openFile(path: string, problems: InputProblem[]): SourceFile | null {
  try {
    const bytes = readFileSync(path);
    return { name: basename(path), bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    problems.push({ code: missing ? 'file-missing' : 'file-unreadable', file: path });
    return null;
  }
}

function mappingIn(path: string, problems: InputProblem[]): Mapping | null {
  const file = openFile(path, problems);
  if (file === null) return null;
  const read = readMapping(file.name, new TextDecoder().decode(file.bytes));
  if (read.ok) return read.value;
  problems.push({ code: 'unusable', file: file.name, messages: read.problems });
  return null;
}

/** Packs, and the user's files that some of them came from. */
export interface LoadedPacks {
  readonly packs: readonly RulePack[];
  readonly inputs: readonly InputFile[];
}

/** The embedded packs, or those the options name: an id, or a file of the user's. A name given twice counts once. */
export function loadPacks(names: readonly string[]): Result<LoadedPacks, InputProblem> {
  const embedded = readdirSync(join(DATA, 'policy'))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => embeddedPack(join(DATA, 'policy', name)));
  if (names.length === 0) return ok({ packs: embedded, inputs: [] });

  const problems: InputProblem[] = [];
  const inputs: InputFile[] = [];
  const packs = [...new Set(names)].flatMap((name) => {
    const known = embedded.find((pack) => pack.id === name);
    if (known !== undefined) return [known];
    if (!/[./\\]/u.test(name)) {
      problems.push({ code: 'policy-unknown', policy: name, known: embedded.map((pack) => pack.id) });
      return [];
    }
    const file = openFile(name, problems);
    if (file === null) return [];
    inputs.push(packInput(file));
    return userPack(file, problems);
  });
  for (const [k, { id }] of packs.entries()) {
    if (packs.findIndex((pack) => pack.id === id) < k) problems.push({ code: 'pack-twice', policy: id });
  }
  return problems.length > 0 ? failed(problems) : ok({ packs, inputs });
}

function packInput({ name, bytes }: SourceFile): InputFile {
  const none = { rows: 0, accepted: 0, quarantined: 0, ignored: 0 };
  return { name, sha256: sha256Hex(bytes), bytes: bytes.length, kind: 'policy', encoding: 'utf-8', crs: '', ...none };
}

function embeddedPack(path: string): RulePack {
  const parsed = parseRulePack(JSON.parse(readFileSync(path, 'utf8')));
  if (!parsed.ok) throw new Error(`embedded pack ${path}: ${JSON.stringify(parsed.problems)}`);
  return parsed.value;
}

function userPack(file: SourceFile, problems: InputProblem[]): RulePack[] {
  try {
    const parsed = parseRulePack(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(file.bytes)));
    if (parsed.ok) return [parsed.value];
    problems.push({ code: 'pack-broken', file: file.name, problems: parsed.problems });
  } catch (error) {
    problems.push({ code: 'not-json', file: file.name, detail: error instanceof Error ? error.message : '' });
  }
  return [];
}

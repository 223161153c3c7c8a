import { truthWord } from '../base/truth.ts';
import type { Truth, TruthWord } from '../base/truth.ts';
import type { Message, Rejected } from '../domain/issue.ts';
import { openCourt } from '../assess/court.ts';
import { gapsOf } from '../assess/gaps.ts';
import { summarise } from '../assess/summary.ts';
import type { SourceAt } from '../assess/surroundings.ts';
import type { Lang } from '../text/lang.ts';
import { sayGaps } from '../text/gaps.ts';
import { sayProblem } from '../text/messages.ts';
import type { CaseFile, ExportRequest } from './case-file.ts';
import { caseFiles, sceneAndBook } from './case-file.ts';
import { manifestOf } from './manifest.ts';
import { sourceConditions } from './source-conditions.ts';

/** The whole answer as one JSON text (the contract of the command line), a facility a line. */
export function toJson(request: ExportRequest): string {
  return [...jsonLines(request)].join('');
}

export function* jsonLines(request: ExportRequest): Generator<string> {
  const { project, lang } = request;
  yield `{"manifest":${JSON.stringify(manifestOf(request))},\n"summary":${JSON.stringify(summaryOf(request))},\n"facilities":[`;
  let separator = '\n';
  for (const file of caseFiles(request)) {
    yield `${separator}${JSON.stringify(facilityRecord(file, request))}`;
    separator = ',\n';
  }
  yield `\n],\n"zones":${JSON.stringify(zoneRecords(request))},\n"heatSources":${JSON.stringify(heatSourceRecords(request))}`;
  yield `,\n"quarantine":${JSON.stringify(project.quarantine.map((row) => rejectedRecord(row, lang)))}`;
  yield `,\n"ignored":${JSON.stringify(project.ignored.map((row) => rejectedRecord(row, lang)))}`;
  const { scene, book } = sceneAndBook(request);
  const gaps = sayGaps(lang, gapsOf(scene, book)).map((message) => ({ level: 'warning', file: '', code: 'layer-not-loaded', message }));
  yield `,\n"messages":${JSON.stringify([...project.messages.map((message) => messageRecord(message, lang)), ...gaps])}}\n`;
}

export function facilityRecord({ facility, verdict, findings, zones, surroundings }: CaseFile, { project, assessment, lang }: ExportRequest) {
  return {
    id: facility.id,
    name: facility.name,
    source: facility.source,
    lngLat: facility.lngLat,
    capacityTph: facility.capacityTph,
    kind: facility.kind,
    fuel: facility.fuel,
    synthetic: facility.synthetic,
    original: facility.original,
    issues: facility.issues.map(({ code, column, params }) => ({ code, ...(column === undefined ? {} : { column }), message: sayProblem(lang, code, params) })),
    verdict,
    findings: findings.map(({ rule, article, outcome, marginM, missing, evidence, clause, heldBy }) => ({ rule, article, outcome, marginM, missing, evidence, clause, heldBy })),
    zones: zones.map((zone) => project.zones[zone]?.id ?? ''),
    heatSources: surroundings.reach.map((at) => ({ ...placed(at), within: true })),
    nearestHeatSource: surroundings.nearest && placed(surroundings.nearest),
  };

  function placed({ source, distanceM }: SourceAt) {
    const limitM = project.heatSources[source]?.reachM ?? Math.max(...assessment.rules.flatMap(({ pack }) => pack.sourceSets.map((set) => set.radiusM)), 0);
    return { id: project.heatSources[source]?.id ?? '', distanceM: printedM(distanceM, limitM) };
  }
}

/** To a tenth of a millimetre, but never rounded across the limit that it is held against. */
function printedM(metres: number, limitM: number): number {
  const rounded = Math.round(metres * 10_000) / 10_000;
  if (metres <= limitM) return Math.min(rounded, limitM);
  return rounded > limitM ? rounded : Math.ceil(metres * 10_000) / 10_000;
}

function summaryOf({ assessment, project, indices }: ExportRequest) {
  const summary = summarise(assessment, project.facilities);
  return {
    total: summary.total,
    listed: indices.length,
    byDuty: summary.byDuty,
    possible: summary.possible,
    byCounty: Object.fromEntries(summary.byCounty),
    byFuel: Object.fromEntries([...summary.byFuel].map(([fuel, tally]) => [fuel ?? 'unknown', tally])),
    byDepartment: Object.fromEntries(summary.byDepartment),
  };
}

function zoneRecords({ project, lang }: ExportRequest) {
  const used = project.zones.map(({ id, name, kind, areaM2, illustrative, repaired, original }) => ({
    id,
    name,
    kind,
    status: repaired === undefined ? 'ok' : 'repaired',
    areaM2,
    illustrative,
    original,
  }));
  const skipped = project.skippedZones.map(({ id, name, kind, code, params, original }) => ({
    id,
    name,
    kind,
    status: 'skipped',
    areaM2: null,
    original,
    message: sayProblem(lang, code, params),
  }));
  return [...used, ...skipped];
}

/** Each source with what decides whether it counts, and why. */
export function heatSourceRecords(request: ExportRequest) {
  const { scene, book } = sceneAndBook(request);
  const { eligibility } = openCourt(scene, book);
  return request.project.heatSources.map(({ id, name, reachM, original }, source) => ({
    id,
    name,
    eligible: threeWords(truthWord(eligibility.any[source] as Truth)),
    why: sourceConditions(eligibility.hear(source)).map(({ from, alternative, outcome, evidence }) => ({ ...from, alternative, outcome: threeWords(outcome), ...evidence })),
    reachM: reachM ?? book.reachM,
    original,
  }));
}

/** A question of judgement is open like one that lacks a fact. */
function threeWords(word: TruthWord): 'yes' | 'no' | 'unknown' {
  return word === 'review' ? 'unknown' : word;
}

export function rejectedRecord({ file, sheet, row, column, value, code, params, original }: Rejected, lang: Lang) {
  return {
    file,
    ...(sheet === undefined ? {} : { sheet }),
    row,
    ...(column === undefined ? {} : { column }),
    ...(value === undefined ? {} : { value }),
    code,
    message: sayProblem(lang, code, params),
    original,
  };
}

export function messageRecord({ level, file, code, params }: Message, lang: Lang) {
  return { level, file, code, message: sayProblem(lang, code, params) };
}

import { assess } from '../../src/assess/assess.ts';
import type { Assessment } from '../../src/assess/assessment.ts';
import { gapsOf, type Gaps } from '../../src/assess/gaps.ts';
import { openRuleBook, type RuleBook } from '../../src/assess/rule-book.ts';
import { settingSteps, peopledSteps, type Scene } from '../../src/assess/scene.ts';
import { sceneOf } from '../../src/assess/scene-of.ts';
import { openTotals, type DutyTotals } from '../../src/assess/summary.ts';
import { isAffected } from '../../src/assess/verdict.ts';
import { ok, type Result } from '../../src/base/result.ts';
import { finish } from '../../src/base/steps.ts';
import type { Facility } from '../../src/domain/facility.ts';
import type { ExportRequest } from '../../src/export/case-file.ts';
import { csvLines } from '../../src/export/csv.ts';
import { csvInParts } from '../../src/export/csv-in-parts.ts';
import { geoJsonLines } from '../../src/export/geojson.ts';
import { jsonLines } from '../../src/export/json.ts';
import { toXlsx } from '../../src/export/xlsx.ts';
import type { Case } from './load.ts';
import type { Format, Options } from './options.ts';

/** The verdicts on all facilities of a case, ready to be written. */
export interface Answer {
  readonly gaps: Gaps;
  /** Judges and writes; of a long ledger, as the lines are asked for. A format that can't hold everything says so in a sentence. */
  readonly lines: (onShare: (share: number) => void) => Result<Iterable<string | Uint8Array>, string>;
  /** When the lines have been written. */
  readonly result: () => { readonly totals: DutyTotals; readonly listed: number; readonly asOf: string };
}

const WRITERS: Readonly<Record<Format, (request: ExportRequest) => Result<Iterable<string | Uint8Array>, string>>> = {
  csv: (request) => ok(csvLines(request)),
  json: (request) => ok(jsonLines(request)),
  geojson: (request) => ok(geoJsonLines(request)),
  xlsx: toXlsx,
};

/** Facilities of a long ledger that are held at a time. */
const STRETCH = 16_384;

/** @param stretch facilities of a long ledger that are held at a time. */
export function answerOf(posed: Case, options: Pick<Options, 'format' | 'only' | 'lang'>, stretch = STRETCH): Answer {
  const { project, packs, choices, asOf, long } = posed;
  const book = openRuleBook(packs, asOf, choices);
  const { totals, add } = openTotals();
  let listed = 0;
  const result = () => ({ totals, listed, asOf });
  const request = (facilities: readonly Facility[], scene: Scene, onShare: (share: number) => void): ExportRequest => {
    const assessment = assessed(scene, book, onShare);
    const indices = [...facilities.keys()].filter((index) => options.only === 'all' || isAffected(assessment, index));
    add(assessment, facilities);
    listed += indices.length;
    return { project: facilities === project.facilities ? project : { ...project, facilities }, packs, choices, assessment, lang: options.lang, indices };
  };
  if (long === null) {
    const scene = sceneOf(project);
    return { gaps: gapsOf(scene, book), lines: (onShare) => WRITERS[options.format](request(project.facilities, scene, onShare)), result };
  }

  const { ledger, survey } = long;
  const setting = finish(settingSteps(project));
  const sceneWith = (facilities: readonly Facility[]): Scene => finish(peopledSteps(setting, facilities));
  const kept = survey.keptHeaders();
  function* parts(onShare: (share: number) => void): Generator<ExportRequest> {
    let isEmpty = true;
    for (const { facilities, share } of ledger.inStretches(stretch)) {
      isEmpty = false;
      yield { ...request(facilities, sceneWith(facilities), () => undefined), kept };
      onShare(share);
    }
    if (isEmpty) yield { ...request([], sceneWith([]), onShare), kept };
  }
  return { gaps: survey.gaps(sceneWith, book), lines: (onShare) => ok(csvInParts(parts(onShare))), result };
}

function assessed(scene: Scene, book: RuleBook, onShare: (share: number) => void): Assessment {
  const assessment = assess(scene, book, (share) => {
    onShare(share);
    return true;
  });
  if (assessment === null) throw new Error('assess stopped although nobody asked it to');
  return assessment;
}

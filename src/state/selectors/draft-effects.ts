import { changeOf, type Change } from '../../assess/change.ts';
import type { Tally } from '../../assess/summary.ts';
import { EMPTY, add } from '../../assess/summary.ts';
import { differingRows } from '../../assess/differing-rows.ts';
import { zoneRunsOf } from '../../assess/relations.ts';
import { DEFAULT_ACCURACY_M } from '../../assess/location-accuracy.ts';
import { verdictOf } from '../../assess/verdict.ts';
import type { MultiPolygon } from '../../domain/place.ts';
import type { Facility } from '../../domain/facility.ts';
import type { Project } from '../../domain/project.ts';
import type { DraftZone } from '../../domain/scenario.ts';
import { areaM2 } from '../../draft/area-m2.ts';
import { flawsOf } from '../../draft/flaws.ts';
import { pointIndex } from '../../geometry/point-index.ts';
import { pointsOfRuns } from '../../geometry/runs.ts';
import { polygonTable } from '../../geometry/rings.ts';
import { openScenarioOf } from '../drafts/drafts.ts';
import { memoiseLast } from '../memoise.ts';
import { addTo, newTally } from './tally.ts';
import type { Answer, Session } from '../session.ts';

/** A candidate as the panel and the map show it: the outline in hand stands for its own. */
export interface DraftRow {
  readonly draft: DraftZone;
  readonly polygons: MultiPolygon;
  readonly isInHand: boolean;
  readonly isFlawed: boolean;
  readonly areaM2: number;
  /** Facilities in it, boundary included. */
  readonly inside: Tally;
  /** Those, inside or out, that are nearer to its boundary than their own location is known. */
  readonly near: number;
}

/** The candidates of the open scenario, in its order. */
export function draftRowsOf({ drafts, city }: Session): readonly DraftRow[] {
  const scenario = openScenarioOf(drafts);
  if (scenario === null || city.kind !== 'ready') return NONE;
  const { pencil } = drafts;
  return rows(city.city.project, scenario.zones, pencil.kind === 'edit' ? pencil.draft : null, pencil.kind === 'edit' ? pencil.area : null);
}

const NONE: readonly DraftRow[] = [];

const rows = memoiseLast((project: Project, zones: readonly DraftZone[], inHand: string | null, area: MultiPolygon | null): readonly DraftRow[] =>
  zones.map((draft) => rowOf(project, draft, draft.id === inHand ? area : null)),
);

/** Zones that nobody touches are worked out once. */
const known = new WeakMap<Project, WeakMap<MultiPolygon, Pick<DraftRow, 'isFlawed' | 'areaM2' | 'inside' | 'near'>>>();

function rowOf(project: Project, draft: DraftZone, area: MultiPolygon | null): DraftRow {
  const polygons = area ?? draft.polygons;
  const ofProject = known.get(project) ?? new WeakMap<MultiPolygon, ReturnType<typeof measured>>();
  known.set(project, ofProject);
  const measures = ofProject.get(polygons) ?? measured(project, polygons);
  ofProject.set(polygons, measures);
  return { draft, polygons, isInHand: area !== null, ...measures };
}

function measured(project: Project, polygons: MultiPolygon): Pick<DraftRow, 'isFlawed' | 'areaM2' | 'inside' | 'near'> {
  if (polygons.length === 0 || flawsOf(polygons).length > 0) return { isFlawed: polygons.length > 0, areaM2: areaM2(polygons), inside: EMPTY, near: 0 };
  const { index, accuracyM } = placed(project.facilities);
  const { around, near } = zoneRunsOf(index, accuracyM, polygonTable([polygons]), 0);
  const inside = newTally();
  for (const row of pointsOfRuns(index, around)) addTo(inside, project.facilities[row] as Facility);
  return { isFlawed: false, areaM2: areaM2(polygons), inside, near: pointsOfRuns(index, near).length };
}

/** The positions, sorted once for the kernels; what has none is nowhere. */
const placed = memoiseLast((facilities: readonly Facility[]) => ({
  index: pointIndex(Float64Array.from(facilities, ({ lngLat }) => lngLat?.[0] ?? NaN), Float64Array.from(facilities, ({ lngLat }) => lngLat?.[1] ?? NaN)),
  accuracyM: Float64Array.from(facilities, ({ locationAccuracyM }) => locationAccuracyM ?? DEFAULT_ACCURACY_M.facility),
}));

/** Whom the open scenario changes against today's law; those that it leaves alone are not counted. */
export interface AgainstToday {
  readonly byChange: Readonly<Record<Exclude<Change, 'unchanged'>, Tally>>;
}

/** `null` until both answers are there. */
export function againstTodayOf(session: Session): AgainstToday | null {
  const { baseline } = session;
  const answer = session.live ?? session.run.answer;
  if (baseline === null || answer === null || answer.question.city.project.facilities !== baseline.question.city.project.facilities) return null;
  return against(baseline, answer);
}

const against = memoiseLast((baseline: Answer, answer: Answer): AgainstToday => {
  const { facilities } = answer.question.city.project;
  const byChange = { newlyAffected: EMPTY, released: EMPTY, dutyChanged: EMPTY, deadlineMoved: EMPTY, certaintyChanged: EMPTY };
  for (const i of rowsToCompare(baseline, answer)) {
    const change = changeAt(baseline, answer, i);
    if (change !== 'unchanged') byChange[change] = add(byChange[change], facilities[i] as Facility);
  }
  return { byChange };
});

/** Whom two answers can tell apart; everybody where they can't be held against each other row by row. */
function rowsToCompare(before: Answer, after: Answer): Iterable<number> {
  return differingRows(before.assessment, after.assessment) ?? after.question.city.project.facilities.keys();
}

/** Facilities whose verdict the outline in hand changes, against the work as it was before it was taken up. */
export interface Stirred {
  readonly index: number;
  readonly kind: 'enters' | 'leaves' | 'changes';
}

export function stirredOf({ live, run }: Session): readonly Stirred[] {
  return live === null || run.answer === null ? NOTHING_STIRRED : stirred(run.answer, live);
}

const NOTHING_STIRRED: readonly Stirred[] = [];
const KINDS: Readonly<Record<Change, Stirred['kind'] | null>> = {
  newlyAffected: 'enters', released: 'leaves', dutyChanged: 'changes', deadlineMoved: 'changes', certaintyChanged: 'changes', unchanged: null,
};

const stirred = memoiseLast((before: Answer, after: Answer): readonly Stirred[] => {
  if (before.assessment.count !== after.assessment.count) return NOTHING_STIRRED;
  return [...rowsToCompare(before, after)].flatMap((index): Stirred[] => {
    const kind = KINDS[changeAt(before, after, index)];
    return kind === null ? [] : [{ index, kind }];
  });
});

function changeAt(before: Answer, after: Answer, facility: number): Change {
  return changeOf(verdictOf(before.assessment, facility), verdictOf(after.assessment, facility));
}

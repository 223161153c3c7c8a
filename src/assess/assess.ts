import { YES } from '../base/truth.ts';
import { STATUSES } from '../domain/facility.ts';
import { applyRules, OUTCOME_INDEX } from './apply-rules.ts';
import type { Assessment, Lists } from './assessment.ts';
import { CERTAINTIES } from './assessment.ts';
import type { Court } from './court.ts';
import { openCourt } from './court.ts';
import { facilityFrame } from './frame.ts';
import { sureDivision } from './predicates/division.ts';
import type { Relations } from './relations.ts';
import { listOf } from './relations.ts';
import type { RuleBook } from './rule-book.ts';
import type { Scene } from './scene.ts';
import { nearestSource } from './source-distance.ts';
import { weighOutcomes } from './verdict.ts';

/** Rows judged between two reports of progress: enough to keep the loops long, few enough to cancel soon. */
const CHUNK = 16_384;

/** Called after each chunk with the share done, 0 to 1; `false` stops the run. */
export type Progress = (share: number) => boolean;

/**
 * Holds every rule of the book against every facility of the scene. Pure: the same scene and book give the same bytes.
 *
 * @returns `null` when `progress` said to stop.
 */
export function assess(scene: Scene, book: RuleBook, progress: Progress = () => true): Assessment | null {
  const court = openCourt(scene, book);
  const { count } = scene.facilities;
  const draft = emptyDraft(court, count);
  for (let from = 0; from < count; from += CHUNK) {
    const to = Math.min(from + CHUNK, count);
    assessRange(court, from, to, draft);
    if (!progress(to / count)) return null;
  }
  return finished(court, draft);
}

type Draft = ReturnType<typeof emptyDraft>;

function emptyDraft({ book, eligibility }: Court, count: number) {
  return {
    asOf: book.asOf,
    count,
    rules: book.rules.map(({ rule, pack }) => ({ rule, pack })),
    outcomes: new Uint8Array(book.rules.length * count),
    duty: new Uint8Array(count),
    possibleDuty: new Uint8Array(count),
    certainty: new Uint8Array(count),
    deadlineRule: new Int16Array(count),
    overdue: new Uint8Array(count),
    division: new Int32Array(count),
    sourceEligible: eligibility.any,
    zones: listsDraft(count),
    reach: listsDraft(count),
    reachDistanceM: [] as number[],
  };
}

function assessRange(court: Court, from: number, to: number, draft: Draft): void {
  const frame = facilityFrame(court.scene, court.book, court.eligibility, from, to);
  const applied = applyRules(court.rules, frame);
  for (const [r, { outcomes }] of applied.entries()) draft.outcomes.set(outcomes, r * draft.count + from);

  for (let row = 0; row < to - from; row++) {
    const facility = from + row;
    const verdict = weighOutcomes(draft.rules, (r) => applied[r]?.outcomes[row] ?? OUTCOME_INDEX.unbound);
    draft.duty[facility] = verdict.sure;
    draft.possibleDuty[facility] = verdict.possible;
    draft.certainty[facility] = CERTAINTIES.indexOf(verdict.certainty);
    draft.deadlineRule[facility] = verdict.deadlineRule;
    draft.overdue[facility] = isOverdue(court, facility, verdict.deadlineRule) ? 1 : 0;
    draft.division[facility] = (frame.columns.divisionCode[facility] as number) || (sureDivision(frame, row) ?? 0);
    draft.zones.push(facility, listOf(frame.relations.zonesAround(), row));
    listReach(court, frame.relations, row, facility, draft);
  }
}

/** A closed facility has done its duty, however late. */
function isOverdue({ scene, book }: Court, facility: number, deadlineRule: number): boolean {
  const day = book.rules[deadlineRule]?.rule.deadline.day ?? null;
  const closed = scene.facilities.words.status[facility] === STATUSES.indexOf('closed') + 1;
  return day !== null && day < book.asOf && !closed;
}

function listReach({ scene, book }: Court, relations: Relations, row: number, facility: number, draft: Draft): void {
  const near = relations.sourcesNear();
  const within: number[] = [];
  for (let k = near.offsets[row] as number; k < (near.offsets[row + 1] as number); k++) {
    const source = near.items[k] as number;
    const reachM = scene.sourceList[source]?.reachM ?? book.reachM;
    if (reachM === null || (near.distanceM[k] as number) > reachM) continue;
    within.push(source);
    draft.reachDistanceM.push(near.distanceM[k] as number);
  }
  draft.reach.push(facility, within);
}

function finished({ scene, eligibility }: Court, draft: Draft): Assessment {
  const { lng, lat } = scene.facilities;
  const nearest = nearestSource(scene, lng, lat);
  const nearestEligible = nearestSource(scene, lng, lat, eligibility.any.map((truth) => (truth === YES ? 1 : 0)));
  return {
    ...draft,
    zones: draft.zones.lists(),
    reach: draft.reach.lists(),
    reachDistanceM: Float64Array.from(draft.reachDistanceM),
    nearest: nearest.index,
    nearestDistanceM: nearest.distanceM,
    nearestEligible: nearestEligible.index,
    nearestEligibleDistanceM: nearestEligible.distanceM,
  };
}

/** Lists written facility by facility, in order. */
function listsDraft(count: number) {
  const offsets = new Uint32Array(count + 1);
  const items: number[] = [];
  return {
    push(facility: number, found: Iterable<number>): void {
      for (const item of found) items.push(item);
      offsets[facility + 1] = items.length;
    },
    lists: (): Lists => ({ offsets, items: Uint32Array.from(items) }),
  };
}

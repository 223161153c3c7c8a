import { YES } from '../base/truth.ts';
import { STATUSES } from '../domain/facility.ts';
import type { AppliedRule } from './apply-rules.ts';
import { applyRules } from './apply-rules.ts';
import type { Assessment } from './assessment.ts';
import type { Court } from './court.ts';
import { frameOf, openCourt, relateAll } from './court.ts';
import { decideFacts, missingSets } from './deciding-facts.ts';
import type { Frame } from './frame.ts';
import { LONGEST_FRAME } from './predicates/predicate.ts';
import { sureDivision } from './predicates/division.ts';
import type { RuleBook } from './rule-book.ts';
import type { Scene } from './scene.ts';
import { nearestSource, quickDistanceM } from './source-distance.ts';
import { weigh } from './weigh.ts';

/** Called after each step with the share done, 0 to 1; `false` stops the run. */
export type Progress = (share: number) => boolean;

/**
 * Holds every rule of the book against every facility of the scene. Pure: the same scene and book give the same bytes.
 *
 * @returns `null` when `progress` said to stop.
 */
export function assess(scene: Scene, book: RuleBook, progress: Progress = () => true): Assessment | null {
  const steps = assessing(scene, book);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (!progress(step.value)) return null;
  }
}

/** The share of the work that placing the facilities takes, roughly. */
const PLACING = 0.4;

/** The same in steps of a few milliseconds, for a caller that has other things to hear; yields the share done. */
export function* assessing(scene: Scene, book: RuleBook): Generator<number, Assessment> {
  const court = openCourt(scene, book);
  const { count } = scene.facilities;
  const whole = relateAll(court);
  for (const [k, place] of [whole.zonesAround, whole.zonesNear, whole.divisionSure, whole.sourcesNear].entries()) {
    place();
    yield (PLACING * (k + 1)) / 4;
  }
  const nearestEligible = nearestSource(scene, whole.index(), court.eligibility.any.map((truth) => (truth === YES ? 1 : 0)));
  const draft: Draft = { ...emptyDraft(court, count), nearestEligible };
  for (let from = 0; from < count; from += LONGEST_FRAME) {
    const to = Math.min(from + LONGEST_FRAME, count);
    assessRange(court, from, to, draft);
    measureNearest(court, from, to, draft);
    yield PLACING + ((1 - PLACING) * to) / count;
  }
  const { sets, ...columns } = draft;
  return { ...columns, missingSets: sets.sets, zones: whole.zonesAround() };
}

export type Draft = ReturnType<typeof emptyDraft>;

/** @param known fields sets to number on from. */
export function emptyDraft({ book, eligibility }: Court, count: number, known?: Assessment['missingSets']) {
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
    nearestEligible: new Int32Array(count).fill(-1) as Int32Array,
    nearestEligibleDistanceM: new Float64Array(count),
    marginM: new Float64Array(count),
    missing: new Uint16Array(count),
    sets: missingSets(known),
  };
}

/** Judges the facilities `from` up to `to` and writes all but what heat sources are nearest. */
export function assessRange(court: Court, from: number, to: number, draft: Draft): void {
  const frame = frameOf(court, from, to);
  const applied = applyRules(court.rules, frame);
  for (const [r, { outcomes, only }] of applied.entries()) if (only !== 0) draft.outcomes.set(outcomes, r * draft.count + from);

  const duty = draft.duty.subarray(from, to);
  const cut = { duty, possibleDuty: draft.possibleDuty.subarray(from, to), certainty: draft.certainty.subarray(from, to), deadlineRule: draft.deadlineRule.subarray(from, to) };
  weigh(applied, cut);
  decideFacts(applied, duty, { marginM: draft.marginM.subarray(from, to), missing: draft.missing.subarray(from, to) }, draft.sets);
  markOverdue(applied, court, frame, draft);
  for (let facility = from; facility < to; facility++) {
    draft.division[facility] = (frame.columns.divisionCode[facility] as number) || (sureDivision(frame, facility - from) ?? 0);
  }
}

/** A closed facility has done its duty, however late. */
function markOverdue(applied: readonly AppliedRule[], { book }: Court, { columns, from, to }: Frame, { deadlineRule, overdue }: Draft): void {
  const closed = STATUSES.indexOf('closed') + 1;
  const isPast = applied.map(({ ready }) => (ready.open.rule.deadline.day ?? book.asOf) < book.asOf);
  for (let facility = from; facility < to; facility++) {
    overdue[facility] = isPast[deadlineRule[facility] as number] === true && columns.words.status[facility] !== closed ? 1 : 0;
  }
}

/** Distances are printed to the metre and held against the reach. */
const PRINTED_STEP_M = 1;

function measureNearest({ scene, book }: Court, from: number, to: number, { nearestEligible, nearestEligibleDistanceM }: Draft): void {
  for (let facility = from; facility < to; facility++) {
    const source = nearestEligible[facility] as number;
    const reachM = scene.sourceList[source]?.reachM ?? book.reachM ?? 0;
    nearestEligibleDistanceM[facility] = source === -1 ? NaN : quickDistanceM(scene, source, facility, PRINTED_STEP_M, reachM);
  }
}

import type { Truth } from '../base/truth.ts';
import { and, MISSING, NO, not, REVIEW, YES } from '../base/truth.ts';
import { nodesOf } from '../policy/conditions.ts';
import type { Outcome } from './assessment.ts';
import { OPEN_OR_SURE, OUTCOME_INDEX } from './assessment.ts';
import type { KnownTests, Test } from './compile.ts';
import { compile } from './compile.ts';
import type { Frame } from './frame.ts';
import type { Judged } from './judge.ts';
import { judge } from './judge.ts';
import { jurisdictionTest } from './jurisdiction.ts';
import { openRows } from './open-rows.ts';
import { lateDemands } from './overdue.ts';
import { uniform } from './predicates/predicate.ts';
import type { OpenRule, RuleBook } from './rule-book.ts';

/** A rule whose conditions are ready to be judged. */
export interface ReadyRule {
  readonly open: OpenRule;
  /** The facility lies in the jurisdiction. */
  readonly place: Test;
  /** The article addresses it, under circumstances that hold. */
  readonly demand: Test;
  readonly exemptions: readonly Test[];
  /** It asks whether another demand is overdue, so it is judged after the rules that do not. */
  readonly afterOthers: boolean;
  /** Some test behind its outcome may be a measurement. */
  readonly measures: boolean;
}

/** One rule held against every row of a frame, with the answers it rests on. */
export interface AppliedRule {
  readonly ready: ReadyRule;
  /** What it was judged by. */
  readonly frame: Frame;
  readonly place: Judged;
  readonly demand: Judged;
  readonly exemptions: readonly Judged[];
  /** Index into `OUTCOMES` for each row, holds included. */
  readonly outcomes: Uint8Array;
  /** Which outcomes there are before any hold, one bit each by `OUTCOME_INDEX`. */
  readonly said: number;
  /** Per row, the index of the rule that holds this one back (or may), else -1; `null` when no row is held. */
  heldBy: Int16Array | null;
}

export function readyRules(book: RuleBook): readonly ReadyRule[] {
  const known: KnownTests = new Map();
  const rules = book.rules.map((open) => {
    const conditions = [open.subject, open.when, ...open.unless.map(({ condition }) => condition)];
    const place = compile(jurisdictionTest(open.pack.jurisdiction), open.pack, known);
    const demand = compile({ all: [open.subject, open.when] }, open.pack, known);
    const exemptions = open.unless.map(({ condition }) => compile(condition, open.pack, known));
    const measures = [place, demand, ...exemptions].some(isMeasure);
    return { open, place, demand, exemptions, afterOthers: conditions.some((condition) => [...nodesOf(condition)].some((node) => 'overdue' in node)), measures };
  });
  const holds = rules.filter(({ open, measures }) => measures && open.rule.duty === 'hold').flatMap(({ open }) => open.rule.holds);
  return rules.map((ready) => ({ ...ready, measures: ready.measures || holds.includes(ready.open.rule.duty) }));
}

function isMeasure(test: Test): boolean {
  if (test.op === 'leaf') return test.predicate.quickMarginM !== undefined;
  return test.op === 'not' ? isMeasure(test.part) : test.parts.some(isMeasure);
}

/**
 * Holds every rule against every row, then lets the holds among them hold the others back. Rules that ask what is overdue
 * come last: a demand that is held back is not late.
 */
export function applyRules(rules: readonly ReadyRule[], frame: Frame): readonly AppliedRule[] {
  const first = rules.map((ready) => (ready.afterOthers ? null : applyRule(ready, frame)));
  const judged = first.filter((one) => one !== null);
  letHold(first, judged);
  if (judged.length === rules.length) return judged;
  const later = { ...frame, late: lateDemands(judged, frame) };
  const all = first.map((one, r) => one ?? applyRule(rules[r] as ReadyRule, later));
  letHold(all, all.filter(({ ready }) => ready.afterOthers));
  return all;
}

/** @param numbered rules at their own index, which `heldBy` names. */
function letHold(numbered: readonly (AppliedRule | null)[], held: readonly AppliedRule[]): void {
  for (const [h, hold] of numbered.entries()) {
    if (hold?.ready.open.rule.duty === 'hold') holdBack(h, hold, held);
  }
}

/**
 * What nobody can ask for is not judged: the demand where no row is bound, the exemptions where nothing is demanded. They
 * then stand for "no" in every row.
 */
function applyRule(ready: ReadyRule, frame: Frame): AppliedRule {
  const rows = frame.to - frame.from;
  const place = judge(ready.place, frame);
  const demand = place.only === NO ? nowhere(ready.demand, rows) : judge(ready.demand, frame);
  const exemptions = demand.only === NO ? [] : ready.exemptions.map((test) => judge(test, frame));
  const outcomes = new Uint8Array(rows);
  let said = 1 << OUTCOME_INDEX.unbound;
  if (place.only !== NO) {
    said = fillOutcomes(outcomes, place.truths, demand.truths, strongest(exemptions, rows));
  }
  return { ready, frame, place, demand, exemptions, outcomes, said, heldBy: null };
}

function nowhere(test: Test, rows: number): Judged {
  return { test, truths: uniform(NO, rows), only: NO, parts: [] };
}

function strongest(exemptions: readonly Judged[], rows: number): Uint8Array {
  const exempt = new Uint8Array(rows);
  for (const { truths } of exemptions) {
    for (let row = 0; row < rows; row++) exempt[row] = Math.max(exempt[row] as number, truths[row] as number);
  }
  return exempt;
}

/** Says which outcomes there are, one bit each. */
function fillOutcomes(outcomes: Uint8Array, place: Uint8Array, demand: Uint8Array, exempt: Uint8Array): number {
  let said = 0;
  for (let row = 0; row < outcomes.length; row++) {
    const outcome = OUTCOME_OF[((place[row] as number) << 4) | ((demand[row] as number) << 2) | (exempt[row] as number)] as number;
    outcomes[row] = outcome;
    said |= 1 << outcome;
  }
  return said;
}

function outcomeOf(place: Truth, demand: Truth, exempt: Truth): Outcome {
  if (place === NO) return 'unbound';
  const bound = and(place, demand);
  if (bound === NO) return 'outside';
  if (exempt === YES) return 'exempt';
  return OPEN_OUTCOME[and(bound, not(exempt))];
}

const OPEN_OUTCOME = { [NO]: 'outside', [MISSING]: 'unknown', [REVIEW]: 'review', [YES]: 'applies' } as const;

/** `outcomeOf` of every combination: two bits each for the place, the demand and the exemption. */
const OUTCOME_OF = Uint8Array.from({ length: 64 }, (_, key) => OUTCOME_INDEX[outcomeOf((key >> 4) as Truth, ((key >> 2) & 3) as Truth, (key & 3) as Truth)]);

/** A sure hold exempts what it names; a possible one passes its own doubt on, and a missing fact is the weaker answer. */
function holdBack(h: number, hold: AppliedRule, applied: readonly AppliedRule[]): void {
  const { applies, unknown, review, exempt } = OUTCOME_INDEX;
  if ((hold.said & OPEN_OR_SURE) === 0) return;
  for (const other of applied) {
    if (!hold.ready.open.rule.holds.includes(other.ready.open.rule.duty)) continue;
    if ((other.said & OPEN_OR_SURE) === 0) continue;
    for (const row of openRows(hold.outcomes)) {
      const held = other.outcomes[row] as number;
      if (held !== applies && held !== review && held !== unknown) continue;
      const holding = hold.outcomes[row] as number;
      if (holding === applies) other.outcomes[row] = exempt;
      else if (holding !== review && holding !== unknown) continue;
      else if (holding < held) other.outcomes[row] = holding;
      else if ((other.heldBy?.[row] ?? -1) !== -1) continue;
      other.heldBy ??= new Int16Array(hold.outcomes.length).fill(-1);
      other.heldBy[row] = h;
    }
  }
}

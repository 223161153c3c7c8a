import type { Truth } from '../base/truth.ts';
import { dutyRank } from '../policy/duty.ts';
import type { AppliedRule } from './apply-rules.ts';
import { OPEN_OR_SURE, OUTCOME_INDEX } from './assessment.ts';
import { visitGrounds } from './explain.ts';
import type { Frame } from './frame.ts';
import type { LeafVisitor } from './judge.ts';
import { openRows } from './open-rows.ts';
import type { Predicate } from './predicates/predicate.ts';

/** Where the facts of a range of facilities are written. */
export interface DecidingColumns {
  readonly marginM: Float64Array;
  readonly missing: Uint16Array;
}

/**
 * What the findings behind each verdict would show, without building one: the smallest margin and the missing fields. Rule
 * by rule in the same order: those that apply with the verdict's duty, then the open ones that could make it stronger.
 *
 * @param duty the verdicts, as ranks.
 */
export function decideFacts(applied: readonly AppliedRule[], duty: Uint8Array, { marginM, missing }: DecidingColumns, sets: MissingSets): void {
  const { applies, unknown } = OUTCOME_INDEX;
  marginM.fill(NaN);
  missing.fill(0);
  let row = 0;
  let margin = NaN;
  const facts = openFacts(duty.length);
  const measure: LeafVisitor = (predicate, truth, frame) => {
    if (predicate.quickMarginM === undefined) return false;
    margin = facts.marginM(predicate, frame, row, truth);
    return !Number.isNaN(margin);
  };
  const collect: LeafVisitor = (predicate, truth, frame) => {
    for (const field of facts.missing(predicate, frame, row, truth)) missing[row] = sets.with(missing[row] as number, field);
    return false;
  };
  const note = (rule: AppliedRule, isOpen: boolean): void => {
    if (rule.ready.measures) {
      margin = NaN;
      visitGrounds(rule, applied, row, () => measure);
      if (!Number.isNaN(margin)) marginM[row] = nearer(marginM[row] as number, margin);
    }
    if (isOpen) visitGrounds(rule, applied, row, () => collect);
  };
  for (const rule of applied) {
    const { ready, outcomes, said } = rule;
    if (!ready.measures || (said & (1 << applies)) === 0) continue;
    const rank = dutyRank(ready.open.rule.duty);
    for (row of openRows(outcomes)) if (outcomes[row] === applies && duty[row] === rank) note(rule, false);
  }
  for (const rule of applied) {
    const { ready, outcomes, said } = rule;
    // A hold may have opened what was sure.
    if ((said & OPEN_OR_SURE) === 0 || (said & OPEN_OR_SURE) === 1 << applies && rule.heldBy === null) continue;
    const rank = dutyRank(ready.open.rule.duty);
    for (row of openRows(outcomes)) {
      const outcome = outcomes[row] as number;
      if (outcome >= unknown && outcome !== applies && rank < (duty[row] as number)) note(rule, true);
    }
  }
}

/** What a measurement gave for each row of a frame. */
interface Measured {
  readonly margins: Float64Array;
  readonly isKnown: Uint8Array;
  readonly missing: (readonly string[] | undefined)[];
}

/** Many rules rest on one measurement, which has one truth for a row: each is taken once. */
function openFacts(rows: number) {
  const known = new Map<Predicate, Measured>();
  const of = (predicate: Predicate): Measured => {
    let measured = known.get(predicate);
    if (measured === undefined) known.set(predicate, (measured = { margins: new Float64Array(rows), isKnown: new Uint8Array(rows), missing: [] }));
    return measured;
  };
  return {
    marginM: (predicate: Predicate, frame: Frame, row: number, truth: Truth): number => {
      const { margins, isKnown } = of(predicate);
      if (isKnown[row] === 0) {
        margins[row] = predicate.quickMarginM?.(frame, row, truth) ?? NaN;
        isKnown[row] = 1;
      }
      return margins[row] as number;
    },
    missing: (predicate: Predicate, frame: Frame, row: number, truth: Truth): readonly string[] =>
      predicate.quickMarginM === undefined ? predicate.missing(frame, row, truth) : (of(predicate).missing[row] ??= predicate.missing(frame, row, truth)),
  };
}

/** The margin nearer to flipping; the first of two that print alike. */
function nearer(so: number, next: number): number {
  return Math.abs(next) < Math.abs(so) || Number.isNaN(so) ? next : so;
}

/** Ordered sets of field names, each kept once under a small number; 0 is the empty one. */
export interface MissingSets {
  readonly sets: readonly (readonly string[])[];
  /** The number of a set with one more field. */
  readonly with: (set: number, field: string) => number;
}

/** @param known sets to begin with, the empty one first. */
export function missingSets(known: readonly (readonly string[])[] = [[]]): MissingSets {
  const sets: (readonly string[])[] = [...known];
  const steps = sets.map(() => new Map<string, number>());
  return {
    sets,
    with: (set, field) => {
      const step = steps[set]?.get(field);
      if (step !== undefined) return step;
      const fields = sets[set] ?? [];
      let next = set;
      if (!fields.includes(field)) {
        next = sets.findIndex((other) => other.length === fields.length + 1 && other.at(-1) === field && fields.every((one, k) => one === other[k]));
        if (next === -1) {
          next = sets.push([...fields, field]) - 1;
          steps.push(new Map());
        }
      }
      steps[set]?.set(field, next);
      return next;
    },
  };
}

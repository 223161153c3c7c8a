import { NO, YES } from '../base/truth.ts';
import type { AppliedRule } from './apply-rules.ts';
import { applyRules } from './apply-rules.ts';
import { OUTCOMES } from './assessment.ts';
import { frameOf, openCourt } from './court.ts';
import type { Finding } from './finding.ts';
import type { Frame } from './frame.ts';
import type { Judged, Leaf } from './judge.ts';
import { carryingLeaves, evidenceOf } from './judge.ts';
import type { RuleBook } from './rule-book.ts';
import type { Scene } from './scene.ts';

/**
 * Everything the law of the day says of one facility, rule by rule in the order of the book, "why not" included. It runs
 * the engine on that facility alone, so it cannot disagree with the assessment.
 */
export function explain(scene: Scene, book: RuleBook, facility: number): readonly Finding[] {
  return explainRange(scene, book, facility, facility + 1)(facility);
}

/** The same for the facilities `from` up to `to`: the rules are applied once, the evidence is decoded when asked for. */
export function explainRange(scene: Scene, book: RuleBook, from: number, to: number): (facility: number) => readonly Finding[] {
  const court = openCourt(scene, book);
  const frame = frameOf(court, from, to);
  const applied = applyRules(court.rules, frame);
  return (facility) => {
    const row = facility - from;
    return applied.filter(({ outcomes }) => OUTCOMES[outcomes[row] as number] !== 'unbound').map((rule) => findingOf(rule, applied, frame, row));
  };
}

function findingOf(applied: AppliedRule, all: readonly AppliedRule[], frame: Frame, row: number): Finding {
  const { rule, pack } = applied.ready.open;
  const outcome = OUTCOMES[applied.outcomes[row] as number] ?? 'outside';
  const leaves = leavesOf(applied, all, row);
  const evidence = evidenceOf(leaves, frame, row);
  return {
    rule: rule.id,
    pack: pack.id,
    article: rule.article,
    outcome,
    marginM: evidence.flatMap((one) => ('marginM' in one && one.marginM !== null ? [one.marginM] : []))[0] ?? null,
    missing: outcome === 'unknown' || outcome === 'review' ? [...new Set(evidence.flatMap((one) => one.missing))] : [],
    evidence,
    clause: outcome === 'outside' || outcome === 'applies' ? null : clauseOf(applied, all, row),
  };
}

/** The tests that carry the outcome of a rule for one row, in the order in which a reader asks for them. */
export function leavesOf({ place, demand, exemptions, heldBy, ready }: AppliedRule, all: readonly AppliedRule[], row: number): readonly Leaf[] {
  const carried = (judged: Judged) => carryingLeaves(judged, row);
  const own = carried(demand);
  if (demand.truths[row] === NO) return own;
  const hold = heldBy === null ? undefined : all[heldBy[row] as number];
  const placed = place.truths[row] === YES || ready.place.op !== 'leaf' ? [] : carried(place);
  const exempting = exemptions.filter(({ truths }) => truths[row] !== NO).flatMap(carried);
  return [...(hold === undefined ? [] : carried(hold.demand)), ...exempting, ...placed, ...own];
}

/** The exemption or the hold that surely, or possibly, takes the facility out. */
function clauseOf({ exemptions, heldBy, ready }: AppliedRule, all: readonly AppliedRule[], row: number): Finding['clause'] {
  const hold = heldBy === null ? undefined : all[heldBy[row] as number]?.ready.open.rule;
  if (hold !== undefined) return { article: hold.article, ...hold.title };
  const taken = exemptions.findIndex(({ truths }) => truths[row] !== NO);
  const exemption = ready.open.unless[taken];
  return exemption === undefined ? null : { article: exemption.article, ...exemption.clause };
}

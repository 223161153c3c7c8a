import { NO, YES } from '../base/truth.ts';
import type { AppliedRule } from './apply-rules.ts';
import { applyRules } from './apply-rules.ts';
import { OUTCOMES } from './assessment.ts';
import { frameOf, openCourt } from './court.ts';
import type { Finding, Ground } from './finding.ts';
import type { Frame } from './frame.ts';
import type { Judged, Leaf } from './judge.ts';
import { carryingLeaves } from './judge.ts';
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
    return applied.filter(({ outcomes }) => OUTCOMES[outcomes[row] as number] !== 'unbound').map((rule) => findingOf(rule, applied, row));
  };
}

function findingOf(applied: AppliedRule, all: readonly AppliedRule[], row: number): Finding {
  const { rule, pack } = applied.ready.open;
  const outcome = OUTCOMES[applied.outcomes[row] as number] ?? 'outside';
  const hold = applied.heldBy === null ? undefined : all[applied.heldBy[row] as number]?.ready.open;
  const grounds = groundsOf(applied, all, row).map(({ side, frame, predicate, truth }): Ground => ({ for: side, evidence: predicate.evidence(frame, row, truth) }));
  const evidence = grounds.map((ground) => ground.evidence);
  return {
    rule: rule.id,
    pack: pack.id,
    article: rule.article,
    outcome,
    marginM: evidence.flatMap((one) => ('marginM' in one && one.marginM !== null ? [one.marginM] : []))[0] ?? null,
    missing: outcome === 'unknown' || outcome === 'review' ? [...new Set(evidence.flatMap((one) => one.missing))] : [],
    evidence,
    grounds,
    clause: outcome === 'outside' || outcome === 'applies' ? null : clauseOf(applied, all, row),
    heldBy: hold === undefined ? null : { pack: hold.pack.id, rule: hold.rule.id },
  };
}

/** A test that carries the outcome of a rule, not yet decoded. */
export interface OpenGround extends Leaf {
  readonly side: Ground['for'];
  readonly frame: Frame;
}

/** The tests that carry the outcome of a rule for one row, in the order in which a reader asks for them. */
export function groundsOf(applied: AppliedRule, all: readonly AppliedRule[], row: number): readonly OpenGround[] {
  const { demand, exemptions, heldBy } = applied;
  const demanding = groundsFor('demand', applied, demand, row);
  if (demand.truths[row] === NO) return demanding;
  const hold = heldBy === null ? undefined : all[heldBy[row] as number];
  const holding = hold === undefined ? [] : holdingGrounds(hold, row);
  const exempting = exemptions.filter(({ truths }) => truths[row] !== NO).flatMap((judged) => groundsFor('exemption', applied, judged, row));
  return [...holding, ...exempting, ...placing('place', applied, row), ...demanding];
}

function groundsFor(side: Ground['for'], { frame }: AppliedRule, judged: Judged, row: number): readonly OpenGround[] {
  return carryingLeaves(judged, row).map(({ predicate, truth }) => ({ side, frame, predicate, truth }));
}

/** While nobody knows whether the hold's city is the facility's, nothing else of the hold is worth asking. */
function holdingGrounds(hold: AppliedRule, row: number): readonly OpenGround[] {
  const place = placing('hold', hold, row);
  return place.length > 0 ? place : groundsFor('hold', hold, hold.demand, row);
}

/** The jurisdiction is worth a word only where it is open. */
function placing(side: Ground['for'], applied: AppliedRule, row: number): readonly OpenGround[] {
  return applied.place.truths[row] === YES ? [] : groundsFor(side, applied, applied.place, row);
}

/** The exemption or the hold that surely, or possibly, takes the facility out. */
function clauseOf({ exemptions, heldBy, ready }: AppliedRule, all: readonly AppliedRule[], row: number): Finding['clause'] {
  const hold = heldBy === null ? undefined : all[heldBy[row] as number]?.ready.open.rule;
  if (hold !== undefined) return { article: hold.article, ...hold.title };
  const taken = exemptions.findIndex(({ truths }) => truths[row] !== NO);
  const exemption = ready.open.unless[taken];
  return exemption === undefined ? null : { article: exemption.article, ...exemption.clause };
}

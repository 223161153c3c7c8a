import { NO, YES } from '../base/truth.ts';
import type { AppliedRule } from './apply-rules.ts';
import { applyRules } from './apply-rules.ts';
import { OUTCOMES } from './assessment.ts';
import { openCourt } from './court.ts';
import type { Finding, Ground } from './finding.ts';
import { facilityFrame } from './frame.ts';
import type { Judged } from './judge.ts';
import { carryingEvidence } from './judge.ts';
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
  const { rules, eligibility } = openCourt(scene, book);
  const frame = facilityFrame(scene, book, eligibility, from, to);
  const applied = applyRules(rules, frame);
  return (facility) => {
    const row = facility - from;
    return applied.filter(({ outcomes }) => OUTCOMES[outcomes[row] as number] !== 'unbound').map((rule) => findingOf(rule, applied, row));
  };
}

function findingOf(applied: AppliedRule, all: readonly AppliedRule[], row: number): Finding {
  const { rule, pack } = applied.ready.open;
  const outcome = OUTCOMES[applied.outcomes[row] as number] ?? 'outside';
  const hold = all[applied.heldBy[row] as number]?.ready.open;
  const grounds = groundsOf(applied, all, row);
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

function groundsOf(applied: AppliedRule, all: readonly AppliedRule[], row: number): readonly Ground[] {
  const { demand, exemptions, heldBy } = applied;
  const demanding = groundsFor('demand', applied, demand, row);
  if (demand.truths[row] === NO) return demanding;
  const hold = all[heldBy[row] as number];
  const holding = hold === undefined ? [] : holdingGrounds(hold, row);
  const exempting = exemptions.filter(({ truths }) => truths[row] !== NO).flatMap((judged) => groundsFor('exemption', applied, judged, row));
  return [...holding, ...exempting, ...placing('place', applied, row), ...demanding];
}

function groundsFor(side: Ground['for'], { frame }: AppliedRule, judged: Judged, row: number): readonly Ground[] {
  return carryingEvidence(judged, frame, row).map((evidence) => ({ for: side, evidence }));
}

/** While nobody knows whether the hold's city is the facility's, nothing else of the hold is worth asking. */
function holdingGrounds(hold: AppliedRule, row: number): readonly Ground[] {
  const place = placing('hold', hold, row);
  return place.length > 0 ? place : groundsFor('hold', hold, hold.demand, row);
}

/** The jurisdiction is worth a word only where it is open. */
function placing(side: Ground['for'], applied: AppliedRule, row: number): readonly Ground[] {
  return applied.place.truths[row] === YES ? [] : groundsFor(side, applied, applied.place, row);
}

/** The exemption or the hold that surely, or possibly, takes the facility out. */
function clauseOf({ exemptions, heldBy, ready }: AppliedRule, all: readonly AppliedRule[], row: number): Finding['clause'] {
  const hold = all[heldBy[row] as number]?.ready.open.rule;
  if (hold !== undefined) return { article: hold.article, ...hold.title };
  const taken = exemptions.findIndex(({ truths }) => truths[row] !== NO);
  const exemption = ready.open.unless[taken];
  return exemption === undefined ? null : { article: exemption.article, ...exemption.clause };
}

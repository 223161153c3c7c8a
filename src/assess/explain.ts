import { MISSING, NO, REVIEW, YES } from '../base/truth.ts';
import type { AppliedRule } from './apply-rules.ts';
import { applyRules } from './apply-rules.ts';
import { OUTCOMES } from './assessment.ts';
import { frameOf, openCourt } from './court.ts';
import type { Finding, Ground } from './finding.ts';
import type { LeafVisitor } from './judge.ts';
import { visitCarrying } from './judge.ts';
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
  const grounds: Ground[] = [];
  visitGrounds(applied, all, row, (side) => (predicate, truth, frame) => {
    grounds.push({ for: side, evidence: predicate.evidence(frame, row, truth) });
    return false;
  });
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

/**
 * The tests that carry the outcome of a rule for one row, in the order in which a reader asks for them.
 *
 * @param hearing the visitor for tests that speak for one side of the rule.
 */
export function visitGrounds(applied: AppliedRule, all: readonly AppliedRule[], row: number, hearing: (side: Ground['for']) => LeafVisitor): boolean {
  const { frame, demand, exemptions, heldBy } = applied;
  if (demand.truths[row] !== NO) {
    const hold = heldBy === null ? undefined : all[heldBy[row] as number];
    if (hold !== undefined && visitHold(hold, row, hearing('hold'))) return true;
    for (const wanted of EXEMPTING) {
      for (const judged of exemptions) if (judged.truths[row] === wanted && visitCarrying(judged, frame, row, hearing('exemption'))) return true;
    }
    if (isPlaceOpen(applied, row) && visitCarrying(applied.place, frame, row, hearing('place'))) return true;
  }
  return visitCarrying(demand, frame, row, hearing('demand'));
}

/** What an exemption must be to take a facility out, or perhaps: that which decides comes first. */
const EXEMPTING = [YES, REVIEW, MISSING] as const;

/** While nobody knows whether the hold's city is the facility's, nothing else of the hold is worth asking. */
function visitHold(hold: AppliedRule, row: number, visit: LeafVisitor): boolean {
  return visitCarrying(isPlaceOpen(hold, row) ? hold.place : hold.demand, hold.frame, row, visit);
}

/** The jurisdiction is worth a word only where it is open. */
function isPlaceOpen({ place }: AppliedRule, row: number): boolean {
  return place.truths[row] !== YES;
}

/** The exemption or the hold that surely, or possibly, takes the facility out. */
function clauseOf({ exemptions, heldBy, ready }: AppliedRule, all: readonly AppliedRule[], row: number): Finding['clause'] {
  const hold = heldBy === null ? undefined : all[heldBy[row] as number]?.ready.open.rule;
  if (hold !== undefined) return { article: hold.article, ...hold.title };
  const [taken = -1] = EXEMPTING.map((wanted) => exemptions.findIndex(({ truths }) => truths[row] === wanted)).filter((k) => k !== -1);
  const exemption = ready.open.unless[taken];
  return exemption === undefined ? null : { article: exemption.article, ...exemption.clause };
}

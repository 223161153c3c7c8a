import type { ReadyRule } from './apply-rules.ts';
import { readyRules } from './apply-rules.ts';
import type { Frame, SourceEligibility } from './frame.ts';
import { facilityFrame } from './frame.ts';
import type { Relations } from './relations.ts';
import { relate, relationsWithin } from './relations.ts';
import type { RuleBook } from './rule-book.ts';
import type { Scene } from './scene.ts';
import { sourceEligibility } from './source-eligibility.ts';

/** A scene and the law of a day, with all that judging any facility needs worked out once. */
export interface Court {
  readonly scene: Scene;
  readonly book: RuleBook;
  readonly rules: readonly ReadyRule[];
  readonly eligibility: SourceEligibility;
}

const courts = new WeakMap<Scene, WeakMap<RuleBook, Court>>();

/** The court of this scene and book; the same one as long as both live, so that opening a card costs one facility. */
export function openCourt(scene: Scene, book: RuleBook): Court {
  const ofScene = courts.get(scene) ?? new WeakMap<RuleBook, Court>();
  courts.set(scene, ofScene);
  const court = ofScene.get(book) ?? { scene, book, rules: readyRules(book), eligibility: sourceEligibility(scene, book) };
  ofScene.set(book, court);
  return court;
}

/** Relations of all facilities of a scene: those to areas hold for every law, those to heat sources for one court. */
const toAreas = new WeakMap<Scene, Relations>();
const toAll = new WeakMap<Court, Relations>();

/** Works out, once, where every facility of the court's scene stands; frames of the court are then cut from it. */
export function relateAll(court: Court): Relations {
  const { scene, book, eligibility } = court;
  let whole = toAll.get(court);
  if (whole === undefined) {
    const fresh = relate(scene, scene.facilities, 0, scene.facilities.count, { reachM: book.reachM, counts: eligibility.any });
    const areas = toAreas.get(scene) ?? fresh;
    toAreas.set(scene, areas);
    whole = { ...areas, sourcesNear: fresh.sourcesNear };
    toAll.set(court, whole);
  }
  return whole;
}

/** Lets the court's frames be cut from relations that are known already. */
export function settleRelations(court: Court, relations: Relations): void {
  toAll.set(court, relations);
}

/** Facilities `from` up to `to` under judgement. */
export function frameOf(court: Court, from: number, to: number): Frame {
  const whole = toAll.get(court);
  return facilityFrame(court.scene, court.book, court.eligibility, from, to, whole && relationsWithin(whole, from, to));
}

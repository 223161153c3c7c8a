import type { ReadyRule } from './apply-rules.ts';
import { readyRules } from './apply-rules.ts';
import type { SourceEligibility } from './frame.ts';
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

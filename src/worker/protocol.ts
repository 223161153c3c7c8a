import type { Assessment } from '../assess/assessment.ts';
import type { ZonePatch } from '../assess/reassess-zone.ts';
import type { IsoDay, MultiPolygon } from '../domain/place.ts';
import type { Choices } from '../policy/conditions.ts';
import type { RulePack } from '../policy/rule.ts';
import type { ScenePart } from './scene-parts.ts';

/**
 * What crosses the thread wall. The scene is sent when it changes, its large parts one by one before it, and kept, with all that has been measured in it; a newer
 * order stops an older run. An edit redraws one zone of the last answer: edits build on one another, in the order sent,
 * and a new scene or order forgets them.
 */
export type ToWorker =
  /** Parts of the scene of this order; those of an older one are let go. */
  | { readonly kind: 'part'; readonly order: number; readonly part: ScenePart }
  | { readonly kind: 'scene'; readonly order: number; readonly frame: unknown }
  | { readonly kind: 'assess'; readonly order: number; readonly packs: readonly RulePack[]; readonly asOf: IsoDay; readonly choices: Choices }
  | { readonly kind: 'edit'; readonly order: number; readonly zone: number; readonly polygons: MultiPolygon }
  | { readonly kind: 'cancel' };

export type FromWorker =
  | { readonly kind: 'progress'; readonly order: number; readonly share: number }
  | { readonly kind: 'done'; readonly order: number; readonly assessment: Assessment }
  | { readonly kind: 'edited'; readonly order: number; readonly patch: ZonePatch }
  | { readonly kind: 'failed'; readonly order: number; readonly reason: string };

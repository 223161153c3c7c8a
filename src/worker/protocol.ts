import type { Assessment } from '../assess/assessment.ts';
import type { Scene } from '../assess/scene.ts';
import type { IsoDay } from '../domain/place.ts';
import type { Choices } from '../policy/conditions.ts';
import type { RulePack } from '../policy/rule.ts';

/** What crosses the thread wall. The scene is sent when it changes and kept; a newer order stops an older run. */
export type ToWorker =
  | { readonly kind: 'scene'; readonly scene: Scene }
  | { readonly kind: 'assess'; readonly order: number; readonly packs: readonly RulePack[]; readonly asOf: IsoDay; readonly choices: Choices };

export type FromWorker =
  | { readonly kind: 'progress'; readonly order: number; readonly share: number }
  | { readonly kind: 'done'; readonly order: number; readonly assessment: Assessment }
  | { readonly kind: 'failed'; readonly order: number; readonly reason: string };

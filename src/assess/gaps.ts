import type { ZoneKind } from '../domain/zone.ts';
import type { Condition } from '../policy/condition.ts';
import { nodesOf } from '../policy/conditions.ts';
import type { RuleBook } from './rule-book.ts';
import type { Scene } from './scene.ts';

/** Layers that the law of the day asks for and that nobody loaded: their rules then find nothing, which must be said. */
export interface Gaps {
  readonly zoneKinds: readonly ZoneKind[];
  readonly heatSources: boolean;
}

export function gapsOf(scene: Scene, book: RuleBook): Gaps {
  const asked: Condition[] = book.rules.flatMap(({ subject, when, unless }) => [subject, when, ...unless.map(({ condition }) => condition)]).flatMap((condition) => [...nodesOf(condition)]);
  const kinds = new Set(asked.flatMap((node) => ('inZone' in node ? node.inZone : [])));
  return {
    zoneKinds: [...kinds].filter((kind) => !scene.zones.some((zone) => zone.kind === kind)),
    heatSources: scene.sources.count === 0 && asked.some((node) => 'withinReach' in node),
  };
}

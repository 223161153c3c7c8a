import { NO } from '../base/truth.ts';
import { lies } from '../domain/division.ts';
import type { ZoneKind } from '../domain/zone.ts';
import type { Condition } from '../policy/condition.ts';
import { nodesOf } from '../policy/conditions.ts';
import { frameOf, openCourt, relateAll } from './court.ts';
import { divisionPredicate } from './predicates/division.ts';
import type { RuleBook } from './rule-book.ts';
import type { Scene } from './scene.ts';

/** Layers that the law of the day asks for and that nobody loaded: their rules then find nothing, which must be said. */
export interface Gaps {
  readonly zoneKinds: readonly ZoneKind[];
  readonly heatSources: boolean;
}

/** Only the law that may bind some facility of the scene counts: what another city's plan asks for is not missing here. */
export function gapsOf(scene: Scene, book: RuleBook): Gaps {
  return gapsOfParts(scene, [scene], book);
}

/** The same of a ledger in parts. @param ground any scene on the ground of the parts. */
export function gapsOfParts(ground: Scene, parts: Iterable<Scene>, book: RuleBook): Gaps {
  const asking = new Set(book.rules.map(({ pack }) => pack.jurisdiction));
  const binding = new Set<string>();
  for (const part of parts) {
    for (const jurisdiction of asking) if (!binding.has(jurisdiction) && mayBind(part, book, jurisdiction)) binding.add(jurisdiction);
    if (binding.size === asking.size) break;
  }
  const asked: Condition[] = book.rules
    .filter(({ pack }) => binding.has(pack.jurisdiction))
    .flatMap(({ subject, when, unless }) => [subject, when, ...unless.map(({ condition }) => condition)])
    .flatMap((condition) => [...nodesOf(condition)]);
  const kinds = new Set(asked.flatMap((node) => ('inZone' in node ? node.inZone : [])));
  return {
    zoneKinds: [...kinds].filter((kind) => ![...ground.zones, ...ground.skippedZones].some((zone) => zone.kind === kind)),
    heatSources: ground.sources.count === 0 && asked.some((node) => 'withinReach' in node),
  };
}

/** Whether any facility may lie in the jurisdiction: by its code, else by its position. */
function mayBind(scene: Scene, book: RuleBook, jurisdiction: string): boolean {
  const { divisionCode, count } = scene.facilities;
  const codes = [...new Set(divisionCode)].filter((code) => code !== 0).map(String);
  if (codes.some((code) => lies(code, jurisdiction) || lies(jurisdiction, code))) return true;
  const court = openCourt(scene, book);
  relateAll(court);
  const frame = frameOf(court, 0, count);
  const { truthAt } = divisionPredicate([jurisdiction]);
  return divisionCode.some((code, row) => code === 0 && truthAt(frame, row) !== NO);
}

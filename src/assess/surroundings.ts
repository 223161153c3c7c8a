import type { RuleBook } from './rule-book.ts';
import type { Scene } from './scene.ts';
import { sourceDistanceM } from './source-distance.ts';

export interface SourceAt {
  /** Index into the scene's sources. */
  readonly source: number;
  readonly distanceM: number;
}

/** Heat sources around one facility, whatever the rules say of them. */
export interface Surroundings {
  /** Those within whose reach it lies, ascending. */
  readonly reach: readonly SourceAt[];
  /** `null` without a location or a source; of equally near ones the first. */
  readonly nearest: SourceAt | null;
}

/** Worked out when somebody asks, by one geodesic a source. */
export function surroundingsOf(scene: Scene, book: RuleBook, facility: number): Surroundings {
  const [lng, lat] = [scene.facilities.lng[facility] as number, scene.facilities.lat[facility] as number];
  const reach: SourceAt[] = [];
  let nearest: SourceAt | null = null;
  if (Number.isNaN(lng) || Number.isNaN(lat)) return { reach, nearest };
  for (const [source, { reachM }] of scene.sourceList.entries()) {
    const distanceM = sourceDistanceM(scene, source, lng, lat);
    if (distanceM <= (reachM ?? book.reachM ?? -1)) reach.push({ source, distanceM });
    if (nearest === null || distanceM < nearest.distanceM) nearest = { source, distanceM };
  }
  return { reach, nearest };
}

import type { Project } from '../../domain/project.ts';
import type { DraftZone } from '../../domain/scenario.ts';
import { ZONE_KINDS } from '../../domain/zone.ts';
import { areaChange } from '../../draft/area-change.ts';
import { scenarioProject } from '../../draft/scenario-project.ts';

/** Ground that a scenario newly puts under zones of a kind, and that it takes out, m², over all kinds. */
export interface CoverChange {
  readonly gainedM2: number;
  readonly lostM2: number;
}

/**
 * Compares what zones of each kind cover, with the scenario and without: a zone beside or over another of its kind gains
 * only what that did not cover. `null` when a boundary can't be compared. Takes up to some tenths of a second.
 */
export function coverChange(project: Project, zones: readonly DraftZone[]): CoverChange | null {
  const drafted = scenarioProject(project, { zones, reachM: {} }, (name) => name);
  let [gainedM2, lostM2] = [0, 0];
  for (const kind of ZONE_KINDS) {
    const [before, after] = [project, drafted].map((side) => side.zones.filter((zone) => zone.kind === kind).map(({ polygons }) => polygons));
    const untouched = before?.length === after?.length && before?.every((area, i) => area === after?.[i]) === true;
    if (untouched) continue;
    const change = areaChange(before ?? [], after ?? []);
    if (!change.ok) return null;
    gainedM2 += change.value.gainedM2;
    lostM2 += change.value.lostM2;
  }
  return { gainedM2, lostM2 };
}

import { uniqueKeys } from '../base/unique-keys.ts';
import type { Project } from '../domain/project.ts';
import type { DraftZone, Scenario } from '../domain/scenario.ts';
import type { Zone } from '../domain/zone.ts';
import { areaM2 } from './area-m2.ts';

/** Before the id of every draft zone in an answer: no zone of a file carries it by accident, and a reader sees what it is. */
export const DRAFT_MARK = 'draft:';

/**
 * The data as a scenario would have it: its zones on top of, or in the place of, the enacted ones, and its reaches on the
 * sources. Only for asking the engine; the project itself stays as the files have it.
 *
 * @param called how a candidate is named wherever a zone is named, so that nobody takes it for an enacted one.
 */
export function scenarioProject(project: Project, scenario: Pick<Scenario, 'zones' | 'reachM'>, called: (name: string) => string): Project {
  const replaced = new Set(scenario.zones.flatMap(({ replaces }) => replaces ?? []));
  const zoneKeys = uniqueKeys(project.zones.map(({ id }) => id));
  const sourceKeys = uniqueKeys(project.heatSources.map(({ id }) => id));
  return {
    ...project,
    zones: [...project.zones.filter((_, i) => !replaced.has(zoneKeys[i] ?? '')), ...scenario.zones.map((zone) => asZone(zone, called(zone.name)))],
    heatSources: project.heatSources.map((source, i) => {
      const reachM = scenario.reachM[sourceKeys[i] ?? ''];
      return reachM === undefined ? source : { ...source, reachM };
    }),
  };
}

/** A candidate is drawn to the metre that is meant, holds on any day asked about, and has no notice. */
function asZone({ id, kind, class: zoneClass, polygons }: DraftZone, name: string): Zone {
  return {
    id: DRAFT_MARK + id,
    name,
    kind,
    class: zoneClass,
    divisionCode: null,
    notice: null,
    inForce: { from: null, until: null },
    statedAreaKm2: null,
    polygons,
    areaM2: areaM2(polygons),
    accuracyM: 0,
    illustrative: true,
    original: {},
  };
}

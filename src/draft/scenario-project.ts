import { uniqueKeys } from '../base/unique-keys.ts';
import type { HeatSource } from '../domain/heat-source.ts';
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
  return {
    ...project,
    zones: [...project.zones.filter((_, i) => !replaced.has(zoneKeys[i] ?? '')), ...scenario.zones.map((zone) => asZone(zone, called(zone.name)))],
    heatSources: withReaches(project.heatSources, scenario.reachM),
  };
}

function withReaches(sources: readonly HeatSource[], reachM: Scenario['reachM']): readonly HeatSource[] {
  if (Object.keys(reachM).length === 0) return sources;
  const keys = uniqueKeys(sources.map(({ id }) => id));
  return sources.map((source, i) => {
    const reach = reachM[keys[i] ?? ''];
    return reach === undefined ? source : { ...source, reachM: reach };
  });
}

const zones = new WeakMap<DraftZone, Zone>();

/**
 * A candidate as a zone, the same one as long as it is the same: so two projects can be compared zone by zone. It is drawn
 * to the metre that is meant unless it says otherwise, holds on any day asked about, and has no notice.
 */
function asZone(draft: DraftZone, name: string): Zone {
  const known = zones.get(draft);
  if (known?.name === name) return known;
  const { id, kind, class: zoneClass, polygons, accuracyM = 0 } = draft;
  const zone: Zone = {
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
    accuracyM,
    illustrative: true,
    original: {},
  };
  zones.set(draft, zone);
  return zone;
}

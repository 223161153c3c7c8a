import type { AirReading } from '../domain/air-reading.ts';
import type { Division } from '../domain/division.ts';
import type { Facility } from '../domain/facility.ts';
import type { HeatSource } from '../domain/heat-source.ts';
import type { Park } from '../domain/park.ts';
import type { Project } from '../domain/project.ts';
import type { Station } from '../domain/station.ts';
import type { Zone } from '../domain/zone.ts';
import type { Reading } from './reading.ts';

/** The readings of a project, any number of files of each kind. */
export interface Readings {
  readonly facilities?: readonly Reading<Facility>[];
  readonly heatSources?: readonly Reading<HeatSource>[];
  readonly zones?: readonly Reading<Zone>[];
  readonly divisions?: readonly Reading<Division>[];
  readonly parks?: readonly Reading<Park>[];
  readonly stations?: readonly Reading<Station>[];
  readonly airReadings?: readonly Reading<AirReading>[];
}

/** Puts readings together, in the order given. Readings that were not usable contribute their messages. */
export function assembleProject(readings: Readings, { sample }: { readonly sample: boolean }): Project {
  const { facilities = [], heatSources = [], zones = [], divisions = [], parks = [], stations = [], airReadings = [] } = readings;
  const all: readonly Reading<unknown>[] = [...facilities, ...heatSources, ...zones, ...divisions, ...parks, ...stations, ...airReadings];
  return {
    facilities: joined(facilities.map((reading) => reading.accepted)),
    heatSources: joined(heatSources.map((reading) => reading.accepted)),
    zones: joined(zones.map((reading) => reading.accepted)),
    skippedZones: joined(zones.map((reading) => reading.skipped)),
    parks: joined(parks.map((reading) => reading.accepted)),
    stations: joined(stations.map((reading) => reading.accepted)),
    airReadings: joined(airReadings.map((reading) => reading.accepted)),
    divisions: joined(divisions.map((reading) => reading.accepted)),
    inputs: all.map((reading) => reading.input),
    quarantine: joined(all.map((reading) => reading.quarantine)),
    ignored: joined(all.map((reading) => reading.ignored)),
    messages: joined(all.map((reading) => reading.messages)),
    sample,
  };
}

/** `flat` for long lists: it takes as long for each item as reading some of its cells. */
function joined<Item>(lists: readonly (readonly Item[])[]): readonly Item[] {
  return ([] as readonly Item[]).concat(...lists);
}

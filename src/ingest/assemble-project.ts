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
    facilities: facilities.flatMap((reading) => reading.accepted),
    heatSources: heatSources.flatMap((reading) => reading.accepted),
    zones: zones.flatMap((reading) => reading.accepted),
    skippedZones: zones.flatMap((reading) => reading.skipped),
    parks: parks.flatMap((reading) => reading.accepted),
    stations: stations.flatMap((reading) => reading.accepted),
    airReadings: airReadings.flatMap((reading) => reading.accepted),
    divisions: divisions.flatMap((reading) => reading.accepted),
    inputs: all.map((reading) => reading.input),
    quarantine: all.flatMap((reading) => reading.quarantine),
    ignored: all.flatMap((reading) => reading.ignored),
    messages: all.flatMap((reading) => reading.messages),
    sample,
  };
}

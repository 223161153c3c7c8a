import { finish, part, type Steps } from '../base/steps.ts';
import type { Project } from '../domain/project.ts';
import { assembleProject } from './assemble-project.ts';
import { readAirReadings } from './read-air-readings.ts';
import { readDivisions } from './read-divisions.ts';
import { readFacilitiesSteps } from './read-facilities.ts';
import { OWN } from './read-options.ts';
import { readHeatSources } from './read-heat-sources.ts';
import { readParks } from './read-parks.ts';
import { readStations } from './read-stations.ts';
import { readZones } from './read-zones.ts';
import type { SourceFile } from './source-file.ts';

/** The files of an embedded city. */
export interface CityFiles {
  readonly facilities: SourceFile;
  readonly heatSources: SourceFile;
  readonly zones: SourceFile;
  readonly divisions: readonly SourceFile[];
  readonly parks: SourceFile;
  readonly stations: SourceFile;
  readonly airReadings: SourceFile;
}

/** Reads the embedded city. What is wrong with it stands in the project like the faults of any other file. */
export function readCity(files: CityFiles): Project {
  return finish(readCitySteps(files));
}

/** The shares of the work, roughly. */
const OUTLINED = 0.1;
const LISTED = 0.8;

/** The same in short stretches. */
export function* readCitySteps(files: CityFiles): Steps<Project> {
  const divisions = files.divisions.map((file) => readDivisions(file, OWN));
  yield OUTLINED;
  const known = divisions.flatMap((reading) => reading.accepted);
  const facilities = yield* part(readFacilitiesSteps(files.facilities, { divisions: known, ...OWN }), OUTLINED, LISTED);
  const zones = readZones(files.zones, OWN);
  yield LISTED;
  return assembleProject(
    {
      facilities: [facilities],
      heatSources: [readHeatSources(files.heatSources, OWN)],
      zones: [zones],
      divisions,
      parks: [readParks(files.parks, OWN)],
      stations: [readStations(files.stations, OWN)],
      airReadings: [readAirReadings(files.airReadings)],
    },
    { sample: true },
  );
}

import type { AirReading } from '../domain/air-reading.ts';
import type { Division } from '../domain/division.ts';
import type { Facility } from '../domain/facility.ts';
import type { HeatSource } from '../domain/heat-source.ts';
import type { Rejected } from '../domain/issue.ts';
import type { Park } from '../domain/park.ts';
import type { LngLat } from '../domain/place.ts';
import type { Project } from '../domain/project.ts';
import type { Station } from '../domain/station.ts';
import type { Zone } from '../domain/zone.ts';
import type { LayerAnswers } from './layer-answers.ts';
import type { DataKind } from './layer-kind.ts';
import { middleOf } from './place-witnesses.ts';
import { readAgain, readRowAgain } from './read-again.ts';
import { readAirReadings } from './read-air-readings.ts';
import { readDivisions } from './read-divisions.ts';
import { readFacilitiesSteps } from './read-facilities.ts';
import { readHeatSources } from './read-heat-sources.ts';
import { anchorsOf, type Anchor, type FacilityOptions, type PlaceOptions } from './read-options.ts';
import { readParks } from './read-parks.ts';
import { readStations } from './read-stations.ts';
import { readZones } from './read-zones.ts';
import type { Reading } from './reading.ts';
import type { SourceFile } from './source-file.ts';
import { splitGroups } from './split-groups.ts';
import type { Steps } from '../base/steps.ts';

/** What the records of each kind are. */
export interface Records {
  readonly facilities: Facility;
  readonly heatSources: HeatSource;
  readonly zones: Zone;
  readonly parks: Park;
  readonly stations: Station;
  readonly divisions: Division;
  readonly airReadings: AirReading;
}

/** A reading that says of what. */
export type DataReading = { readonly [Kind in DataKind]: { readonly what: Kind; readonly reading: Reading<Records[Kind]> } }[DataKind];

/** What is known of the city before a file is read. */
export interface Surroundings {
  readonly divisions: readonly Division[];
  /** Known points by their names. */
  readonly anchors: readonly Anchor[];
  /** The middles of known areas by theirs. */
  readonly areas: readonly Anchor[];
}

/** What a project knows of the city. What is made up in it is no place to hold a file's positions against. */
export function surroundingsIn({ divisions, heatSources, stations, parks, zones, facilities }: Project): Surroundings {
  const real = facilities.length > MOST_ANCHORS ? [] : facilities.filter(({ synthetic }) => !synthetic);
  const plain = [...stations.map(({ code, name, lngLat }) => ({ id: code, name, lngLat })), ...parks];
  return {
    divisions,
    anchors: [...anchorsOf(heatSources), ...anchorsOf(real), ...anchorsOf(plain)],
    areas: anchorsOf([...zones.filter(({ illustrative }) => !illustrative).map(middle), ...divisions.map((division) => middle({ ...division, id: division.code }))]),
  };
}

/** Facilities of today's ledger that a file's positions are held against; of more the names alone take seconds. */
const MOST_ANCHORS = 50_000;

function middle({ id, name, polygons }: Pick<Zone, 'id' | 'name' | 'polygons'>): { readonly id: string; readonly name: string; readonly lngLat: LngLat | null } {
  return { id, name, lngLat: middleOf({ coordinates: polygons }) };
}

/** Reads a file as records of a kind, with what a person has answered, and puts right what a person has put right. */
export function* readDataSteps(what: DataKind, layer: SourceFile, answers: LayerAnswers, known: Surroundings): Steps<DataReading> {
  const { encoding, crs, sheet, mapping, repair } = answers;
  // In the page somebody can be asked, so nothing is assumed of coordinates.
  const options: PlaceOptions = { encoding, crs, sheet, mapping, divisions: known.divisions, anchors: known.anchors, undeclared: 'ask' };
  const areas: PlaceOptions = { ...options, anchors: known.areas };
  switch (what) {
    case 'facilities': {
      const own = facilityOptions(answers, known);
      return { what, reading: withCorrections(yield* readFacilitiesSteps(layer, own), answers, known) };
    }
    case 'heatSources':
      return corrected({ what, reading: readHeatSources(layer, options) }, answers, known);
    case 'zones':
      return { what, reading: readZones(layer, { ...areas, repairZones: repair === true }) };
    case 'parks':
      return corrected({ what, reading: readParks(layer, options) }, answers, known);
    case 'stations':
      return corrected({ what, reading: readStations(layer, options) }, answers, known);
    case 'divisions':
      return { what, reading: readDivisions(layer, areas) };
    case 'airReadings':
      return corrected({ what, reading: readAirReadings(layer) }, answers, known);
  }
}

/** What has been read of a file, with the rows in it that a person has put right; outlines are not put right in cells. */
export function corrected(data: DataReading, answers: LayerAnswers, known: Surroundings): DataReading {
  const { what } = data;
  switch (what) {
    case 'facilities':
      return { what, reading: withCorrections(data.reading, answers, known) };
    case 'heatSources':
      return { what, reading: withRowsAgain(data.reading, answers, readHeatSources) };
    case 'parks':
      return { what, reading: withRowsAgain(data.reading, answers, readParks) };
    case 'stations':
      return { what, reading: withRowsAgain(data.reading, answers, readStations) };
    case 'airReadings':
      return { what, reading: withRowsAgain(data.reading, answers, readAirReadings) };
    case 'zones':
    case 'divisions':
      return data;
  }
}

/** The same for tables whose records don't say where they stood: what joins comes last. */
function withRowsAgain<T>(read: Reading<T>, { corrections, mapping }: LayerAnswers, readFile: (file: SourceFile, options: PlaceOptions) => Reading<T>): Reading<T> {
  if (!read.usable || Object.keys(corrections).length === 0) return read;
  const options: PlaceOptions = { crs: read.crs?.crs ?? 'wgs84', isSwapped: read.crs?.isSwapped ?? false, sheet: '', mapping: read.mapping ?? mapping };
  const joined: T[] = [];
  const quarantine = read.quarantine.flatMap((rejected): readonly Rejected[] => {
    const said = corrections[String(rejected.row)];
    const again = said === undefined ? null : readRowAgain(rejected, said, (file) => readFile(file, options));
    if (again?.ok === true) joined.push(again.value);
    return again?.ok === true ? [] : [again?.rejected ?? rejected];
  });
  const { input } = read;
  return { ...read, accepted: [...read.accepted, ...joined], quarantine, input: { ...input, accepted: input.accepted + joined.length, quarantined: quarantine.length } };
}

function facilityOptions({ encoding, crs, sheet, mapping, groups }: LayerAnswers, { divisions, anchors }: Surroundings): FacilityOptions {
  return { encoding, crs, sheet, mapping, divisions, anchors, groups: groups ?? 'count', undeclared: 'ask' };
}

/** Reads rows that were set aside again with the cells that were put right; what is sound now joins, in the order of the file. */
export function withCorrections(reading: Reading<Facility>, answers: LayerAnswers, known: Surroundings): Reading<Facility> {
  const { doubles: _, ...plain } = reading;
  const read: Reading<Facility> = answers.doubles === undefined ? plain : { ...plain, doubles: answers.doubles };
  if (!read.usable || Object.keys(answers.corrections).length === 0) return read;
  const options: FacilityOptions = { ...facilityOptions(answers, known), groups: 'count', mapping: read.mapping ?? answers.mapping, crs: read.crs?.crs ?? answers.crs, isSwapped: read.crs?.isSwapped ?? false };
  const joined: Facility[] = [];
  const quarantine: Rejected[] = [];
  for (const rejected of read.quarantine) {
    const corrections = answers.corrections[String(rejected.row)];
    const again = corrections === undefined ? rejected : readAgain(rejected, corrections, options);
    if ('source' in again) joined.push(again);
    else quarantine.push(again);
  }
  if (joined.length === 0) return { ...read, quarantine };
  const accepted = [...read.accepted, ...(answers.groups === 'split' ? splitGroups(joined) : joined)].sort((a, b) => a.source.row - b.source.row);
  const { input } = read;
  return { ...read, accepted, quarantine, input: { ...input, accepted: input.accepted + joined.length, quarantined: quarantine.length } };
}

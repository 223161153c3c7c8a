import { finish, type Steps } from '../base/steps.ts';
import type { Facility } from '../domain/facility.ts';
import type { Project } from '../domain/project.ts';
import { addLedger, rowsLeft, type Doubles } from './add-ledger.ts';
import type { DataKind } from './layer-kind.ts';
import { message } from './problem.ts';
import type { DataReading } from './read-data.ts';
import type { Reading } from './reading.ts';

/** What belongs to the embedded city's own ledger and means nothing to another: illustrative zones, its sources, its air. */
const WITH_THE_SAMPLE = ['heatSources', 'zones', 'stations', 'airReadings'] as const satisfies readonly DataKind[];

/**
 * Which kinds leave a project when others come in their place. When the embedded ledger goes, the embedded zones, sources and
 * stations go with it unless `keepSample`; divisions and parks are public facts and stay.
 */
export function kindsLeaving({ sample }: Project, replaced: readonly DataKind[], keepSample: boolean): readonly DataKind[] {
  return [...new Set([...replaced, ...(sample && !keepSample && replaced.includes('facilities') ? WITH_THE_SAMPLE : [])])];
}

/** The project with readings put behind what is there. */
export function joinReadings(project: Project, readings: readonly DataReading[]): Project {
  return finish(joiningReadings(project, readings));
}

/** The same in short stretches: a ledger that brings another up to date is held against all of it. */
export function* joiningReadings(project: Project, readings: readonly DataReading[]): Steps<Project> {
  let joined = project;
  for (const reading of readings) joined = yield* withReading(joined, reading);
  return joined;
}

/** The project with readings in the place of all that is of their kinds. */
export function replacing(project: Project, readings: readonly DataReading[]): Project {
  return joinReadings(withoutKinds(project, [...new Set(readings.map(({ what }) => what))]), readings);
}

/** The project without all that is of these kinds. It stays a sample as long as something made up is in it. */
export function withoutKinds(project: Project, leaving: readonly DataKind[]): Project {
  if (leaving.length === 0) return project;
  const gone = new Set(leaving);
  const inputs = project.inputs.filter(({ kind }) => kind === 'policy' || !gone.has(kind));
  const files = new Set(inputs.map(({ name }) => name));
  const stays = ({ file }: { readonly file: string }): boolean => files.has(file);
  const empty = <T>(kind: DataKind, list: readonly T[]): readonly T[] => (gone.has(kind) ? [] : list);
  const rest: Project = {
    ...project,
    facilities: empty('facilities', project.facilities),
    heatSources: empty('heatSources', project.heatSources),
    zones: empty('zones', project.zones),
    skippedZones: empty('zones', project.skippedZones),
    parks: empty('parks', project.parks),
    stations: empty('stations', project.stations),
    airReadings: empty('airReadings', project.airReadings),
    divisions: empty('divisions', project.divisions),
    inputs,
    quarantine: project.quarantine.filter(stays),
    ignored: project.ignored.filter(stays),
    messages: project.messages.filter(stays),
  };
  return { ...rest, sample: project.sample && hasMadeUp(rest) };
}

function* withReading(project: Project, data: DataReading): Steps<Project> {
  const { doubles = 'add' } = data.reading;
  return data.what === 'facilities' && doubles !== 'add' ? yield* withLedger(project, data.reading, doubles) : withAll(project, data);
}

/** A ledger that joins another, with what was chosen for the facilities that both have. What is left out counts as ignored. */
function* withLedger(project: Project, reading: Reading<Facility>, doubles: Exclude<Doubles, 'add'>): Steps<Project> {
  const { accepted, ignored, input } = reading;
  const { facilities, difference } = yield* addLedger(project.facilities, accepted, doubles);
  const both = difference.changed.length + difference.same.length;
  const left = doubles === 'leave' ? rowsLeft(accepted, difference) : [];
  const said = both > 0 && doubles === 'update' ? [message('info', 'ledger-updated', { file: input.name, updated: difference.changed.length, same: difference.same.length, added: difference.added.length })] : [];
  const rest = withAll({ ...project, facilities: [] }, {
    what: 'facilities',
    reading: { ...reading, accepted: [], ignored: [...ignored, ...left], messages: [...reading.messages, ...said], input: { ...input, accepted: input.accepted - left.length, ignored: input.ignored + left.length } },
  });
  return { ...rest, facilities };
}

function withAll(project: Project, { what, reading }: DataReading): Project {
  const { skipped, input, quarantine, ignored, messages } = reading;
  return {
    ...project,
    [what]: [...project[what], ...reading.accepted],
    skippedZones: skipped.length === 0 ? project.skippedZones : [...project.skippedZones, ...skipped],
    inputs: [...project.inputs, input],
    quarantine: [...project.quarantine, ...quarantine],
    ignored: [...project.ignored, ...ignored],
    messages: [...project.messages, ...messages],
  };
}

/** Whether anything is left that could be taken for real and is not. */
function hasMadeUp({ facilities, zones, heatSources }: Project): boolean {
  return facilities.some(({ synthetic }) => synthetic) || zones.some(({ illustrative }) => illustrative) || heatSources.some(({ synthetic }) => synthetic);
}

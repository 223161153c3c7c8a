import { finish, type Steps } from '../../base/steps.ts';
import { joiningReadings, kindsLeaving, withoutKinds } from '../../ingest/join-readings.ts';
import type { DataKind } from '../../ingest/layer-kind.ts';
import type { DataReading } from '../../ingest/read-data.ts';
import type { Fetched } from '../../worker/run-imports.ts';
import type { City } from '../city.ts';
import type { Holding, ImportItem, ImportPlan, LoadedFile, Made } from './imports.ts';

/** A file on the desk that is data, with what it has been read to. */
export interface Arriving {
  readonly item: Pick<ImportItem, 'file' | 'name' | 'layer' | 'answers'>;
  readonly read: DataReading;
}

/** The city that a base and readings make. */
export function madeOf(base: City, gone: readonly DataKind[], readings: readonly DataReading[]): Made {
  return finish(making(base, gone, readings));
}

function* making(base: City, gone: readonly DataKind[], readings: readonly DataReading[]): Steps<Made> {
  const isBare = gone.length === 0 && readings.length === 0;
  return { base, readings, city: isBare ? base : { project: yield* joiningReadings(withoutKinds(base.project, gone), readings), packs: base.packs } };
}

/** The same city with more readings on top, in short stretches. */
export function* withReadings({ base, readings, city }: Made, more: readonly DataReading[]): Steps<Made> {
  return { base, readings: [...readings, ...more], city: { project: yield* joiningReadings(city.project, more), packs: city.packs } };
}

/** What stays of a holding when files of these kinds come: what they replace leaves, from the base and from earlier files. */
export function* remaining({ base, gone, loaded }: Holding, made: Made, { modes, keepSample }: ImportPlan, kinds: readonly DataKind[]): Steps<Holding & { readonly made: Made }> {
  const { base: city, readings } = made;
  const replaced = kinds.filter((kind) => modes[kind] === 'replace');
  const leaving = [...new Set([...gone, ...kindsLeaving(city.project, replaced, keepSample)])];
  const stays = loaded.map(({ what }) => !replaced.includes(what));
  const isWhole = leaving.length === gone.length && stays.every(Boolean);
  return {
    base,
    gone: leaving,
    loaded: loaded.filter((_, i) => stays[i]),
    made: isWhole ? made : yield* making(city, leaving, readings.filter((_, i) => stays[i])),
  };
}

/** The holding with files put on top. */
export function* withArriving({ base, gone, loaded, made }: Holding & { readonly made: Made }, arriving: readonly Arriving[]): Steps<Holding & { readonly made: Made }> {
  return {
    base,
    gone,
    loaded: [...loaded, ...arriving.map(loadedOf)],
    made: yield* withReadings(made, arriving.map(({ read }) => read)),
  };
}

/** What was found out is written down as if it had been said: read again beside other files, evidence could tell otherwise. */
function loadedOf({ item: { file, name, layer, answers }, read: { what, reading } }: Arriving): LoadedFile {
  const found = reading.crs?.basis === 'decided' ? reading.crs.crs : null;
  return { file, name, layer, what, answers: { ...answers, kind: what, crs: answers.crs ?? found } };
}

/** A fetched file as a reading; `null` where it is no data. */
export function readingOf({ head, accepted, quarantine, ignored }: Fetched): DataReading | null {
  if (head.kind !== 'data') return null;
  // The rows are of the kind that the head names: they were taken off it to cross in pieces.
  return { what: head.read.what, reading: { ...head.read.reading, accepted, quarantine, ignored } } as DataReading;
}

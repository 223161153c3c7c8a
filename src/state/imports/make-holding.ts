import { joinReadings, kindsLeaving, withoutKinds } from '../../ingest/join-readings.ts';
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
  const isBare = gone.length === 0 && readings.length === 0;
  return { base, readings, city: isBare ? base : { project: joinReadings(withoutKinds(base.project, gone), readings), packs: base.packs } };
}

/** What stays of a holding when files of these kinds come: what they replace leaves, from the base and from earlier files. */
export function remaining({ base, gone, loaded }: Holding, { base: city, readings }: Made, { modes, keepSample }: ImportPlan, kinds: readonly DataKind[]): Holding & { readonly made: Made } {
  const replaced = kinds.filter((kind) => modes[kind] === 'replace');
  const leaving = [...new Set([...gone, ...kindsLeaving(city.project, replaced, keepSample)])];
  const stays = loaded.map(({ what }) => !replaced.includes(what));
  return {
    base,
    gone: leaving,
    loaded: loaded.filter((_, i) => stays[i]),
    made: madeOf(city, leaving, readings.filter((_, i) => stays[i])),
  };
}

/** The holding with files put on top. */
export function withArriving({ base, gone, loaded, made }: Holding & { readonly made: Made }, arriving: readonly Arriving[]): Holding & { readonly made: Made } {
  return {
    base,
    gone,
    loaded: [...loaded, ...arriving.map(loadedOf)],
    made: madeOf(made.base, gone, [...made.readings, ...arriving.map(({ read }) => read)]),
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

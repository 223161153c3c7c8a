import type { LayerAnswers } from '../../ingest/layer-answers.ts';
import { NO_ANSWERS } from '../../ingest/layer-answers.ts';
import type { DataReading } from '../../ingest/read-data.ts';
import type { Facility } from '../../domain/facility.ts';
import type { FilePart, Law } from '../../worker/import-protocol.ts';
import type { Fetched, Reader } from '../../worker/run-imports.ts';
import type { City } from '../city.ts';
import type { Holding, LoadedFile, Made } from './imports.ts';
import { madeOf, readingOf } from './make-holding.ts';

/**
 * Reads again what a holding is made of, file by file: the same bytes and the same answers give the same city.
 *
 * @returns `null` where a file is no longer to be had, or no longer reads as it did.
 */
export async function remakeHolding(
  { base, gone, loaded }: Pick<Holding, 'base' | 'gone' | 'loaded'>,
  sample: City,
  reader: Reader,
  partsOf: (file: string) => readonly FilePart[] | null,
  onShare: (share: number) => void,
): Promise<Made | null> {
  const city = base.kind === 'sample' ? sample : await projectIn({ ...base, layer: null, answers: { ...NO_ANSWERS, kind: 'project' } });
  if (city === null) return null;
  const readings: DataReading[] = [];
  for (const [i, file] of loaded.entries()) {
    // What was read before it names the divisions; facilities tell nothing that the answers do not hold.
    const sofar = madeOf(city, gone, readings).city.project;
    await reader.tell({ ...sofar, facilities: [] }, NO_LAW, '');
    const fetched = await readWhole(file, i);
    const read = fetched === null ? null : readingOf(fetched);
    if (read === null) return null;
    readings.push(read);
  }
  return madeOf(city, gone, readings);

  async function projectIn(file: Pick<LoadedFile, 'file' | 'name' | 'layer' | 'answers'>): Promise<City | null> {
    const fetched = await readWhole(file, 0);
    if (fetched?.head.kind !== 'project') return null;
    const { data, policies } = fetched.head.file;
    return { project: { ...data, facilities: fetched.accepted as readonly Facility[] }, packs: policies };
  }

  async function readWhole({ file, name, layer, answers }: { readonly file: string; readonly name: string; readonly layer: number | null; readonly answers: LayerAnswers }, i: number): Promise<Fetched | null> {
    const parts = partsOf(file);
    if (parts === null) return null;
    const item = `again/${String(i)}/${file}`;
    const share = (from: number, to: number) => (part: number): void => {
      onShare((i + from + (to - from) * part) / Math.max(1, loaded.length));
    };
    const isRead = await new Promise<boolean>((resolve) => {
      reader.read({ item, file, name, parts, layer, answers, remembered: {} }, (word) => {
        if (word.kind === 'progress') share(0, 0.7)(word.share);
        else resolve(word.kind === 'read');
      });
    });
    const taken = isRead ? await reader.take([item], share(0.7, 1)) : null;
    reader.forget(item);
    return taken?.[0] ?? null;
  }
}

/** Nothing is judged while files are read again. */
const NO_LAW: Law = { packs: [], asOf: '', choices: {} };

import { readFileSync } from 'node:fs';
import type { Message } from '../../../src/domain/issue.ts';
import { unpack } from '../../../src/ingest/files/unpack.ts';
import { readDivisions } from '../../../src/ingest/read-divisions.ts';
import { readFacilities } from '../../../src/ingest/read-facilities.ts';
import type { ReadOptions } from '../../../src/ingest/read-options.ts';
import { readZones } from '../../../src/ingest/read-zones.ts';
import type { Reading } from '../../../src/ingest/reading.ts';
import type { SourceFile } from '../../../src/ingest/source-file.ts';

/** What a file of the corpus must come to; `codes` counts those of quarantine, ignored rows, issues and messages together. */
export type Outcome =
  | { readonly error: string }
  | { readonly question: string }
  | {
      readonly rows: number;
      readonly accepted: number;
      readonly quarantined: number;
      readonly ignored: number;
      readonly encoding: string;
      readonly crs: string;
      readonly codes: Readonly<Record<string, number>>;
    };

export interface CorpusEntry {
  readonly file: string;
  readonly kind: 'facilities' | 'zones';
  readonly about: string;
  readonly options?: Pick<ReadOptions, 'sheet' | 'repairZones'>;
  readonly expect: Outcome;
}

const FIXTURES = new URL('../../fixtures/ingest/', import.meta.url);
const CITY = new URL('../../../data/jincheng/', import.meta.url);

export function corpusIndex(): readonly CorpusEntry[] {
  return JSON.parse(readFileSync(new URL('index-formats.json', FIXTURES), 'utf8')) as readonly CorpusEntry[];
}

const divisions = ['counties.geojson', 'prefectures.geojson'].flatMap((name) => readDivisions({ name, bytes: readFileSync(new URL(name, CITY)) }).accepted);

/** What becomes of a file of the corpus, and every sentence that is said of it. */
export function readEntry({ file, kind, options = {} }: Omit<CorpusEntry, 'expect'>): { readonly outcome: Outcome; readonly said: readonly Pick<Message, 'code' | 'params'>[] } {
  const opened = unpack({ name: file, bytes: readFileSync(new URL(file, FIXTURES)) });
  if (!opened.ok) return { outcome: { error: opened.problems[0]?.code ?? '' }, said: opened.problems };
  const [source, ...more] = opened.value;
  if (source === undefined || more.length > 0) throw new Error(`${file}: got ${opened.value.length} layers, expected one`);
  const read = (one: SourceFile): Reading<unknown> => (kind === 'zones' ? readZones(one, options) : readFacilities(one, { divisions, ...options }));
  const { usable, messages, accepted, quarantine, ignored, input } = read(source);
  if (!usable) {
    const code = messages.find(({ level }) => level === 'error')?.code ?? '';
    return { outcome: code.endsWith('-question') ? { question: code } : { error: code }, said: messages };
  }
  const issues = accepted.flatMap((one) => (typeof one === 'object' && one !== null && 'issues' in one ? (one.issues as readonly Pick<Message, 'code' | 'params'>[]) : []));
  const said = [...quarantine, ...ignored, ...issues, ...messages];
  const codes: Record<string, number> = {};
  for (const { code } of said) codes[code] = (codes[code] ?? 0) + 1;
  const { rows, quarantined, encoding, crs } = input;
  return { outcome: { rows, accepted: accepted.length, quarantined, ignored: ignored.length, encoding, crs, codes }, said };
}

import { readdirSync, readFileSync } from 'node:fs';
import type { Params } from '../../src/domain/issue.ts';
import { unpack } from '../../src/ingest/files/unpack.ts';
import { readMapping } from '../../src/ingest/read-mapping.ts';
import { anchorsOf, type FacilityOptions } from '../../src/ingest/read-options.ts';
import { readDivisions } from '../../src/ingest/read-divisions.ts';
import { readFacilities } from '../../src/ingest/read-facilities.ts';
import { readHeatSources } from '../../src/ingest/read-heat-sources.ts';
import { readZones } from '../../src/ingest/read-zones.ts';
import type { Reading } from '../../src/ingest/reading.ts';
import type { SourceFile } from '../../src/ingest/source-file.ts';
import { boilers } from './make-corpus/rows.ts';

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
  readonly kind: 'facilities' | 'zones' | 'heatSources';
  readonly about: string;
  readonly options?: Pick<FacilityOptions, 'sheet' | 'repairZones' | 'encoding' | 'crs' | 'groups'> & {
    /** A file of the corpus. */
    readonly mapping?: string;
    /** Whether the firms of the corpus are known places. */
    readonly anchored?: boolean;
  };
  readonly expect: Outcome;
}

export const CORPUS = new URL('../fixtures/ingest/', import.meta.url);
const CITY = new URL('../../data/jincheng/', import.meta.url);

export function corpusIndex(): readonly CorpusEntry[] {
  const indices = readdirSync(CORPUS).filter((name) => /^index.*\.json$/u.test(name)).sort();
  return indices.flatMap((name) => JSON.parse(readFileSync(new URL(name, CORPUS), 'utf8')) as readonly CorpusEntry[]);
}

const divisions = ['counties.geojson', 'prefectures.geojson'].flatMap((name) => readDivisions({ name, bytes: readFileSync(new URL(name, CITY)) }).accepted);

interface Said {
  readonly code: string;
  readonly params: Params;
}

/** What becomes of a file of the corpus, and all that is said of it. */
export function readEntry(entry: Omit<CorpusEntry, 'expect'>, bytes = readFileSync(new URL(entry.file, CORPUS)) as Uint8Array): { readonly outcome: Outcome; readonly said: readonly Said[] } {
  const opened = unpack({ name: entry.file, bytes });
  if (!opened.ok) return { outcome: { error: opened.problems[0]?.code ?? '' }, said: opened.problems };
  const [source, ...more] = opened.value;
  if (source === undefined || more.length > 0) throw new Error(`${entry.file}: got ${opened.value.length} layers, expected one`);
  const { usable, messages, accepted, quarantine, ignored, input } = readAs(entry, source);
  if (!usable) {
    const code = messages.find(({ level }) => level === 'error')?.code ?? '';
    return { outcome: code.endsWith('-question') ? { question: code } : { error: code }, said: messages };
  }
  const issues = accepted.flatMap((one) => (typeof one === 'object' && one !== null && 'issues' in one ? (one.issues as readonly Said[]) : []));
  const said = [...quarantine, ...ignored, ...issues, ...messages];
  const codes: Record<string, number> = {};
  for (const { code } of said) codes[code] = (codes[code] ?? 0) + 1;
  const { rows, quarantined, encoding, crs } = input;
  return { outcome: { rows, accepted: input.accepted, quarantined, ignored: ignored.length, encoding, crs, codes }, said };
}

function readAs(entry: Omit<CorpusEntry, 'expect'>, source: SourceFile): Reading<unknown> {
  const options = optionsOf(entry);
  if (entry.kind === 'zones') return readZones(source, options);
  return entry.kind === 'heatSources' ? readHeatSources(source, options) : readFacilities(source, options);
}

/** The answers that a file of the corpus is read with. */
export function optionsOf({ options = {} }: Omit<CorpusEntry, 'expect'>): FacilityOptions {
  const { mapping, anchored = false, ...rest } = options;
  const mapped = mapping === undefined ? null : readMapping(mapping, readFileSync(new URL(mapping, CORPUS), 'utf8'));
  if (mapped?.ok === false) throw new Error(`${mapping}: got ${mapped.problems[0]?.code}, expected a mapping`);
  const known = boilers(60).map(({ id, name, firm, lng, lat }) => ({ id, name: `${firm}${name}`, enterprise: firm, lngLat: [lng, lat] as const }));
  return { divisions, ...rest, mapping: mapped?.value ?? null, anchors: anchored ? anchorsOf(known) : [] };
}

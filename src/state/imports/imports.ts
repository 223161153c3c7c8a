import type { LayerAnswers, Remembered } from '../../ingest/layer-answers.ts';
import { DATA_KINDS, type DataKind, type KindGuess } from '../../ingest/layer-kind.ts';
import type { DataReading } from '../../ingest/read-data.ts';
import type { ImportDifference, ImportQuestion, ImportRefusal, ImportResult } from '../../worker/import-results.ts';
import type { Saving } from '../drafts/drafts.ts';
import { newHistory, type History } from '../history.ts';
import type { City } from '../city.ts';

/** How far a file has come. */
export type ImportStage =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'reading'; readonly share: number }
  | { readonly kind: 'asking'; readonly question: ImportQuestion }
  | { readonly kind: 'read'; readonly result: ImportResult }
  | { readonly kind: 'refused'; readonly refusal: ImportRefusal }
  /** Not the file's fault: the reader ran out of memory or no longer answered, or the file is no longer to be had. */
  | { readonly kind: 'broken'; readonly code: 'reader-died' | 'reader-silent' | 'file-gone' }
  | { readonly kind: 'cancelled' };

/** One file on the desk, one layer of an archive, or one sheet of a workbook of which several were chosen. */
export interface ImportItem {
  readonly id: string;
  /** Under which its bytes are kept. */
  readonly file: string;
  /** What sentences call it. */
  readonly name: string;
  readonly bytes: number;
  /** Number of the layer in its archive; `null`: the only one, or not yet known. */
  readonly layer: number | null;
  readonly answers: LayerAnswers;
  /** `null` until the file has been looked at. */
  readonly guess: KindGuess | null;
  /** Its answers were given for an earlier file with the same headers. */
  readonly isRemembered: boolean;
  readonly stage: ImportStage;
}

export type ImportMode = 'replace' | 'add';

/** How the files join what is there. */
export interface ImportPlan {
  readonly modes: Readonly<Record<DataKind, ImportMode>>;
  /** Whether the embedded zones, heat sources and stations stay when the embedded ledger goes. */
  readonly keepSample: boolean;
}

export type DifferenceState =
  | { readonly kind: 'none' }
  | { readonly kind: 'working'; readonly share: number }
  | { readonly kind: 'found'; readonly difference: ImportDifference }
  | { readonly kind: 'failed' };

/** What the project is made of, as it can be made again: a base without some kinds, and files upon it. */
export interface Holding {
  readonly base: { readonly kind: 'sample' } | { readonly kind: 'project'; readonly file: string; readonly name: string };
  /** Kinds of data that the base no longer gives: others came in their place. */
  readonly gone: readonly DataKind[];
  readonly loaded: readonly LoadedFile[];
  /** `null` after a reload until somebody goes back to it: then its files are read again. */
  readonly made: Made | null;
}

export interface LoadedFile {
  readonly file: string;
  readonly name: string;
  readonly layer: number | null;
  readonly what: DataKind;
  /** Complete: they read the file to the same result, whatever else is known by then. */
  readonly answers: LayerAnswers;
}

/** What a holding's files have been read to. */
export interface Made {
  readonly base: City;
  /** One for each loaded file. */
  readonly readings: readonly DataReading[];
  readonly city: City;
}

export interface Imports {
  readonly items: readonly ImportItem[];
  readonly plan: ImportPlan;
  readonly difference: DifferenceState;
  /** Share of the rows that have been taken over, or read again after a reload; `null` when nothing is being taken. */
  readonly taking: number | null;
  readonly holdings: History<Holding>;
  /** Header set (`headerSetKey`) → what was answered for it, newest last. */
  readonly remembered: Readonly<Record<string, Remembered>>;
  readonly saving: Saving;
  /** The embedded city, to go back to; `null` until it has been read. */
  readonly sample: City | null;
  /** Files of an earlier visit that could not be brought back; `null`: none are missed. */
  readonly lost: readonly string[] | null;
}

export const SAMPLE: Holding = { base: { kind: 'sample' }, gone: [], loaded: [], made: null };

const REPLACE = Object.fromEntries(DATA_KINDS.map((kind) => [kind, 'replace'])) as Readonly<Record<DataKind, ImportMode>>;

export const NEW_PLAN: ImportPlan = { modes: REPLACE, keepSample: false };

export const NO_IMPORTS: Imports = {
  items: [],
  plan: NEW_PLAN,
  difference: { kind: 'none' },
  taking: null,
  holdings: newHistory(SAMPLE),
  remembered: {},
  saving: { kind: 'nothing' },
  sample: null,
  lost: null,
};

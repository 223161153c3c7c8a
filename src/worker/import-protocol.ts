import type { IsoDay } from '../domain/place.ts';
import type { Rejected } from '../domain/issue.ts';
import type { Project } from '../domain/project.ts';
import type { LayerAnswers, Remembered } from '../ingest/layer-answers.ts';
import type { KindGuess } from '../ingest/layer-kind.ts';
import type { Mapping } from '../ingest/mapping.ts';
import type { DataReading } from '../ingest/read-data.ts';
import type { ProjectFile } from '../ingest/read-project-file.ts';
import type { Choices } from '../policy/conditions.ts';
import type { RulePack } from '../policy/rule.ts';
import type { ImportDifference, ImportQuestion, ImportRefusal, ImportResult } from './import-results.ts';
import type { PackedFacilities } from './pack-facilities.ts';

/** A part of a file: the file itself, or one of the files that make up a shapefile. */
export interface FilePart {
  readonly name: string;
  readonly blob: Blob;
}

/** A file to be read, with all that has been answered about it. */
export interface ReadJob {
  readonly item: string;
  readonly file: string;
  readonly name: string;
  readonly parts: readonly FilePart[];
  readonly layer: number | null;
  readonly answers: LayerAnswers;
  readonly remembered: Readonly<Record<string, Remembered>>;
}

/** The law under which verdicts are compared. */
export interface Law {
  readonly packs: readonly RulePack[];
  readonly asOf: IsoDay;
  readonly choices: Choices;
}

/** Files that have been read, to be held against today's project. */
export interface CompareJob {
  readonly items: readonly string[];
  /** What stays of today's project below them; its facilities are today's or none, and don't cross again. */
  readonly under: Project;
  readonly keepsFacilities: boolean;
}

/** What a reading is, but for its lists, which follow in pieces. */
export type ReadingHead = { readonly kind: 'data'; readonly read: DataReading } | { readonly kind: 'project'; readonly file: ProjectFile } | { readonly kind: 'policy'; readonly text: string } | { readonly kind: 'mapping'; readonly mapping: Mapping };

/** Lists that are fetched in pieces. */
export interface Rows {
  readonly accepted: readonly unknown[];
  readonly quarantine: readonly Rejected[];
  readonly ignored: readonly Rejected[];
}
export type ListName = keyof Rows;

/** What crosses to the reader. Today's project comes before the first job, its facilities in pieces. */
export type ToReader =
  | { readonly kind: 'today'; readonly project: Project }
  | { readonly kind: 'today-more'; readonly facilities: PackedFacilities }
  | { readonly kind: 'law'; readonly law: Law }
  | { readonly kind: 'read'; readonly order: number; readonly job: ReadJob }
  | { readonly kind: 'correct'; readonly order: number; readonly item: string; readonly answers: LayerAnswers }
  | { readonly kind: 'compare'; readonly order: number; readonly job: CompareJob }
  | { readonly kind: 'fetch'; readonly order: number; readonly item: string; readonly lists: readonly ListName[]; readonly take: boolean }
  | { readonly kind: 'more'; readonly order: number }
  | { readonly kind: 'cancel'; readonly order: number }
  | { readonly kind: 'forget'; readonly item: string }
  /** Are you there? */
  | { readonly kind: 'ping' };

export type FromReader =
  | { readonly kind: 'progress'; readonly order: number; readonly share: number }
  /** An archive of several layers: each is a job of its own. */
  | { readonly kind: 'layers'; readonly order: number; readonly names: readonly string[] }
  | { readonly kind: 'asks'; readonly order: number; readonly question: ImportQuestion; readonly noted: Noted }
  | { readonly kind: 'read'; readonly order: number; readonly result: ImportResult; readonly noted: Noted }
  | { readonly kind: 'refused'; readonly order: number; readonly refusal: ImportRefusal; readonly noted: Noted | null }
  | { readonly kind: 'gone'; readonly order: number }
  | { readonly kind: 'cancelled'; readonly order: number }
  | { readonly kind: 'corrected'; readonly order: number; readonly result: ImportResult }
  | { readonly kind: 'compared'; readonly order: number; readonly difference: ImportDifference }
  | { readonly kind: 'head'; readonly order: number; readonly head: ReadingHead; readonly counts: Readonly<Record<ListName, number>> }
  | { readonly kind: 'piece'; readonly order: number; readonly list: ListName; readonly rows: readonly unknown[] }
  | { readonly kind: 'facilities'; readonly order: number; readonly accepted: PackedFacilities }
  | { readonly kind: 'fetched'; readonly order: number }
  | { readonly kind: 'failed'; readonly order: number; readonly reason: string }
  | { readonly kind: 'pong'; readonly order: null };

/** What was found out about a file before it was read, and the answers in force, remembered ones included. */
export interface Noted {
  readonly guess: KindGuess;
  readonly answers: LayerAnswers;
  readonly isRemembered: boolean;
}

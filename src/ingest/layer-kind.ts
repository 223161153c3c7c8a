import type { Rejected } from '../domain/issue.ts';

/** What the rows or shapes of a file can be records of. */
export const DATA_KINDS = ['facilities', 'heatSources', 'zones', 'parks', 'stations', 'divisions', 'airReadings'] as const;
export type DataKind = (typeof DATA_KINDS)[number];

/** What a file can be: data, or one of our own documents. */
export const LAYER_KINDS = [...DATA_KINDS, /** 项目文件 */ 'project', /** 政策包 */ 'policy', /** 列对应关系 */ 'mapping'] as const;
export type LayerKind = (typeof LAYER_KINDS)[number];

export function isDataKind(kind: LayerKind): kind is DataKind {
  return DATA_KINDS.some((known) => known === kind);
}

/** What a file is taken for, and why. */
export interface KindGuess {
  /** `null`: nothing tells, somebody must say. */
  readonly kind: LayerKind | null;
  /** By the names of its columns, by its shapes, by a mark that only our own documents carry, or by its own name. */
  readonly why: 'columns' | 'shapes' | 'mark' | 'file-name' | 'nothing';
  /** The columns, the shapes or the word that tell; for a sentence. */
  readonly by: readonly string[];
  /** What else it may be, likeliest first; a person picks from all kinds all the same. */
  readonly rivals: readonly LayerKind[];
}

/** A remark that was made on accepted rows, counted over the file. */
export interface Noticed {
  readonly code: string;
  readonly count: number;
  /** The first of them, as they can be shown. */
  readonly rows: readonly NoticedRow[];
}

export type NoticedRow = Pick<Rejected, 'row' | 'params' | 'original'> & { readonly column?: string; readonly sheet?: string };

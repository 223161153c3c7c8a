import type { CorpusEntry } from '../corpus.ts';

/** A file of the corpus with what must become of its rows, written by hand: rows = accepted + quarantined + ignored. */
export interface Case {
  readonly file: string;
  readonly about: string;
  readonly bytes: Uint8Array | string;
  readonly kind?: CorpusEntry['kind'];
  readonly options?: CorpusEntry['options'];
  /** Or the code of the error or the question that it ends in. */
  readonly expect: readonly [rows: number, accepted: number, quarantined: number, ignored: number] | string;
  readonly encoding?: string;
  readonly crs?: string;
  /** Codes that must be among those given. */
  readonly codes?: readonly string[];
}

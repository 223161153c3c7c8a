/** Parameters of a sentence in `text/`. */
export type Params = Readonly<Record<string, string | number>>;

/** Something noticed on a row that was accepted all the same. */
export interface Issue {
  readonly code: string;
  readonly column?: string;
  readonly params: Params;
}

/** A row, or a whole feature, that could not be used; it is kept with the reason. */
export interface Rejected {
  readonly file: string;
  readonly sheet?: string;
  readonly row: number;
  readonly column?: string;
  readonly value?: string;
  readonly code: string;
  readonly params: Params;
  readonly original: Readonly<Record<string, string>>;
}

/** Something to say about a whole file, a zone, or the run. */
export interface Message {
  readonly level: 'info' | 'warning' | 'error';
  readonly file: string;
  readonly code: string;
  readonly params: Params;
}

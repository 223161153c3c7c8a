import type { Message } from '../domain/issue.ts';
import type { Feature } from './geojson.ts';
import type { CellKind } from './grid.ts';
import type { Problem } from './problem.ts';

export interface TableRecord {
  /** Counted from 1 after the header; blank lines count, so that the number can be found in a spreadsheet. */
  readonly row: number;
  readonly cells: string[];
  /** The record as it came, where that is not simply its cells by the header (`originalOf`). */
  readonly original?: Readonly<Record<string, string>>;
  /** Where the record comes from, when it is no line of a table. */
  readonly feature?: Feature;
  /** Columns whose cell a merged area filled in, ascending. */
  readonly merged?: readonly number[];
  readonly kinds?: readonly CellKind[];
  /** Set when the cells can't be told apart or aligned with the header: such a record must not be read. */
  readonly problem?: Problem;
}

/** Records come one by one: of a large file, never all at once. */
export interface Table {
  readonly sheet: string | null;
  /** As written in the file; of two header rows, the two joined. */
  readonly header: readonly string[];
  /** The header with every name its own, so that no cell is lost among the exported originals. */
  readonly keys: readonly string[];
  /** Whether positions come from geometries, not from columns. */
  readonly isGeoJson: boolean;
  /** May be walked any number of times, each time from the start. */
  readonly records: Iterable<TableRecord>;
  /** How much of the text the last walk has passed, 0 to 1. */
  readonly share: () => number;
  readonly messages: readonly Message[];
}

import { fold } from './columns/fold.ts';

/** Why a column is read as it is: by its name, because its name is like one, because the user said so, or not at all. */
export type MappingWhy = 'name' | 'alike' | 'chosen' | 'none';

/** What one column of a file is. Plain data, so that it can be shown, corrected, kept and sent. */
export interface ColumnChoice {
  /** The column's own name (`Table.keys`). */
  readonly header: string;
  /** A field of the table's kind, or `null`: carried along, not read. */
  readonly field: string | null;
  /** The unit of bare numbers, as `units.ts` names it; `null` for what is no quantity. */
  readonly unit: string | null;
  /** The coordinate system that the header names; `null` when it names none. */
  readonly datum: string | null;
  readonly why: MappingWhy;
  /** 1 where the name itself says it or the user did, less where it is a guess to be confirmed, 0 for nothing. */
  readonly confidence: number;
  /** For `alike`: the name that the header resembles. */
  readonly like: string | null;
}

export interface Mapping {
  readonly columns: readonly ColumnChoice[];
}

/** Whether the file can be read without asking: every column is known by name, or known to be none of ours. */
export function isSure({ columns }: Mapping): boolean {
  return columns.every(({ why }) => why !== 'alike' && why !== 'none');
}

/** One key for all files with these headers, in any order and spelling: what was chosen for one holds for the next. */
export function headerSetKey(header: readonly string[]): string {
  return [...new Set(header.map(fold))].sort().join('\n');
}

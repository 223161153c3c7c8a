/** Columns of the ledger table, in the order in which they stand. */
export const COLUMN_IDS = [
  'verdict',
  'certainty',
  'name',
  'enterprise',
  'county',
  'kind',
  'fuel',
  'capacity',
  'deadline',
  'rule',
  'nearest',
  'margin',
] as const;
export type ColumnId = (typeof COLUMN_IDS)[number];

export interface Sort {
  readonly column: ColumnId;
  readonly direction: 'ascending' | 'descending';
}

/** The strongest duty first, what is overdue before what is not, the largest first. */
export const DEFAULT_SORT: Sort = { column: 'verdict', direction: 'ascending' };

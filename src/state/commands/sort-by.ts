import type { ColumnId } from '../columns.ts';
import type { Command } from '../session.ts';

/** Sorts by a column; by the same one again, the other way round. */
export function sortBy(column: ColumnId): Command {
  return (session) => {
    const { sort } = session.view;
    const direction = sort.column === column && sort.direction === 'ascending' ? 'descending' : 'ascending';
    return { ...session, view: { ...session.view, sort: { column, direction } } };
  };
}

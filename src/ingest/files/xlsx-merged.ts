import type { CellKind, GridLine } from '../grid.ts';

/** A merged area: columns from 0, rows from 1. */
export interface CellRange {
  readonly from: Corner;
  readonly to: Corner;
}

interface Corner {
  readonly column: number;
  readonly row: number;
}

/**
 * Writes the first cell of each merged area into its blank cells and marks them. Areas end where the sheet's filled lines
 * and columns end. `null` when more than `most` cells would have to be filled in.
 */
export function expandMerged(lines: readonly GridLine[], ranges: readonly CellRange[], most: number): readonly GridLine[] | null {
  const width = lines.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
  const changed = new Map<number, OpenLine>();
  const lineAt = (at: number): OpenLine => {
    const known = changed.get(at);
    if (known !== undefined) return known;
    const { cells = [], kinds = [] } = lines[at] ?? {};
    const line = { cells: [...cells], kinds: [...kinds], merged: new Set<number>() };
    changed.set(at, line);
    return line;
  };

  let filledIn = 0;
  for (const { from, to } of ranges) {
    const first = lines[from.row - 1];
    const text = first?.cells[from.column] ?? '';
    if (text === '') continue;
    const kind = first?.kinds?.[from.column] ?? 'text';
    for (let row = from.row; row <= Math.min(to.row, lines.length); row++) {
      const line = lineAt(row - 1);
      for (let column = from.column; column <= Math.min(to.column, width - 1); column++) {
        if ((line.cells[column] ?? '') !== '') continue;
        filledIn += fill(line, column, text, kind);
        if (filledIn > most) return null;
      }
    }
  }
  if (changed.size === 0) return lines;
  return lines.map((line, at) => {
    const open = changed.get(at);
    return open === undefined ? line : { cells: open.cells, kinds: open.kinds, merged: [...open.merged].sort((a, b) => a - b) };
  });
}

interface OpenLine {
  readonly cells: string[];
  readonly kinds: CellKind[];
  readonly merged: Set<number>;
}

/** How many cells the line grew by, at least one. */
function fill(line: OpenLine, column: number, text: string, kind: CellKind): number {
  const before = line.cells.length;
  while (line.cells.length < column) {
    line.cells.push('');
    line.kinds.push('blank');
  }
  line.cells[column] = text;
  line.kinds[column] = kind;
  line.merged.add(column);
  return Math.max(1, line.cells.length - before);
}

import type { Feature } from './geojson.ts';
import type { Message } from '../domain/issue.ts';

/** What a workbook says of a cell beyond its text. */
export type CellKind = 'blank' | 'text' | 'number' | 'date' | 'boolean' | 'error';

/** One line of a sheet, from its first column on; cells behind the last filled one may be left out. */
export interface GridLine {
  /** As a reader would write them: numbers in full and with a point, days as 2024-10-01, booleans as TRUE and FALSE. */
  readonly cells: readonly string[];
  /** Columns whose cell was filled in from the first cell of a merged area, ascending. */
  readonly merged?: readonly number[];
  readonly kinds?: readonly CellKind[];
}

/** One sheet before anyone knows which line is its header: every line from the top, blank ones too. */
export interface Grid {
  readonly sheet: string;
  readonly hidden?: boolean;
  readonly lines: readonly GridLine[];
}

/** What is inside a file that is no plain text. */
export type Content =
  | { readonly kind: 'grids'; readonly grids: readonly Grid[]; readonly messages: readonly Message[] }
  | {
      readonly kind: 'features';
      readonly features: readonly Feature[];
      /** The coordinate system that the file states, as it writes it; `null` when it states none. */
      readonly crs: string | null;
      readonly encoding: string;
      readonly messages: readonly Message[];
    };

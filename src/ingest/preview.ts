import type { Result } from '../base/result.ts';
import { ok } from '../base/result.ts';
import type { Message } from '../domain/issue.ts';
import { FACILITY_COLUMNS } from './columns/facility-columns.ts';
import type { Mapping } from './mapping.ts';
import { POINTS_ONLY } from './points-table.ts';
import type { ReadOptions } from './read-options.ts';
import { openSheetSteps } from './sheet.ts';
import type { SourceFile } from './source-file.ts';
import { finish } from './steps.ts';

const SHOWN = 10;

/** A ledger as it will be read: its columns with what each is taken for, and its first rows as they stand. */
export interface Preview {
  readonly encoding: string;
  readonly sheet: string | null;
  readonly mapping: Mapping;
  readonly rows: readonly (readonly string[])[];
  readonly messages: readonly Message[];
}

/** What to show before a ledger whose columns are not all known is read. */
export function previewLedger(source: SourceFile, options: ReadOptions = {}): Result<Preview, Message> {
  const opened = finish(openSheetSteps(source, FACILITY_COLUMNS, POINTS_ONLY, options));
  if (!opened.ok) return opened;
  const { table, mapping, encoding, messages } = opened.value;
  const rows: (readonly string[])[] = [];
  for (const { cells } of table.records) {
    if (rows.length === SHOWN) break;
    rows.push(cells);
  }
  return ok({ encoding, sheet: table.sheet, mapping, rows, messages });
}

import type { Result } from '../base/result.ts';
import { ok } from '../base/result.ts';
import type { Message } from '../domain/issue.ts';
import type { FieldSpec } from './columns/headers.ts';
import type { Mapping } from './mapping.ts';
import { SITES } from './points-table.ts';
import type { ReadOptions } from './read-options.ts';
import { openSheetSteps } from './sheet.ts';
import type { SourceFile } from './source-file.ts';
import type { Steps } from '../base/steps.ts';

const SHOWN = 10;

/** A table as it will be read: its columns with what each is taken for, and its first rows as they stand. */
export interface Preview {
  readonly mapping: Mapping;
  /** Names of the columns, each its own. */
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What to show before a table whose columns are not all known is read. */
export function* previewSteps(source: SourceFile, specs: readonly FieldSpec<string>[], options: ReadOptions): Steps<Result<Preview, Message>> {
  const opened = yield* openSheetSteps(source, specs, SITES, options);
  if (!opened.ok) return opened;
  const { table, mapping } = opened.value;
  const rows: (readonly string[])[] = [];
  for (const { cells } of table.records) {
    if (rows.length === SHOWN) break;
    rows.push(cells);
  }
  return ok({ mapping, header: table.keys, rows });
}

import type { ExportRequest } from './case-file.ts';
import { csvLines } from './csv.ts';

/** The CSV of a ledger in parts, one header for all: each part must name the columns to keep (`kept`), and there is at least one. */
export function* csvInParts(parts: Iterable<ExportRequest>): Generator<string> {
  let isFirst = true;
  for (const part of parts) {
    const lines = csvLines(part);
    if (!isFirst) lines.next();
    isFirst = false;
    yield* lines;
  }
}

import type { LayerAnswers, Remembered } from '../../ingest/layer-answers.ts';
import { headerSetKey } from '../../ingest/mapping.ts';
import type { ImportResult } from '../../worker/import-results.ts';
import type { ImportItem, Imports } from './imports.ts';

/** Header sets that are remembered; older ones are let go. */
const MOST_REMEMBERED = 100;

/** Answers for all files with these headers, in the place of older ones. */
export function noted(before: Imports['remembered'], header: readonly string[], answers: Remembered): Imports['remembered'] {
  const key = headerSetKey(header);
  const others = Object.entries(before).filter(([known]) => known !== key);
  return Object.fromEntries([...others, [key, answers] as const].slice(-MOST_REMEMBERED));
}

/**
 * What was answered for a file is remembered as soon as it can be read, so that its own bad rows come back without a
 * question; a file of columns answers at once for those that wait with its headers.
 */
export function withResult(imports: Imports, result: ImportResult, { mapping, crs, groups }: LayerAnswers): Imports {
  if (result.kind === 'mapping') {
    const header = result.mapping.columns.map((column) => column.header);
    const remembered = noted(imports.remembered, header, { kind: 'facilities', mapping: result.mapping, crs: null, groups: null });
    return { ...imports, remembered, items: imports.items.map((item) => (waitsForColumns(item, headerSetKey(header)) ? { ...item, stage: { kind: 'waiting' } } : item)) };
  }
  if (result.kind !== 'data' || result.mapping === null || (mapping ?? crs ?? groups) === null) return imports;
  const header = result.mapping.columns.map((column) => column.header);
  return { ...imports, remembered: noted(imports.remembered, header, { kind: result.what, mapping, crs, groups }) };
}

function waitsForColumns({ stage }: ImportItem, key: string): boolean {
  return stage.kind === 'asking' && stage.question.kind === 'columns' && headerSetKey(stage.question.mapping.columns.map(({ header }) => header)) === key;
}

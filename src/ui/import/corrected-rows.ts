import type { Rejected } from '../../domain/issue.ts';
import type { LayerAnswers } from '../../ingest/layer-answers.ts';
import type { Correction } from '../../ingest/read-again.ts';

/** A row that the user has put right: it has joined. */
export interface Joined {
  readonly row: number;
  readonly corrections: readonly Correction[];
}

/** Rows that were corrected and are no longer set aside, in their order. */
export function joinedRows(corrections: LayerAnswers['corrections'], quarantine: readonly Rejected[]): readonly Joined[] {
  const still = new Set(quarantine.map(({ row }) => row));
  return Object.entries(corrections)
    .map(([row, cells]) => ({ row: Number(row), corrections: cells }))
    .filter(({ row }) => !still.has(row))
    .sort((a, b) => a.row - b.row);
}

export function withoutRow(corrections: LayerAnswers['corrections'], row: number): LayerAnswers['corrections'] {
  return Object.fromEntries(Object.entries(corrections).filter(([known]) => known !== String(row)));
}

/** The cells that differ from how they stood: what has been typed over, and nothing else. */
export function correctionsOf(original: Readonly<Record<string, string>>, typed: Readonly<Record<string, string>>): readonly Correction[] {
  return Object.entries(typed).flatMap(([column, value]) => ((Object.hasOwn(original, column) ? original[column] : '') === value ? [] : [{ column, value }]));
}

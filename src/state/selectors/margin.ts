import type { Answer } from '../session.ts';
import type { LedgerRow } from './ledger.ts';

/** How far the measurement behind the row's verdict is from flipping, m, as the export says it; `null` when there is none. */
export function marginOf({ assessment }: Answer, { index }: LedgerRow): number | null {
  const marginM = assessment.marginM[index] ?? NaN;
  return Number.isNaN(marginM) ? null : marginM;
}

import type { Session } from '../session.ts';
import type { LedgerRow } from './ledger.ts';
import { ledgerOf } from './ledger.ts';

/** The selected facility, whether or not it passes the filters; `null` when nothing, or nothing known, is selected. */
export function selectedOf(session: Session): LedgerRow | null {
  const ledger = ledgerOf(session);
  const { selection } = session.view;
  if (ledger === null || selection === null) return null;
  return ledger.rows[ledger.indexByKey.get(selection) ?? -1] ?? null;
}

import { CERTAINTIES } from '../../assess/assessment.ts';
import { FACILITY_KINDS, FUELS } from '../../domain/facility.ts';
import { dutyRank } from '../../policy/duty.ts';
import type { ColumnId, Sort } from '../columns.ts';
import { memoiseLast } from '../memoise.ts';
import type { Session } from '../session.ts';
import { marginOf } from './findings.ts';
import type { Ledger, LedgerRow } from './ledger.ts';
import { ledgerOf } from './ledger.ts';
import type { Overview } from './overview.ts';
import { overviewOf } from './overview.ts';

/** The rows of the table, filtered and sorted: exactly what the export writes, in this order. */
export function tableOf(session: Session): readonly LedgerRow[] {
  const ledger = ledgerOf(session);
  const overview = overviewOf(session);
  return ledger === null || overview === null ? NO_ROWS : sorted(ledger, overview.shown, session.view.sort);
}

const NO_ROWS: readonly LedgerRow[] = [];

const sorted = memoiseLast((ledger: Ledger, shown: Overview['shown'], { column, direction }: Sort): readonly LedgerRow[] => {
  const compare = column === 'margin' ? by((row) => marginOf(ledger.answer, row)) : COMPARE[column];
  const sign = direction === 'ascending' ? 1 : -1;
  const rows = shown.flatMap((index) => ledger.rows[index] ?? []);
  return rows.sort((a, b) => compare(a, b, sign) || byUrgency(a, b, 1) || a.index - b.index);
});

/** `sign` turns the order round; unknown values stand last either way. */
type Compare = (a: LedgerRow, b: LedgerRow, sign: number) => number;

const chinese = new Intl.Collator('zh-Hans-CN', { numeric: true });

const COMPARE: Readonly<Record<Exclude<ColumnId, 'margin'>, Compare>> = {
  verdict: (a, b, sign) => byUrgency(a, b, sign),
  certainty: by(({ verdict }) => CERTAINTIES.indexOf(verdict.certainty)),
  name: byText(({ facility }) => facility.name),
  enterprise: byText(({ facility }) => facility.enterprise),
  county: byText(({ county }) => county),
  kind: by(({ facility }) => facility.kind && FACILITY_KINDS.indexOf(facility.kind)),
  fuel: by(({ facility }) => facility.fuel && FUELS.indexOf(facility.fuel)),
  capacity: by(({ facility }) => facility.capacityTph),
  deadline: byText(({ verdict }) => verdict.deadline),
  rule: byText(({ rule }) => rule && `${rule.pack.id} ${rule.rule.id}`),
  nearest: by(({ nearestEligibleM }) => nearestEligibleM),
};

function byUrgency(a: LedgerRow, b: LedgerRow, sign: number): number {
  return (
    sign *
    (dutyRank(a.verdict.duty) - dutyRank(b.verdict.duty) ||
      dutyRank(a.verdict.possibleDuty) - dutyRank(b.verdict.possibleDuty) ||
      Number(b.verdict.overdue) - Number(a.verdict.overdue) ||
      (b.facility.capacityTph ?? -1) - (a.facility.capacityTph ?? -1))
  );
}

function by(value: (row: LedgerRow) => number | null): Compare {
  return (a, b, sign) => unknownLast(value(a), value(b), (x, y) => sign * (x - y));
}

function byText(value: (row: LedgerRow) => string | null): Compare {
  return (a, b, sign) => unknownLast(value(a), value(b), (x, y) => sign * chinese.compare(x, y));
}

function unknownLast<Value>(a: Value | null, b: Value | null, compare: (a: Value, b: Value) => number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compare(a, b);
}

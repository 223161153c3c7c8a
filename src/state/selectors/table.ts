import { CERTAINTIES } from '../../assess/assessment.ts';
import { FACILITY_KINDS, FUELS } from '../../domain/facility.ts';
import { DUTIES } from '../../policy/duty.ts';
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
  const urgency = urgencyOf(ledger);
  const byUrgency: Compare = (a, b, sign) => sign * ((urgency.rank[a.index] ?? 0) - (urgency.rank[b.index] ?? 0) || (urgency.tph[b.index] ?? 0) - (urgency.tph[a.index] ?? 0));
  const compare = column === 'margin' ? by((row) => marginOf(ledger.answer, row)) : column === 'verdict' ? byUrgency : COMPARE[column];
  const sign = direction === 'ascending' ? 1 : -1;
  const rows = shown.flatMap((index) => ledger.rows[index] ?? []);
  return rows.sort((a, b) => compare(a, b, sign) || byUrgency(a, b, 1) || a.index - b.index);
});

/** `sign` turns the order round; unknown values stand last either way. */
type Compare = (a: LedgerRow, b: LedgerRow, sign: number) => number;

const chinese = new Intl.Collator('zh-Hans-CN', { numeric: true });

const COMPARE: Readonly<Record<Exclude<ColumnId, 'margin' | 'verdict'>, Compare>> = {
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

/** The sure duty, then the possible one, then what is overdue, then the larger: as numbers, for a sort asks a million times. */
function urgencyOf({ rows, answer: { assessment } }: Ledger): { readonly rank: Int32Array; readonly tph: Float64Array } {
  const [rank, tph] = [new Int32Array(rows.length), new Float64Array(rows.length)];
  for (let index = 0; index < rows.length; index += 1) {
    const [sure, may, late] = [assessment.duty[index] ?? 0, assessment.possibleDuty[index] ?? 0, assessment.overdue[index] ?? 0];
    rank[index] = (sure * DUTIES.length + may) * 2 + (1 - late);
    tph[index] = rows[index]?.facility.capacityTph ?? -1;
  }
  return { rank, tph };
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

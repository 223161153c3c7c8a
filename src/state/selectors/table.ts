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

/** The last order, so that a few rows that changed only have to find their places in it. */
let ordered: Ordered | null = null;

interface Ordered {
  readonly ledger: Ledger;
  readonly shown: Overview['shown'];
  readonly sort: Sort;
  readonly rows: readonly LedgerRow[];
}

const sorted = memoiseLast((ledger: Ledger, shown: Overview['shown'], sort: Sort): readonly LedgerRow[] => {
  const before = ordered;
  // Margins change where verdicts do not, so an order by them is made anew.
  const isPatch = before !== null && ledger.patch?.of === before.ledger.state && sort === before.sort && sort.column !== 'margin' && shown === before.shown;
  const rows = isPatch
    ? withPlaces(before, ledger, ledger.patch.rows)
    : shown.flatMap((index) => ledger.rows[index] ?? []).sort(comparison(ledger, sort, urgencyOf(ledger)));
  ordered = { ledger, shown, sort, rows };
  return rows;
});

type CompareRows = (a: LedgerRow, b: LedgerRow) => number;

function comparison({ answer }: Ledger, { column, direction }: Sort, { rank, tph }: Urgency): CompareRows {
  const byUrgency: Compare = (a, b, sign) => sign * (rank(a.index) - rank(b.index) || tph(b.index) - tph(a.index));
  const compare = column === 'margin' ? by((row) => marginOf(answer, row)) : column === 'verdict' ? byUrgency : COMPARE[column];
  const sign = direction === 'ascending' ? 1 : -1;
  return (a, b) => compare(a, b, sign) || byUrgency(a, b, 1) || a.index - b.index;
}

/** The changed rows that are shown, each taken from its old place and put where it belongs; the others are not looked at. */
function withPlaces({ ledger: before, sort, rows }: Ordered, ledger: Ledger, changed: Uint32Array): readonly LedgerRow[] {
  if (changed.length === 0) return rows;
  const [was, is] = [before, ledger].map((one) => comparison(one, sort, urgencyAt(one))) as [CompareRows, CompareRows];
  const gone: number[] = [];
  const fresh: LedgerRow[] = [];
  for (const index of changed) {
    const [old, row] = [before.rows[index], ledger.rows[index]];
    if (old === undefined || row === undefined) continue;
    const at = placeOf(rows, old, was);
    if (rows[at] !== old) continue;
    gone.push(at);
    fresh.push(row);
  }
  const kept = pieces(rows, gone.sort((a, b) => a - b), 1).flat();
  const places = fresh.sort(is).map((row) => placeOf(kept, row, is));
  return pieces(kept, places, 0).flatMap((piece, i) => (fresh[i] === undefined ? piece : [...piece, fresh[i]]));
}

/** The list cut at these places, ascending; `skip` entries are left out at each. */
function pieces(rows: readonly LedgerRow[], places: readonly number[], skip: number): (readonly LedgerRow[])[] {
  return [...places, rows.length].map((to, i) => rows.slice(i === 0 ? 0 : (places[i - 1] ?? 0) + skip, to));
}

/** How many of the sorted rows come before this one. */
function placeOf(rows: readonly LedgerRow[], row: LedgerRow, compare: CompareRows): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(rows[middle] as LedgerRow, row) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

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

/** The sure duty, then the possible one, then what is overdue, then the larger: as numbers, by index. */
interface Urgency {
  readonly rank: (index: number) => number;
  readonly tph: (index: number) => number;
}

/** Asked a few times. */
function urgencyAt({ rows, answer: { assessment: { duty, possibleDuty, overdue } } }: Ledger): Urgency {
  return {
    rank: (index) => ((duty[index] ?? 0) * DUTIES.length + (possibleDuty[index] ?? 0)) * 2 + (1 - (overdue[index] ?? 0)),
    tph: (index) => rows[index]?.facility.capacityTph ?? -1,
  };
}

/** Worked out beforehand: a sort asks a million times. */
function urgencyOf(ledger: Ledger): Urgency {
  const { rank, tph } = urgencyAt(ledger);
  const [ranks, tphs] = [Int32Array.from(ledger.rows, ({ index }) => rank(index)), Float64Array.from(ledger.rows, ({ index }) => tph(index))];
  return { rank: (index) => ranks[index] ?? 0, tph: (index) => tphs[index] ?? 0 };
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

import { CERTAINTIES } from '../../assess/assessment.ts';
import type { Steps } from '../../base/steps.ts';
import { FACILITY_KINDS, FUELS } from '../../domain/facility.ts';
import { DUTIES } from '../../policy/duty.ts';
import type { ColumnId, Sort } from '../columns.ts';
import { memoiseSteps } from '../memoise.ts';
import type { Session } from '../session.ts';
import type { Ledger, LedgerRow } from './ledger.ts';
import { ledgerOf } from './ledger.ts';
import type { Overview } from './overview.ts';
import { marginOf } from './margin.ts';
import { overviewOf } from './overview.ts';
import type { Ranks } from './ranks.ts';
import { numberRanks, orderByRank, textRanks } from './ranks.ts';

/** The rows of the table, filtered and sorted: exactly what the export writes, in this order. */
export function tableOf(session: Session): readonly LedgerRow[] {
  const ledger = ledgerOf(session);
  const overview = overviewOf(session);
  return ledger === null || overview === null ? NO_ROWS : orderOf(ledger, overview.shown, session.view.sort);
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

export const orderOf = memoiseSteps(function* (ledger: Ledger, shown: Overview['shown'], sort: Sort): Steps<readonly LedgerRow[]> {
  const before = ordered;
  // Margins change where verdicts do not, so an order by them is made anew.
  const isPatch = before !== null && ledger.patch?.of === before.ledger.state && sort === before.sort && sort.column !== 'margin' && shown === before.shown;
  const rows = isPatch ? withPlaces(before, ledger, ledger.patch.rows) : yield* freshOrder(ledger, shown, sort);
  ordered = { ledger, shown, sort, rows };
  return rows;
});

/** Ranks are found once a column; then an order costs two passes over the rows. */
function* freshOrder(ledger: Ledger, shown: Overview['shown'], { column, direction }: Sort): Steps<readonly LedgerRow[]> {
  const urgency = yield* ranksOf(ledger, 'verdict');
  const ranks = yield* ranksOf(ledger, column);
  const chosen = Uint32Array.from(shown);
  yield 0.7;
  const byUrgency = orderByRank(chosen, urgency, 1);
  yield 0.8;
  const order = orderByRank(byUrgency, ranks, direction === 'ascending' ? 1 : -1);
  yield 0.9;
  return Array.from(order, (index) => ledger.rows[index] as LedgerRow);
}

/** Of columns that hang on the facilities alone, and of the others of an answer. */
const ranked = new WeakMap<object, Map<ColumnId, Ranks>>();
const OF_FACILITY: ReadonlySet<ColumnId> = new Set(['name', 'enterprise', 'kind', 'fuel', 'capacity']);

function ranksKept(ledger: Ledger, column: ColumnId): Map<ColumnId, Ranks> {
  const holder = OF_FACILITY.has(column) ? ledger.answer.question.city.project.facilities : ledger.state;
  const known = ranked.get(holder) ?? new Map<ColumnId, Ranks>();
  ranked.set(holder, known);
  return known;
}

/** Whether an order by the column can be told at once. */
export function isRanked(ledger: Ledger, column: ColumnId): boolean {
  return ranksKept(ledger, column).has(column);
}

/** The places of the rows in the order of a column, found once. */
export function* ranksOf(ledger: Ledger, column: ColumnId): Steps<Ranks> {
  const known = ranksKept(ledger, column);
  const ranks = known.get(column) ?? (yield* freshRanks(ledger, column));
  known.set(column, ranks);
  return ranks;
}

function* freshRanks(ledger: Ledger, column: ColumnId): Steps<Ranks> {
  const { rows, answer } = ledger;
  if (column === 'verdict') return yield* urgencyRanks(ledger);
  if (column === 'margin') return yield* numberRanks(answer.assessment.marginM);
  const value = VALUES[column];
  if (value.kind === 'text') return yield* textRanks(rows.length, (index) => value.of(rows[index] as LedgerRow), chinese.compare);
  return yield* numberRanks(Float64Array.from(rows, (row) => value.of(row) ?? NaN));
}

/** The sure duty, the possible one and what is overdue, then the larger: places of both in one number. */
function* urgencyRanks(ledger: Ledger): Steps<Ranks> {
  const { rank } = urgencyAt(ledger);
  const tph = yield* ranksOf(ledger, 'capacity');
  // Unknown capacity stands last, as the smallest.
  const place = (index: number): number => ((tph.of[index] as number) === tph.count ? tph.count : tph.count - 1 - (tph.of[index] as number));
  const urgency = Float64Array.from(ledger.rows, ({ index }) => rank(index) * (tph.count + 1) + place(index));
  yield 0.1;
  return yield* numberRanks(urgency);
}

type CompareRows = (a: LedgerRow, b: LedgerRow) => number;

function comparison(ledger: Ledger, { column, direction }: Sort): CompareRows {
  const { rank, tph } = urgencyAt(ledger);
  const byUrgency: Compare = (a, b, sign) => sign * (rank(a.index) - rank(b.index) || tph(b.index) - tph(a.index));
  const compare = column === 'margin' ? by((row) => marginOf(ledger.answer, row)) : column === 'verdict' ? byUrgency : compareBy(VALUES[column]);
  const sign = direction === 'ascending' ? 1 : -1;
  return (a, b) => compare(a, b, sign) || byUrgency(a, b, 1) || a.index - b.index;
}

/** The changed rows that are shown, each taken from its old place and put where it belongs; the others are not looked at. */
function withPlaces({ ledger: before, sort, rows }: Ordered, ledger: Ledger, changed: Uint32Array): readonly LedgerRow[] {
  if (changed.length === 0) return rows;
  const [was, is] = [before, ledger].map((one) => comparison(one, sort)) as [CompareRows, CompareRows];
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

/** What a column sorts by; `null` is unknown. */
type ColumnValue = { readonly kind: 'number'; readonly of: (row: LedgerRow) => number | null } | { readonly kind: 'text'; readonly of: (row: LedgerRow) => string | null };

const number = (of: (row: LedgerRow) => number | null): ColumnValue => ({ kind: 'number', of });
const text = (of: (row: LedgerRow) => string | null): ColumnValue => ({ kind: 'text', of });

const VALUES: Readonly<Record<Exclude<ColumnId, 'margin' | 'verdict'>, ColumnValue>> = {
  certainty: number(({ verdict }) => CERTAINTIES.indexOf(verdict.certainty)),
  name: text(({ facility }) => facility.name),
  enterprise: text(({ facility }) => facility.enterprise),
  county: text(({ county }) => county),
  kind: number(({ facility }) => facility.kind && FACILITY_KINDS.indexOf(facility.kind)),
  fuel: number(({ facility }) => facility.fuel && FUELS.indexOf(facility.fuel)),
  capacity: number(({ facility }) => facility.capacityTph),
  deadline: text(({ verdict }) => verdict.deadline),
  rule: text(({ rule }) => rule && `${rule.pack.id} ${rule.rule.id}`),
  nearest: number(({ nearestEligibleM }) => nearestEligibleM),
};

function compareBy(value: ColumnValue): Compare {
  return value.kind === 'number' ? by(value.of) : (a, b, sign) => unknownLast(value.of(a), value.of(b), (x, y) => sign * chinese.compare(x, y));
}

/** The sure duty, then the possible one, then what is overdue, then the larger: as numbers, by index. */
interface Urgency {
  readonly rank: (index: number) => number;
  readonly tph: (index: number) => number;
}

function urgencyAt({ rows, answer: { assessment: { duty, possibleDuty, overdue } } }: Ledger): Urgency {
  return {
    rank: (index) => ((duty[index] ?? 0) * DUTIES.length + (possibleDuty[index] ?? 0)) * 2 + (1 - (overdue[index] ?? 0)),
    tph: (index) => rows[index]?.facility.capacityTph ?? -1,
  };
}

function by(value: (row: LedgerRow) => number | null): Compare {
  return (a, b, sign) => unknownLast(value(a), value(b), (x, y) => sign * (x - y));
}

function unknownLast<Value>(a: Value | null, b: Value | null, compare: (a: Value, b: Value) => number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compare(a, b);
}

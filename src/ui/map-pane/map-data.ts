import { openRuleBook } from '../../assess/rule-book.ts';
import { truthWord } from '../../base/truth.ts';
import type { Truth } from '../../base/truth.ts';
import type { MapHeatSource, MapPoint } from '../../map/map-types.ts';
import type { Ledger, LedgerRow } from '../../state/selectors/ledger.ts';
import type { Answer } from '../../state/session.ts';

type LabelOf = (row: LedgerRow) => string;

let marked: { readonly ledger: Ledger; readonly shown: readonly number[]; readonly labelOf: LabelOf; readonly points: readonly MapPoint[] } | null = null;

/** The rows that have a position, as marks, in the order of the project; those of rows that stayed are the same as before. */
export function mapPoints(ledger: Ledger, shown: readonly number[], labelOf: LabelOf): readonly MapPoint[] {
  const before = marked;
  const isPatch = before !== null && ledger.patch?.of === before.ledger.state && shown === before.shown && labelOf === before.labelOf;
  const points = isPatch ? withMarks(before.points, ledger, ledger.patch.rows, labelOf) : shown.flatMap((index) => markOf(ledger.rows[index], labelOf));
  marked = { ledger, shown, labelOf, points };
  return points;
}

function withMarks(before: readonly MapPoint[], { rows }: Ledger, changed: Uint32Array, labelOf: LabelOf): readonly MapPoint[] {
  if (changed.length === 0) return before;
  const points = [...before];
  for (const index of changed) {
    const at = placeOf(before, index);
    const [mark] = before[at]?.index === index ? markOf(rows[index], labelOf) : [];
    if (mark !== undefined) points[at] = mark;
  }
  return points;
}

/** How many of the marks, which ascend, come before that of a row. */
function placeOf(points: readonly MapPoint[], index: number): number {
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle] as MapPoint).index < index) low = middle + 1;
    else high = middle;
  }
  return low;
}

function markOf(row: LedgerRow | undefined, labelOf: LabelOf): readonly MapPoint[] {
  if (row === undefined || row.facility.lngLat === null) return [];
  const [lng, lat] = row.facility.lngLat;
  const { duty, possibleDuty, certainty } = row.verdict;
  return [{ index: row.index, id: row.key, lng, lat, duty, possibleDuty, certainty, label: labelOf(row) }];
}

/** The heat sources as the rules of the answer's day see them; without a reach rule there is no circle to draw. */
export function mapSources({ question, assessment }: Answer): MapHeatSource[] {
  const { reachM } = openRuleBook(question.packs, question.asOf, question.choices);
  return question.city.project.heatSources.map((source, i) => ({
    source,
    eligible: truthWord((assessment.sourceEligible[i] ?? 0) as Truth),
    reachM: source.reachM ?? reachM ?? 0,
  }));
}

import { openRuleBook } from '../../assess/rule-book.ts';
import { truthWord } from '../../base/truth.ts';
import type { Truth } from '../../base/truth.ts';
import type { MapHeatSource, MapPoint } from '../../map/map-types.ts';
import type { Ledger, LedgerRow } from '../../state/selectors/ledger.ts';
import type { Answer } from '../../state/session.ts';

/** The rows that have a position, as marks. */
export function mapPoints({ rows }: Ledger, shown: readonly number[], labelOf: (row: LedgerRow) => string): MapPoint[] {
  return shown.flatMap((index) => {
    const row = rows[index];
    if (row === undefined || row.facility.lngLat === null) return [];
    const [lng, lat] = row.facility.lngLat;
    const { duty, possibleDuty, certainty } = row.verdict;
    return [{ index, id: row.key, lng, lat, duty, possibleDuty, certainty, label: labelOf(row) }];
  });
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

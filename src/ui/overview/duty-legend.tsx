import { DUTIES } from '../../policy/duty.ts';
import { toggleFilter } from '../../state/commands/toggle-filter.ts';
import type { Overview } from '../../state/selectors/overview.ts';
import { EMPTY_TALLY } from '../../state/selectors/tally.ts';
import { useApply, useSession } from '../../state/use-session.ts';
import { formatCount, number } from '../../text/formats.ts';
import { DutyMark } from '../parts/duty-mark.tsx';
import { useWords } from '../parts/words.ts';

/** The legend of the map, the count of each verdict, and a filter: one list for the three. */
export function DutyLegend({ overview }: { readonly overview: Overview }) {
  const { lang, w, t } = useWords();
  const apply = useApply();
  const { duties } = useSession((session) => session.view.filters);
  // A hold demands nothing, so no facility has it as its verdict.
  const listed = DUTIES.filter((duty) => duty !== 'hold');
  return (
    <section className="panel-section">
      <h2>
        {w.byDuty}
        <span className="legend-unit">{w.unitTph}</span>
      </h2>
      <p className="hint">{w.byDutyHint}</p>
      <ul className="legend">
        {listed.map((duty) => {
          const { count, tph, unknownTph } = overview.byDuty.get(duty) ?? EMPTY_TALLY;
          return (
            <li key={duty}>
              <button
                type="button"
                className="legend-row"
                aria-pressed={duties.includes(duty)}
                title={unknownTph > 0 ? w.plusUnknownLong(formatCount(lang, unknownTph)) : undefined}
                onClick={() => {
                  apply(toggleFilter('duties', duty));
                }}
              >
                <DutyMark duty={duty} size={22} />
                <span className="legend-name">{t.duty[duty]}</span>
                <span className="legend-count">{w.dutyCount(formatCount(lang, count))}</span>
                <span className="legend-tph">
                  {number(lang, tph, 1)}
                  {unknownTph > 0 && <span aria-label={w.plusUnknownLong(formatCount(lang, unknownTph))}>+?</span>}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      <ul className="ring-legend">
        {(['review', 'unknown'] as const).map((certainty) => (
          <li key={certainty}>
            <DutyMark duty="none" possibleDuty="close" certainty={certainty} size={22} />
            {w.ringLegend[certainty]}
          </li>
        ))}
      </ul>
    </section>
  );
}

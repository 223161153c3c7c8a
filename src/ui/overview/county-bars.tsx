import { toggleFilter } from '../../state/commands/toggle-filter.ts';
import type { Overview } from '../../state/selectors/overview.ts';
import { EMPTY_TALLY } from '../../state/selectors/tally.ts';
import { useApply, useSession } from '../../state/use-session.ts';
import { formatCount } from '../../text/formats.ts';
import { countiesOf } from '../parts/counties.ts';
import { useWords } from '../parts/words.ts';

/** Facilities of each county, with the part that must close; a filter too. */
export function CountyBars({ overview }: { readonly overview: Overview }) {
  const { lang, w } = useWords();
  const apply = useApply();
  const chosen = useSession((session) => session.view.filters.counties);
  const divisions = useSession(({ run }) => run.answer?.question.city.project.divisions);
  const counties = countiesOf(divisions ?? [], [...overview.byCounty.keys(), ...chosen], lang, w.noCounty);
  const longest = Math.max(1, ...[...overview.byCounty.values()].map(({ count }) => count));
  return (
    <section className="panel-section">
      <h2>{w.byCounty}</h2>
      <ul className="bars">
        {counties.map(({ code, name }) => {
          const { count } = overview.byCounty.get(code) ?? EMPTY_TALLY;
          const closing = (overview.closingByCounty.get(code) ?? EMPTY_TALLY).count;
          return (
            <li key={code}>
              <button
                type="button"
                className="bar-row"
                aria-pressed={chosen.includes(code)}
                onClick={() => {
                  apply(toggleFilter('counties', code));
                }}
              >
                <span className="bar-name">{name}</span>
                <span className="bar" aria-hidden="true">
                  <i className="bar-closing" style={{ width: `${String((closing / longest) * 100)}%` }} />
                  <i className="bar-rest" style={{ width: `${String(((count - closing) / longest) * 100)}%` }} />
                </span>
                <span className="bar-count">
                  {closing > 0 && <span className="bar-count-closing">{w.barClosing(formatCount(lang, closing))} / </span>}
                  {formatCount(lang, count)}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

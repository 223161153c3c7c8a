import { CERTAINTIES } from '../../assess/assessment.ts';
import { toggleFilter } from '../../state/commands/toggle-filter.ts';
import type { Overview } from '../../state/selectors/overview.ts';
import { EMPTY_TALLY } from '../../state/selectors/tally.ts';
import { useApply, useSession } from '../../state/use-session.ts';
import { formatCount } from '../../text/formats.ts';
import { useWords } from '../parts/words.ts';

export function CertaintyChips({ overview }: { readonly overview: Overview }) {
  const { lang, w, t } = useWords();
  const apply = useApply();
  const { certainties } = useSession((session) => session.view.filters);
  return (
    <section className="panel-section">
      <h2>{w.certaintyTitle}</h2>
      <ul className="chips">
        {CERTAINTIES.map((certainty) => (
          <li key={certainty}>
            <button
              type="button"
              className={`chip certainty-${certainty}`}
              aria-pressed={certainties.includes(certainty)}
              title={w.certaintyHint[certainty]}
              onClick={() => {
                apply(toggleFilter('certainties', certainty));
              }}
            >
              {t.certainty[certainty]} <b>{formatCount(lang, (overview.byCertainty.get(certainty) ?? EMPTY_TALLY).count)}</b>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

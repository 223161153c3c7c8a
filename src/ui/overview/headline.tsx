import { Suspense, lazy } from 'react';
import { changeFilters } from '../../state/commands/change-filters.ts';
import type { Overview } from '../../state/selectors/overview.ts';
import type { Tally } from '../../state/selectors/tally.ts';
import { EMPTY_TALLY } from '../../state/selectors/tally.ts';
import { useApply, useSession } from '../../state/use-session.ts';
import { formatCount, number } from '../../text/formats.ts';
import type { Words } from '../parts/words.ts';
import { useWords } from '../parts/words.ts';
import { ErrorBoundary } from '../parts/error-boundary.tsx';

const MayClose = lazy(() => import('./may-close.tsx'));

export function Headline({ overview }: { readonly overview: Overview }) {
  const words = useWords();
  const { lang, w } = words;
  const apply = useApply();
  const asOf = useSession(({ run, scenario }) => run.answer?.question.asOf ?? scenario.asOf);
  const closing = overview.byDuty.get('close') ?? EMPTY_TALLY;
  const merging = overview.byDuty.get('close-or-consolidate') ?? EMPTY_TALLY;
  const lawless = useSession(({ run }) => run.answer?.question.packs.length === 0);
  const { overdueClosing, closedAlready, mayClose } = overview;
  const plainMayClose = w.headline.mayClose(formatCount(lang, mayClose.length));
  if (lawless) {
    return (
      <div className="headline">
        <p className="headline-date">{w.headline.asOf(asOf)}</p>
        <p>{w.policies.noneChosen}</p>
      </div>
    );
  }
  return (
    <div className="headline">
      <p className="headline-date">{w.headline.asOf(asOf)}</p>
      <button
        type="button"
        className="headline-main"
        onClick={() => {
          apply(changeFilters({ duties: ['close'], possible: [] }));
        }}
      >
        <strong>{formatCount(lang, closing.count)}</strong> <span>{w.headline.mustClose}</span>
      </button>
      <p>{steamOf(words, closing)}</p>
      <p className="headline-sub">
        {[
          overdueClosing.count > 0 ? w.headline.overdue(formatCount(lang, overdueClosing.count)) : '',
          closedAlready.count > 0 ? w.headline.closedAlready(formatCount(lang, closedAlready.count)) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {merging.count > 0 && (
        <button
          type="button"
          className="headline-line"
          onClick={() => {
            apply(changeFilters({ duties: ['close-or-consolidate'], possible: [] }));
          }}
        >
          {w.headline.consolidate(formatCount(lang, merging.count))}
        </button>
      )}
      {mayClose.length > 0 && (
        <button
          type="button"
          className="headline-line"
          onClick={() => {
            apply(changeFilters({ duties: [], possible: ['close'] }));
          }}
        >
          <ErrorBoundary fallback={() => plainMayClose}>
            <Suspense fallback={plainMayClose}>
              <MayClose indices={mayClose} />
            </Suspense>
          </ErrorBoundary>
        </button>
      )}
      {overview.scoped && <p className="hint">{w.headline.inSelection}</p>}
    </div>
  );
}

/** "1,240.5 t/h, plus 3 of unknown capacity". */
function steamOf({ lang, w }: Words, { tph, unknownTph }: Tally): string {
  const steam = number(lang, tph, 1);
  return unknownTph === 0 ? w.headline.tph(steam) : w.headline.tphPartly(steam, formatCount(lang, unknownTph));
}

import { Suspense, lazy } from 'react';
import { clearFilters } from '../../state/commands/change-filters.ts';
import { movedOf } from '../../state/selectors/moved.ts';
import { overviewOf } from '../../state/selectors/overview.ts';
import { useApply, useSession } from '../../state/use-session.ts';
import { formatCount } from '../../text/formats.ts';
import { useWords } from '../parts/words.ts';
import { CertaintyChips } from './certainty-chips.tsx';
import { CountyBars } from './county-bars.tsx';
import { DutyLegend } from './duty-legend.tsx';
import { Headline } from './headline.tsx';
import { LayerSwitches } from './layer-switches.tsx';
import { RunState } from './run-state.tsx';

const MovedList = lazy(() => import('../parts/moved-list.tsx'));

/** What a newcomer reads first: how many must close, how much steam, and how sure that is. */
export function OverviewPanel() {
  const { lang, w } = useWords();
  const apply = useApply();
  const overview = useSession(overviewOf);
  const moved = useSession(movedOf);
  return (
    <section className="overview" id="overview" aria-label={w.overview} tabIndex={-1}>
      <RunState />
      {overview === null ? (
        <OverviewSkeleton />
      ) : (
        <>
          <Headline overview={overview} />
          {moved !== null && moved.length === 0 && (
            <p className="moved" role="status">
              {w.headline.notMoved}
            </p>
          )}
          {moved !== null && moved.length > 0 && (
            <details className="moved">
              <summary>
                <span role="status">{w.headline.moved(formatCount(lang, moved.length))}</span> <span className="moved-more">{w.movedList}</span>
              </summary>
              <Suspense fallback={null}>
                <MovedList />
              </Suspense>
            </details>
          )}
          <div className="rows-of">
            <span role="status" aria-live="polite">
              {w.rowsOf(formatCount(lang, overview.shown.length), formatCount(lang, overview.total.count))}
            </span>
            {overview.filtered && (
              <button
                type="button"
                className="button button-link"
                onClick={() => {
                  apply(clearFilters);
                }}
              >
                {w.clearFilters}
              </button>
            )}
          </div>
          <DutyLegend overview={overview} />
          <CertaintyChips overview={overview} />
          <CountyBars overview={overview} />
        </>
      )}
      <LayerSwitches />
    </section>
  );
}

function OverviewSkeleton() {
  const { w } = useWords();
  const asOf = useSession((session) => session.scenario.asOf);
  const reading = useSession(({ city }) => city.kind === 'loading');
  const failed = useSession(({ city, run }) => city.kind === 'failed' || run.kind === 'failed' || run.kind === 'cancelled');
  if (failed) return null;
  return (
    <div className="headline headline-waiting" aria-busy="true">
      <p className="headline-date">{w.headline.asOf(asOf)}</p>
      <p className="headline-waiting-text">{reading ? w.progress.loadingCity : w.headline.waiting}</p>
      <div className="skeleton-lines" aria-hidden="true">
        <i />
        <i />
        <i />
        <i />
      </div>
    </div>
  );
}

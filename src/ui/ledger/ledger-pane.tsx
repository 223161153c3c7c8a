import { Suspense, lazy } from 'react';
import { changeFilters } from '../../state/commands/change-filters.ts';
import type { Overview } from '../../state/selectors/overview.ts';
import { overviewOf } from '../../state/selectors/overview.ts';
import { useApply, useSession } from '../../state/use-session.ts';
import { formatCount } from '../../text/formats.ts';
import { Guarded } from '../parts/guarded.tsx';
import { useWords } from '../parts/words.ts';
import { LedgerFilters } from './ledger-filters.tsx';

const LedgerTable = lazy(() => import('./ledger-table.tsx'));

/** The ledger below the map: which rows, and the rows. */
export function LedgerPane() {
  const { w } = useWords();
  const overview = useSession(overviewOf);
  return (
    <section className="ledger" id="ledger" aria-label={w.ledger} tabIndex={-1}>
      {overview === null ? (
        <div className="ledger-bar">
          <h2>{w.ledger}</h2>
        </div>
      ) : (
        <>
          <LedgerBar overview={overview} />
          <Guarded>
            <Suspense fallback={<div className="table-skeleton" aria-busy="true" />}>
              <LedgerTable />
            </Suspense>
          </Guarded>
        </>
      )}
    </section>
  );
}

function LedgerBar({ overview }: { readonly overview: Overview }) {
  const { lang, w } = useWords();
  const apply = useApply();
  const unlocated = useSession((session) => session.view.filters.unlocated);
  const tab = (only: boolean, name: string) => (
    <button
      type="button"
      aria-pressed={unlocated === only}
      onClick={() => {
        apply(changeFilters({ unlocated: only }));
      }}
    >
      {name}
    </button>
  );
  return (
    <div className="ledger-bar">
      <h2>{w.ledger}</h2>
      <div className="segments">
        {tab(false, w.ledgerAll)}
        {tab(true, w.option(w.ledgerUnlocated, formatCount(lang, overview.unlocated.count)))}
      </div>
      <LedgerFilters overview={overview} />
      <span className="ledger-count">{w.rowsOf(formatCount(lang, overview.shown.length), formatCount(lang, overview.total.count))}</span>
    </div>
  );
}

import { Suspense, lazy, useEffect, useRef } from 'react';
import { selectFacility } from '../../state/commands/select-facility.ts';
import { selectedOf } from '../../state/selectors/selected.ts';
import { useApply, useSession } from '../../state/use-session.ts';
import { ErrorBoundary } from '../parts/error-boundary.tsx';
import { Icon } from '../parts/icon.tsx';
import { Notice } from '../parts/notice.tsx';
import { useWords } from '../parts/words.ts';

const FacilityCard = lazy(() => import('./facility-card.tsx'));

/** The panel at the side, or the sheet from below on a phone. Escape closes it and focus goes back to where it came from. */
export function CardFrame() {
  const { w } = useWords();
  const apply = useApply();
  const row = useSession(selectedOf);
  const heading = useRef<HTMLHeadingElement>(null);
  const isOpen = row !== null;

  useEffect(() => {
    if (!isOpen) return;
    const cameFrom = document.activeElement;
    heading.current?.focus({ preventScroll: true });
    const closeOnEscape = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') apply(selectFacility(null));
    };
    document.addEventListener('keydown', closeOnEscape);
    return () => {
      document.removeEventListener('keydown', closeOnEscape);
      // The row it came from may have been scrolled out of the document since.
      const back = cameFrom instanceof HTMLElement && cameFrom.isConnected && cameFrom !== document.body ? cameFrom : document.querySelector<HTMLElement>('.table-body [tabindex="0"]');
      back?.focus({ preventScroll: true });
    };
  }, [isOpen, apply]);

  if (row === null) return null;
  return (
    <aside className="card" aria-label={w.card}>
      <header className="card-head">
        <div>
          <h2 ref={heading} tabIndex={-1}>
            {row.facility.name}
          </h2>
          <p>{row.facility.enterprise ?? w.unknown}</p>
        </div>
        <button
          type="button"
          className="button button-quiet button-icon"
          aria-label={w.close}
          onClick={() => {
            apply(selectFacility(null));
          }}
        >
          <Icon name="close" />
        </button>
      </header>
      <div className="card-body" key={row.key}>
        <ErrorBoundary
          fallback={(error, retry) => (
            <Notice
              tone="alarm"
              detail={error.message}
              actions={
                <button type="button" className="button" onClick={retry}>
                  {w.retry}
                </button>
              }
            >
              {w.crashed}
            </Notice>
          )}
        >
          <Suspense fallback={<div className="card-skeleton" aria-busy="true" />}>
            <FacilityCard />
          </Suspense>
        </ErrorBoundary>
      </div>
    </aside>
  );
}

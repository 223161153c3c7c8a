import { Suspense, lazy, useState } from 'react';
import { changeFilters } from '../../state/commands/change-filters.ts';
import { changeView } from '../../state/commands/change-view.ts';
import { overviewOf } from '../../state/selectors/overview.ts';
import { useApply, useSession } from '../../state/use-session.ts';
import { formatCount } from '../../text/formats.ts';
import { ErrorBoundary } from '../parts/error-boundary.tsx';
import { Icon } from '../parts/icon.tsx';
import { Notice } from '../parts/notice.tsx';
import { useWords } from '../parts/words.ts';

const MapCanvas = lazy(() => import('./map-canvas.tsx'));
const DraftDock = lazy(() => import('../draw/draft-dock.tsx'));

/** The map's place on the page: it comes after the first paint, and the page works without it. */
export function MapPane() {
  const { w } = useWords();
  const [unavailable, setUnavailable] = useState<'no-webgl' | 'context-lost' | null>(null);
  return (
    <section className="map-pane" aria-label={w.mapTitle}>
      {unavailable !== null ? (
        <Notice>{unavailable === 'no-webgl' ? w.mapNoWebgl : w.mapLost}</Notice>
      ) : (
        <ErrorBoundary
          fallback={(error) => (
            <Notice tone="alarm" detail={error.message}>
              {w.mapFailed}
            </Notice>
          )}
        >
          <Suspense fallback={<MapSkeleton />}>
            <MapCanvas onUnavailable={setUnavailable} />
            <DraftDock />
          </Suspense>
        </ErrorBoundary>
      )}
      {unavailable === null && <UnlocatedChip />}
    </section>
  );
}

function MapSkeleton() {
  const { w } = useWords();
  return (
    <div className="map-skeleton" aria-busy="true">
      <span>{w.mapLoading}</span>
    </div>
  );
}

/** What passes the filters and yet is not on the map is said on the map, and one press lists it. */
function UnlocatedChip() {
  const { lang, w } = useWords();
  const apply = useApply();
  const count = useSession((session) => overviewOf(session)?.unlocated.count ?? 0);
  if (count === 0) return null;
  return (
    <button
      type="button"
      className="unlocated-chip"
      onClick={() => {
        apply(changeFilters({ unlocated: true }));
        apply(changeView({ panel: 'ledger' }));
      }}
    >
      <Icon name="noLocation" size={14} />
      {w.unlocatedChip(formatCount(lang, count))}
    </button>
  );
}

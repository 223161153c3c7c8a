import { Suspense, lazy, useState } from 'react';
import { setPicking } from '../../state/commands/change-site.ts';
import { changeFilters } from '../../state/commands/change-filters.ts';
import { changeView } from '../../state/commands/change-view.ts';
import { overviewOf } from '../../state/selectors/overview.ts';
import { useApply, useSession } from '../../state/use-session.ts';
import { formatCount } from '../../text/formats.ts';
import { Guarded } from '../parts/guarded.tsx';
import { Icon } from '../parts/icon.tsx';
import { Notice } from '../parts/notice.tsx';
import { useEscape } from '../parts/use-escape.ts';
import { useWords } from '../parts/words.ts';
import { SourceLegend } from './source-legend.tsx';

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
        <Guarded failed={w.mapFailed}>
          <Suspense fallback={<MapSkeleton />}>
            <MapCanvas onUnavailable={setUnavailable} />
            <DraftDock />
          </Suspense>
          <UnlocatedChip />
          <SourceLegend />
          <PickingNote />
        </Guarded>
      )}
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

/** While a point is being chosen: how, and the way out. */
function PickingNote() {
  const { w } = useWords();
  const apply = useApply();
  const picking = useSession((session) => session.view.picking);
  const stop = (): void => {
    apply(setPicking(false));
  };
  useEscape(picking, 'mode', stop);
  if (!picking) return null;
  return (
    <div className="picking-note" role="status">
      <span>{w.siting.pick}</span>
      <button type="button" className="button button-quiet" onClick={stop}>
        {w.siting.stop}
      </button>
    </div>
  );
}

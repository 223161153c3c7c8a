import { Suspense, lazy, useState } from 'react';
import { endSiting } from '../../state/commands/change-site.ts';
import { openPlace } from '../../state/commands/open-place.ts';
import { selectFacility } from '../../state/commands/select-facility.ts';
import { showOnMap } from '../../state/commands/show-on-map.ts';
import { placeOf } from '../../state/selectors/place.ts';
import { selectedOf } from '../../state/selectors/selected.ts';
import type { Session } from '../../state/session.ts';
import { useApply, useSession } from '../../state/use-session.ts';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../parts/words.ts';
import { SidePanel } from './side-panel.tsx';

const FacilityCard = lazy(() => import('./facility-card.tsx'));
const PlaceCard = lazy(() => import('../place/place-card.tsx'));
const SiteCard = lazy(() => import('../site/site-card.tsx'));

/** What the panel at the side shows: the selected facility, before a place of the map, before the siting question. */
export function sideOf(session: Session): 'facility' | 'place' | 'site' | null {
  if (selectedOf(session) !== null) return 'facility';
  if (placeOf(session) !== null) return 'place';
  return session.view.site === null ? null : 'site';
}

export function CardFrame() {
  const side = useSession(sideOf);
  switch (side) {
    case 'facility':
      return <FacilityPanel />;
    case 'place':
      return <PlacePanel />;
    case 'site':
      return <SitePanel />;
    case null:
      return null;
  }
}

function FacilityPanel() {
  const { w } = useWords();
  const apply = useApply();
  const row = useSession(selectedOf);
  const [lowFor, setLowFor] = useState<string | null>(null);
  if (row === null) return null;
  const low = lowFor === row.key;
  const find = (
    <button
      type="button"
      className="button button-quiet button-icon"
      aria-label={w.showOnMap}
      title={w.showOnMap}
      onClick={() => {
        setLowFor(row.key);
        apply(showOnMap);
      }}
    >
      <Icon name="locate" />
    </button>
  );
  const raise = (
    <button
      type="button"
      className="button button-quiet button-icon card-raise"
      aria-label={w.showWhole}
      title={w.showWhole}
      onClick={() => {
        setLowFor(null);
      }}
    >
      <Icon name="up" />
    </button>
  );
  return (
    <SidePanel
      label={w.card}
      title={row.facility.name}
      topic={row.key}
      subtitle={row.facility.enterprise ?? w.unknown}
      low={low}
      tools={
        <>
          {low && raise}
          {row.facility.lngLat !== null && find}
        </>
      }
      onClose={() => {
        apply(selectFacility(null));
      }}
    >
      <Suspense fallback={<Waiting />}>
        <FacilityCard />
      </Suspense>
    </SidePanel>
  );
}

function PlacePanel() {
  const { w } = useWords();
  const apply = useApply();
  const place = useSession(placeOf);
  if (place === null) return null;
  return (
    <SidePanel
      label={w.placeKind[place.kind]}
      title={place.name}
      topic={`${place.kind}/${String(place.index)}`}
      subtitle={w.placeKind[place.kind]}
      onClose={() => {
        apply(openPlace(null));
      }}
    >
      <Suspense fallback={<Waiting />}>
        <PlaceCard />
      </Suspense>
    </SidePanel>
  );
}

function SitePanel() {
  const { w } = useWords();
  const apply = useApply();
  const picking = useSession((session) => session.view.picking);
  return (
    <SidePanel
      label={w.siting.title}
      title={w.siting.title}
      topic="site"
      subtitle={w.siting.subtitle}
      low={picking}
      onClose={() => {
        apply(endSiting);
      }}
    >
      <Suspense fallback={<Waiting />}>
        <SiteCard />
      </Suspense>
    </SidePanel>
  );
}

function Waiting() {
  return <div className="card-skeleton" aria-busy="true" />;
}

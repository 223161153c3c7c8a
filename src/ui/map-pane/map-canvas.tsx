import { lazy, useCallback, useDeferredValue, useMemo } from 'react';
import type { Covered, MapUnavailable, MapWords } from '../../map/map-types.ts';
import type { LngLat } from '../../domain/place.ts';
import { NO_MARKS } from '../../map/map-marks.ts';
import { changeSite } from '../../state/commands/change-site.ts';
import { moveCamera } from '../../state/commands/move-camera.ts';
import { openPlace } from '../../state/commands/open-place.ts';
import { selectFacility } from '../../state/commands/select-facility.ts';
import type { Camera } from '../../state/layers.ts';
import type { MapPlace } from '../../state/map-place.ts';
import type { KnownPlace } from '../../state/selectors/place.ts';
import { findPlace, placeOf } from '../../state/selectors/place.ts';
import { memoiseLast } from '../../state/memoise.ts';
import type { Ledger } from '../../state/selectors/ledger.ts';
import { ledgerOf } from '../../state/selectors/ledger.ts';
import type { Overview } from '../../state/selectors/overview.ts';
import { overviewOf } from '../../state/selectors/overview.ts';
import { selectedOf } from '../../state/selectors/selected.ts';
import type { Session } from '../../state/session.ts';
import { useApply, useSession, useSessionStore } from '../../state/use-session.ts';
import { verdictWords } from '../card/verdict-words.ts';
import { useTheme } from '../parts/use-theme.ts';
import { useWords } from '../parts/words.ts';
import { placeFacts } from '../place/place-facts.ts';
import { mapMarks, mapSources } from './map-data.ts';
import { useDrawing } from './use-drawing.ts';

const MapView = lazy(() => import('../../map/map-view.tsx'));

interface Props {
  readonly onUnavailable: (reason: MapUnavailable) => void;
}

/** The facilities that the map shows. */
const seenOf = (session: Session) => see(ledgerOf(session), overviewOf(session)?.shown);
const see = memoiseLast((ledger: Ledger | null, shown: Overview['shown'] | undefined) => ({ ledger, shown }));

/** The session as the map sees it. */
export default function MapCanvas({ onUnavailable }: Props) {
  const words = useWords();
  const store = useSessionStore();
  const apply = useApply();
  const city = useSession((session) => session.city);
  // The table and the counts are put on the page first, the map in the next task: all at once would be a long one.
  const { ledger, shown } = useDeferredValue(useSession(seenOf));
  const selected = useSession((session) => selectedOf(session)?.index ?? null);
  const layers = useSession((session) => session.view.layers);
  const camera = useSession((session) => session.view.camera);
  const look = useSession((session) => session.view.look);
  const site = useSession((session) => session.view.site?.lngLat ?? null);
  const picking = useSession((session) => session.view.picking);
  const attention = useSession((session) => pointOf(placeOf(session)) ?? session.view.site?.lngLat ?? null);
  const chosenZone = useSession((session) => (session.view.place?.kind === 'zone' ? session.view.place.id : null));
  const theme = useTheme();
  const drawing = useDrawing();

  const marks = useMemo(() => (ledger === null || shown === undefined ? NO_MARKS : mapMarks(ledger, shown)), [ledger, shown]);
  const markLabel = useCallback(
    (index: number): string => {
      const row = ledgerOf(store.get())?.rows[index];
      return row === undefined ? '' : words.w.markLabel(row.facility.name, verdictWords(words, row.verdict));
    },
    [store, words],
  );
  const heatSources = useMemo(() => (ledger === null ? [] : mapSources(ledger.answer)), [ledger]);
  const mapWords = useMemo((): MapWords => ({ lang: words.lang, ...words.w.map }), [words]);
  const onSelect = useCallback(
    (index: number | null) => {
      apply(selectFacility((index === null ? undefined : ledgerOf(store.get())?.rows[index]?.key) ?? null));
      if (index === null) apply(openPlace(null));
    },
    [apply, store],
  );
  const onPlace = useCallback(
    (place: MapPlace) => {
      apply(openPlace(place));
    },
    [apply],
  );
  const onPick = useCallback(
    (lngLat: LngLat) => {
      apply(changeSite({ lngLat }));
    },
    [apply],
  );
  const placeLabel = useCallback(
    (place: MapPlace): readonly string[] => {
      const { city: now, run } = store.get();
      const found = now.kind === 'ready' ? findPlace(now.city.project, place) : null;
      return found === null ? [] : [found.name, ...placeFacts(words, found, run.answer)];
    },
    [store, words],
  );
  const onCamera = useCallback(
    (moved: Camera) => {
      apply(moveCamera(moved));
    },
    [apply],
  );

  if (city.kind !== 'ready') return null;
  const { zones, parks, stations, divisions } = city.city.project;
  return (
    <MapView
      marks={marks}
      markLabel={markLabel}
      selected={selected}
      onSelect={onSelect}
      zones={zones}
      chosenZone={chosenZone}
      heatSources={heatSources}
      parks={parks}
      stations={stations}
      divisions={divisions}
      layers={layers}
      camera={camera}
      onCamera={onCamera}
      look={look}
      covered={coveredByCard}
      onPlace={onPlace}
      placeLabel={placeLabel}
      attention={attention}
      site={site}
      picking={picking}
      onPick={onPick}
      theme={theme}
      drawing={drawing}
      words={mapWords}
      onUnavailable={onUnavailable}
    />
  );
}

/** A zone has no one point, and whoever asks about it has it in sight. */
function pointOf(place: KnownPlace | null): LngLat | null {
  return place === null || place.kind === 'zone' ? null : place.record.lngLat;
}

/** Panels at the side leave more of the map than this in sight, px. */
const EDGE_PX = 40;

/** What the card at the side, or the sheet from below, lies over. */
function coveredByCard(): Covered {
  const map = document.querySelector('.map-view')?.getBoundingClientRect();
  const card = document.querySelector('aside.card')?.getBoundingClientRect();
  if (map === undefined || card === undefined || card.left >= map.right || card.top >= map.bottom) return { right: 0, bottom: 0 };
  // A sheet from below is as wide as the map; a panel at the side is as high.
  return card.left > map.left + EDGE_PX ? { right: map.right - card.left, bottom: 0 } : { right: 0, bottom: map.bottom - card.top };
}

import { lazy, useCallback, useMemo } from 'react';
import type { MapPoint, MapUnavailable, MapWords } from '../../map/map-types.ts';
import { moveCamera } from '../../state/commands/move-camera.ts';
import { selectFacility } from '../../state/commands/select-facility.ts';
import type { Camera } from '../../state/layers.ts';
import { ledgerOf } from '../../state/selectors/ledger.ts';
import { overviewOf } from '../../state/selectors/overview.ts';
import { selectedOf } from '../../state/selectors/selected.ts';
import { useApply, useSession, useSessionStore } from '../../state/use-session.ts';
import { verdictWords } from '../card/verdict-words.ts';
import { useTheme } from '../parts/use-theme.ts';
import { useWords } from '../parts/words.ts';
import { mapPoints, mapSources } from './map-data.ts';
import { useDrawing } from './use-drawing.ts';

const MapView = lazy(() => import('../../map/map-view.tsx'));

interface Props {
  readonly onUnavailable: (reason: MapUnavailable) => void;
}

/** The session as the map sees it. */
export default function MapCanvas({ onUnavailable }: Props) {
  const words = useWords();
  const store = useSessionStore();
  const apply = useApply();
  const city = useSession((session) => session.city);
  const ledger = useSession(ledgerOf);
  const shown = useSession((session) => overviewOf(session)?.shown);
  const selected = useSession((session) => selectedOf(session)?.index ?? null);
  const layers = useSession((session) => session.view.layers);
  const camera = useSession((session) => session.view.camera);
  const theme = useTheme();
  const drawing = useDrawing();

  const points = useMemo(
    (): readonly MapPoint[] =>
      ledger === null || shown === undefined
        ? []
        : mapPoints(ledger, shown, (row) => words.w.markLabel(row.facility.name, verdictWords(words, row.verdict))),
    [ledger, shown, words],
  );
  const heatSources = useMemo(() => (ledger === null ? [] : mapSources(ledger.answer)), [ledger]);
  const mapWords = useMemo((): MapWords => ({ lang: words.lang, ...words.w.map }), [words]);
  const onSelect = useCallback(
    (index: number | null) => {
      apply(selectFacility((index === null ? undefined : ledgerOf(store.get())?.rows[index]?.key) ?? null));
    },
    [apply, store],
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
      points={points}
      selected={selected}
      onSelect={onSelect}
      zones={zones}
      heatSources={heatSources}
      parks={parks}
      stations={stations}
      divisions={divisions}
      layers={layers}
      camera={camera}
      onCamera={onCamera}
      theme={theme}
      drawing={drawing}
      words={mapWords}
      onUnavailable={onUnavailable}
    />
  );
}

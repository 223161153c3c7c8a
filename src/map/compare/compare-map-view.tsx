import { useEffect, useEffectEvent, useId, useRef, type ReactElement } from 'react';
import '../map.css';
import { MapButton } from '../map-button.tsx';
import type { MapUnavailable } from '../map-types.ts';
import type { CompareScene } from './compare-types.ts';
import { openCompareMap, type OpenCompareMap } from './open-compare-map.ts';

interface Props {
  readonly scene: CompareScene;
  readonly onSelect: (index: number) => void;
  readonly onUnavailable: (reason: MapUnavailable) => void;
}

/** The map of the comparison; loaded lazily, as every map is. */
export default function CompareMapView({ scene, onSelect, onUnavailable }: Props): ReactElement {
  const container = useRef<HTMLDivElement>(null);
  const open = useRef<OpenCompareMap | null>(null);
  const helpId = useId();
  const select = useEffectEvent(onSelect);
  const unavailable = useEffectEvent(onUnavailable);
  const start = useEffectEvent((room: HTMLDivElement) => openCompareMap(room, scene, (index) => { select(index); }, (reason) => { unavailable(reason); }));
  useEffect(() => {
    const room = container.current;
    if (room === null) return;
    const map = start(room);
    open.current = map;
    room.querySelector('.maplibregl-canvas')?.setAttribute('aria-describedby', helpId);
    return () => {
      open.current = null;
      map?.close();
    };
  }, [helpId]);
  useEffect(() => open.current?.update(scene), [scene]);
  const { words, theme } = scene;
  return (
    <div className="map-view" data-map-theme={theme}>
      <div className="map-canvas" ref={container} />
      <div className="map-cross" aria-hidden="true" />
      <p className="map-help" id={helpId}>
        {words.keyboardHelp}
      </p>
      <div className="map-buttons">
        <MapButton label={words.zoomIn} icon="M10 4v12M4 10h12" onPress={() => open.current?.zoomBy(1)} />
        <MapButton label={words.zoomOut} icon="M4 10h12" onPress={() => open.current?.zoomBy(-1)} />
        <MapButton label={words.wholeCity} icon="M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4" onPress={() => open.current?.home()} />
      </div>
      <p className="map-attribution">{words.attribution}</p>
    </div>
  );
}

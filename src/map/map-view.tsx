import { useEffect, useEffectEvent, useId, useRef, useState, type ReactElement } from 'react';
import './map.css';
import { doneInSlices } from '../worker/in-slices.ts';
import { labelPlacesSteps } from './labels/label-places.ts';
import { MapButton } from './map-button.tsx';
import { metresPerPx } from './mercator.ts';
import { openMap, type Hover, type OpenMap } from './open-map.ts';
import type { MapViewProps, MapWords } from './map-types.ts';
import type { Camera } from '../state/layers.ts';
import { scaleBar } from './scale-bar.ts';
import { formatCount } from '../text/formats.ts';

const SCALE_MAX_PX = 110;

/** Nearer to the upper edge than this, a tooltip of several lines stands below the pointer. */
const BELOW_PX = 110;

/** Labels in a tooltip before the rest is only counted. */
const TOOLTIP_LINES = 4;

/** The map. Loaded lazily, because maplibre and deck.gl weigh more than everything else together. */
export default function MapView(props: MapViewProps): ReactElement {
  const { words, theme } = props;
  const container = useRef<HTMLDivElement>(null);
  const open = useRef<OpenMap | null>(null);
  const helpId = useId();
  const [hover, setHover] = useState<Hover | null>(null);
  const [view, setView] = useState<Camera | null>(null);
  const [drawn, setDrawn] = useState({ drawn: 0, all: 0 });
  const [failure, setFailure] = useState<Error | null>(null);
  // Opened in a later task, a map that fails would be a blank: around here it is said.
  if (failure !== null) throw failure;

  const select = useEffectEvent(props.onSelect);
  const report = useEffectEvent(props.onCamera);
  const ask = useEffectEvent(props.onPlace);
  const choose = useEffectEvent(props.onPick);
  const ready = useEffectEvent(() => props.onReady?.());
  const unavailable = useEffectEvent(props.onUnavailable);
  const start = useEffectEvent((room: HTMLDivElement) =>
    openMap(room, props, {
      onSelect: (index) => select(index),
      onPlace: (place) => ask(place),
      onPick: (lngLat) => choose(lngLat),
      onCamera: (camera) => report(camera),
      onHover: setHover,
      onMove: setView,
      onDrawn: (now, all) => setDrawn({ drawn: now, all }),
      onReady: () => ready(),
      onUnavailable: (reason) => unavailable(reason),
    }),
  );

  const prepare = useEffectEvent((isWanted: () => boolean) => {
    const areas = [...props.divisions, ...props.zones].map(({ polygons }) => polygons);
    return doneInSlices(labelPlacesSteps(areas), isWanted);
  });

  useEffect(() => {
    const room = container.current;
    if (room === null) return;
    const here = { isWanted: true };
    prepare(() => here.isWanted)
      .then(() => {
        if (!here.isWanted) return;
        open.current = start(room);
        room.querySelector('canvas')?.setAttribute('aria-describedby', helpId);
      })
      .catch((error: unknown) => {
        setFailure(error instanceof Error ? error : new Error(String(error)));
      });
    return () => {
      here.isWanted = false;
      open.current?.close();
      open.current = null;
    };
  }, [helpId]);

  useEffect(() => open.current?.update(props), [props]);

  return (
    <div className={props.picking ? 'map-view map-picking' : 'map-view'} data-map-theme={theme}>
      <div className="map-canvas" ref={container} />
      <div className="map-cross" aria-hidden="true" />
      <p className="map-help" id={helpId}>
        {words.keyboardHelp}
      </p>
      <Tooltip hover={hover} placeLabel={props.placeLabel} markLabel={props.markLabel} />
      <div className="map-buttons">
        <MapButton label={words.zoomIn} icon="M10 4v12M4 10h12" onPress={() => open.current?.zoomBy(1)} />
        <MapButton label={words.zoomOut} icon="M4 10h12" onPress={() => open.current?.zoomBy(-1)} />
        <MapButton label={words.wholeCity} icon="M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4" onPress={() => open.current?.home()} />
      </div>
      {view !== null && <Scale view={view} words={words} />}
      {props.layers.facilities && drawn.drawn < drawn.all && (
        <p className="map-thinned">{words.thinned(formatCount(words.lang, drawn.drawn), formatCount(words.lang, drawn.all))}</p>
      )}
      <p className="map-attribution">{words.attribution}</p>
    </div>
  );
}

function Tooltip({ hover, placeLabel, markLabel }: { hover: Hover | null } & Pick<MapViewProps, 'placeLabel' | 'markLabel'>): ReactElement | null {
  if (hover === null) return null;
  if (hover.place !== null) {
    const [name, ...facts] = placeLabel(hover.place);
    return (
      <div className={hover.y < BELOW_PX ? 'map-tooltip map-tooltip-below' : 'map-tooltip'} style={{ left: hover.x, top: hover.y }} aria-hidden="true">
        <b>{name}</b>
        {facts.map((fact) => (
          <div key={fact}>{fact}</div>
        ))}
      </div>
    );
  }
  const shown = hover.facilities.slice(0, TOOLTIP_LINES);
  const more = hover.facilities.length - shown.length;
  return (
    <div className="map-tooltip" style={{ left: hover.x, top: hover.y }} aria-hidden="true">
      {shown.map((facility) => (
        <div key={facility}>{markLabel(facility)}</div>
      ))}
      {more > 0 && <div className="map-tooltip-more">+{more}</div>}
    </div>
  );
}

function Scale({ view, words }: { view: Camera; words: MapWords }): ReactElement {
  const { metres, widthPx } = scaleBar(metresPerPx(view.zoom, view.lat), SCALE_MAX_PX);
  const text = metres >= 1000 ? `${metres / 1000} ${words.kilometre}` : `${metres} ${words.metre}`;
  return (
    <div className="map-scale" style={{ width: widthPx }}>
      {text}
    </div>
  );
}

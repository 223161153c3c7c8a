import { Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { homeBounds, type Bounds } from '../home-bounds.ts';
import { NO_MARKS } from '../map-marks.ts';
import { addLabelCanvas } from '../labels/label-canvas.ts';
import { mapSheet, type MapSheet } from '../map-sheet.ts';
import type { MapUnavailable } from '../map-types.ts';
import { mercator, mercatorPerPx } from '../mercator.ts';
import { PALETTE } from '../palette.ts';
import { LAYER_IDS, type LayerId } from '../../state/layers.ts';
import type { CompareScene } from './compare-types.ts';
import { paintComparison, pointNear, type Look } from './paint-comparison.ts';

setWorkerUrl(workerUrl);

export interface OpenCompareMap {
  update(scene: CompareScene): void;
  zoomBy(levels: number): void;
  home(): void;
  close(): void;
}

const HOME_PADDING_PX = 24;
const CHANGE_PADDING_PX = 56;
const REACH_PX = 14;
const CLOSE_ZOOM = 11.5;
/** A selected facility nearer to the edge than this is brought into sight, px. */
const VIEW_MARGIN_PX = 48;

/**
 * One map with both sides painted over it on a plain canvas, cut at the divider: the view is locked because there is only
 * one, and it costs one graphics context where two maps would cost four.
 */
export function openCompareMap(container: HTMLElement, first: CompareScene, onSelect: (index: number) => void, onUnavailable: (reason: MapUnavailable) => void): OpenCompareMap | null {
  let scene = first;
  let map: MapLibreMap;
  const drawn = sheetOf(scene);
  try {
    map = new MapLibreMap({
      container, style: drawn.style, attributionControl: false, dragRotate: false, touchPitch: false, maxPitch: 0, minZoom: 3, maxZoom: 18,
      renderWorldCopies: false, fadeDuration: 0,
    });
  } catch {
    onUnavailable('no-webgl');
    return null;
  }
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.getCanvas().setAttribute('aria-label', scene.words.map);
  const labels = addLabelCanvas(map, () => 0);
  const canvas = document.createElement('canvas');
  canvas.className = 'map-draw';
  canvas.setAttribute('aria-hidden', 'true');
  map.getContainer().append(canvas);
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('openCompareMap: expected a 2d canvas context, got null');

  const home = (animate: boolean): void => {
    const bounds = homeBounds(scene.divisions, NO_MARKS);
    if (bounds !== null) map.fitBounds([bounds[0], bounds[1], bounds[2], bounds[3]], { padding: HOME_PADDING_PX, animate });
  };
  /** Where something changed; the whole city when nothing did. */
  const showChanges = (): void => {
    const bounds = changedBounds(scene);
    if (bounds === null) home(false);
    else map.fitBounds([bounds[0], bounds[1], bounds[2], bounds[3]], { padding: CHANGE_PADDING_PX, maxZoom: CLOSE_ZOOM, animate: false });
  };
  const start = map.getCenter();
  showChanges();
  const origin = mercator(map.getCenter().lng, map.getCenter().lat);

  const look = (): Look => {
    const { clientWidth: width, clientHeight: height } = map.getContainer();
    const { lng, lat } = map.getCenter();
    return { centre: mercator(lng, lat), width, height, scale: 1 / mercatorPerPx(map.getZoom()), origin };
  };
  const draw = (): void => {
    const view = look();
    const ratio = window.devicePixelRatio;
    const [width, height] = [Math.round(view.width * ratio), Math.round(view.height * ratio)];
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    paintComparison(pen, scene, view, ratio);
  };
  const showWords = (sheet: MapSheet): void => {
    labels.show(sheet.labels, PALETTE[scene.theme].labelHalo);
    labels.arrange();
  };
  const showSelected = (): void => {
    const point = scene.points.find(({ index }) => index === scene.selected);
    if (point === undefined) return;
    const { x, y } = map.project([point.lng, point.lat]);
    const { width, height } = look();
    const isSeen = x > VIEW_MARGIN_PX && x < width - VIEW_MARGIN_PX && y > VIEW_MARGIN_PX && y < height - VIEW_MARGIN_PX;
    if (!isSeen) map.flyTo({ center: [point.lng, point.lat], zoom: Math.max(map.getZoom(), CLOSE_ZOOM), maxDuration: 1000 });
  };
  const pick = (at: { readonly x: number; readonly y: number }, reachPx: number): void => {
    const chosen = pointNear(scene, look(), at, reachPx);
    if (chosen !== null) onSelect(chosen);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    const { width, height } = look();
    pick({ x: width / 2, y: height / 2 }, Math.min(width, height) / 2);
  };
  showWords(drawn);
  map.on('render', draw);
  map.on('moveend', () => { labels.arrange(); });
  map.on('resize', () => {
    labels.arrange();
    draw();
  });
  map.on('click', ({ point }) => { pick(point, REACH_PX); });
  map.getCanvas().addEventListener('keydown', onKey);
  // A container that has no room yet is fitted when it gets some.
  if (map.getCenter().distanceTo(start) === 0) map.once('resize', showChanges);
  draw();

  return {
    update(next) {
      const before = scene;
      scene = next;
      if (next.theme !== before.theme || next.words !== before.words || next.divisions !== before.divisions) {
        const sheet = sheetOf(next);
        map.setStyle(sheet.style);
        map.getCanvas().setAttribute('aria-label', next.words.map);
        showWords(sheet);
      }
      if (next.selected !== before.selected) showSelected();
      draw();
    },
    zoomBy: (levels) => { map.zoomTo(map.getZoom() + levels); },
    home: () => { home(true); },
    close() {
      map.getCanvas().removeEventListener('keydown', onKey);
      labels.remove();
      map.remove();
    },
  };
}

function changedBounds({ points, before, after }: CompareScene): Bounds | null {
  const redrawn = [...before.filter((zone) => !after.includes(zone)), ...after.filter((zone) => !before.includes(zone))];
  const corners = redrawn.flatMap(({ polygons }) => polygons.flatMap(([outer = []]) => outer));
  const places = [...points.filter(({ change }) => change !== 'unchanged').map(({ lng, lat }) => [lng, lat] as const), ...corners];
  if (places.length === 0) return null;
  return places.reduce<Bounds>(([west, south, east, north], [lng, lat]) => [Math.min(west, lng), Math.min(south, lat), Math.max(east, lng), Math.max(north, lat)], [180, 90, -180, -90]);
}

const GROUND: readonly LayerId[] = ['prefectures', 'counties'];

function sheetOf({ divisions, theme, words }: CompareScene): MapSheet {
  const layers = Object.fromEntries(LAYER_IDS.map((id) => [id, GROUND.includes(id)])) as Record<LayerId, boolean>;
  return mapSheet({ divisions, zones: [], chosenZone: null, heatSources: [], parks: [], stations: [], layers, theme, words });
}

import { Map as MapLibreMap, setWorkerUrl, type MapMouseEvent } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import type { LngLat } from '../domain/place.ts';
import { lazyDraw } from './draw/lazy-draw.ts';
import { addLabelCanvas } from './labels/label-canvas.ts';
import { homeBounds } from './home-bounds.ts';
import { facilitiesLayers, markSizePx, type MarkAtlas } from './layers/facilities.ts';
import { IMAGE_PIXEL_RATIO, imageSpec, paintImage } from './map-images.ts';
import { mapSheet } from './map-sheet.ts';
import { mercator, mercatorPerPx, unmercator } from './mercator.ts';
import { markOf, type Mark } from './map-marks.ts';
import { countIn, marksAt, nearestMark, pick, type Hit, type Probe } from './mark-index.ts';
import type { MapUnavailable, MapViewProps, Theme } from './map-types.ts';
import { placeAt } from './place-at.ts';
import type { Camera } from '../state/layers.ts';
import type { MapPlace } from '../state/map-place.ts';
import { atlasPlan, paintAtlas } from './mark-atlas.ts';
import { addOverlay } from './overlay.ts';
import { PALETTE } from './palette.ts';
import { sightOf } from './sight.ts';
import { keepDrawn } from './keep-drawn.ts';

setWorkerUrl(workerUrl);

/** What the map shows: the part of the props that is data. */
export type MapScene = Omit<MapViewProps, 'onSelect' | 'onCamera' | 'onPlace' | 'onPick' | 'onReady' | 'onUnavailable' | 'placeLabel' | 'markLabel'>;

/** What is under the pointer: facilities by index, topmost first, or failing these a place; and where it is in the map, px. */
export interface Hover {
  readonly facilities: readonly number[];
  readonly place: MapPlace | null;
  readonly x: number;
  readonly y: number;
}

export interface MapEvents {
  readonly onSelect: (index: number | null) => void;
  readonly onPlace: (place: MapPlace) => void;
  readonly onPick: (lngLat: LngLat) => void;
  readonly onCamera: (camera: Camera) => void;
  readonly onHover: (hover: Hover | null) => void;
  /** The visible part changed, at every step of a movement. */
  readonly onMove: (camera: Camera) => void;
  /** How many of the marks are drawn, of how many. */
  readonly onDrawn: (drawn: number, all: number) => void;
  readonly onReady: () => void;
  readonly onUnavailable: (reason: MapUnavailable) => void;
}

export interface OpenMap {
  update(scene: MapScene): void;
  zoomBy(levels: number): void;
  home(): void;
  close(): void;
}

/** How long a lost graphics context may take to come back before the map gives up, ms. */
const RESTORE_MS = 8000;

/** A finger is broader than a pointer: px beyond a mark's edge that still hit it. */
const TOUCH_SLACK_PX = 12;
const POINTER_SLACK_PX = 2;

/** A selected facility nearer to the edge than this is brought into view, px. */
const VIEW_MARGIN_PX = 48;

/** Decimals of a point chosen on the map: a tenth of a metre, finer than any hand. */
const PICK_DIGITS = 6;

/** A label that would cover this many facilities is as bad as one that covers more. */
const MOST_COVERED = 24;

const HOME_PADDING_PX = 28;

/** A selection younger than this is followed when the map's room changes, ms: the card that it opens takes some of it. */
const FOLLOW_MS = 1000;

/** Zoom at which a facility that was selected elsewhere is shown, unless the reader is already nearer. */
const CLOSE_ZOOM = 11.5;

/** Opens a map in `container`. Null, after `onUnavailable('no-webgl')`, where the browser has no WebGL. */
export function openMap(container: HTMLElement, first: MapScene, events: MapEvents): OpenMap | null {
  let scene = first;
  let sheet = mapSheet(scene);
  let styleLoaded = false;
  let styleStale = false;
  /** True until the reader moves the map: it then stays fitted when its room changes. */
  let atHome = false;
  /** True while the reader's own wish to go home is carried out: this is a move to report, a fit is not. */
  let homeAsked = false;
  let homeCamera: Camera | null = null;
  let reported: Camera | null = scene.camera;
  let giveUp: ReturnType<typeof setTimeout> | undefined;
  const atlases = new Map<Theme, MarkAtlas>();
  let room = roomOf(container);
  let selectedAt = -Infinity;
  let clickedAt = -Infinity;

  let map: MapLibreMap;
  try {
    map = new MapLibreMap({
      container,
      style: sheet.style,
      attributionControl: false,
      dragRotate: false,
      touchPitch: false,
      maxPitch: 0,
      minZoom: 3,
      maxZoom: 18,
      renderWorldCopies: false,
      fadeDuration: 0,
      localIdeographFontFamily: '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","WenQuanYi Micro Hei",sans-serif',
    });
  } catch {
    events.onUnavailable('no-webgl');
    return null;
  }
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.setMissingStyleImageResolver((id) => {
    const spec = imageSpec(id);
    if (spec !== undefined && !map.hasImage(id)) map.addImage(id, paintImage(spec), { pixelRatio: IMAGE_PIXEL_RATIO });
  });
  const canvas = map.getCanvas();
  canvas.setAttribute('aria-label', scene.words.map);

  const camera = (): Camera => {
    const { lng, lat } = map.getCenter();
    return { lng: round(lng, 5), lat: round(lat, 5), zoom: round(map.getZoom(), 2) };
  };
  const home = (how: { readonly animate: boolean }): void => {
    atHome = true;
    const bounds = homeBounds(scene.divisions, scene.marks);
    if (bounds !== null && container.clientWidth > 0 && container.clientHeight > 0) {
      const [west, south, east, north] = bounds;
      map.fitBounds([west, south, east, north], { padding: HOME_PADDING_PX, maxZoom: 13, ...how }, { homing: true });
    }
    homeCamera = camera();
  };
  if (scene.camera === null) home({ animate: false });
  else jump(map, scene.camera);

  const selectedMark = (): Mark | null => (scene.selected === null ? null : markOf(scene.marks, scene.selected));
  const facilities = (): ReturnType<typeof facilitiesLayers> => {
    const { index, places } = drawn.now();
    return scene.layers.facilities && index.order.length > 0 ? facilitiesLayers(index, places, selectedMark(), atlas(scene.theme), map.getZoom()) : [];
  };
  const atlas = (theme: Theme): MarkAtlas => {
    const known = atlases.get(theme);
    if (known !== undefined) return known;
    const plan = atlasPlan();
    const made = { plan, image: paintAtlas(plan, theme), id: theme };
    atlases.set(theme, made);
    return made;
  };
  const drawn = keepDrawn({
    sight: () => sightOf(map, container),
    onChange: () => {
      overlay.setLayers(facilities());
      labels.arrange();
      const { index, count } = drawn.now();
      events.onDrawn(count, index.order.length);
    },
  });
  const overlay = addOverlay(
    map,
    () => events.onReady(),
    () => {
      if (giveUp === undefined) overlay.rebuild(facilities());
    },
  );

  const labels = addLabelCanvas(map, ({ left, top, right, bottom }) => {
    if (!scene.layers.facilities) return 0;
    const [northWest, southEast] = [map.unproject([left, top]), map.unproject([right, bottom])];
    return countIn(drawn.now().index, mercator(northWest.lng, northWest.lat), mercator(southEast.lng, southEast.lat), MOST_COVERED);
  });
  labels.show(sheet.labels, PALETTE[scene.theme].labelHalo);
  drawn.show(scene.marks, false);
  labels.pin(scene.site, PALETTE[scene.theme].selection);

  const probe = (at: { lng: number; lat: number }, radiusPx: number): Probe => ({
    lng: at.lng,
    lat: at.lat,
    zoom: map.getZoom(),
    radiusPx,
  });
  const hits = (event: MapMouseEvent): readonly Hit[] => {
    if (!scene.layers.facilities) return [];
    const slack = matchMedia('(pointer: coarse)').matches ? TOUCH_SLACK_PX : POINTER_SLACK_PX;
    return marksAt(drawn.now().index, probe(event.lngLat, markSizePx(map.getZoom()) / 2 + slack));
  };

  /** Keeps the ground under the pointer when a panel takes room at the right or below, so that a second click meets the same mark. */
  function holdGround(before: Room): void {
    const [dx, dy] = [(room.width - before.width) / 2, (room.height - before.height) / 2];
    if (dx === 0 && dy === 0) return;
    const center = map.unproject([room.width / 2 + dx, room.height / 2 + dy]);
    map.jumpTo({ center }, atHome ? { homing: true } : undefined);
  }

  /** Brings the selected facility into the part of the map that nothing covers; `always`: also when it is in sight. */
  function showSelected(always: boolean): void {
    const mark = selectedMark();
    if (mark === null) return;
    // Who clicked on the map knows where they are: the zoom is theirs.
    const own = selectedAt - clickedAt < FOLLOW_MS && !always;
    bringIntoSight(mark, always, own ? map.getZoom() : Math.max(map.getZoom(), CLOSE_ZOOM));
  }

  function showAttention(): void {
    if (scene.attention === null) return;
    const [lng, lat] = scene.attention;
    bringIntoSight({ lng, lat }, false, map.getZoom());
  }

  function bringIntoSight(point: { readonly lng: number; readonly lat: number }, always: boolean, zoom: number): void {
    const { right, bottom } = scene.covered();
    const [width, height] = [container.clientWidth - right, container.clientHeight - bottom];
    const { x, y } = map.project([point.lng, point.lat]);
    const seen = (at: number, size: number): boolean => at >= Math.min(VIEW_MARGIN_PX, size / 4) && at <= size - Math.min(VIEW_MARGIN_PX, size / 4);
    if (!always && seen(x, width) && seen(y, height)) return;
    const [mx, my] = mercator(point.lng, point.lat);
    const center = unmercator(mx + (right / 2) * mercatorPerPx(zoom), my + (bottom / 2) * mercatorPerPx(zoom));
    // Without `essential`, maplibre jumps instead of flying where the reader prefers reduced motion.
    map.flyTo({ center: [...center], zoom, maxDuration: 1200 });
  }

  map.on('style.load', () => {
    styleLoaded = true;
    if (styleStale) map.setStyle(sheet.style);
    styleStale = false;
  });
  map.once('load', showAttention);
  const drawing = lazyDraw(map);
  drawing.update(scene.drawing);
  /** While the pencil is in use, a click or Enter is a corner and not a choice. */
  const isDrawing = (): boolean => scene.drawing !== null && scene.drawing.pencil.kind !== 'idle';
  map.on('click', (event) => {
    if (isDrawing()) return;
    if (scene.picking) {
      events.onPick([round(event.lngLat.lng, PICK_DIGITS), round(event.lngLat.lat, PICK_DIGITS)]);
      return;
    }
    const chosen = pick(hits(event), scene.selected);
    const place = chosen === null ? placeAt(map, event.point) : null;
    clickedAt = performance.now();
    if (place === null) events.onSelect(chosen?.index ?? null);
    else events.onPlace(place);
  });
  map.on('mousemove', (event) => {
    if (scene.picking || isDrawing()) {
      events.onHover(null);
      return;
    }
    const under = hits(event).map(({ index }) => index);
    const place = under.length > 0 ? null : placeAt(map, event.point);
    canvas.style.cursor = under.length > 0 || place !== null ? 'pointer' : '';
    events.onHover(under.length > 0 || place !== null ? { facilities: under, place, x: event.point.x, y: event.point.y } : null);
  });
  map.on('mouseout', () => events.onHover(null));
  map.on('movestart', () => events.onHover(null));
  map.on('zoom', () => overlay.setLayers(facilities()));
  map.on('move', () => {
    drawn.look();
    events.onMove(camera());
  });
  map.on('moveend', (event) => {
    labels.arrange();
    const now = camera();
    if ('homing' in event) homeCamera = now;
    // maplibre also ends a "move" when only its room has changed.
    if (same(now, homeCamera) && !homeAsked) return;
    atHome = homeAsked;
    homeAsked = false;
    reported = now;
    events.onCamera(now);
  });
  map.on('resize', () => {
    const before = room;
    room = roomOf(container);
    const framed = before.windowWidth !== room.windowWidth || before.windowHeight !== room.windowHeight;
    const wasHidden = before.width === 0 || before.height === 0;
    if (atHome && (framed || wasHidden)) home({ animate: false });
    else if (!framed && !wasHidden) {
      holdGround(before);
      if (performance.now() - selectedAt < FOLLOW_MS) showSelected(false);
    }
    labels.arrange();
    events.onMove(camera());
  });
  map.on('webglcontextlost', () => {
    giveUp = setTimeout(() => events.onUnavailable('context-lost'), RESTORE_MS);
  });
  map.on('webglcontextrestored', () => {
    clearTimeout(giveUp);
    giveUp = undefined;
    overlay.rebuild(facilities());
  });
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && scene.picking) {
      const { lng, lat } = map.getCenter();
      event.preventDefault();
      events.onPick([round(lng, PICK_DIGITS), round(lat, PICK_DIGITS)]);
      return;
    }
    if (event.key !== 'Enter' || isDrawing() || !scene.layers.facilities) return;
    const reach = Math.min(container.clientWidth, container.clientHeight) / 2;
    const nearest = nearestMark(drawn.now().index, probe(map.getCenter(), reach));
    if (nearest === null) return;
    event.preventDefault();
    const chosen = pick(marksAt(drawn.now().index, probe(nearest, 1)), scene.selected);
    clickedAt = performance.now();
    if (chosen !== null) events.onSelect(chosen.index);
  };
  canvas.addEventListener('keydown', onKey);
  events.onMove(camera());

  return {
    update(next) {
      const before = scene;
      scene = next;
      if (next === before) return;
      if (next.words !== before.words) canvas.setAttribute('aria-label', next.words.map);
      if (STYLE_KEYS.some((key) => next[key] !== before[key])) {
        sheet = mapSheet(next);
        labels.show(sheet.labels, PALETTE[next.theme].labelHalo);
        if (styleLoaded) map.setStyle(sheet.style);
        else styleStale = true;
      }
      if (next.drawing !== before.drawing) drawing.update(next.drawing);
      if (next.marks !== before.marks) events.onHover(null);
      if (next.marks !== before.marks || !isDrawing()) drawn.show(next.marks, isDrawing());
      if (FACILITY_KEYS.some((key) => next[key] !== before[key])) overlay.setLayers(facilities());
      if (next.camera !== before.camera && !same(next.camera, reported)) {
        reported = next.camera;
        if (next.camera === null) home({ animate: true });
        else jump(map, next.camera);
      } else if (atHome && (next.divisions !== before.divisions || (next.marks !== before.marks && before.marks.facility.length === 0))) {
        home({ animate: false });
      }
      if (STYLE_KEYS.some((key) => next[key] !== before[key])) labels.arrange();
      if (next.site !== before.site || next.theme !== before.theme) labels.pin(next.site, PALETTE[next.theme].selection);
      if (next.picking !== before.picking) {
        canvas.style.cursor = next.picking ? 'crosshair' : '';
        if (next.picking) canvas.focus();
      }
      if (next.selected !== before.selected) {
        selectedAt = performance.now();
        showSelected(false);
      }
      if (next.look !== before.look) showSelected(true);
      if (next.attention !== before.attention) showAttention();
    },
    zoomBy: (levels) => map.zoomTo(map.getZoom() + levels),
    home() {
      homeAsked = true;
      home({ animate: true });
    },
    close() {
      clearTimeout(giveUp);
      drawn.close();
      canvas.removeEventListener('keydown', onKey);
      drawing.close();
      labels.remove();
      overlay.remove();
      map.remove();
    },
  };
}

const STYLE_KEYS = ['zones', 'chosenZone', 'heatSources', 'parks', 'stations', 'divisions', 'layers', 'theme', 'words'] as const;
const FACILITY_KEYS = ['selected', 'theme', 'layers'] as const;

/** The map's room, and the window's: only a new window fits a map at home anew. */
interface Room {
  readonly width: number;
  readonly height: number;
  readonly windowWidth: number;
  readonly windowHeight: number;
}

function roomOf({ clientWidth, clientHeight }: HTMLElement): Room {
  return { width: clientWidth, height: clientHeight, windowWidth: window.innerWidth, windowHeight: window.innerHeight };
}

function jump(map: MapLibreMap, { lng, lat, zoom }: Camera): void {
  map.jumpTo({ center: [lng, lat], zoom });
}

function same(a: Camera | null, b: Camera | null): boolean {
  return a === b || (a !== null && b !== null && a.lng === b.lng && a.lat === b.lat && a.zoom === b.zoom);
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

import type { Map as MapLibreMap, MapMouseEvent, MapTouchEvent } from 'maplibre-gl';
import type { LngLat, MultiPolygon } from '../../domain/place.ts';
import { flawsOf } from '../../draft/flaws.ts';
import { moveArea } from '../../draft/move-area.ts';
import type { Snap, SnapTargets } from '../../draft/snap.ts';
import { snapTargets, snapTo } from '../../draft/snap.ts';
import { traceAlong } from '../../draft/trace.ts';
import { insertVertex, moveVertex, removeVertex } from '../../draft/vertices.ts';
import { outlineOf } from '../../state/drafts/sketch.ts';
import { memoiseLast } from '../../state/memoise.ts';
import { mercatorPerPx } from '../mercator.ts';
import { DRAW_COLOURS } from './draw-palette.ts';
import type { DrawScene } from './draw-types.ts';
import type { Handle, Pixel, Sight } from './handles.ts';
import { handleAt, handlesOf } from './handles.ts';
import { measureNote } from './measure-note.ts';
import { paintPicture } from './paint.ts';

/** Drawing on an open map. */
export interface OpenDraw {
  update(scene: DrawScene): void;
  close(): void;
}

/** How near a pointer must come to a handle or a boundary, px; a finger hides more. */
const REACH_PX = 10;
const TOUCH_REACH_PX = 22;
/** Fewer px than this between press and release is a click. */
const STILL_PX = 4;
/** Points of a freehand line stand at least this far apart, px. */
const FREEHAND_STEP_PX = 3;

/** The map hears those over itself first; then nothing is in hand any more. */
const RELEASES = ['mouseup', 'touchend', 'touchcancel', 'blur'] as const;

type PointerEvent = MapMouseEvent | MapTouchEvent;

/** What is being dragged: the area and the pointer as they were when it began. */
interface Grip {
  readonly handle: Handle;
  readonly area: MultiPolygon;
  readonly from: LngLat;
  readonly startPx: Pixel;
}

/**
 * Draws candidates on a canvas of its own above the marks, and turns pointer and keys into steps: it decides nothing and
 * keeps nothing but where the pointer is. While the pencil is idle it leaves the map alone.
 */
export function openDraw(map: MapLibreMap, first: DrawScene): OpenDraw {
  let scene = first;
  let targets: { readonly areas: DrawScene['snapAreas']; readonly tree: SnapTargets } = { areas: first.snapAreas, tree: snapTargets(first.snapAreas) };
  let pointer: { readonly at: LngLat; readonly px: Pixel; readonly snap: Snap | null } | null = null;
  let lastSnap: Snap | null = null;
  let grip: Grip | null = null;
  let freehand: LngLat[] | null = null;
  let freehandPx: Pixel = { x: 0, y: 0 };
  let touch = false;

  const flawsOfArea = memoiseLast(flawsOf);
  const canvas = document.createElement('canvas');
  canvas.className = 'map-draw';
  canvas.setAttribute('aria-hidden', 'true');
  map.getContainer().append(canvas);
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('openDraw: expected a 2d canvas context, got null');

  const sight = (): Sight => {
    const { clientWidth: width, clientHeight: height } = map.getContainer();
    return { width, height, project: ([lng, lat]) => map.project([lng, lat]) };
  };
  const reachPx = (): number => (touch ? TOUCH_REACH_PX : REACH_PX);
  const catchAt = (at: LngLat): Snap | null => {
    if (targets.areas !== scene.snapAreas) targets = { areas: scene.snapAreas, tree: snapTargets(scene.snapAreas) };
    return snapTo(targets.tree, at, reachPx() * mercatorPerPx(map.getZoom()) * 360);
  };
  const centre = (): LngLat => {
    const { lng, lat } = map.getCenter();
    return [lng, lat];
  };
  const isSketching = (): boolean => scene.pencil.kind === 'sketch';

  /** The corners that a click puts: along the boundary when tracing between two places of one ring, else one. */
  const cornersTo = (at: LngLat, snap: Snap | null): readonly LngLat[] => {
    const { pencil } = scene;
    const place = snap?.at ?? at;
    const isTracing = pencil.kind === 'sketch' && pencil.tool === 'trace' && snap !== null && lastSnap?.ring === snap.ring;
    return isTracing ? traceAlong(snap.ring, lastSnap?.spot ?? snap.spot, snap.spot, 'shorter').slice(1) : [place];
  };

  const put = (at: LngLat): void => {
    const { pencil } = scene;
    if (pencil.kind !== 'sketch' || pencil.tool === 'freehand') return;
    const [start, last] = [pencil.points[0], pencil.points.at(-1)];
    const isBack = (corner: LngLat | undefined): boolean => corner !== undefined && apartPx(corner, at) <= reachPx();
    if (pencil.points.length > 1 && (isBack(last) || (pencil.tool !== 'split' && isBack(start)))) {
      lastSnap = null;
      scene.onFinish();
      return;
    }
    const snap = catchAt(at);
    const corners = cornersTo(at, snap);
    lastSnap = snap;
    if (corners.length > 0) scene.onPoints(corners);
  };
  const apartPx = (a: LngLat, b: LngLat): number => {
    const [p, q] = [map.project([a[0], a[1]]), map.project([b[0], b[1]])];
    return Math.hypot(p.x - q.x, p.y - q.y);
  };

  const dragged = ({ handle, area, from }: Grip, to: LngLat): MultiPolygon => {
    if (handle.kind === 'whole') return moveArea(area, [to[0] - from[0], to[1] - from[1]]);
    const place = catchAt(to)?.at ?? to;
    return handle.kind === 'corner' ? moveVertex(area, handle.place, place) : insertVertex(area, handle.place, place);
  };

  const press = (event: PointerEvent): void => {
    touch = 'touches' in event.originalEvent;
    const at: LngLat = [event.lngLat.lng, event.lngLat.lat];
    const { pencil } = scene;
    if (pencil.kind === 'sketch' && pencil.tool === 'freehand') {
      event.preventDefault();
      freehand = [at];
      freehandPx = event.point;
      return;
    }
    if (pencil.kind !== 'edit') return;
    const handle = handleAt(handlesOf(pencil.area, sight()), event.point, reachPx());
    if (handle === null) return;
    // Keeps the map from moving with the handle.
    event.preventDefault();
    grip = { handle, area: pencil.area, from: at, startPx: event.point };
  };
  const move = (event: PointerEvent): void => {
    const at: LngLat = [event.lngLat.lng, event.lngLat.lat];
    if (grip !== null) {
      const place = grip.handle.kind === 'whole' ? null : grip.handle.place;
      if (Math.hypot(event.point.x - grip.startPx.x, event.point.y - grip.startPx.y) >= STILL_PX) scene.onShape(dragged(grip, at), place, false);
    } else if (freehand !== null && Math.hypot(event.point.x - freehandPx.x, event.point.y - freehandPx.y) >= FREEHAND_STEP_PX) {
      freehand.push(at);
      freehandPx = event.point;
    }
    pointer = { at, px: event.point, snap: isSketching() || (grip !== null && grip.handle.kind !== 'whole') ? catchAt(at) : null };
    if (scene.pencil.kind !== 'idle') {
      const over = scene.pencil.kind === 'edit' && handleAt(handlesOf(scene.pencil.area, sight()), event.point, reachPx()) !== null;
      map.getCanvas().style.cursor = isSketching() ? 'crosshair' : over ? 'move' : '';
      draw();
    }
  };
  const release = (event: { readonly lngLat: { readonly lng: number; readonly lat: number }; readonly point: Pixel }): void => {
    if (freehand !== null) {
      const line = freehand;
      freehand = null;
      scene.onPoints(line);
      scene.onFinish();
      return;
    }
    if (grip === null) return;
    const { handle, area, startPx } = grip;
    const at: LngLat = [event.lngLat.lng, event.lngLat.lat];
    const shape = dragged(grip, at);
    grip = null;
    const place = handle.kind === 'whole' ? null : handle.place;
    if (Math.hypot(event.point.x - startPx.x, event.point.y - startPx.y) >= STILL_PX) scene.onShape(shape, place, true);
    else scene.onShape(area, handle.kind === 'corner' ? handle.place : null, true);
  };
  /** The button was let go beside the map, where the map hears nothing: what was dragged stays where it was last seen. */
  const releaseBeside = (): void => {
    if (pointer !== null) release({ lngLat: { lng: pointer.at[0], lat: pointer.at[1] }, point: pointer.px });
  };
  const click = (event: MapMouseEvent): void => {
    if (isSketching()) put([event.lngLat.lng, event.lngLat.lat]);
  };
  const doubleClick = (event: MapMouseEvent): void => {
    // Its two clicks have been heard already: the second one, on the last corner, has finished the sketch.
    if (scene.pencil.kind !== 'idle') event.preventDefault();
  };
  const leave = (): void => {
    if (grip === null && freehand === null) pointer = null;
    draw();
  };

  /** Before the map's own keys, so that Enter does not choose a facility while something is drawn. */
  const key = (event: KeyboardEvent): void => {
    const { pencil } = scene;
    if (pencil.kind === 'idle' || event.ctrlKey || event.metaKey || event.altKey) return;
    const isHandled = pencil.kind === 'sketch' ? sketchKey(event.key) : editKey(event.key, pencil.area, pencil.vertex);
    if (!isHandled) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const sketchKey = (name: string): boolean => {
    if (name === 'Enter') put(centre());
    else if (name === 'Backspace' || name === 'Escape') {
      lastSnap = null;
      scene.onTakeBack();
    } else return false;
    return true;
  };
  const editKey = (name: string, area: MultiPolygon, vertex: Parameters<DrawScene['onShape']>[1]): boolean => {
    if (name === 'Enter') {
      if (vertex !== null) scene.onShape(moveVertex(area, vertex, catchAt(centre())?.at ?? centre()), null, true);
      else {
        const handle = handleAt(handlesOf(area, sight()), map.project(map.getCenter()), TOUCH_REACH_PX);
        if (handle?.kind === 'corner') scene.onShape(area, handle.place, true);
        else if (handle?.kind === 'middle') scene.onShape(insertVertex(area, handle.place, handle.at), handle.place, true);
      }
    } else if (name === 'Delete' || name === 'Backspace') {
      const less = vertex === null ? null : removeVertex(area, vertex);
      if (less !== null) scene.onShape(less, null, true);
    } else if (name === 'Escape' && vertex !== null) scene.onShape(area, null, true);
    else return false;
    return true;
  };

  const draw = (): void => {
    const view = sight();
    const ratio = window.devicePixelRatio;
    const [width, height] = [Math.round(view.width * ratio), Math.round(view.height * ratio)];
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, view.width, view.height);
    paintPicture(pen, pictureOf(), view, DRAW_COLOURS[scene.theme]);
  };

  const pictureOf = (): Parameters<typeof paintPicture>[1] => {
    const { pencil, highlights } = scene;
    const drafts = scene.drafts.filter(({ id }) => pencil.kind !== 'edit' || id !== pencil.draft);
    const none = { drafts, outline: [], line: [], handles: [], chosen: null, flaws: [], caught: null, highlights, note: null };
    if (pencil.kind === 'edit') {
      const handles = handlesOf(pencil.area, sight());
      const { vertex } = pencil;
      const chosen = handles.find((handle) => handle.kind === 'corner' && vertex !== null && isSamePlace(handle.place, vertex)) ?? null;
      const note = grip === null || pointer === null ? null : { at: pointer.px, lines: measureNote(scene.lang, { outline: pencil.area, edge: [], pointer: pointer.at, sources: scene.sources }) };
      return { ...none, outline: pencil.area, handles, chosen, flaws: flawsOfArea(pencil.area), caught: grip === null ? null : (pointer?.snap ?? null), note };
    }
    if (pencil.kind === 'idle') return none;
    const at = freehand === null ? pointer : null;
    const ahead = at === null ? [] : cornersTo(at.at, at.snap);
    const line = freehand ?? [...pencil.points, ...ahead];
    const ring = outlineOf(pencil.tool, line);
    const outline = ring === null ? [] : [[ring]];
    const edge = pencil.points.length === 0 ? [] : line.slice(pencil.points.length - 1);
    const shown = pencil.tool === 'rectangle' || pencil.tool === 'circle' ? [] : line;
    return {
      ...none,
      outline,
      line: shown,
      flaws: pencil.tool === 'circle' || freehand !== null ? [] : flawsOf(outline).filter(({ code }) => code !== 'ring-touches-itself'),
      caught: at?.snap ?? null,
      note: at === null ? null : { at: at.px, lines: measureNote(scene.lang, { outline, edge, pointer: at.at, sources: scene.sources }) },
    };
  };

  const leaveMapAlone = (): void => {
    if (scene.pencil.kind === 'idle') map.doubleClickZoom.enable();
    else map.doubleClickZoom.disable();
  };
  const listeners = [
    map.on('mousedown', press),
    map.on('touchstart', press),
    map.on('mousemove', move),
    map.on('touchmove', move),
    map.on('mouseup', release),
    map.on('touchend', release),
    map.on('click', click),
    map.on('dblclick', doubleClick),
    map.on('mouseout', leave),
    map.on('render', draw),
    map.on('resize', draw),
  ];
  // On the way down: the map listens on the canvas itself.
  map.getContainer().addEventListener('keydown', key, true);
  for (const name of RELEASES) addEventListener(name, releaseBeside);
  leaveMapAlone();
  draw();

  return {
    update(next) {
      const before = scene;
      scene = next;
      if (next.pencil.kind !== 'sketch') lastSnap = null;
      if (next.pencil.kind !== before.pencil.kind) {
        map.getCanvas().style.cursor = next.pencil.kind === 'sketch' ? 'crosshair' : '';
        leaveMapAlone();
      }
      draw();
    },
    close() {
      for (const listener of listeners) listener.unsubscribe();
      map.getContainer().removeEventListener('keydown', key, true);
      for (const name of RELEASES) removeEventListener(name, releaseBeside);
      map.doubleClickZoom.enable();
      canvas.remove();
    },
  };
}

type Place = { readonly polygon: number; readonly ring: number; readonly vertex: number };

function isSamePlace(a: Place, b: Place): boolean {
  return a.polygon === b.polygon && a.ring === b.ring && a.vertex === b.vertex;
}

import type { Map as MapLibreMap } from 'maplibre-gl';
import type { LngLat } from '../../domain/place.ts';
import { nextTask } from '../../worker/next-task.ts';
import type { MapLabel } from './map-label.ts';
import { placeLabels, type Box, type PlacedLabel, type TextSize } from './place-labels.ts';
import { wrapText } from './wrap-text.ts';

export interface LabelCanvas {
  /** New words, or a new ground for them. */
  show(labels: readonly MapLabel[], halo: string): void;
  /** A pin that stands on a place, above everything; `null` takes it away. */
  pin(place: LngLat | null, ink: string): void;
  /** Finds room again, in the next task and once for all who asked: after a move, a zoom, or a change of the facilities below. */
  arrange(): void;
  /** To be called while the map still is: maplibre leaves what it did not make in the container. */
  remove(): void;
}

const FAMILY = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","WenQuanYi Micro Hei",sans-serif';
const LINE_HEIGHT = 1.25;
const NOTE_SHARE = 0.82;
const MAX_WIDTH_EM = 10;
const HALO_PX = 3.2;
const EDGE_PX = 4;

/** Room of the scale bar and the licence line at the foot, and of the buttons at the top right, px (map.css). */
const FOOT_PX = 26;
const BUTTONS = { width: 56, height: 128 } as const;

/**
 * A canvas of words above the map. While the map moves, words ride along with their places; room is found anew only by
 * `arrange`, so that they do not flicker.
 */
export function addLabelCanvas(map: MapLibreMap, marksUnder: (box: Box) => number): LabelCanvas {
  const canvas = document.createElement('canvas');
  canvas.className = 'map-labels';
  canvas.setAttribute('aria-hidden', 'true');
  map.getContainer().append(canvas);
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('addLabelCanvas: expected a 2d canvas context, got null');

  let labels: readonly MapLabel[] = [];
  let placed: readonly PlacedLabel[] = [];
  let halo = '';
  let pinned: LngLat | null = null;
  let pinInk = '';
  let isDue = false;
  let isRemoved = false;
  const project = ([lng, lat]: LngLat): { x: number; y: number } => map.project([lng, lat]);

  const draw = (): void => {
    const { clientWidth, clientHeight } = map.getContainer();
    const ratio = window.devicePixelRatio;
    const [width, height] = [Math.round(clientWidth * ratio), Math.round(clientHeight * ratio)];
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, clientWidth, clientHeight);
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    pen.lineJoin = 'round';
    pen.strokeStyle = halo;
    pen.lineWidth = HALO_PX;
    for (const { label, lines, place, dx, dy } of placed) {
      const { x, y } = project(place);
      let top = y + dy - textHeight(label, lines.length) / 2;
      pen.fillStyle = label.colour;
      for (const line of lines) {
        setFont(pen, label, 1);
        top = drawLine(pen, line, x + dx, top, label.sizePx);
      }
      if (label.note !== '') {
        setFont(pen, label, NOTE_SHARE);
        drawLine(pen, label.note, x + dx, top, label.sizePx * NOTE_SHARE);
      }
    }
    if (pinned !== null) drawPin(pen, project(pinned), pinInk, halo);
  };
  const arrangeNow = (): void => {
    isDue = false;
    if (isRemoved) return;
    const { clientWidth, clientHeight } = map.getContainer();
    placed = placeLabels(labels, {
      zoom: map.getZoom(),
      frame: { left: EDGE_PX, top: EDGE_PX, right: clientWidth - EDGE_PX, bottom: clientHeight - FOOT_PX },
      taken: [{ left: clientWidth - BUTTONS.width, top: 0, right: clientWidth, bottom: BUTTONS.height }],
      project,
      measure: (label) => measure(pen, label),
      marksUnder,
    });
    draw();
  };

  map.on('render', draw);

  return {
    show(nextLabels, nextHalo) {
      labels = nextLabels;
      halo = nextHalo;
    },
    pin(place, ink) {
      pinned = place;
      pinInk = ink;
      draw();
    },
    arrange() {
      if (isDue) return;
      isDue = true;
      void nextTask().then(arrangeNow);
    },
    remove() {
      isRemoved = true;
      map.off('render', draw);
      canvas.remove();
    },
  };
}

/** A pin on a box of 26 × 26 px; its point is at the foot. */
const PIN = 'M 13 1.5 A 8.5 8.5 0 0 1 21.5 10 C 21.5 16.5 13 25 13 25 C 13 25 4.5 16.5 4.5 10 A 8.5 8.5 0 0 1 13 1.5 Z';

function drawPin(pen: CanvasRenderingContext2D, { x, y }: { readonly x: number; readonly y: number }, ink: string, halo: string): void {
  pen.save();
  pen.translate(x, y);
  pen.scale(1.3, 1.3);
  pen.translate(-13, -25);
  pen.fillStyle = ink;
  pen.strokeStyle = halo;
  pen.lineWidth = 1.8;
  pen.stroke(new Path2D(PIN));
  pen.fill(new Path2D(PIN));
  pen.beginPath();
  pen.arc(13, 10, 3.2, 0, 2 * Math.PI);
  pen.fillStyle = halo;
  pen.fill();
  pen.restore();
}

function setFont(pen: CanvasRenderingContext2D, { weight, sizePx, spacing }: MapLabel, share: number): void {
  pen.font = `${weight} ${sizePx * share}px ${FAMILY}`;
  pen.letterSpacing = `${spacing * sizePx * share}px`;
}

function drawLine(pen: CanvasRenderingContext2D, text: string, x: number, top: number, sizePx: number): number {
  const height = sizePx * LINE_HEIGHT;
  pen.strokeText(text, x, top + height / 2);
  pen.fillText(text, x, top + height / 2);
  return top + height;
}

function measure(pen: CanvasRenderingContext2D, label: MapLabel): TextSize {
  setFont(pen, label, 1);
  const widthOf = (text: string): number => pen.measureText(text).width;
  const lines = wrapText(label.text, label.sizePx * MAX_WIDTH_EM, widthOf);
  const widths = lines.map(widthOf);
  setFont(pen, label, NOTE_SHARE);
  return { lines, width: Math.max(...widths, widthOf(label.note)), height: textHeight(label, lines.length) };
}

function textHeight({ sizePx, note }: MapLabel, lines: number): number {
  return sizePx * LINE_HEIGHT * (lines + (note === '' ? 0 : NOTE_SHARE));
}

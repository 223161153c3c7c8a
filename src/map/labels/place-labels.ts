import type { LngLat } from '../../domain/place.ts';
import type { MapLabel } from './map-label.ts';

/** A rectangle on the screen, px. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A label with room: the middle of its text is `dx`, `dy` px from where `place` comes to lie. */
export interface PlacedLabel {
  readonly label: MapLabel;
  readonly lines: readonly string[];
  readonly place: LngLat;
  readonly dx: number;
  readonly dy: number;
}

export interface TextSize {
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
}

/** The screen that the labels share. */
export interface Room {
  readonly zoom: number;
  readonly frame: Box;
  /** Taken already, by buttons and the like. */
  readonly taken: readonly Box[];
  readonly project: (place: LngLat) => { readonly x: number; readonly y: number };
  readonly measure: (label: MapLabel) => TextSize;
  /** How many facilities a box would cover. */
  readonly marksUnder: (box: Box) => number;
}

/** Beside a symbol: below, above, right, left. */
const SIDES = [
  [0, 1],
  [0, -1],
  [1, 0],
  [-1, 0],
] as const;

/** What the next best place costs, in covered marks. */
const STEP_COST = 1;

/** What it costs to lie over the symbol of another label, in covered marks. */
const SYMBOL_COST = 5;

const GAP_PX = 3;

/**
 * Gives each label, the important ones first, the place where it hides the fewest facilities without touching another
 * label or leaving the frame; one without such a place is left out until the map is moved or zoomed.
 */
export function placeLabels(labels: readonly MapLabel[], room: Room): readonly PlacedLabel[] {
  const boxes: Box[] = [...room.taken];
  const placed: PlacedLabel[] = [];
  const due = labels.filter(({ minZoom, maxZoom }) => room.zoom >= minZoom && room.zoom < maxZoom);
  const symbols = due
    .filter(({ clearPx }) => clearPx > 0)
    .flatMap((label) => label.places.map((place) => ({ label, ...room.project(place) })));
  for (const label of [...due].sort((a, b) => a.priority - b.priority)) {
    const size = room.measure(label);
    let best: (PlacedLabel & { readonly box: Box }) | null = null;
    let bestCost = Infinity;
    let rank = 0;
    for (const place of label.places) {
      const { x, y } = room.project(place);
      for (const [dx, dy] of offsets(label, size)) {
        rank += 1;
        const box = boxAbout(x + dx, y + dy, size);
        if (!within(box, room.frame) || boxes.some((other) => overlap(box, other))) continue;
        const hidden = symbols.filter((symbol) => symbol.label !== label && covers(box, symbol)).length;
        const cost = room.marksUnder(box) + hidden * SYMBOL_COST + rank * STEP_COST;
        if (cost >= bestCost) continue;
        bestCost = cost;
        best = { label, lines: size.lines, place, dx, dy, box };
      }
    }
    if (best === null) continue;
    const { box, ...kept } = best;
    boxes.push(box);
    placed.push(kept);
  }
  return placed;
}

function offsets({ clearPx }: MapLabel, { width, height }: TextSize): readonly (readonly [number, number])[] {
  if (clearPx === 0) return [[0, 0]];
  return SIDES.map(([sx, sy]) => [sx * (clearPx + width / 2), sy * (clearPx + height / 2)] as const);
}

function boxAbout(x: number, y: number, { width, height }: TextSize): Box {
  return { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 };
}

function within(box: Box, frame: Box): boolean {
  return box.left >= frame.left && box.top >= frame.top && box.right <= frame.right && box.bottom <= frame.bottom;
}

function covers(box: Box, { label, x, y }: { readonly label: MapLabel; readonly x: number; readonly y: number }): boolean {
  const r = label.clearPx * 0.8;
  return overlap(box, { left: x - r, top: y - r, right: x + r, bottom: y + r });
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right + GAP_PX && b.left < a.right + GAP_PX && a.top < b.bottom + GAP_PX && b.top < a.bottom + GAP_PX;
}

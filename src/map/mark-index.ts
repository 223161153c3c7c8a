import { type Steps, STRETCH, finish } from '../base/steps.ts';
import { CERTAINTIES } from '../assess/assessment.ts';
import { DUTIES } from '../policy/duty.ts';
import { LOOKS, type MapMarks } from './map-marks.ts';
import { mercator, mercatorPerPx } from './mercator.ts';

/**
 * Marks in the order they are drawn (weakest first, so that the strongest lie on top), and in cells of a grid over their
 * Mercator positions. Asking it costs microseconds at 100,000 marks; asking the graphics card took up to a second.
 */
export interface MarkIndex {
  readonly marks: MapMarks;
  /** Place in the drawing → place among the marks. */
  readonly order: Uint32Array;
  /** By place in the drawing; see `mercator`. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly grid: Grid;
}

/** Places in the drawing, cell by cell, ascending within one. */
interface Grid {
  readonly west: number;
  readonly north: number;
  /** Side of a cell, of the unit square. */
  readonly side: number;
  readonly columns: number;
  readonly rows: number;
  readonly start: Uint32Array;
  readonly items: Uint32Array;
}

/** Cells a mark: few enough to be filled quickly, many enough that a cell of a town is soon looked through. */
const CELLS_PER_MARK = 2;
const MOST_CELLS = 1 << 20;

export function indexMarks(marks: MapMarks): MarkIndex {
  return finish(indexSteps(marks));
}

/** The same in short stretches: the marks of a country take a while. */
export function* indexSteps(marks: MapMarks): Steps<MarkIndex> {
  const order = drawingOrder(marks.look);
  yield 0.2;
  const drawn = order.length;
  const [x, y] = [new Float64Array(drawn), new Float64Array(drawn)];
  for (let at = 0; at < drawn; at++) {
    const place = order[at] as number;
    [x[at], y[at]] = mercator(marks.lng[place] as number, marks.lat[place] as number);
    if (at % STRETCH === STRETCH - 1) yield 0.2 + (0.4 * at) / drawn;
  }
  return { marks, order, x, y, grid: yield* gridSteps(x, y) };
}

/** The index with other verdicts at the same places: the drawing order stays that of before. `null` for other facilities. */
export function withVerdicts(index: MarkIndex, marks: MapMarks): MarkIndex | null {
  return index.marks.facility === marks.facility ? { ...index, marks } : null;
}

/** Strong over weak by what is sure; among equals, those that may demand more lie higher, then the later in the ledger. */
function drawingOrder(looks: Uint8Array): Uint32Array {
  const layers = DUTIES.length * DUTIES.length;
  const layerOf = Uint8Array.from({ length: LOOKS }, (_, look) => layers - 1 - Math.floor(look / CERTAINTIES.length));
  const next = new Uint32Array(layers + 1);
  for (const look of looks) count(next, (layerOf[look] as number) + 1);
  sumUp(next);
  const order = new Uint32Array(looks.length);
  for (let place = 0; place < looks.length; place++) order[count(next, layerOf[looks[place] as number] as number)] = place;
  return order;
}

/** One more in a slot; gives what was in it. */
function count(slots: Uint32Array, slot: number): number {
  const held = slots[slot] as number;
  slots[slot] = held + 1;
  return held;
}

/** Counts that stand one slot late become the places at which each begins. */
function sumUp(slots: Uint32Array): void {
  for (let slot = 1; slot < slots.length; slot++) slots[slot] = (slots[slot] as number) + (slots[slot - 1] as number);
}

function* gridSteps(x: Float64Array, y: Float64Array): Steps<Grid> {
  const marks = x.length;
  let [west, east, north, south] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let at = 0; at < marks; at++) {
    const [px, py] = [x[at] as number, y[at] as number];
    if (px < west) west = px;
    if (px > east) east = px;
    if (py < north) north = py;
    if (py > south) south = py;
  }
  yield 0.7;
  if (marks === 0) [west, east, north, south] = [0, 0, 0, 0];
  const wanted = Math.min(Math.max(1, marks * CELLS_PER_MARK), MOST_CELLS);
  const side = Math.max(Math.sqrt(((east - west) * (south - north)) / wanted), Math.max(east - west, south - north) / wanted, Number.MIN_VALUE);
  const [columns, rows] = [Math.floor((east - west) / side) + 1, Math.floor((south - north) / side) + 1];
  const start = new Uint32Array(columns * rows + 1);
  const cellOf = (at: number): number => Math.floor(((y[at] as number) - north) / side) * columns + Math.floor(((x[at] as number) - west) / side);
  for (let at = 0; at < marks; at++) {
    count(start, cellOf(at) + 1);
    if (at % STRETCH === STRETCH - 1) yield 0.7 + (0.1 * at) / marks;
  }
  sumUp(start);
  yield 0.85;
  const [next, items] = [start.slice(), new Uint32Array(marks)];
  for (let at = 0; at < marks; at++) {
    items[count(next, cellOf(at))] = at;
    if (at % STRETCH === STRETCH - 1) yield 0.85 + (0.15 * at) / marks;
  }
  return { west, north, side, columns, rows, start, items };
}

type XY = readonly [x: number, y: number];

/** Places in the drawing of the marks in a rectangle of the unit square, given by two opposite corners; in no order, `most` at the most. */
function marksIn({ x, y, grid }: MarkIndex, [west, north]: XY, [east, south]: XY, most = Infinity): number[] {
  const [left, right] = [Math.max(0, Math.floor((west - grid.west) / grid.side)), Math.min(grid.columns - 1, Math.floor((east - grid.west) / grid.side))];
  const [top, foot] = [Math.max(0, Math.floor((north - grid.north) / grid.side)), Math.min(grid.rows - 1, Math.floor((south - grid.north) / grid.side))];
  const found: number[] = [];
  for (let row = top; row <= foot && left <= right; row++) {
    const to = grid.start[row * grid.columns + right + 1] as number;
    for (let k = grid.start[row * grid.columns + left] as number; k < to && found.length < most; k++) {
      const at = grid.items[k] as number;
      const [px, py] = [x[at] as number, y[at] as number];
      if (px >= west && px <= east && py >= north && py <= south) found.push(at);
    }
  }
  return found;
}

/** How many marks lie in a rectangle, `most` at the most. */
export function countIn(index: MarkIndex, northWest: XY, southEast: XY, most = Infinity): number {
  return marksIn(index, northWest, southEast, most).length;
}

/** A place on the map to look around: its position and how far to look, in screen px. */
export interface Probe {
  readonly lng: number;
  readonly lat: number;
  readonly zoom: number;
  readonly radiusPx: number;
}

/** A mark that was looked for. */
export interface Hit {
  /** Index of the facility in the project. */
  readonly index: number;
  readonly lng: number;
  readonly lat: number;
}

/** Marks within the probe's radius, topmost first, whether or not they are drawn in a crowd. */
export function marksAt(index: MarkIndex, probe: Probe): readonly Hit[] {
  return around(index, probe)
    .sort((a, b) => b - a)
    .map((at) => hitAt(index, at));
}

/** The mark nearest to the probe, the topmost of several at one place. */
export function nearestMark(index: MarkIndex, probe: Probe): Hit | null {
  const [x, y] = mercator(probe.lng, probe.lat);
  let [best, bestDistance] = [-1, Infinity];
  for (const at of around(index, probe)) {
    const distance = Math.hypot((index.x[at] as number) - x, (index.y[at] as number) - y);
    if (distance < bestDistance || (distance === bestDistance && at > best)) [best, bestDistance] = [at, distance];
  }
  return best < 0 ? null : hitAt(index, best);
}

/** Places in the drawing, in no order. */
function around(index: MarkIndex, { lng, lat, zoom, radiusPx }: Probe): number[] {
  const [x, y] = mercator(lng, lat);
  const reach = radiusPx * mercatorPerPx(zoom);
  return marksIn(index, [x - reach, y - reach], [x + reach, y + reach]).filter((at) => Math.hypot((index.x[at] as number) - x, (index.y[at] as number) - y) <= reach);
}

function hitAt({ marks, order }: MarkIndex, at: number): Hit {
  const place = order[at] as number;
  return { index: marks.facility[place] as number, lng: marks.lng[place] as number, lat: marks.lat[place] as number };
}

/**
 * Which mark a click among `hits` means: the topmost, or the one below the selected, so that boilers of one plant, which
 * share a position, come up one after the other. `null` when nothing was hit.
 */
export function pick(hits: readonly Hit[], selected: number | null): Hit | null {
  const at = hits.findIndex(({ index }) => index === selected);
  return hits[(at + 1) % Math.max(1, hits.length)] ?? null;
}

import type { LngLat, MultiPolygon } from '../../domain/place.ts';
import type { Flaw } from '../../draft/flaws.ts';
import type { DrawColours } from './draw-palette.ts';
import type { DrawnDraft, Highlight } from './draw-types.ts';
import type { Handle, Pixel, Sight } from './handles.ts';

/** One picture of what is drawn: all that a frame needs, worked out before. */
export interface Picture {
  readonly drafts: readonly DrawnDraft[];
  /** The outline in hand, or what a sketch would become. */
  readonly outline: MultiPolygon;
  /** The sketch itself: its corners, and on to the pointer. */
  readonly line: readonly LngLat[];
  readonly handles: readonly Handle[];
  readonly chosen: Handle | null;
  readonly flaws: readonly Flaw[];
  readonly caught: { readonly at: LngLat; readonly kind: 'corner' | 'edge' } | null;
  readonly highlights: readonly Highlight[];
  /** Beside the pointer. */
  readonly note: { readonly at: Pixel; readonly lines: readonly string[] } | null;
}

const FAMILY = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","WenQuanYi Micro Hei",sans-serif';

export function paintPicture(pen: CanvasRenderingContext2D, picture: Picture, sight: Sight, colours: DrawColours): void {
  pen.lineJoin = 'round';
  pen.lineCap = 'round';
  for (const { polygons } of picture.drafts) paintArea(pen, polygons, sight, colours, [7, 4]);
  if (picture.outline.length > 0) paintArea(pen, picture.outline, sight, colours, []);
  paintLine(pen, picture.line, sight, colours);
  for (const highlight of picture.highlights) paintHighlight(pen, highlight, sight, colours);
  for (const handle of picture.handles) paintHandle(pen, handle, handle === picture.chosen, colours);
  for (const { at } of picture.flaws) if (at !== null) paintFlaw(pen, sight.project(at), colours);
  if (picture.caught !== null) paintCaught(pen, picture.caught.kind, sight.project(picture.caught.at), colours);
  if (picture.note !== null) paintNote(pen, picture.note.lines, picture.note.at, sight, colours);
}

function trace(pen: CanvasRenderingContext2D, line: readonly LngLat[], sight: Sight): void {
  for (const [i, at] of line.entries()) {
    const { x, y } = sight.project(at);
    if (i === 0) pen.moveTo(x, y);
    else pen.lineTo(x, y);
  }
}

function paintArea(pen: CanvasRenderingContext2D, area: MultiPolygon, sight: Sight, { draft, fill }: DrawColours, dash: readonly number[]): void {
  pen.beginPath();
  for (const polygon of area) {
    for (const ring of polygon) {
      trace(pen, ring, sight);
      pen.closePath();
    }
  }
  pen.fillStyle = fill;
  pen.fill('evenodd');
  pen.strokeStyle = draft;
  pen.lineWidth = 2;
  pen.setLineDash([...dash]);
  pen.stroke();
  pen.setLineDash([]);
}

function paintLine(pen: CanvasRenderingContext2D, line: readonly LngLat[], sight: Sight, { draft, handle }: DrawColours): void {
  if (line.length === 0) return;
  pen.beginPath();
  trace(pen, line, sight);
  pen.strokeStyle = draft;
  pen.lineWidth = 2;
  pen.stroke();
  pen.fillStyle = handle;
  for (const at of line) {
    const { x, y } = sight.project(at);
    pen.beginPath();
    pen.arc(x, y, 3.5, 0, 2 * Math.PI);
    pen.fill();
    pen.stroke();
  }
}

/** Corners are squares, middles small rounds, the whole a cross of arrows: told apart without colour. */
function paintHandle(pen: CanvasRenderingContext2D, { kind, px: { x, y } }: Handle, isChosen: boolean, { draft, handle }: DrawColours): void {
  pen.strokeStyle = draft;
  pen.fillStyle = isChosen ? draft : handle;
  pen.lineWidth = 1.5;
  pen.beginPath();
  if (kind === 'corner') pen.rect(x - 4.5, y - 4.5, 9, 9);
  else pen.arc(x, y, kind === 'middle' ? 3.5 : 9, 0, 2 * Math.PI);
  pen.fill();
  pen.stroke();
  if (kind !== 'whole') return;
  pen.beginPath();
  for (const [dx, dy] of [[1, 0], [-1, 0], [0, 1], [0, -1]] as const) {
    pen.moveTo(x, y);
    pen.lineTo(x + 5.5 * dx, y + 5.5 * dy);
    pen.moveTo(x + 5.5 * dx - 2 * (dx + dy), y + 5.5 * dy - 2 * (dy + dx));
    pen.lineTo(x + 5.5 * dx, y + 5.5 * dy);
    pen.lineTo(x + 5.5 * dx - 2 * (dx - dy), y + 5.5 * dy - 2 * (dy - dx));
  }
  pen.stroke();
}

function paintFlaw(pen: CanvasRenderingContext2D, { x, y }: Pixel, { flaw, paper }: DrawColours): void {
  for (const [colour, width] of [[paper, 5], [flaw, 2.5]] as const) {
    pen.strokeStyle = colour;
    pen.lineWidth = width;
    pen.beginPath();
    pen.arc(x, y, 8, 0, 2 * Math.PI);
    pen.moveTo(x - 4, y - 4);
    pen.lineTo(x + 4, y + 4);
    pen.moveTo(x + 4, y - 4);
    pen.lineTo(x - 4, y + 4);
    pen.stroke();
  }
}

function paintCaught(pen: CanvasRenderingContext2D, kind: 'corner' | 'edge', { x, y }: Pixel, { snap }: DrawColours): void {
  pen.strokeStyle = snap;
  pen.lineWidth = 2;
  pen.beginPath();
  if (kind === 'corner') pen.rect(x - 7, y - 7, 14, 14);
  else pen.arc(x, y, 7, 0, 2 * Math.PI);
  pen.stroke();
}

/** Entering is a full ring, leaving a broken one. */
function paintHighlight(pen: CanvasRenderingContext2D, { lng, lat, kind }: Highlight, sight: Sight, { enters, leaves, paper }: DrawColours): void {
  const { x, y } = sight.project([lng, lat]);
  for (const [colour, width] of [[paper, 5], [kind === 'leaves' ? leaves : enters, 2.5]] as const) {
    pen.strokeStyle = colour;
    pen.lineWidth = width;
    pen.setLineDash(kind === 'enters' ? [] : kind === 'leaves' ? [4, 4] : [1, 4]);
    pen.beginPath();
    pen.arc(x, y, 11, 0, 2 * Math.PI);
    pen.stroke();
  }
  pen.setLineDash([]);
}

function paintNote(pen: CanvasRenderingContext2D, lines: readonly string[], { x, y }: Pixel, { width }: Sight, { ink, paper }: DrawColours): void {
  pen.font = `12px ${FAMILY}`;
  pen.textBaseline = 'middle';
  pen.textAlign = 'left';
  const wide = Math.max(...lines.map((line) => pen.measureText(line).width)) + 12;
  const left = x + 16 + wide > width ? x - 16 - wide : x + 16;
  pen.fillStyle = paper;
  pen.fillRect(left, y + 12, wide, 18 * lines.length + 6);
  pen.fillStyle = ink;
  for (const [i, line] of lines.entries()) pen.fillText(line, left + 6, y + 24 + 18 * i);
}

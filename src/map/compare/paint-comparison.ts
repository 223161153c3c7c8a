import type { Change } from '../../assess/change.ts';
import type { Verdict } from '../../assess/assessment.ts';
import type { MultiPolygon } from '../../domain/place.ts';
import type { Zone } from '../../domain/zone.ts';
import { DRAFT_MARK } from '../../draft/scenario-project.ts';
import { DRAW_COLOURS } from '../draw/draw-palette.ts';
import { DUTY_STYLE, shapePath } from '../duty-style.ts';
import { mercator } from '../mercator.ts';
import { PALETTE } from '../palette.ts';
import type { Theme } from '../theme.ts';
import { ZONE_STYLE } from '../zone-style.ts';
import { areaPath, PATH_SCALE, type Origin } from './area-path.ts';
import type { ComparePoint, CompareScene } from './compare-types.ts';

/** Where the map looks: the centre in the unit square, its room in px, px a unit. */
export interface Look {
  readonly centre: readonly [x: number, y: number];
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly origin: Origin;
}

const MARK_PX = 15;
const RING_PX = 11;
/** Beyond the edge a mark still shows a part. */
const MARGIN_PX = 16;

/** One frame: what both share, then either side within its part of the picture, then the line between them. */
export function paintComparison(pen: CanvasRenderingContext2D, scene: CompareScene, look: Look, ratio: number): void {
  const { width, height } = look;
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.clearRect(0, 0, width, height);
  const at = Math.round(scene.split * width);
  for (const [area, kind] of groundOf(scene)) paintGround(pen, area, kind, scene.theme, look, ratio);
  for (const [side, from, to] of [['before', 0, at], ['after', at, width]] as const) {
    pen.save();
    pen.beginPath();
    pen.rect(from, 0, to - from, height);
    pen.clip();
    for (const zone of scene[side]) paintZone(pen, zone, scene.theme, look, ratio);
    paintPoints(pen, scene, side, look);
    pen.restore();
  }
  paintDivider(pen, at, height, scene.theme);
}

function groundOf({ gained, lost }: CompareScene): readonly (readonly [MultiPolygon, 'gained' | 'lost'])[] {
  return [...gained.map((area) => [area, 'gained'] as const), ...lost.map((area) => [area, 'lost'] as const)];
}

/** Into the units of paths. */
function enterPaths(pen: CanvasRenderingContext2D, { centre, width, height, scale, origin }: Look, ratio: number): void {
  const k = (scale / PATH_SCALE) * ratio;
  pen.setTransform(k, 0, 0, k, (width / 2 + (origin[0] - centre[0]) * scale) * ratio, (height / 2 + (origin[1] - centre[1]) * scale) * ratio);
}

/** Gained ground is hatched one way, lost ground the other: told apart without colour. */
function paintGround(pen: CanvasRenderingContext2D, area: MultiPolygon, kind: 'gained' | 'lost', theme: Theme, look: Look, ratio: number): void {
  pen.save();
  enterPaths(pen, look, ratio);
  pen.clip(areaPath(area, look.origin), 'evenodd');
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.fillStyle = hatch(pen, kind, theme);
  pen.fillRect(0, 0, look.width, look.height);
  pen.restore();
}

const hatches = new Map<string, CanvasPattern>();
const HATCH_PX = 10;

function hatch(pen: CanvasRenderingContext2D, kind: 'gained' | 'lost', theme: Theme): CanvasPattern {
  const key = `${kind} ${theme}`;
  const known = hatches.get(key);
  if (known !== undefined) return known;
  const tile = document.createElement('canvas');
  [tile.width, tile.height] = [HATCH_PX, HATCH_PX];
  const ink = tile.getContext('2d');
  const pattern = ink === null ? null : (drawHatch(ink, kind, theme), pen.createPattern(tile, 'repeat'));
  if (pattern === null) throw new Error('hatch: expected a 2d canvas, got null');
  hatches.set(key, pattern);
  return pattern;
}

function drawHatch(ink: CanvasRenderingContext2D, kind: 'gained' | 'lost', theme: Theme): void {
  const colours = DRAW_COLOURS[theme];
  const colour = kind === 'gained' ? colours.enters : colours.leaves;
  ink.globalAlpha = 0.16;
  ink.fillStyle = colour;
  ink.fillRect(0, 0, HATCH_PX, HATCH_PX);
  ink.globalAlpha = 0.75;
  ink.strokeStyle = colour;
  ink.lineWidth = kind === 'gained' ? 2 : 1.4;
  if (kind === 'lost') ink.setLineDash([3, 2.07]);
  for (const shift of [-HATCH_PX, 0, HATCH_PX]) {
    ink.beginPath();
    ink.moveTo(shift, kind === 'gained' ? HATCH_PX : 0);
    ink.lineTo(shift + HATCH_PX, kind === 'gained' ? 0 : HATCH_PX);
    ink.stroke();
  }
}

/** An enacted zone in the colour of its kind, a candidate in violet; what is not official is dashed. */
function paintZone(pen: CanvasRenderingContext2D, { id, kind, polygons, illustrative }: Zone, theme: Theme, look: Look, ratio: number): void {
  const isDraft = id.startsWith(DRAFT_MARK);
  pen.save();
  pen.beginPath();
  enterPaths(pen, look, ratio);
  const path = areaPath(polygons, look.origin);
  const unitsPerPx = PATH_SCALE / look.scale;
  if (isDraft) {
    pen.fillStyle = DRAW_COLOURS[theme].fill;
    pen.fill(path, 'evenodd');
  }
  pen.lineJoin = 'round';
  pen.lineWidth = (isDraft ? 2.5 : 1.5) * unitsPerPx;
  pen.strokeStyle = isDraft ? DRAW_COLOURS[theme].draft : ZONE_STYLE[kind][theme];
  pen.setLineDash(illustrative ? [(isDraft ? 8 : 5) * unitsPerPx, 4 * unitsPerPx] : []);
  pen.stroke(path);
  pen.restore();
}

/** Those that changed as their mark on this side, in a ring that says how; the others as faint dots below. */
function paintPoints(pen: CanvasRenderingContext2D, { points, selected, theme }: CompareScene, side: 'before' | 'after', look: Look): void {
  const seen = placesOf(points, look);
  pen.fillStyle = PALETTE[theme].reachFaint;
  for (const { point, x, y } of seen) if (point.change === 'unchanged' && point[side] !== null) pen.fillRect(x - 1, y - 1, 2, 2);
  for (const { point, x, y } of seen) {
    const verdict = point[side];
    if (point.change !== 'unchanged') paintRing(pen, point.change, x, y, theme);
    if (verdict !== null && (point.change !== 'unchanged' || point.index === selected)) paintMark(pen, verdict, x, y, theme);
    if (point.index === selected) paintSelection(pen, x, y, theme);
  }
}

interface Placed {
  readonly point: ComparePoint;
  readonly x: number;
  readonly y: number;
}

/** Points in sight, px. */
function placesOf(points: readonly ComparePoint[], { centre, width, height, scale }: Look): readonly Placed[] {
  const seen: Placed[] = [];
  for (const point of points) {
    const [mx, my] = mercatorOf(point);
    const [x, y] = [width / 2 + (mx - centre[0]) * scale, height / 2 + (my - centre[1]) * scale];
    if (x > -MARGIN_PX && x < width + MARGIN_PX && y > -MARGIN_PX && y < height + MARGIN_PX) seen.push({ point, x, y });
  }
  return seen;
}

const projected = new WeakMap<ComparePoint, readonly [number, number]>();

function mercatorOf(point: ComparePoint): readonly [number, number] {
  const known = projected.get(point);
  if (known !== undefined) return known;
  const at = mercator(point.lng, point.lat);
  projected.set(point, at);
  return at;
}

const marks = new Map<string, Path2D>();

function paintMark(pen: CanvasRenderingContext2D, { possibleDuty }: Verdict, x: number, y: number, theme: Theme): void {
  const { shape, ...colours } = DUTY_STYLE[possibleDuty];
  const path = marks.get(shape) ?? new Path2D(shapePath(shape, MARK_PX, -MARK_PX / 2));
  marks.set(shape, path);
  pen.save();
  pen.translate(x, y);
  pen.strokeStyle = PALETTE[theme].markEdge;
  pen.lineWidth = 2.5;
  pen.stroke(path);
  pen.fillStyle = colours[theme];
  pen.fill(path);
  pen.restore();
}

/** As on the map of the drafts: entering is a full ring, leaving a broken one, any other change dotted. */
function paintRing(pen: CanvasRenderingContext2D, change: Change, x: number, y: number, theme: Theme): void {
  const { enters, leaves, paper, ink } = DRAW_COLOURS[theme];
  const colour = change === 'newlyAffected' ? enters : change === 'released' ? leaves : ink;
  for (const [stroke, wide] of [[paper, 4.5], [colour, 2]] as const) {
    pen.strokeStyle = stroke;
    pen.lineWidth = wide;
    pen.setLineDash(change === 'newlyAffected' ? [] : change === 'released' ? [4, 4] : [1, 3.5]);
    pen.beginPath();
    pen.arc(x, y, RING_PX, 0, 2 * Math.PI);
    pen.stroke();
  }
  pen.setLineDash([]);
}

function paintSelection(pen: CanvasRenderingContext2D, x: number, y: number, theme: Theme): void {
  pen.strokeStyle = PALETTE[theme].selection;
  pen.lineWidth = 2.5;
  pen.beginPath();
  pen.arc(x, y, RING_PX + 5, 0, 2 * Math.PI);
  pen.stroke();
}

function paintDivider(pen: CanvasRenderingContext2D, at: number, height: number, theme: Theme): void {
  for (const [colour, wide] of [[DRAW_COLOURS[theme].paper, 5], [DRAW_COLOURS[theme].ink, 1.5]] as const) {
    pen.strokeStyle = colour;
    pen.lineWidth = wide;
    pen.beginPath();
    pen.moveTo(at, 0);
    pen.lineTo(at, height);
    pen.stroke();
  }
}

/** The point nearest to a place on the picture within reach; those that changed before those that did not. */
export function pointNear(scene: CompareScene, look: Look, at: { readonly x: number; readonly y: number }, reachPx: number): number | null {
  const near = placesOf(scene.points, look)
    .map(({ point, x, y }) => ({ point, awayPx: Math.hypot(x - at.x, y - at.y) }))
    .filter(({ awayPx }) => awayPx <= reachPx)
    .sort((a, b) => Number(a.point.change === 'unchanged') - Number(b.point.change === 'unchanged') || a.awayPx - b.awayPx);
  return near[0]?.point.index ?? null;
}

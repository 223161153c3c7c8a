import Flatbush from 'flatbush';
import { dutyRank } from '../policy/duty.ts';
import type { MapPoint } from './map-types.ts';
import { mercator, mercatorPerPx } from './mercator.ts';

/**
 * Points in the order they are drawn (weakest first, so that the strongest lie on top), with an index over their
 * Mercator positions. Asking it costs microseconds at 100,000 points; asking the graphics card took up to a second.
 */
export interface PointIndex {
  readonly points: readonly MapPoint[];
  readonly tree: Flatbush | null;
}

export function indexPoints(points: readonly MapPoint[]): PointIndex {
  const ordered = [...points].sort((a, b) => drawOrder(a) - drawOrder(b) || a.index - b.index);
  if (ordered.length === 0) return { points: ordered, tree: null };
  const tree = new Flatbush(ordered.length);
  for (const { lng, lat } of ordered) tree.add(...mercator(lng, lat));
  tree.finish();
  return { points: ordered, tree };
}

/**
 * The index with other verdicts at the same places: nothing is sorted or built anew, so the drawing order is that of before.
 * `null` when it is not the same facilities in the same order.
 */
export function withVerdicts(index: PointIndex, before: readonly MapPoint[], after: readonly MapPoint[]): PointIndex | null {
  if (before.length !== after.length) return null;
  const changed = new Map<number, MapPoint>();
  for (const [at, point] of after.entries()) {
    const old = before[at];
    if (old === point) continue;
    if (old?.index !== point.index || old.lng !== point.lng || old.lat !== point.lat) return null;
    changed.set(point.index, point);
  }
  return { tree: index.tree, points: index.points.map((point) => changed.get(point.index) ?? point) };
}

/** Strong over weak by what is sure; among equals, those that may demand more lie higher. */
function drawOrder(point: MapPoint): number {
  return -dutyRank(point.duty) * 100 - dutyRank(point.possibleDuty);
}

/** A place on the map to look around: its position and how far to look, in screen px. */
export interface Probe {
  readonly lng: number;
  readonly lat: number;
  readonly zoom: number;
  readonly radiusPx: number;
}

/** Points within the probe's radius, topmost first. */
export function pointsAt(index: PointIndex, probe: Probe): readonly MapPoint[] {
  if (index.tree === null) return [];
  const [x, y] = mercator(probe.lng, probe.lat);
  const reach = probe.radiusPx * mercatorPerPx(probe.zoom);
  return index.tree
    .search(x - reach, y - reach, x + reach, y + reach)
    .sort((a, b) => b - a)
    .flatMap((at) => index.points[at] ?? [])
    .filter((point) => {
      const [px, py] = mercator(point.lng, point.lat);
      return Math.hypot(px - x, py - y) <= reach;
    });
}

type XY = readonly [x: number, y: number];

/** How many points lie in a rectangle of the unit square (see `mercator`), given by two opposite corners. */
export function countIn(index: PointIndex, [west, north]: XY, [east, south]: XY): number {
  return index.tree?.search(west, north, east, south).length ?? 0;
}

/** The point nearest to the probe, the topmost of several at one place. */
export function nearestPoint(index: PointIndex, probe: Probe): MapPoint | null {
  const [x, y] = mercator(probe.lng, probe.lat);
  let best: MapPoint | null = null;
  let bestDistance = Infinity;
  for (const point of pointsAt(index, probe)) {
    const [px, py] = mercator(point.lng, point.lat);
    const distance = Math.hypot(px - x, py - y);
    if (distance < bestDistance) [best, bestDistance] = [point, distance];
  }
  return best;
}

/**
 * Which point a click among `hits` means: the topmost, or the one below the selected, so that boilers of one plant, which
 * share a position, come up one after the other. `null` when nothing was hit.
 */
export function pick(hits: readonly MapPoint[], selected: number | null): MapPoint | null {
  const at = hits.findIndex((point) => point.index === selected);
  return hits[(at + 1) % Math.max(1, hits.length)] ?? null;
}

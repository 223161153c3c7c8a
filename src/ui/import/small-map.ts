import type { Bounds, LngLat, MultiPolygon } from '../../domain/place.ts';

/** Longitude and latitude to pixels of a small picture; a metre is as long in both directions at its middle. */
export interface Frame {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly metresPerPx: number;
  readonly bounds: Bounds;
  readonly x: (lng: number) => number;
  readonly y: (lat: number) => number;
}

/** On a sphere of the mean radius: a picture decides nothing. */
const METRES_PER_DEGREE = 111_195;
/** Corners nearer to each other than this are one. */
const FINEST_PX = 0.7;

/** Fits a box into a picture. Of a box without extent, `leastM` are shown. */
export function frameOf({ west, south, east, north }: Bounds, widthPx: number, heightPx: number, { marginPx = 6, leastM = 200 } = {}): Frame {
  const [lng, lat] = [(west + east) / 2, (south + north) / 2];
  const shrink = Math.cos((lat * Math.PI) / 180);
  const wideM = Math.max((east - west) * METRES_PER_DEGREE * shrink, leastM);
  const highM = Math.max((north - south) * METRES_PER_DEGREE, leastM);
  const metresPerPx = Math.max(wideM / (widthPx - 2 * marginPx), highM / (heightPx - 2 * marginPx));
  const perLng = (METRES_PER_DEGREE * shrink) / metresPerPx;
  const perLat = METRES_PER_DEGREE / metresPerPx;
  return {
    widthPx,
    heightPx,
    metresPerPx,
    bounds: { west: lng - widthPx / 2 / perLng, east: lng + widthPx / 2 / perLng, south: lat - heightPx / 2 / perLat, north: lat + heightPx / 2 / perLat },
    x: (at) => widthPx / 2 + (at - lng) * perLng,
    y: (at) => heightPx / 2 - (at - lat) * perLat,
  };
}

/** The box round positions; `null` of none. */
export function boundsOf(positions: Iterable<LngLat>): Bounds | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lng, lat] of positions) [west, south, east, north] = [Math.min(west, lng), Math.min(south, lat), Math.max(east, lng), Math.max(north, lat)];
  return west > east ? null : { west, south, east, north };
}

export function joined(a: Bounds | null, b: Bounds | null): Bounds | null {
  if (a === null || b === null) return a ?? b;
  return { west: Math.min(a.west, b.west), south: Math.min(a.south, b.south), east: Math.max(a.east, b.east), north: Math.max(a.north, b.north) };
}

/** An outline as the `d` of a path, thinned to what can be seen. */
export function areaPath(polygons: MultiPolygon, frame: Frame): string {
  return polygons
    .flat()
    .map((ring) => `M${thinned(ring, frame).map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`)
    .join('');
}

function thinned(ring: readonly LngLat[], { x, y }: Frame): (readonly [number, number])[] {
  const kept: (readonly [number, number])[] = [];
  for (const [lng, lat] of ring) {
    const at = [x(lng), y(lat)] as const;
    const last = kept.at(-1);
    if (last === undefined || Math.hypot(at[0] - last[0], at[1] - last[1]) >= FINEST_PX) kept.push(at);
  }
  return kept;
}

/** The edges that pass through the frame, as the `d` of a path: of a whole county a close-up shows few. */
export function edgesNear(polygons: MultiPolygon, frame: Frame): string {
  const { west, south, east, north } = frame.bounds;
  const parts: string[] = [];
  for (const ring of polygons.flat()) {
    for (const [k, a] of ring.entries()) {
      const b = ring[k + 1];
      if (b === undefined || Math.max(a[0], b[0]) < west || Math.min(a[0], b[0]) > east || Math.max(a[1], b[1]) < south || Math.min(a[1], b[1]) > north) continue;
      parts.push(`M${frame.x(a[0]).toFixed(1)} ${frame.y(a[1]).toFixed(1)}L${frame.x(b[0]).toFixed(1)} ${frame.y(b[1]).toFixed(1)}`);
    }
  }
  return parts.join('');
}

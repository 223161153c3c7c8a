import type { LngLat, Polygon } from '../../src/domain/place.ts';

/** A rough ellipse: `alongM` lies along `azimuthDeg` (clockwise from north), `acrossM` at right angles to it. */
export interface Blob {
  readonly at: { readonly lng: number; readonly lat: number };
  readonly alongM: number;
  readonly acrossM: number;
  readonly azimuthDeg: number;
  readonly vertices: number;
}

/** Good to 1 % at these latitudes; this is a picture, nothing is measured with it. */
const METRES_PER_DEGREE = 111_000;

/** How near to the county line a vertex may come, as a share of the way to it. */
const BORDER_SHARE = 0.9;

/**
 * An irregular closed ring around a centre, counter-clockwise, to 4 decimals. Every vertex has its own, growing azimuth
 * as seen from the centre, so the ring cannot cross itself.
 */
export function blobRing(blob: Blob, border: Polygon | null, random: () => number): LngLat[] {
  const { at, alongM, acrossM, azimuthDeg, vertices } = blob;
  const lngScale = Math.cos((at.lat * Math.PI) / 180) * METRES_PER_DEGREE;
  const [phase2, phase3] = [random() * 2 * Math.PI, random() * 2 * Math.PI];
  const ring: LngLat[] = [];
  for (let i = 0; i < vertices; i += 1) {
    const angle = ((i + 0.5 * random()) / vertices) * 2 * Math.PI;
    const turned = angle - (azimuthDeg * Math.PI) / 180;
    const ellipse = 1 / Math.hypot(Math.cos(turned) / alongM, Math.sin(turned) / acrossM);
    const uneven = 1 + 0.09 * Math.sin(2 * angle + phase2) + 0.07 * Math.sin(3 * angle + phase3) + 0.1 * (random() - 0.5);
    const toBorder = border === null ? Infinity : nearestBorderM(border, at, lngScale, angle, Math.PI / vertices);
    const radius = Math.min(ellipse * uneven, toBorder * BORDER_SHARE);
    ring.push([
      round4(at.lng + (radius * Math.sin(angle)) / lngScale),
      round4(at.lat + (radius * Math.cos(angle)) / METRES_PER_DEGREE),
    ]);
  }
  ring.reverse();
  const first = ring[0];
  return first === undefined ? ring : [...ring, first];
}

/** The shortest way to the border within a sector around `angle`: a line to the next vertex must not cut a bay of it. */
function nearestBorderM(border: Polygon, at: Blob['at'], lngScale: number, angle: number, halfSector: number): number {
  const rays = [-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2].map((step) => angle + step * halfSector);
  return Math.min(...rays.map((ray) => rayLength(border, at, Math.sin(ray) / lngScale, Math.cos(ray) / METRES_PER_DEGREE)));
}

/** How often the step (east, north) fits from `at` to the nearest edge in that direction; Infinity when there is none. */
function rayLength(polygon: Polygon, at: Blob['at'], east: number, north: number): number {
  let nearest = Infinity;
  for (const ring of polygon) {
    ring.forEach(([x2, y2], i) => {
      const [x1, y1] = ring[i - 1] ?? [x2, y2];
      const [dx, dy] = [x2 - x1, y2 - y1];
      const cross = east * dy - north * dx;
      if (cross === 0) return;
      const along = ((x1 - at.lng) * dy - (y1 - at.lat) * dx) / cross;
      const onEdge = ((x1 - at.lng) * north - (y1 - at.lat) * east) / cross;
      if (along > 0 && onEdge >= 0 && onEdge <= 1) nearest = Math.min(nearest, along);
    });
  }
  return nearest;
}

function round4(degrees: number): number {
  return Math.round(degrees * 1e4) / 1e4;
}
